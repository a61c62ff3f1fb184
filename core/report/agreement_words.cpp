#include "report/agreement_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>

#include "report/page.h"

namespace assay {
namespace {

std::string two_decimals(double number) {
  std::array<char, 64> buffer;
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.2f", number);
  std::string out(buffer.data(), std::size_t(size));
  return out == "-0.00" ? "0.00" : out;
}

// One sentence a reason, however many questions it holds of.
void add_skipped(const std::vector<SkippedQuestion>& skipped, std::vector<std::string>& out) {
  constexpr std::size_t kNames = 6;
  std::map<std::string_view, std::vector<const SkippedQuestion*>> by_reason;
  for (const SkippedQuestion& one : skipped) by_reason[one.why].push_back(&one);
  for (const auto& [why, questions] : by_reason) {
    std::size_t answers = 0;
    std::string names;
    for (std::size_t i = 0; i < questions.size(); ++i) {
      answers += questions[i]->answers;
      if (i < kNames) names += (i > 0 ? ", " : "") + questions[i]->question;
    }
    if (questions.size() > kNames) {
      names += " and " + std::to_string(questions.size() - kNames) + " more";
    }
    out.push_back("Skipped " + counted(double(answers), "answer") + " to " +
                  counted(double(questions.size()), "question") + ", " + std::string(why) + ": " +
                  names + ".");
  }
}

Figure value_of(const Comparisons& comparisons, Rater rater, Measure measure) {
  const Estimate* estimate = find(comparisons, rater, measure);
  return estimate ? estimate->value : std::nullopt;
}

}  // namespace

std::string_view title_of(Aspect aspect) {
  constexpr std::string_view kTitles[] = {"Criteria", "Flaws", "Bands", "Scores"};
  return kTitles[std::size_t(aspect)];
}

std::string_view title_of(Measure measure) {
  constexpr std::string_view kTitles[] = {"Agreement", "Cohen's kappa", "Precision", "Recall",
                                          "QWK",       "Pearson",       "RMSE",      "SMD"};
  return kTitles[std::size_t(measure)];
}

std::string_view explain(Measure measure) {
  switch (measure) {
    case Measure::agreement:
      return "the share of pairs that are equal";
    case Measure::kappa:
      return "agreement beyond chance: 0 is chance, 1 is perfect (Cohen 1960)";
    case Measure::precision:
      return "of what was scored, the share that was marked";
    case Measure::recall:
      return "of what was marked, the share that was scored";
    case Measure::qwk:
      return "quadratic weighted kappa: far apart counts for more (Cohen 1968)";
    case Measure::pearson:
      return "the correlation of scores with marks";
    case Measure::rmse:
      return "root mean square error: in bands for bands, in shares of the points for scores";
    case Measure::smd:
      return "how far the mean score lies above the mean mark, in SDs of the marks";
  }
  return "";
}

std::string_view explain(Rater rater) {
  switch (rater) {
    case Rater::scores:
      return "the grader";
    case Rater::median:
      return "always the median mark of the question or criterion";
    case Rater::mean:
      return "always the mean mark of the question";
    case Rater::length:
      return "the same marks handed out by length, the best to the longest answers";
    case Rater::markers:
      return "marker with marker";
  }
  return "";
}

std::vector<Rater> raters_of(const Agreement& agreement) {
  std::vector<Rater> out;
  for (const Rater rater :
       {Rater::scores, Rater::median, Rater::mean, Rater::length, Rater::markers}) {
    const auto& aspects = agreement.all.aspects;
    if (std::any_of(aspects.begin(), aspects.end(),
                    [rater](const Comparisons& one) { return find(one, rater) != nullptr; })) {
      out.push_back(rater);
    }
  }
  return out;
}

std::string written(Figure figure) { return figure ? two_decimals(*figure) : "-"; }

std::string written(const std::optional<Interval>& interval) {
  if (!interval) return {};
  return two_decimals(interval->low) + " to " + two_decimals(interval->high);
}

std::vector<std::string> summary_of(const Agreement& agreement) {
  std::vector<std::string> out;
  out.push_back(
      counted(double(agreement.all.answers), "marked answer") + " to " +
      counted(double(agreement.questions), "question") +
      (agreement.markers > 1 ? ", " + std::to_string(agreement.markers) + " markers" : "") +
      (agreement.blank > 0 ? ", " + std::to_string(agreement.blank) + " of them blank" : "") + ".");
  if (agreement.unmarked > 0) {
    out.push_back("Left out " + counted(double(agreement.unmarked), "answer") + " without marks.");
  }
  add_skipped(agreement.skipped, out);
  if (!agreement.baseline.empty()) out.push_back("Baseline: " + agreement.baseline + ".");
  return out;
}

std::vector<Asked> asked_of(const Comparisons& comparisons) {
  std::vector<Asked> out;
  const Figure qwk = value_of(comparisons, Rater::scores, Measure::qwk);
  const Figure correlation = value_of(comparisons, Rater::scores, Measure::pearson);
  const Figure difference = value_of(comparisons, Rater::scores, Measure::smd);
  const Figure people = value_of(comparisons, Rater::markers, Measure::qwk);
  if (qwk) out.push_back({"QWK at least " + two_decimals(kLeastQwk), *qwk >= kLeastQwk});
  if (correlation) {
    out.push_back({"Pearson at least " + two_decimals(kLeastQwk), *correlation >= kLeastQwk});
  }
  if (difference) {
    out.push_back({"SMD within " + two_decimals(kMostMeanDifference) + " of 0",
                   std::abs(*difference) <= kMostMeanDifference});
  }
  if (qwk && people) {
    out.push_back({"QWK at most " + two_decimals(kMostDegradation) + " below marker with marker",
                   *people - *qwk <= kMostDegradation});
  }
  return out;
}

std::string verdict_of(const Disagreement& disagreement) {
  std::vector<std::string> marks;
  const auto add = [&](std::string mark) {
    if (std::find(marks.begin(), marks.end(), mark) == marks.end())
      marks.push_back(std::move(mark));
  };
  for (const Band band : disagreement.marked_bands) add(std::string(name_of(band)));
  for (const double score : disagreement.marked_scores) add(two_decimals(score));
  std::string marked;
  for (const std::string& mark : marks) marked += (marked.empty() ? "" : " and ") + mark;
  const std::string band(disagreement.marked_bands.empty() ? std::string_view()
                                                           : name_of(disagreement.band));
  return "scored " + band + (band.empty() ? "" : " ") + two_decimals(disagreement.score) +
         (marked.empty() ? "" : ", marked " + marked);
}

std::string verdict_of(const Difference& difference) {
  std::string out = difference.flaw ? "flaw " : "";
  out += difference.scored ? "scored" : "not scored";
  if (difference.against > 0) out += difference.scored ? ", not marked" : ", marked";
  if (difference.markers > 1) {
    out += " (by " + std::to_string(difference.against) + " of " +
           std::to_string(difference.markers) + ")";
  }
  return out;
}

std::string sentence_of(const Fall& fall) {
  const bool rose = fall.before && fall.now && *fall.now > *fall.before;
  return fall.figure + (rose ? " rose from " : " fell from ") + written(fall.before) + " to " +
         (fall.now ? written(fall.now) : "undefined");
}

}  // namespace assay
