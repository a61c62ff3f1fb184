#include <map>
#include <string_view>
#include <vector>

#include "report/check_report.h"
#include "report/json_text.h"

namespace assay {
namespace {

// XML 1.0 has no form at all for most control characters, nor for U+FFFE and U+FFFF.
bool is_xml(std::string_view sequence) {
  const auto lead = static_cast<unsigned char>(sequence[0]);
  if (sequence.size() == 1) return lead >= 0x20 || lead == '\t' || lead == '\n' || lead == '\r';
  return sequence != "\xEF\xBF\xBE" && sequence != "\xEF\xBF\xBF";
}

// For text and for values in double quotes.
std::string xml(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = valid_sequence(text.substr(at));
    const std::string_view sequence = text.substr(at, size == 0 ? 1 : size);
    at += sequence.size();
    if (size == 0 || !is_xml(sequence)) {
      if (size == 0) out += "\xEF\xBF\xBD";
      continue;
    }
    switch (sequence[0]) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '\t':
        out += "&#9;";
        break;
      default:
        out += sequence;
    }
  }
  return out;
}

struct Suite {
  std::string file;
  std::string cases;
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
};

std::string name_of_case(const Verdict& verdict, const BankAnswer& answer) {
  const std::string id = verdict.expectation.id.empty() ? "" : " " + verdict.expectation.id;
  return (answer.is_record ? answer.record.id + ": " : "") +
         std::string(key_of(verdict.expectation.what)) + id;
}

class Suites {
 public:
  Suite& of(const std::string& file) {
    const auto [at, added] = index_.try_emplace(file, suites_.size());
    if (added) suites_.push_back({file, {}, 0, 0, 0});
    return suites_[at->second];
  }

  const std::vector<Suite>& all() const { return suites_; }

 private:
  std::vector<Suite> suites_;  // in the order of the files
  std::map<std::string, std::size_t> index_;
};

std::string case_head(const std::string& file, std::string_view name) {
  return "    <testcase classname=\"" + xml(file) + "\" name=\"" + xml(name) + "\"";
}

void add_verdict(Suite& suite, const Verdict& verdict, const BankAnswer& answer) {
  ++suite.tests;
  suite.cases += case_head(suite.file, name_of_case(verdict, answer));
  if (!verdict.finding) {
    suite.cases += "/>\n";
    return;
  }
  ++suite.failures;
  const Finding& finding = *verdict.finding;
  const Place at = finding.regions.front().begin;
  std::string body = suite.file + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) +
                     ": " + finding.message + "\n" + finding.why + "\n" + finding.advice;
  suite.cases += ">\n      <failure type=\"" + finding.kind + "\" message=\"" +
                 xml(finding.message) + "\">" + xml(body) + "</failure>\n    </testcase>\n";
}

void add_error(Suite& suite, std::string_view name, const std::string& message,
               const std::string& body) {
  ++suite.tests;
  ++suite.errors;
  suite.cases += case_head(suite.file, name) + ">\n      <error message=\"" + xml(message) + "\">" +
                 xml(body) + "</error>\n    </testcase>\n";
}

std::string counts(std::size_t tests, std::size_t failures, std::size_t errors) {
  return "tests=\"" + std::to_string(tests) + "\" failures=\"" + std::to_string(failures) +
         "\" errors=\"" + std::to_string(errors) + "\"";
}

}  // namespace

std::string check_junit(const CheckReport& report) {
  Suites suites;
  for (const CheckedAnswer& checked : report.answers) {
    Suite& suite = suites.of(checked.answer.file->path());
    for (const Verdict& verdict : checked.verdicts) add_verdict(suite, verdict, checked.answer);
    if (checked.error) {
      add_error(suite, checked.answer.is_record ? checked.answer.record.id : "answer",
                checked.error->message, checked.error->message);
    }
  }
  for (const Diagnostic& mistake : report.mistakes) {
    const std::string line = mistake.line > 0 ? "line " + std::to_string(mistake.line) : "file";
    add_error(suites.of(mistake.path), line, mistake.message, mistake.to_string());
  }
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::string body;
  for (const Suite& suite : suites.all()) {
    tests += suite.tests;
    failures += suite.failures;
    errors += suite.errors;
    body += "  <testsuite name=\"" + xml(suite.file) + "\" " +
            counts(suite.tests, suite.failures, suite.errors) + ">\n" + suite.cases +
            "  </testsuite>\n";
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"assay check\" " +
         counts(tests, failures, errors) + ">\n" + body + "</testsuites>\n";
}

}  // namespace assay
