#include <algorithm>
#include <array>
#include <utility>

#include "report/glyphs.h"
#include "report/page.h"
#include "report/writer.h"

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

std::string upper(std::string_view name) {
  std::string upper(name);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = char(c - 'a' + 'A');
  }
  return upper;
}

std::vector<Span> spans_of(const std::vector<Evidence>& evidence) {
  std::vector<Span> spans;
  for (const Evidence& piece : evidence) spans.push_back(piece.span);
  return spans;
}

// What stands behind a criterion's sentence where its points are not simply 1 or none.
std::string worth(const Criterion& criterion, const CriterionScore& score) {
  if (score.points > 0 && !score.met) {
    return "  (" + rounded(score.points) + " of " + counted(criterion.points, "point") + ")";
  }
  if (criterion.points == 1) return {};
  return "  (" + counted(criterion.points, "point") + ")";
}

std::string price(const Flaw& flaw) {
  std::string price;
  if (flaw.cost > 0) price = "costs " + counted(flaw.cost, "point");
  if (flaw.cap) {
    if (!price.empty()) price += ", ";
    price += "no better than " + std::string(name_of(*flaw.cap));
  }
  return price.empty() ? price : "  (" + price + ")";
}

void add_met(Page& page, const std::string& text, const Criterion& criterion,
             const CriterionScore& score) {
  page.blank();
  page.item("✓", Ink::green, criterion.says + worth(criterion, score));
  page.quote(text, spans_of(score.evidence), Ink::green);
}

void add_missed(Page& page, const std::string& text, const Criterion& criterion,
                const CriterionScore& score) {
  const bool partly = score.points > 0;
  page.blank();
  page.item(partly ? "~" : "✗", partly ? Ink::yellow : Ink::red,
            criterion.says + worth(criterion, score));
  page.quote(text, spans_of(score.evidence), Ink::green);
  if (score.near_miss && score.near_miss->closeness > 0) {
    page.note("Nearly: ", Ink::yellow, score.near_miss->why);
    const Span near = score.near_miss->span;
    const bool quoted = std::any_of(score.evidence.begin(), score.evidence.end(),
                                    [near](const Evidence& piece) { return piece.span == near; });
    if (!near.empty() && !quoted) page.quote(text, {near}, Ink::yellow);
  }
  if (!criterion.hint.empty()) page.note("Hint: ", Ink::bold, criterion.hint);
}

void add_sheet(Page& page, const std::string& text, const ScoreSheet& sheet) {
  const Rubric& rubric = *sheet.rubric;
  page.headed(upper(name_of(sheet.band)), ink_of(sheet.band),
              rounded(sheet.points) + " of " + counted(sheet.max_points, "point"));
  const auto each = [&](auto add, auto wanted) {
    for (std::size_t i = 0; i < sheet.criteria.size(); ++i) {
      if (wanted(sheet.criteria[i])) add(page, text, rubric.criteria[i], sheet.criteria[i]);
    }
  };
  each(add_met, [](const CriterionScore& score) { return score.met; });
  each(add_missed, [](const CriterionScore& score) { return !score.met && score.points > 0; });
  each(add_missed, [](const CriterionScore& score) { return !score.met && !(score.points > 0); });
  for (std::size_t i = 0; i < sheet.flaws.size(); ++i) {
    if (!sheet.flaws[i].committed) continue;
    page.blank();
    page.item("!", Ink::red, "Flaw: " + rubric.flaws[i].says + price(rubric.flaws[i]));
    page.quote(text, spans_of(sheet.flaws[i].evidence), Ink::red);
  }
  for (const std::string& flag : sheet.flags) {
    std::string_view sentence = flag;
    for (const auto& [name, meaning] : kFlags) {
      if (flag == name) sentence = meaning;
    }
    page.blank();
    page.item("·", Ink::yellow, sentence);
  }
}

class TextWriter final : public Writer {
 public:
  TextWriter(Sink sink, const WriterOptions& options) : sink_(std::move(sink)), options_(options) {}

  void write(const GradedAnswer& graded) override {
    std::string head;
    std::string body;
    render(graded, head, body);
    ++answers_;
    if (answers_ == 1) {
      // Whether it needs its name depends on whether another answer follows.
      first_head_ = std::move(head);
      first_body_ = std::move(body);
      return;
    }
    if (answers_ == 2) sink_(first_head_ + first_body_);
    sink_("\n\n" + head + body);
  }

  void finish() override {
    if (answers_ == 0) sink_("No answers.\n");
    if (answers_ == 1) sink_(first_body_);
    if (answers_ < 2) return;
    std::string line = "\n\n";
    Page page(line, options_.width, options_.color);
    page.paragraph(summary(), Ink::bold);
    sink_(line);
  }

 private:
  void render(const GradedAnswer& graded, std::string& head, std::string& body) {
    Page page(body, options_.width, options_.color);
    std::string title = graded.answer.question;
    if (const auto* sheet = std::get_if<ScoreSheet>(&graded.outcome)) {
      title = sheet->rubric->title;
      ++bands_[std::size_t(sheet->band)];
      add_sheet(page, graded.answer.text, *sheet);
    } else {
      ++errors_;
      page.headed("ERROR", Ink::red, std::get<GradingError>(graded.outcome).message);
    }
    head = inked(safe(graded.answer.id), Ink::bold, options_.color);
    if (!title.empty()) head += "  " + inked(safe(title), Ink::faint, options_.color);
    head += '\n';
  }

  std::string summary() const {
    std::string line = counted(double(answers_), "answer") + ":";
    std::string_view before = " ";
    const auto add = [&](std::size_t count, std::string_view what) {
      if (count == 0) return;
      line += std::string(before) + std::to_string(count) + " " + std::string(what);
      before = ", ";
    };
    for (const Band band : {Band::green, Band::yellow, Band::red}) {
      add(bands_[std::size_t(band)], name_of(band));
    }
    add(errors_, errors_ == 1 ? "error" : "errors");
    return line;
  }

  Sink sink_;
  WriterOptions options_;
  std::size_t answers_ = 0;
  std::array<std::size_t, 3> bands_ = {};
  std::size_t errors_ = 0;
  std::string first_head_;
  std::string first_body_;
};

}  // namespace

std::unique_ptr<Writer> make_text_writer(Writer::Sink sink, const WriterOptions& options) {
  return std::make_unique<TextWriter>(std::move(sink), options);
}

}  // namespace assay
