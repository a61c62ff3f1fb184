// The HTML that people paste: tags and comments, made harmless or made Markdown in place.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace assay {

// If a comment or a tag that is known begins at `at`, a '<', writes what stands for it over its
// bytes in `copy` (see Sign; line ends and a list's "-" are Markdown's own) and returns where it
// ends; else returns `at`. Comments that nothing closes are none; `no_comment_from` remembers
// where that is known and starts as npos.
std::size_t translate_html(std::string_view answer, std::size_t at, std::string& copy,
                           std::size_t& no_comment_from);

}  // namespace assay
