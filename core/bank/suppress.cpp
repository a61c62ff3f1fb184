#include "bank/suppress.h"

#include <map>

namespace assay {
namespace {

class Suppressing {
 public:
  Suppressing(const SuppressionRun& run, CheckReport& report) : run_(run), report_(report) {}

  void apply() {
    for (CheckedAnswer& checked : report_.answers) {
      for (Verdict& verdict : checked.verdicts) {
        if (verdict.finding) suppress(*verdict.finding, checked.answer);
      }
      if (checked.error) continue;
      for (const Suppression& one : checked.answer.suppressions) {
        tell(one, true, checked.of_suppressions);
      }
    }
    for (const Suppression& one : run_.of_settings) {
      tell(one, run_.all_checked, report_.others);
    }
  }

 private:
  void suppress(Finding& finding, const BankAnswer& answer) {
    const auto met = [&](const Suppression& one) {
      if (one.ended(run_.today) || !one.is_of(finding.kind, finding.id)) return false;
      if (!one.of_settings) return true;
      const std::string path = run_.below_settings(answer.file->path());
      return !path.empty() && one.paths.leave_out(path, false);
    };
    for (const auto* suppressions : {&answer.suppressions, &run_.of_settings}) {
      for (const Suppression& one : *suppressions) {
        if (!met(one)) continue;
        ++used_[&one];
        finding.state = FindingState::suppressed;
        finding.reason = one.reason;
        finding.until = one.until;
        finding.suppressed_in = one.file;
        finding.suppressed_at = region_of(*one.file, one.span);
        return;
      }
    }
  }

  // What is wrong with a suppression, if anything is.
  void tell(const Suppression& one, bool all_checked, std::vector<Finding>& findings) {
    if (one.ended(run_.today)) {
      Finding finding = finding_on(one, "suppression-ended", one.until_span);
      finding.message = "the suppression of " + one.shown() + " ended with " + name_of(*one.until);
      finding.advice = "mend what it is of and remove it, or say until when and why it has to wait";
      findings.push_back(std::move(finding));
      return;
    }
    if (one.reason.empty()) {
      Finding finding = finding_on(one, "suppression-without-reason", one.span);
      finding.message = "the suppression of " + one.shown() + " does not say why";
      finding.advice = "write a `reason`: what it waits for";
      findings.push_back(std::move(finding));
    }
    if (!used_.contains(&one) && all_checked) {
      Finding finding = finding_on(one, "suppression-unused", one.span);
      finding.message = "the suppression of " + one.shown() + " suppresses nothing";
      finding.advice = "remove it";
      findings.push_back(std::move(finding));
    }
  }

  Finding finding_on(const Suppression& one, std::string kind, Span span) {
    Finding finding;
    finding.kind = std::move(kind);
    finding.id = one.id;
    finding.file = one.file;
    finding.spans = {span};
    finding.expected_at = region_of(*one.file, span);
    finding.regions = {finding.expected_at};
    Digest digest;
    digest.add(finding.kind).add(one.id).add(one.finding).add(one.reason);
    finding.fingerprint = digest.hex();
    return finding;
  }

  const SuppressionRun& run_;
  CheckReport& report_;
  std::map<const Suppression*, std::size_t> used_;
};

}  // namespace

void apply_suppressions(const SuppressionRun& run, CheckReport& report) {
  Suppressing(run, report).apply();
}

}  // namespace assay
