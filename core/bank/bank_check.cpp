#include "bank/bank_check.h"

#include <algorithm>
#include <utility>

#include "rubric/points.h"

namespace assay {
namespace {

std::string shown(double number) { return decimal(points_of(units_of(number))); }

template <class Entries>
std::size_t index_of(const Entries& entries, const std::string& id) {
  return std::size_t(std::find_if(entries.begin(), entries.end(),
                                  [&](const auto& entry) { return entry.id == id; }) -
                     entries.begin());
}

std::vector<Span> spans_of(const std::vector<Evidence>& evidence) {
  std::vector<Span> spans;
  for (const Evidence& piece : evidence) {
    if (!piece.span.empty()) spans.push_back(piece.span);
  }
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return spans;
}

class Judge {
 public:
  Judge(const BankAnswer& answer, const ScoreSheet& sheet)
      : answer_(answer), sheet_(sheet), rubric_(*sheet.rubric) {}

  // Appends what became of it.
  void judge(const Expectation& expected, std::vector<Verdict>& verdicts) const {
    if (expected.what != Expected::no_flaws) {
      verdicts.push_back({expected, finding_of(expected)});
      return;
    }
    // Each flaw by itself: one that is known or suppressed must not hide another.
    const std::size_t before = verdicts.size();
    for (std::size_t i = 0; i < sheet_.flaws.size(); ++i) {
      if (!sheet_.flaws[i].committed) continue;
      Expectation of_one = expected;
      of_one.id = rubric_.flaws[i].id;
      verdicts.push_back({of_one, flaw(of_one)});
    }
    if (verdicts.size() == before) verdicts.push_back({expected, std::nullopt});
  }

 private:
  std::optional<Finding> finding_of(const Expectation& expected) const {
    switch (expected.what) {
      case Expected::band:
        return band(expected);
      case Expected::least_score:
      case Expected::exact_score:
        return score(expected);
      case Expected::met:
      case Expected::not_met:
        return criterion(expected);
      case Expected::flaw:
      case Expected::no_flaw:
      case Expected::no_flaws:
        break;
    }
    return flaw(expected);
  }

  std::string line_of(const Expectation& expected) const {
    return "line " + std::to_string(answer_.file->place_of(expected.span.begin).line);
  }

  std::string move_it(const Expectation& expected, std::string_view to) const {
    return "mend the answer or the rubric, or move " + as_code(expected.id) + " from " +
           as_code(key_of(expected.what)) + " in " + line_of(expected) + " to " + as_code(to);
  }

  std::optional<Finding> criterion(const Expectation& expected) const {
    const std::size_t index = index_of(rubric_.criteria, expected.id);
    const Criterion& criterion = rubric_.criteria[index];
    const CriterionScore& score = sheet_.criteria[index];
    if (score.met == (expected.what == Expected::met)) return std::nullopt;
    Finding finding;
    if (score.met) {
      finding.kind = "criterion-met";
      finding.message = as_code(criterion.id) + " should not be met: " + criterion.says;
      finding.why = score.evidence.empty() ? "nothing stands against it" : "these words meet it";
      finding.advice = move_it(expected, "met");
      finish(finding, expected, spans_of(score.evidence));
      return finding;
    }
    finding.kind = "criterion-not-met";
    finding.message = as_code(criterion.id) + " should be met: " + criterion.says;
    std::vector<Span> words;
    if (score.near_miss) {
      finding.why = score.near_miss->why;
      const Span span = score.near_miss->span;
      if (!span.empty()) words.push_back(span);
      finding.near_miss = text_of(span);
    }
    if (words.empty() && score.points > 0) words = spans_of(score.evidence);
    if (finding.why.empty()) {
      finding.why = score.points > 0 ? "met in part" : "nothing in the answer comes near";
    }
    finding.advice = move_it(expected, "not-met");
    finish(finding, expected, std::move(words));
    return finding;
  }

  std::optional<Finding> flaw(const Expectation& expected) const {
    const std::size_t index = index_of(rubric_.flaws, expected.id);
    const Flaw& flaw = rubric_.flaws[index];
    const FlawScore& score = sheet_.flaws[index];
    if (score.committed == (expected.what == Expected::flaw)) return std::nullopt;
    Finding finding;
    if (score.committed) {
      finding.kind = "flaw-committed";
      finding.message = as_code(flaw.id) + " should not be committed: " + flaw.says;
      finding.why = score.evidence.empty() ? "nothing stands against it" : "these words commit it";
      finding.advice = expected.what == Expected::no_flaw
                           ? move_it(expected, "flaws")
                           : "mend the answer or the rubric, or name " + as_code(flaw.id) +
                                 " in `flaws` instead of `no-flaws` in " + line_of(expected);
    } else {
      finding.kind = "flaw-not-committed";
      finding.message = as_code(flaw.id) + " should be committed: " + flaw.says;
      finding.why = "no words of the answer commit it";
      finding.advice = move_it(expected, "no-flaws");
    }
    finish(finding, expected, spans_of(score.evidence));
    return finding;
  }

  std::optional<Finding> band(const Expectation& expected) const {
    if (sheet_.band >= expected.band) return std::nullopt;
    Finding finding;
    finding.kind = "band";
    finding.message = "the band should be " + std::string(name_of(expected.band)) +
                      (expected.band == Band::green ? "" : " or better") + " and is " +
                      std::string(name_of(sheet_.band));
    finding.why = earned();
    finding.advice = "mend the answer or the rubric, or take the band in " + line_of(expected) +
                     " down to \"" + std::string(name_of(sheet_.band)) + "\"";
    finish(finding, expected, {});
    return finding;
  }

  std::optional<Finding> score(const Expectation& expected) const {
    const Units is = units_of(sheet_.score);
    const Units should = units_of(expected.score);
    const bool exact = expected.what == Expected::exact_score;
    if (exact ? is == should : is >= should) return std::nullopt;
    Finding finding;
    finding.kind = "score";
    finding.message = "the score should be " + std::string(exact ? "" : "at least ") +
                      shown(expected.score) + " and is " + shown(sheet_.score);
    finding.why = earned();
    finding.advice = "mend the answer or the rubric, or write " + shown(sheet_.score) + " in " +
                     line_of(expected);
    finish(finding, expected, {});
    return finding;
  }

  // "2 of 4 points; not met: `a`, `b`; committed: `c`"
  std::string earned() const {
    std::string text = shown(sheet_.points) + " of " + shown(sheet_.max_points) + " points";
    const auto list = [&](std::string_view before, const auto& entries, const auto& is_listed) {
      for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!is_listed(i)) continue;
        text += std::string(std::exchange(before, ", ")) + as_code(entries[i].id);
      }
    };
    list("; not met: ", rubric_.criteria, [&](std::size_t i) { return !sheet_.criteria[i].met; });
    list("; committed: ", rubric_.flaws, [&](std::size_t i) { return sheet_.flaws[i].committed; });
    return text;
  }

  // Places: the words, where there are any, else the expectation.
  void finish(Finding& finding, const Expectation& expected, const std::vector<Span>& words) const {
    finding.id = expected.id;
    finding.file = answer_.file;
    finding.expected_at = region_of(*answer_.file, expected.span);
    finding.of_words = !words.empty();
    // Not the words: a rubric or an answer may change them, and the finding stays the same.
    Digest digest;
    digest.add(finding.kind).add(expected.id).add(key_of(expected.what));
    if (answer_.is_record) digest.add(record_name());
    for (const Span span : words) {
      const Span of_file = answer_.in_file(span);
      finding.regions.push_back(region_of(*answer_.file, of_file));
      finding.spans.push_back(answer_.is_record ? span : of_file);
    }
    if (words.empty()) {
      finding.regions.push_back(finding.expected_at);
      finding.spans.push_back(expected.span);
    }
    finding.fingerprint = digest.hex();
  }

  std::string_view text_of(Span span) const {
    return std::string_view(answer_.record.text).substr(span.begin, span.size());
  }

  // What stays where other records come and go: the id, or the answer where it has none.
  const std::string& record_name() const {
    const bool by_line = answer_.record.id.starts_with(answer_.file->path() + ":");
    return by_line ? answer_.record.text : answer_.record.id;
  }

  const BankAnswer& answer_;
  const ScoreSheet& sheet_;
  const Rubric& rubric_;
};

}  // namespace

void check_bank(Bank bank, Grader& grader, CheckReport& report) {
  std::vector<InputRecord> records;
  for (const BankAnswer& answer : bank.answers) {
    records.push_back({answer.record, answer.file->path(), std::nullopt});
  }
  const std::vector<GradedAnswer> graded = grader.grade(std::move(records));
  for (std::size_t i = 0; i < graded.size(); ++i) {
    CheckedAnswer checked;
    checked.answer = std::move(bank.answers[i]);
    if (const auto* sheet = std::get_if<ScoreSheet>(&graded[i].outcome)) {
      const Judge judge(checked.answer, *sheet);
      for (const Expectation& expected : checked.answer.expectations) {
        judge.judge(expected, checked.verdicts);
      }
    } else {
      checked.error = std::get<GradingError>(graded[i].outcome);
    }
    report.answers.push_back(std::move(checked));
  }
  report.mistakes.insert(report.mistakes.end(), bank.mistakes.begin(), bank.mistakes.end());
  report.ignored += bank.ignored;
}

}  // namespace assay
