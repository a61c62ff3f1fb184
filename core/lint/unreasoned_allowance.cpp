// L602: an allowance that does not say why, or names no code.
#include "lint/allowances.h"
#include "lint/check.h"

namespace assay {
namespace {

void find_unreasoned_allowances(const LintFile& file, LintSink& sink) {
  for (const Allowance& allowance : allowances_in(file)) {
    std::string wrong;
    std::string codes;  // those that there are
    for (const std::string& code : allowance.codes) {
      if (!lint_check(code)) {
        wrong = "there is no code " + code_of(code);
      } else {
        codes += (codes.empty() ? "" : ", ") + code;
      }
    }
    if (allowance.codes.empty()) wrong = "this allowance names no code";
    if (wrong.empty() && allowance.reason.empty()) wrong = "this allowance does not say why";
    if (wrong.empty()) continue;
    sink.add(file, allowance.comment.begin, allowance.comment.end, wrong,
             "write `# lint: allow " + (codes.empty() ? "L201" : codes) + " because ...`");
  }
}

void find_unreasoned_allowances(const LintBank& bank, LintSink& sink) {
  for (const LintRubric& rubric : bank.rubrics) find_unreasoned_allowances(rubric.file, sink);
  for (const auto& lexicon : bank.lexicons) {
    if (lexicon->asked) find_unreasoned_allowances(lexicon->file, sink);
  }
}

}  // namespace

const LintCheck kUnreasonedAllowance{"L602", "unreasoned-allowance",
                                     "An allowance does not say why, or names no code",
                                     find_unreasoned_allowances};

}  // namespace assay
