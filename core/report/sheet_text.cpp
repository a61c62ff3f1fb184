#include "report/sheet_text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace assay {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kFlags = {{
    {"empty", "There is no word in the answer."},
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

// With one of these nothing in the answer is read further.
bool says_all(std::string_view flag) {
  return flag == "empty" || flag == "question-repeated" || flag == "off-topic";
}

// The words that say most, and how many places there are beside them.
void add_evidence(Page& page, const std::string& answer, const std::vector<Evidence>& evidence,
                  Ink ink) {
  std::vector<Span> best;
  for (const Evidence& piece : evidence) {
    if (piece.best) best.push_back(piece.span);
  }
  if (best.empty()) {
    for (const Evidence& piece : evidence) best.push_back(piece.span);
  }
  page.quote(answer, best, ink);
  std::size_t more = 0;
  std::uint32_t end = 0;
  for (const Evidence& piece : evidence) {
    const bool apart =
        piece.span.begin >= end && std::none_of(best.begin(), best.end(), [&](Span of_best) {
          return piece.span.begin < of_best.end && of_best.begin < piece.span.end;
        });
    if (apart) ++more;
    end = std::max(end, piece.span.end);
  }
  if (more == 0) return;
  page.note("(and in " + std::to_string(more) + " more place" + (more == 1 ? ")" : "s)"),
            Ink::faint, "");
}

// Whether a flaw keeps the answer below the band of its points.
bool is_capped(const ScoreSheet& sheet) {
  const Bands& bands = sheet.rubric->bands;
  const Band by_points = sheet.score >= bands.green    ? Band::green
                         : sheet.score >= bands.yellow ? Band::yellow
                                                       : Band::red;
  return sheet.band < by_points;
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
              points_in_words(sheet) + (is_capped(sheet) ? ", held there by a flaw" : "") +
                  std::string(behind));
}

void add_met(Page& page, const std::string& answer, const ScoreSheet& sheet, std::size_t index,
             std::string_view label) {
  const Criterion& criterion = sheet.rubric->criteria[index];
  const CriterionScore& score = sheet.criteria[index];
  page.blank();
  page.item("✓", Ink::green, std::string(label) + criterion.says + points_behind(criterion, score));
  add_evidence(page, answer, score.evidence, Ink::green);
}

void add_missed(Page& page, const std::string& answer, const ScoreSheet& sheet, std::size_t index,
                std::string_view label) {
  const Criterion& criterion = sheet.rubric->criteria[index];
  const CriterionScore& score = sheet.criteria[index];
  const bool partly = score.points > 0;
  page.blank();
  page.item(partly ? "~" : "✗", partly ? Ink::yellow : Ink::red,
            std::string(label) + criterion.says + points_behind(criterion, score));
  add_evidence(page, answer, score.evidence, Ink::green);
  if (score.near_miss && score.near_miss->closeness > 0) {
    page.note("Nearly: ", Ink::yellow, score.near_miss->why);
    std::vector<Span> words = score.near_miss->words;
    std::erase_if(words, [&](Span word) {
      return std::any_of(score.evidence.begin(), score.evidence.end(),
                         [&](const Evidence& piece) { return piece.best && piece.span == word; });
    });
    page.quote(answer, words, Ink::yellow);
  }
  if (!criterion.hint.empty()) page.note("Hint: ", Ink::bold, criterion.hint);
}

void add_flaw(Page& page, const std::string& answer, const ScoreSheet& sheet, std::size_t index,
              std::string_view label) {
  const Flaw& flaw = sheet.rubric->flaws[index];
  page.blank();
  page.item("!", Ink::red, std::string(label) + flaw.says + price_of(flaw));
  add_evidence(page, answer, sheet.flaws[index].evidence, Ink::red);
}

void add_flag(Page& page, std::string_view flag) {
  page.blank();
  page.item("·", Ink::yellow, meaning_of_flag(flag));
}

void add_sheet(Page& page, const std::string& answer, const ScoreSheet& sheet) {
  add_band(page, sheet);
  const auto all = std::find_if(sheet.flags.begin(), sheet.flags.end(), says_all);
  if (all != sheet.flags.end()) return add_flag(page, *all);
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
