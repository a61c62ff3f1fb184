// Whether a report would take the place of what it is made from.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace assay {

// Whether a file or folder that stands in a folder of answers is left out. Where none is given,
// none is.
using LeftOut = std::function<bool(const std::filesystem::path& path, bool is_folder)>;

// Why nothing may be written to `output`, as the end of a sentence about it: by whatever name or
// link, it is one of `inputs`, which are paths as Submissions takes them, or would be read as an
// answer in a folder of them, be it there already or not. Empty where it may be written, and for
// what is no regular file. A file that Output makes at this path replaces nothing else.
std::string why_not_write(const std::filesystem::path& output,
                          const std::vector<std::string>& inputs, const LeftOut& left_out = {});

// Whether two paths lead to one regular file.
bool is_same_file(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace assay
