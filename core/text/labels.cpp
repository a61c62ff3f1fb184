#include "text/labels.h"

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace assay {
namespace {
constexpr std::uint32_t kLongestLabel = 5;
}

bool is_capitalised(const DocumentDraft& draft, std::uint32_t token) {
  const std::string_view source = draft.original;
  const std::uint32_t at = draft.tokens[token].span.begin;
  if ((source[at] & 0x80) == 0) return source[at] >= 'A' && source[at] <= 'Z';
  const Decoded decoded = decode(source, at);
  return decoded.character >= 0 && u_isupper(decoded.character);
}

std::uint32_t label_length(const DocumentDraft& draft, std::uint32_t first, TokenRange tokens,
                           std::uint32_t text_end) {
  for (std::uint32_t n = 0; n < kLongestLabel && first + n < tokens.last; ++n) {
    const Token& token = draft.tokens[first + n];
    if (token.kind == TokenKind::symbol || token.in_code) return 0;
    if (n == 0 && token.kind != TokenKind::word) return 0;
    const std::uint32_t next = first + n + 1;
    const std::uint32_t end = next < tokens.last ? draft.tokens[next].text_begin : text_end;
    std::string_view after =
        std::string_view(draft.text).substr(token.text_end, end - token.text_end);
    while (!after.empty() && (after[0] == ')' || after[0] == '"')) after.remove_prefix(1);
    if (after.starts_with(':')) {
      const bool last = after.size() == 1 && next == tokens.last;
      return last || after.substr(1).starts_with(' ') ? n + 1 : 0;
    }
    if (next < tokens.last && draft.tokens[next].gap > Gap::quote &&
        draft.tokens[next].gap != Gap::bracket) {
      return 0;
    }
  }
  return 0;
}

}  // namespace assay
