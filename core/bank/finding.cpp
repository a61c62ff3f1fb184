#include "bank/finding.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace assay {

Region region_of(const SourceText& file, Span span) {
  return {file.place_of(span.begin), file.place_of(span.end)};
}

const FindingKind& finding_kind(std::string_view name) {
  return *std::find_if(std::begin(kFindingKinds), std::end(kFindingKinds),
                       [&](const FindingKind& kind) { return kind.name == name; });
}

std::vector<ListedFinding> CheckReport::findings() const {
  std::vector<ListedFinding> all;
  for (const CheckedAnswer& checked : answers) {
    for (const Verdict& verdict : checked.verdicts) {
      if (verdict.finding) {
        all.push_back({&*verdict.finding, &checked.answer, &verdict.expectation});
      }
    }
    for (const Finding& finding : checked.of_suppressions) {
      all.push_back({&finding, &checked.answer, nullptr});
    }
  }
  for (const Finding& finding : others) all.push_back({&finding, nullptr, nullptr});
  return all;
}

std::size_t CheckReport::expectations() const {
  std::size_t count = 0;
  for (const CheckedAnswer& checked : answers) {
    if (!checked.error) count += checked.answer.expectations.size();
  }
  return count;
}

std::size_t CheckReport::failures() const {
  const std::vector<ListedFinding> all = findings();
  return std::size_t(std::count_if(all.begin(), all.end(), [](const ListedFinding& one) {
    return one.finding->state == FindingState::open && one.finding->fails();
  }));
}

std::size_t CheckReport::warnings() const { return count(FindingState::open) - failures(); }

std::size_t CheckReport::count(FindingState state) const {
  const std::vector<ListedFinding> all = findings();
  return std::size_t(std::count_if(all.begin(), all.end(), [&](const ListedFinding& one) {
    return one.finding->state == state;
  }));
}

std::size_t CheckReport::errors() const {
  return mistakes.size() +
         std::size_t(std::count_if(answers.begin(), answers.end(),
                                   [](const CheckedAnswer& one) { return one.error.has_value(); }));
}

std::string_view text_of(const Finding& finding, const BankAnswer* answer) {
  const bool in_record = finding.of_words && answer && answer->is_record;
  return in_record ? std::string_view(answer->record.text) : finding.file->bytes();
}

Digest& Digest::add(std::string_view part) {
  std::array<char, 8> size;
  for (std::size_t left = part.size(), i = 0; i < size.size(); ++i, left >>= 8)
    size[i] = char(left);
  digest_ = digest_of(part, digest_of({size.data(), size.size()}, digest_));
  return *this;
}

std::string Digest::hex() const { return digits_of(digest_); }

void number_fingerprints(CheckReport& report) {
  std::map<std::pair<std::string, std::string>, std::size_t> seen;
  const auto number = [&](Finding& finding) {
    const std::size_t nth = ++seen[{finding.file->path(), finding.fingerprint}];
    finding.fingerprint += ":" + std::to_string(nth);
  };
  for (CheckedAnswer& checked : report.answers) {
    for (Verdict& verdict : checked.verdicts) {
      if (verdict.finding) number(*verdict.finding);
    }
    for (Finding& finding : checked.of_suppressions) number(finding);
  }
  for (Finding& finding : report.others) number(finding);
}

}  // namespace assay
