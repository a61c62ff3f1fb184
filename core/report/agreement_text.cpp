#include <algorithm>

#include "report/agreement_report.h"
#include "report/agreement_words.h"
#include "report/glyphs.h"
#include "report/page.h"

namespace assay {
namespace {

constexpr std::size_t kRules = 20;      // shown; the other formats have all
constexpr std::size_t kTextLines = 12;  // of an answer

std::string right(std::string_view text, unsigned width) {
  const unsigned has = width_of(text);
  return std::string(has < width ? width - has : 0, ' ') + std::string(text);
}

std::string left(std::string_view text, unsigned width) {
  const unsigned has = width_of(text);
  return std::string(text) + std::string(has < width ? width - has : 0, ' ');
}

// The page and what it is written to, for the rows of tables.
class Sheet {
 public:
  explicit Sheet(const WriterOptions& options)
      : color_(options.color), page_(out_, options.width, options.color) {}
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  Page& page() { return page_; }
  // Its blanks stand, so what goes into it must be safe to show.
  void row(const std::string& row, Ink ink = Ink::plain) { out_ += inked(row, ink, color_) + "\n"; }
  std::string finish() { return std::move(out_); }

 private:
  std::string out_;
  bool color_;
  Page page_;
};

// --- Headline

// The figures of one aspect: the grader's with their interval, then everybody else's.
void add_aspect(Sheet& sheet, const Agreement& agreement, Aspect aspect) {
  const Comparisons& all = agreement.all.aspects[std::size_t(aspect)];
  if (all.empty()) return;
  const Comparisons* answered =
      agreement.without_blank ? &agreement.without_blank->aspects[std::size_t(aspect)] : nullptr;

  sheet.page().blank();
  std::string head =
      left(std::string(title_of(aspect)) + " (" + std::to_string(all.front().pairs) + ")", 17) +
      right("scores", 7) + right("95 % interval", 16);
  if (answered) head += right("no blank", 9);
  for (const Comparison& one : all) {
    if (one.rater != Rater::scores) head += right(name_of(one.rater), 8);
  }
  sheet.row(head, Ink::bold);

  for (const Estimate& estimate : all.front().estimates) {
    std::string row = "  " + left(title_of(estimate.measure), 15) +
                      right(written(estimate.value), 7) + right(written(estimate.interval), 16);
    if (answered) {
      const Estimate* other = find(*answered, Rater::scores, estimate.measure);
      row += right(other ? written(other->value) : "-", 9);
    }
    for (const Comparison& one : all) {
      if (one.rater == Rater::scores) continue;
      row += right(written(find(all, one.rater, estimate.measure)->value), 8);
    }
    sheet.row(row);
  }
  std::string asked;
  for (const Asked& one : asked_of(all)) {
    asked += (asked.empty() ? "  Asked: " : "; ") + one.what + (one.reached ? ": yes" : ": NO");
  }
  if (!asked.empty()) sheet.page().paragraph(asked);
}

void add_confusion(Sheet& sheet, const Agreement& agreement) {
  if (agreement.all.aspects[std::size_t(Aspect::bands)].empty()) return;
  sheet.page().blank();
  std::string head = left("Marked \\ scored", 17);
  for (const Band band : {Band::red, Band::yellow, Band::green}) head += right(name_of(band), 8);
  sheet.row(head, Ink::bold);
  for (const Band mark : {Band::red, Band::yellow, Band::green}) {
    std::string row = "  " + left(name_of(mark), 15);
    for (const std::size_t count : agreement.confusion[std::size_t(mark)]) {
      row += right(std::to_string(count), 8);
    }
    sheet.row(row);
  }
}

void add_legend(Page& page, const Agreement& agreement) {
  page.blank();
  std::string legend;
  for (const Rater rater : raters_of(agreement)) {
    if (rater == Rater::scores) continue;
    legend += std::string(name_of(rater)) + ": " + std::string(explain(rater)) + "; ";
  }
  page.paragraph(legend + "-: undefined, or too few answers for an interval.", Ink::faint);
}

// --- Criteria and rules

void add_criteria(Sheet& sheet, const Agreement& agreement) {
  if (agreement.criteria.empty()) return;
  constexpr unsigned kName = 24;
  sheet.page().blank();
  sheet.row(left("By criterion", kName) + right("n", 5) + right("marked", 7) + right("scored", 7) +
                right("agree", 6) + right("kappa", 6) + right("95 % interval", 15) +
                right("prec", 5) + right("rec", 5),
            Ink::bold);
  const std::string* question = nullptr;
  for (const CriterionAgreement& one : agreement.criteria) {
    if (!question || *question != one.question) sheet.page().line(one.question);
    question = &one.question;
    const auto estimate = [&](Measure measure) {
      return *find(one.comparisons, Rater::scores, measure);
    };
    std::string name = safe(one.id) + (one.flaw ? " (flaw)" : "");
    if (width_of(name) > kName - 2) {
      sheet.row("  " + name);
      name.clear();
    }
    const Counts& n = one.counts;
    sheet.row("  " + left(name, kName - 2) + right(std::to_string(n.total()), 5) +
              right(std::to_string(n.both + n.marked), 7) +
              right(std::to_string(n.both + n.scored), 7) +
              right(written(estimate(Measure::agreement).value), 6) +
              right(written(estimate(Measure::kappa).value), 6) +
              right(written(estimate(Measure::kappa).interval), 15) +
              right(written(estimate(Measure::precision).value), 5) +
              right(written(estimate(Measure::recall).value), 5));
  }
}

void add_rules(Sheet& sheet, const Agreement& agreement) {
  if (agreement.criteria.empty()) return;  // no mark says what is right
  std::vector<const RuleAgreement*> wrong;
  std::size_t idle = 0;
  for (const RuleAgreement& rule : agreement.rules) {
    if (rule.wrong + rule.missed > 0) wrong.push_back(&rule);
    idle += rule.decisive == 0;
  }
  std::stable_sort(wrong.begin(), wrong.end(), [](const RuleAgreement* a, const RuleAgreement* b) {
    return a->wrong + a->missed > b->wrong + b->missed;
  });
  sheet.page().blank();
  sheet.page().paragraph("Rules: " + std::to_string(wrong.size()) + " of " +
                             std::to_string(agreement.rules.size()) +
                             " decided against a mark, or came near where they were missed" +
                             (wrong.size() > kRules ? " (the worst below)" : "") + "; " +
                             std::to_string(idle) + " never decided.",
                         Ink::bold);
  if (wrong.empty()) return;
  const auto row = [&](std::initializer_list<std::string> columns, std::string_view rule) {
    constexpr unsigned kWidths[] = {8, 6, 6, 5, 7};
    std::string out;
    for (const std::string& column : columns)
      out += right(column, kWidths[&column - columns.begin()]);
    return out + "  " + safe(rule);
  };
  sheet.row(row({"decisive", "right", "wrong", "near", "missed"}, "rule"), Ink::bold);
  for (std::size_t i = 0; i < std::min(wrong.size(), kRules); ++i) {
    const RuleAgreement& rule = *wrong[i];
    sheet.row(
        row({std::to_string(rule.decisive), std::to_string(rule.right), std::to_string(rule.wrong),
             std::to_string(rule.near), std::to_string(rule.missed)},
            rule.question + ": " + rule.rule));
  }
}

// --- Disagreements

void add_difference(Page& page, const Disagreement& in, const Difference& one) {
  page.item(one.scored ? "+" : "-", one.scored ? Ink::yellow : Ink::red,
            one.id + ": " + verdict_of(one) +
                (one.scored && !one.rule.empty() ? ", by " + one.rule : std::string()));
  page.quote(in.text, one.spans, one.scored ? Ink::green : Ink::yellow);
  if (!one.scored && !one.rule.empty())
    page.note("Nearly: ", Ink::yellow, one.rule + ": " + one.why);
}

void add_disagreements(Sheet& sheet, const Agreement& agreement) {
  if (agreement.disagreements.empty()) return;
  sheet.page().blank();
  sheet.page().line("Disagreements (" + std::to_string(agreement.disagreeing) + " of " +
                        std::to_string(agreement.all.answers) + " answers" +
                        (agreement.disagreements.size() < agreement.disagreeing
                             ? "; the worst " + std::to_string(agreement.disagreements.size())
                             : std::string()) +
                        ")",
                    Ink::bold);
  for (const Disagreement& one : agreement.disagreements) {
    sheet.page().blank();
    sheet.page().line(one.id + " (" + one.question + "): " + verdict_of(one), Ink::bold);
    for (const Difference& difference : one.differences)
      add_difference(sheet.page(), one, difference);
    const std::vector<std::string> lines = wrap(one.text, 74);
    for (std::size_t i = 0; i < std::min(lines.size(), kTextLines); ++i) {
      sheet.row("  | " + lines[i], Ink::faint);
    }
    if (lines.size() > kTextLines) {
      sheet.row("  | (" + std::to_string(lines.size() - kTextLines) + " more lines)", Ink::faint);
    }
  }
}

}  // namespace

std::string agreement_text(const Agreement& agreement, const WriterOptions& options) {
  Sheet sheet(options);
  Page& page = sheet.page();
  for (const std::string& sentence : summary_of(agreement)) page.paragraph(sentence);
  for (const std::string& problem : agreement.problems) page.item("!", Ink::red, problem);
  for (const Fall& fall : agreement.falls) {
    page.item("!", Ink::red, sentence_of(fall));
  }
  for (const Fall& fall : agreement.criterion_falls) {
    page.item("-", Ink::yellow, sentence_of(fall));
  }
  if (agreement.all.answers == 0) return sheet.finish();

  for (const Aspect aspect : {Aspect::criteria, Aspect::flaws, Aspect::bands, Aspect::scores}) {
    add_aspect(sheet, agreement, aspect);
  }
  add_legend(page, agreement);
  add_confusion(sheet, agreement);
  add_criteria(sheet, agreement);
  add_rules(sheet, agreement);
  add_disagreements(sheet, agreement);
  return sheet.finish();
}

}  // namespace assay
