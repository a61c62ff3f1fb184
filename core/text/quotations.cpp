#include "text/quotations.h"

namespace assay {
namespace {

bool in_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0; }
bool is_open(char c) {
  return c == ' ' || c == '\n' || c == '(' || c == '[' || c == '{' || c == '-' || c == '/';
}

class Quotations {
 public:
  Quotations(DocumentDraft& draft, TokenRange tokens, Layout::TextRange range)
      : draft_(draft), tokens_(tokens), range_(range) {}

  void mark(char quote, std::uint8_t mark) {
    const std::string_view text = std::string_view(draft_.text).substr(0, range_.end);
    std::size_t open = std::string_view::npos;
    std::uint32_t token = tokens_.first;
    for (std::size_t i = text.find(quote, range_.begin); i != std::string_view::npos;
         i = text.find(quote, i + 1)) {
      const char before = i > range_.begin ? text[i - 1] : ' ';
      const char after = i + 1 < text.size() ? text[i + 1] : ' ';
      const bool apostrophe = quote == '\'' && in_word(before) && in_word(after);
      if (apostrophe) continue;
      if (is_open(before) && after != ' ') {
        open = i;
      } else if (open != std::string_view::npos && before != ' ') {
        while (token < tokens_.last && draft_.tokens[token].text_begin < open) ++token;
        for (; token < tokens_.last && draft_.tokens[token].text_begin < i; ++token) {
          draft_.marks[token] |= mark;
        }
        open = std::string_view::npos;
      }
    }
  }

 private:
  DocumentDraft& draft_;
  const TokenRange tokens_;
  const Layout::TextRange range_;
};

}  // namespace

void mark_quotations(DocumentDraft& draft, TokenRange tokens, Layout::TextRange range) {
  Quotations quotations(draft, tokens, range);
  quotations.mark('"', kDoubleQuotesMark);
  quotations.mark('\'', kSingleQuotesMark);
}

}  // namespace assay
