#include "report/sheet_text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace assay {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kFlags = {{
    {"invalid-utf-8", "Some bytes are not valid UTF-8; they were read as unknown characters."},
    {"hidden-characters",
     "Characters that cannot be seen stand inside words; they were passed over."},
    {"look-alikes",
     "Some words mix letters of different scripts that look alike; such words are not recognised."},
    {"term-pile", "Terms stand in a row with nothing said of them; those do not count."},
    {"word-salad", "Words stand in an order that no text has; those do not count."},
    {"question-repeated", "The answer only repeats the question; nothing in it counts."},
    {"off-topic", "The answer speaks of something else than the question; nothing in it counts."},
}};

std::vector<Span> evidence_spans(const std::vector<Evidence>& evidence) {
  std::vector<Span> spans;
  for (const Evidence& piece : evidence) spans.push_back(piece.span);
  return spans;
}

// What stands behind a criterion's sentence where its points are not simply 1 or none.
std::string points_behind(const Criterion& criterion, const CriterionScore& score) {
  if (score.points > 0 && !score.met) {
    return "  (" + rounded(score.points) + " of " + counted(criterion.points, "point") + ")";
  }
  if (criterion.points == 1) return {};
  return "  (" + counted(criterion.points, "point") + ")";
}

std::string price_of(const Flaw& flaw) {
  std::string price;
  if (flaw.cost > 0) price = "costs " + counted(flaw.cost, "point");
  if (flaw.cap) {
    if (!price.empty()) price += ", ";
    price += "no better than " + std::string(name_of(*flaw.cap));
  }
  return price.empty() ? price : "  (" + price + ")";
}

// In a sentence.
std::string_view meaning_of_flag(std::string_view flag) {
  for (const auto& [name, meaning] : kFlags) {
    if (flag == name) return meaning;
  }
  return flag;
}

}  // namespace

std::string band_in_capitals(Band band) {
  std::string upper(name_of(band));
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
  }
  return upper;
}

Ink ink_of(Band band) {
  switch (band) {
    case Band::green:
      return Ink::green;
    case Band::yellow:
      return Ink::yellow;
    case Band::red:
      break;
  }
  return Ink::red;
}

std::string points_in_words(const ScoreSheet& sheet) {
  return rounded(sheet.points) + " of " + counted(sheet.max_points, "point");
}

void add_band(Page& page, const ScoreSheet& sheet, std::string_view behind) {
  page.headed(band_in_capitals(sheet.band), ink_of(sheet.band),
              points_in_words(sheet) + std::string(behind));
}

void add_met(Page& page, const std::string& answer, const ScoreSheet& sheet, std::size_t index,
             std::string_view label) {
  const Criterion& criterion = sheet.rubric->criteria[index];
  const CriterionScore& score = sheet.criteria[index];
  page.blank();
  page.item("✓", Ink::green, std::string(label) + criterion.says + points_behind(criterion, score));
  page.quote(answer, evidence_spans(score.evidence), Ink::green);
}

void add_missed(Page& page, const std::string& answer, const ScoreSheet& sheet, std::size_t index,
                std::string_view label) {
  const Criterion& criterion = sheet.rubric->criteria[index];
  const CriterionScore& score = sheet.criteria[index];
  const bool partly = score.points > 0;
  page.blank();
  page.item(partly ? "~" : "✗", partly ? Ink::yellow : Ink::red,
            std::string(label) + criterion.says + points_behind(criterion, score));
  page.quote(answer, evidence_spans(score.evidence), Ink::green);
  if (score.near_miss && score.near_miss->closeness > 0) {
    page.note("Nearly: ", Ink::yellow, score.near_miss->why);
    const Span near = score.near_miss->span;
    const bool quoted = std::any_of(score.evidence.begin(), score.evidence.end(),
                                    [near](const Evidence& piece) { return piece.span == near; });
    if (!near.empty() && !quoted) page.quote(answer, {near}, Ink::yellow);
  }
  if (!criterion.hint.empty()) page.note("Hint: ", Ink::bold, criterion.hint);
}

void add_flaw(Page& page, const std::string& answer, const ScoreSheet& sheet, std::size_t index,
              std::string_view label) {
  const Flaw& flaw = sheet.rubric->flaws[index];
  page.blank();
  page.item("!", Ink::red, std::string(label) + flaw.says + price_of(flaw));
  page.quote(answer, evidence_spans(sheet.flaws[index].evidence), Ink::red);
}

void add_flag(Page& page, std::string_view flag) {
  page.blank();
  page.item("·", Ink::yellow, meaning_of_flag(flag));
}

void add_sheet(Page& page, const std::string& answer, const ScoreSheet& sheet) {
  add_band(page, sheet);
  const auto each = [&](auto add, auto wanted) {
    for (std::size_t i = 0; i < sheet.criteria.size(); ++i) {
      if (wanted(sheet.criteria[i])) add(page, answer, sheet, i, std::string_view());
    }
  };
  each(add_met, [](const CriterionScore& score) { return score.met; });
  each(add_missed, [](const CriterionScore& score) { return !score.met && score.points > 0; });
  each(add_missed, [](const CriterionScore& score) { return !score.met && !(score.points > 0); });
  for (std::size_t i = 0; i < sheet.flaws.size(); ++i) {
    if (sheet.flaws[i].committed) add_flaw(page, answer, sheet, i);
  }
  for (const std::string& flag : sheet.flags) add_flag(page, flag);
}

}  // namespace assay
