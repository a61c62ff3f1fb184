// regex = "...": an RE2 expression over the normalised text, where the answer puts what it matches
// in an accepted way. A match stands for the words it touches; one that touches none is none.
#include <re2/re2.h>

#include <utility>

#include "rules/kinds.h"
#include "rules/regex_gate.h"
#include "rules/term_table.h"
#include "rules/wording.h"

namespace assay {
namespace {

class RegexRule final : public Rule {
 public:
  RegexRule(std::shared_ptr<const re2::RE2> regex, StandingSet accepted, std::string source)
      : regex_(std::move(regex)),
        gate_(gate_of(regex_->pattern())),
        accepted_(accepted),
        source_(std::move(source)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    const Document& document = reading.document();
    for (const TokenRange range : occurrences(reading)) {
      if (accepted_.has(document.standing_of(range))) out.push_back({range, {{range, this}}});
    }
  }

  NearMiss near_miss(const Reading& reading) const override {
    return standing_miss(reading, occurrences(reading), accepted_);
  }

  std::string describe() const override { return "/" + source_ + "/"; }

 private:
  // Rules of the same expression share it, and what it finds.
  const std::vector<TokenRange>& occurrences(const Reading& reading) const {
    return reading.once<std::vector<TokenRange>>(
        regex_.get(), [this](const Document& document) { return look_in(document); });
  }

  std::vector<TokenRange> look_in(const Document& document) const {
    std::vector<TokenRange> ranges;
    const std::string_view text = document.text();
    if (!gate_.is_open(text)) return ranges;
    std::size_t at = 0;
    while (at <= text.size() && ranges.size() < kMostOccurrences) {
      re2::StringPiece match;
      if (!regex_->Match(text, at, text.size(), re2::RE2::UNANCHORED, &match, 1)) break;
      const auto begin = std::size_t(match.data() - text.data());
      at = begin + match.size();
      if (match.empty()) {
        ++at;
        continue;
      }
      const TokenRange range =
          document.tokens_of_text(std::uint32_t(begin), std::uint32_t(begin + match.size()));
      if (!range.empty() && (ranges.empty() || ranges.back() < range)) ranges.push_back(range);
    }
    return ranges;
  }

  std::shared_ptr<const re2::RE2> regex_;
  RegexGate gate_;
  StandingSet accepted_;
  std::string source_;
};

std::unique_ptr<Rule> build_regex(Arguments& arguments) {
  std::shared_ptr<const re2::RE2> regex = arguments.regex("regex");
  const StandingSet accepted = arguments.standing();
  if (!regex->ok()) return nullptr;
  return std::make_unique<RegexRule>(std::move(regex), accepted, arguments.source("regex"));
}

}  // namespace

constinit const Kind kRegexKind{"regex", "an RE2 expression over the text", build_regex};

}  // namespace assay
