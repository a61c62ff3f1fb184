#include "report/change_text.h"

#include <variant>

#include "grading/sheet_change.h"
#include "report/glyphs.h"
#include "report/page.h"
#include "report/sheet_text.h"

namespace assay {
namespace {

std::string said_of_outcome(const ScoreSheet& before, const ScoreSheet& now,
                            const SheetChange& change) {
  std::string said;
  if (change.none) {
    said = ": nothing has changed";
  } else if (before.band != now.band) {
    said = "; it was " + band_in_capitals(before.band) + ", " + points_in_words(before);
  } else if (before.points != now.points || before.max_points != now.max_points) {
    said = "; it was " + points_in_words(before);
  } else {
    said = ", as before";
  }
  if (change.rubric) said += " (by another state of the rubric)";
  return said;
}

void add_gone(Page& page, std::string_view text) {
  page.blank();
  page.item("·", Ink::faint, text);
}

void add_change(Page& page, const std::string& answer, const ScoreSheet& before,
                const ScoreSheet& now) {
  const SheetChange change = change_of(before, now);
  add_band(page, now, said_of_outcome(before, now, change));
  for (const std::size_t i : change.won) add_met(page, answer, now, i, "Now met: ");
  for (const std::size_t i : change.lost) add_missed(page, answer, now, i, "No longer met: ");
  for (const std::size_t i : change.moved) add_missed(page, answer, now, i);
  for (const std::string& id : change.removed) {
    add_gone(page, "The rubric has no criterion `" + id + "` any more");
  }
  for (const std::size_t i : change.committed) add_flaw(page, answer, now, i, "New flaw: ");
  for (const std::size_t i : change.mended) {
    add_gone(page, "No longer a flaw: " + now.rubric->flaws[i].says);
  }
  for (const std::string& flag : change.flagged) add_flag(page, flag);
  for (const std::string& flag : change.unflagged) {
    add_gone(page, "No longer flagged `" + flag + "`");
  }
}

}  // namespace

std::string change_text(const Regraded& regraded, const WriterOptions& options) {
  std::string out = inked(safe(regraded.now.answer.id), Ink::bold, options.color) + '\n';
  Page page(out, options.width, options.color);
  const std::string& answer = regraded.now.answer.text;
  const auto* sheet = std::get_if<ScoreSheet>(&regraded.now.outcome);
  if (!sheet) {
    page.headed("ERROR", Ink::red, std::get<GradingError>(regraded.now.outcome).message);
  } else if (!regraded.before) {
    add_sheet(page, answer, *sheet);
  } else {
    add_change(page, answer, *regraded.before, *sheet);
  }
  return out;
}

}  // namespace assay
