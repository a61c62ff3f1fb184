// L302: an expression that asks for whole words and nothing else, which a term asks for in all
// their forms.
#include "lint/check.h"
#include "lint/expressions.h"

namespace assay {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Reads what terms can say: letters, blanks, hyphens, bars, groups, and parts that may be left out.
class WordsOnly {
 public:
  explicit WordsOnly(std::string_view expression) : text_(expression) {}

  bool read() {
    if (!text_.starts_with("\\b") || !text_.ends_with("\\b") || text_.size() < 6) return false;
    text_.remove_prefix(2);
    text_.remove_suffix(2);
    return choice() && text_.empty() && letters_ >= 2;
  }

 private:
  bool choice() {
    do {
      if (!sequence()) return false;
    } while (take("|"));
    return true;
  }

  bool sequence() {
    while (!text_.empty() && text_[0] != '|' && text_[0] != ')') {
      if (text_[0] == '(') {
        take("(?:") || take("(");
        if (!choice() || !take(")")) return false;
      } else if (is_letter(text_[0])) {
        ++letters_;
        text_.remove_prefix(1);
      } else if (!take(" ") && !take("-") && !take("\\s+") && !take("\\s")) {
        return false;
      }
      take("?");
    }
    return true;
  }

  bool take(std::string_view expected) {
    if (!text_.starts_with(expected)) return false;
    text_.remove_prefix(expected.size());
    return true;
  }

  std::string_view text_;
  std::size_t letters_ = 0;
};

void find_regexes_for_terms(const LintBank& bank, LintSink& sink) {
  for_each_expression(bank, [&](const LintFile& file, const toml::value<std::string>& node) {
    if (!WordsOnly(node.get()).read()) return;
    sink.add(file, node, "this expression asks for words only, and for these very forms of them",
             "write terms, which take every form and slips of the pen, with = before what is to "
             "be met to the letter");
  });
}

}  // namespace

const LintCheck kRegexForTerm{"L302", "regex-for-term",
                              "An expression asks for nothing that a term could not",
                              find_regexes_for_terms};

}  // namespace assay
