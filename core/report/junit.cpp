#include "report/junit.h"

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

// "\n      <failure type="band" message="...">body</failure>"; an empty body closes at once.
std::string element(std::string_view name, const JunitCase& one) {
  std::string out = "\n      <" + std::string(name);
  if (!one.type.empty()) out += " type=\"" + xml(one.type) + "\"";
  if (!one.message.empty()) out += " message=\"" + xml(one.message) + "\"";
  if (one.body.empty()) return out + "/>";
  return out + ">" + xml(one.body) + "</" + std::string(name) + ">";
}

std::string counts(const std::size_t (&of)[4]) {
  using Outcome = JunitCase::Outcome;
  std::size_t all = 0;
  for (const std::size_t count : of) all += count;
  const auto count = [&](Outcome outcome) { return std::to_string(of[std::size_t(outcome)]); };
  return "tests=\"" + std::to_string(all) + "\" failures=\"" + count(Outcome::failed) +
         "\" errors=\"" + count(Outcome::error) + "\" skipped=\"" + count(Outcome::skipped) + "\"";
}

}  // namespace

void JunitReport::add(const std::string& suite, const JunitCase& one) {
  const auto [at, added] = index_.try_emplace(suite, suites_.size());
  if (added) suites_.push_back({suite, {}});
  Suite& to = suites_[at->second];
  ++to.counts[std::size_t(one.outcome)];
  std::string inside;
  switch (one.outcome) {
    case JunitCase::Outcome::passed:
      if (!one.body.empty()) inside = element("system-out", one);
      break;
    case JunitCase::Outcome::failed:
      inside = element("failure", one);
      break;
    case JunitCase::Outcome::skipped:
      inside = element("skipped", one);
      break;
    case JunitCase::Outcome::error:
      inside = element("error", one);
      break;
  }
  to.cases += "    <testcase classname=\"" + xml(suite) + "\" name=\"" + xml(one.name) + "\"" +
              (inside.empty() ? "/>\n" : ">" + inside + "\n    </testcase>\n");
}

std::string JunitReport::finish() const {
  std::size_t all[4] = {0, 0, 0, 0};
  std::string body;
  for (const Suite& suite : suites_) {
    for (std::size_t i = 0; i < 4; ++i) all[i] += suite.counts[i];
    body += "  <testsuite name=\"" + xml(suite.name) + "\" " + counts(suite.counts) + ">\n" +
            suite.cases + "  </testsuite>\n";
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"" + xml(name_) + "\" " +
         counts(all) + ">\n" + body + "</testsuites>\n";
}

}  // namespace assay
