// terms = "..." | ["...", ...]: words of the answer, where it puts them in an accepted way.
#include <utility>

#include "rules/kinds.h"
#include "rules/wording.h"

namespace assay {
namespace {

class TermRule final : public Rule {
 public:
  TermRule(TermSet terms, StandingSet accepted, std::string source)
      : terms_(terms), accepted_(accepted), source_(std::move(source)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    const Document& document = reading.document();
    for (const TokenRange range : reading.find(terms_)) {
      if (accepted_.has(document.standing_of(range))) out.push_back({range, {{range, this}}});
    }
  }

  NearMiss near_miss(const Reading& reading) const override {
    return standing_miss(reading, reading.find(terms_), accepted_);
  }

  std::string describe() const override { return source_; }

 private:
  TermSet terms_;
  StandingSet accepted_;
  std::string source_;
};

std::unique_ptr<Rule> build_terms(Arguments& arguments) {
  const std::optional<TermSet> terms = arguments.terms("terms");
  const StandingSet accepted = arguments.standing();
  if (!terms) return nullptr;
  return make_term_rule(*terms, accepted, arguments.source("terms"));
}

}  // namespace

std::unique_ptr<Rule> make_term_rule(TermSet terms, StandingSet accepted, std::string source) {
  return std::make_unique<TermRule>(terms, accepted, std::move(source));
}

constinit const Kind kTermsKind{"terms", "words or phrases, where the answer claims them",
                                build_terms};

}  // namespace assay
