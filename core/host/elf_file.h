// What can be told of a shared library without loading it. The loader of the C library trusts its
// files: a truncated one ends the process with SIGBUS, one of another machine "does not exist".
#pragma once

#include <filesystem>
#include <string>

namespace assay {

// Empty where `file` is a complete shared library for the machine this program was built for; else
// what it is instead, to follow its name: "is a folder", "is truncated: ...". Reads the file's
// headers only, and never throws.
std::string why_not_a_library(const std::filesystem::path& file);

}  // namespace assay
