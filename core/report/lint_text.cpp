#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "report/glyphs.h"
#include "report/lint_report.h"
#include "report/page.h"
#include "report/snippet.h"
#include "rubric/source_text.h"

namespace assay {
namespace {

// A line as an excerpt is to show it: that draws a run of blanks as one, but blanks that a finding
// is about have to be seen. `end` moves with them.
std::string with_drawn_blanks(std::string line, std::size_t begin, std::size_t& end) {
  const std::string blanks = line.substr(begin, end - begin);
  if (blanks.find_first_not_of(" \t") != blanks.npos) return line;
  std::string drawn;
  for (const char c : blanks) drawn += c == '\t' ? "\u21e5" : "\u2423";
  line.replace(begin, blanks.size(), drawn);
  end = begin + drawn.size();
  return line;
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
    const SourceText line(finding.line, finding.path);
    const std::size_t begin = line.offset_of({1, finding.begin.column});
    std::size_t end = std::max(line.offset_of({1, finding.end.column}), begin);
    const std::string shown = with_drawn_blanks(finding.line, begin, end);
    Snippet snippet(finding.begin.line, options_);
    snippet.add_words(finding.begin.line, shown, {{std::uint32_t(begin), std::uint32_t(end)}},
                      Ink::yellow);
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
