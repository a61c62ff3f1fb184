#include "rubric/checked_rule.h"

#include <stdexcept>
#include <utility>

#include "rubric/diagnostics.h"

namespace assay {
namespace {

class CheckedRule final : public Rule {
 public:
  CheckedRule(std::unique_ptr<Rule> rule, std::string kind)
      : rule_(std::move(rule)), kind_(std::move(kind)) {}

  void find(const Reading& reading, std::vector<Match>& out) const override {
    const std::size_t before = out.size();
    rule_->find(reading, out);
    for (std::size_t i = before; i < out.size(); ++i) {
      check(out[i].range, reading);
      for (Part& part : out[i].parts) {
        check(part.range, reading);
        if (part.rule == nullptr) refuse("found words of no rule");
        if (part.rule == rule_.get()) part.rule = this;
      }
    }
  }

  NearMiss near_miss(const Reading& reading) const override {
    NearMiss miss = rule_->near_miss(reading);
    check(miss.range, reading);
    for (const TokenRange words : miss.words) check(words, reading);
    if (!(miss.closeness >= 0 && miss.closeness <= 1)) refuse("came near by no number from 0 to 1");
    return miss;
  }

  std::string describe() const override { return rule_->describe(); }

 private:
  void check(TokenRange range, const Reading& reading) const {
    const std::size_t tokens = reading.document().tokens().size();
    if (range.first <= range.last && range.last <= tokens) return;
    refuse("found the words " + std::to_string(range.first) + " to " + std::to_string(range.last) +
           " of an answer of " + std::to_string(tokens));
  }

  [[noreturn]] void refuse(const std::string& what) const {
    throw std::runtime_error("the rule " + as_code(name()) + " of the kind " + as_code(kind_) +
                             " " + what);
  }

  std::unique_ptr<Rule> rule_;
  std::string kind_;
};

}  // namespace

std::unique_ptr<Rule> make_checked_rule(std::unique_ptr<Rule> rule, std::string kind) {
  return std::make_unique<CheckedRule>(std::move(rule), std::move(kind));
}

}  // namespace assay
