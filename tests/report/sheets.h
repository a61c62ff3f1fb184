// Sheets made by hand, for tests of what is written about them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grading/record.h"

namespace assay {

// A rule that is only looked at.
class DescribedRule final : public Rule {
 public:
  explicit DescribedRule(std::string description) : description_(std::move(description)) {}
  void find(const Reading&, std::vector<Match>&) const override {}
  NearMiss near_miss(const Reading&) const override { return {}; }
  std::string describe() const override { return description_; }

 private:
  std::string description_;
};

// The first place of `words` in `text`.
inline Span span_of(std::string_view text, std::string_view words) {
  const std::size_t begin = text.find(words);
  return {std::uint32_t(begin), std::uint32_t(begin + words.size())};
}

// A rubric of three criteria and two flaws, and an answer that meets the first, misses the second
// narrowly and the third wholly, and commits the first flaw.
inline std::shared_ptr<Rubric> idempotency_rubric() {
  auto rubric = std::make_shared<Rubric>();
  rubric->id = "idempotency";
  rubric->title = "Idempotent batch pipelines";
  rubric->prompt = "How do you make a daily batch pipeline idempotent?";
  rubric->path = "rubrics/foundation/idempotency.toml";
  rubric->pack = "foundation";
  rubric->hash = "0123456789abcdef";
  const auto add_criterion = [&](std::string id, std::string says, std::string hint,
                                 double points) {
    Criterion criterion;
    criterion.id = std::move(id);
    criterion.says = std::move(says);
    criterion.hint = std::move(hint);
    criterion.points = points;
    rubric->criteria.push_back(std::move(criterion));
  };
  add_criterion("merge-by-key", "Merges or upserts on a business key instead of inserting", "", 1);
  add_criterion("overwrite", "Replaces one day's partition as a whole",
                "What could a second run replace instead of adding to it?", 2);
  add_criterion("test", "Proves it by running the pipeline twice", "", 1);
  Flaw flaw;
  flaw.id = "wall-clock";
  flaw.says = "Takes the day from the wall clock";
  flaw.cost = 0.5;
  flaw.cap = Band::yellow;
  rubric->flaws.push_back(std::move(flaw));
  Flaw other;
  other.id = "distinct";
  other.says = "Hides repeats behind DISTINCT";
  rubric->flaws.push_back(std::move(other));
  return rubric;
}

inline const std::string& idempotency_text() {
  static const std::string text =
      "We upsert on order_id, so a second run changes nothing.\n"
      "We never overwrite the day's partition.\n"
      "The date comes from now() when the job starts.\n";
  return text;
}

inline GradedAnswer graded_by_hand() {
  const std::string& text = idempotency_text();
  ScoreSheet sheet;
  sheet.rubric = idempotency_rubric();
  sheet.band = Band::red;
  sheet.points = 0.5;
  sheet.max_points = 4;
  sheet.score = 0.125;
  sheet.criteria.resize(3);
  sheet.criteria[0] = {true,
                       1,
                       {{span_of(text, "upsert"), "merge-by-key.any[0]", true},
                        {span_of(text, "order_id"), "merge-by-key.any[0]", true}},
                       {}};
  sheet.criteria[1].near_miss =
      SheetNearMiss{span_of(text, "overwrite the day's partition"),
                    "overwrite.any[1]",
                    "found, but negated by \"never\"",
                    0.75,
                    {span_of(text, "overwrite the day's partition"), span_of(text, "never")}};
  sheet.flaws.resize(2);
  sheet.flaws[0] = {true, {{span_of(text, "now()"), "wall-clock.any[0]", true}}};
  return {{"a1", "idempotency", text, {}}, std::move(sheet)};
}

inline GradedAnswer failed_answer() {
  return {{"b2", "idempotence", "Some text.", {}},
          GradingError{"unknown-question",
                       "there is no question \"idempotence\"; did you mean \"idempotency\"?",
                       "in.jsonl:2"}};
}

// All that a writer of `make` writes.
template <typename Make>
std::string written(Make make, const std::vector<GradedAnswer>& answers) {
  std::string out;
  const auto writer = make([&out](std::string_view bytes) { out += bytes; });
  for (const GradedAnswer& answer : answers) writer->write(answer);
  writer->finish();
  return out;
}

}  // namespace assay
