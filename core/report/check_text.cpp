#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/check_report.h"
#include "report/glyphs.h"
#include "report/page.h"
#include "report/snippet.h"

namespace assay {
namespace {

constexpr std::size_t kLines = 3;  // of one finding; more is no help

// The spans that begin in one line of their text; its number is that of the file's line, which for
// a record is the same for all.
struct MarkedLine {
  std::uint32_t number;
  std::vector<Span> spans;
};

std::vector<MarkedLine> by_line(const Finding& finding, std::string_view text) {
  std::vector<MarkedLine> lines;
  for (std::size_t i = 0; i < finding.spans.size(); ++i) {
    const std::size_t before = i == 0 ? 0 : finding.spans[i - 1].begin;
    const std::string_view between = text.substr(before, finding.spans[i].begin - before);
    if (i == 0 || between.find('\n') != between.npos) {
      lines.push_back({finding.regions[i].begin.line, {}});
    }
    lines.back().spans.push_back(finding.spans[i]);
  }
  return lines;
}

class CheckText {
 public:
  explicit CheckText(const WriterOptions& options) : options_(options) {}

  void add(const ListedFinding& one) {
    if (one.finding->state == FindingState::open) return add_whole(*one.finding, one.answer);
    add_line(*one.finding);
    in_lines_ = true;
  }

  std::string finish(const CheckReport& report) {
    std::string line = counted(double(report.answers.size()), "answer") + ", " +
                       counted(double(report.expectations()), "expectation") + ": ";
    const std::size_t findings = report.failures();
    line += findings == 0 ? "no findings" : counted(double(findings), "finding");
    if (const std::size_t warnings = report.warnings(); warnings > 0) {
      line += ", " + counted(double(warnings), "warning");
    }
    if (const std::size_t errors = report.errors(); errors > 0) {
      line += ", " + counted(double(errors), "error");
    }
    const auto list = [&](std::size_t count, const char* what) {
      if (count > 0) line += ", " + std::to_string(count) + " " + what;
    };
    list(report.count(FindingState::known), "known");
    list(report.count(FindingState::suppressed), "suppressed");
    list(report.ignored, "ignored");
    if (in_lines_) out_ += '\n';
    const bool clean = findings + report.errors() == 0;
    out_ += inked(line, clean ? Ink::green : Ink::red, options_.color) + "\n";
    return std::move(out_);
  }

 private:
  // "file:7:24: error[band]: "
  void head(const Finding& finding, const char* what, Ink ink, bool bold) {
    const Place at = finding.regions.front().begin;
    const std::string place = safe(finding.file->path()) + ":" + std::to_string(at.line) + ":" +
                              std::to_string(at.column) + ":";
    out_ += inked(place, bold ? Ink::bold : Ink::plain, options_.color) + " " +
            inked(what + ("[" + finding.kind + "]:"), ink, options_.color) + " ";
  }

  // One that is known or suppressed.
  void add_line(const Finding& finding) {
    const bool known = finding.state == FindingState::known;
    head(finding, known ? "known" : "suppressed", Ink::faint, false);
    out_ += safe(finding.id.empty() ? finding.message : "`" + finding.id + "`");
    if (!finding.reason.empty()) out_ += ": " + safe(finding.reason);
    if (finding.until) out_ += " (until " + name_of(*finding.until) + ")";
    out_ += '\n';
  }

  void add_whole(const Finding& finding, const BankAnswer* answer) {
    if (std::exchange(in_lines_, false)) out_ += '\n';
    const bool fails = finding.fails();
    const Ink ink = fails ? Ink::red : Ink::yellow;
    head(finding, fails ? "error" : "warning", ink, true);
    out_ += inked(safe(finding.message), Ink::bold, options_.color) + "\n";
    std::vector<MarkedLine> lines = by_line(finding, text_of(finding, answer));
    if (lines.size() > kLines) lines.resize(kLines);
    Snippet snippet(lines.back().number, options_);
    for (const MarkedLine& line : lines) {
      snippet.add_words(line.number, text_of(finding, answer), line.spans, ink);
    }
    snippet.add_note(finding.near_miss.empty() ? "why: " : "nearly: ", finding.why);
    snippet.add_note("help: ", finding.advice);
    out_ += snippet.text() + '\n';
  }

  WriterOptions options_;
  std::string out_;
  bool in_lines_ = false;  // the last finding took one line
};

}  // namespace

std::string check_text(const CheckReport& report, const WriterOptions& options) {
  CheckText text(options);
  for (const ListedFinding& one : report.findings()) text.add(one);
  return text.finish(report);
}

}  // namespace assay
