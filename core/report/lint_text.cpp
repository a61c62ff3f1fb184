#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "report/glyphs.h"
#include "report/lint_report.h"
#include "report/page.h"
#include "report/snippet.h"

namespace assay {
namespace {

// The byte of a line at a column, which counts code points from 1.
std::size_t byte_at(std::string_view line, std::uint32_t column) {
  std::size_t at = 0;
  for (std::uint32_t i = 1; i < column && at < line.size(); ++i) {
    do {
      ++at;
    } while (at < line.size() && (std::uint8_t(line[at]) & 0xC0) == 0x80);
  }
  return at;
}

class LintText {
 public:
  explicit LintText(const WriterOptions& options) : options_(options) {}

  void add(const LintFinding& finding) {
    const std::string place = safe(finding.path) + ":" + std::to_string(finding.begin.line) + ":" +
                              std::to_string(finding.begin.column) + ":";
    const std::string code = std::string(finding.code) + " " + std::string(finding.name) + ":";
    out_ += inked(place, Ink::bold, options_.color) + " " +
            inked(code, Ink::yellow, options_.color) + " " +
            inked(safe(finding.message), Ink::bold, options_.color) + "\n";
    const auto begin = byte_at(finding.line, finding.begin.column);
    const auto end = std::max(byte_at(finding.line, finding.end.column), begin);
    Snippet snippet(finding.begin.line, options_);
    snippet.add_words(finding.begin.line, finding.line,
                      {{std::uint32_t(begin), std::uint32_t(end)}}, Ink::yellow);
    snippet.add_note("help: ", finding.advice);
    out_ += snippet.text() + '\n';
  }

  std::string finish(const LintReport& report) {
    const std::size_t open = report.open();
    std::string line = counted(double(report.files), "file") + ": " +
                       (open == 0 ? "no findings" : counted(double(open), "finding"));
    const auto fixable =
        std::count_if(report.findings.begin(), report.findings.end(),
                      [](const LintFinding& f) { return f.allowed.empty() && !f.fix.empty(); });
    if (fixable > 0) line += " (" + std::to_string(fixable) + " that --fix mends)";
    if (const std::size_t allowed = report.findings.size() - open; allowed > 0) {
      line += ", " + std::to_string(allowed) + " allowed";
    }
    if (report.fixed > 0) line += ", " + std::to_string(report.fixed) + " mended";
    if (const std::size_t mistakes = report.mistakes.size(); mistakes > 0) {
      line += ", " + counted(double(mistakes), "mistake");
    }
    const bool clean = open + report.mistakes.size() == 0;
    out_ += inked(line, clean ? Ink::green : Ink::red, options_.color) + "\n";
    return std::move(out_);
  }

 private:
  WriterOptions options_;
  std::string out_;
};

}  // namespace

std::size_t LintReport::open() const {
  return std::size_t(std::count_if(findings.begin(), findings.end(),
                                   [](const LintFinding& f) { return f.allowed.empty(); }));
}

std::string lint_text(const LintReport& report, const WriterOptions& options) {
  LintText text(options);
  for (const LintFinding& finding : report.findings) {
    if (finding.allowed.empty()) text.add(finding);
  }
  return text.finish(report);
}

}  // namespace assay
