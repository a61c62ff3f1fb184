#include <utility>

#include "report/json_text.h"
#include "report/obeyed.h"
#include "report/writer.h"

namespace assay {
namespace {

// A cell for a spreadsheet: never a formula (an apostrophe disarms what would begin one; "-" alone,
// the id of standard input, begins none), quoted where RFC 4180 asks for it, and with U+FFFD for
// what a terminal would obey.
void append_cell(std::string& out, std::string_view cell) {
  constexpr std::string_view kBeginsFormula = "=+-@\t\r\n";
  const bool disarm =
      !cell.empty() && cell != "-" && kBeginsFormula.find(cell[0]) != std::string_view::npos;
  const bool quote = cell.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quote) out += '"';
  if (disarm) out += '\'';
  for (std::size_t at = 0; at < cell.size();) {
    const bool returns = cell[at] == '\r' && !cell.substr(at).starts_with("\r\n");
    if (const std::size_t size = returns ? 1 : obeyed(cell.substr(at)); size > 0) {
      out += "\xEF\xBF\xBD";
      at += size;
      continue;
    }
    if (cell[at] == '"') out += '"';
    out += cell[at++];
  }
  if (quote) out += '"';
}

// The ids in `entries` that `wanted` holds for, joined by ";".
template <typename Entries, typename Scores, typename Wanted>
std::string ids(const Entries& entries, const Scores& scores, Wanted wanted) {
  std::string joined;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!wanted(scores[i])) continue;
    if (!joined.empty()) joined += ';';
    joined += entries[i].id;
  }
  return joined;
}

class CsvWriter final : public Writer {
 public:
  explicit CsvWriter(Sink sink) : sink_(std::move(sink)) {}

  void write(const GradedAnswer& graded) override {
    head();
    row_.clear();
    append_cell(row_, graded.answer.id);
    row_ += ',';
    append_cell(row_, graded.answer.question);
    row_ += ',';
    if (const auto* sheet = std::get_if<ScoreSheet>(&graded.outcome)) {
      append_sheet(*sheet);
    } else {
      row_ += "error,,,,,,,,";
      append_cell(row_, std::get<GradingError>(graded.outcome).message);
    }
    row_ += "\r\n";
    sink_(row_);
  }

  void finish() override { head(); }

 private:
  void head() {
    if (!std::exchange(begun_, true)) {
      sink_("id,question,status,band,points,max_points,score,met,missed,flaws,error\r\n");
    }
  }

  void append_sheet(const ScoreSheet& sheet) {
    const Rubric& rubric = *sheet.rubric;
    row_ += "graded,";
    row_ += name_of(sheet.band);
    for (const double number : {sheet.points, sheet.max_points, sheet.score}) {
      row_ += ',';
      append_json_number(row_, number);
    }
    row_ += ',';
    row_ += ids(rubric.criteria, sheet.criteria, [](const CriterionScore& s) { return s.met; });
    row_ += ',';
    row_ += ids(rubric.criteria, sheet.criteria, [](const CriterionScore& s) { return !s.met; });
    row_ += ',';
    row_ += ids(rubric.flaws, sheet.flaws, [](const FlawScore& s) { return s.committed; });
    row_ += ',';
  }

  Sink sink_;
  std::string row_;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_csv_writer(Writer::Sink sink) {
  return std::make_unique<CsvWriter>(std::move(sink));
}

}  // namespace assay
