#include "grading/mining.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "grading/agreement_parts.h"
#include "grading/mining_words.h"
#include "rules/term_table.h"
#include "text/analyzer.h"

namespace assay {
namespace {

// Of the answers to one question, which side each is on.
enum class Side : std::uint8_t { none, met, unmet };

struct Sides {
  std::vector<Side> of;         // by answer
  std::vector<bool> differing;  // scores and marks differ
  std::size_t met = 0;
  std::size_t unmet = 0;

  void add(Side side, bool differs) {
    of.push_back(side);
    differing.push_back(differs);
    met += side == Side::met;
    unmet += side == Side::unmet;
  }
};

Side side_of(const Votes& votes) {
  if (2 * votes.given == votes.markers) return Side::none;  // nobody marked it, too
  return 2 * votes.given > votes.markers ? Side::met : Side::unmet;
}

using Answers = std::vector<const MarkedAnswer*>;

Sides sides_of(const Answers& answers, const std::string& id, bool flaw, std::size_t index) {
  Sides sides;
  for (const MarkedAnswer* answer : answers) {
    const Side side = side_of(votes(answer->marks, id, flaw));
    const bool scored =
        flaw ? answer->sheet.flaws[index].committed : answer->sheet.criteria[index].met;
    sides.add(side, side != Side::none && scored != (side == Side::met));
  }
  return sides;
}

std::optional<double> mark_of(const MarkedAnswer& answer) {
  double sum = 0;
  std::size_t n = 0;
  for (const Marks& marks : answer.marks) {
    if (!marks.score) continue;
    sum += *marks.score;
    ++n;
  }
  return n == 0 ? std::nullopt : std::optional(sum / double(n));
}

// By the mean mark; a score that is a quarter of the points off differs.
Sides sides_by_score(const Answers& answers) {
  double sum = 0;
  std::size_t n = 0;
  for (const MarkedAnswer* answer : answers) {
    if (const auto mark = mark_of(*answer)) {
      sum += *mark;
      ++n;
    }
  }
  Sides sides;
  for (const MarkedAnswer* answer : answers) {
    const auto mark = mark_of(*answer);
    if (!mark) {
      sides.add(Side::none, false);
    } else {
      sides.add(*mark * double(n) >= sum ? Side::met : Side::unmet,
                std::abs(*mark - answer->sheet.score) >= 0.25);
    }
  }
  return sides;
}

// G² of a two-by-two table: `a` of `a_of` answers on one side, `b` of `b_of` on the other.
double log_likelihood_ratio(std::size_t a, std::size_t a_of, std::size_t b, std::size_t b_of) {
  const double total = double(a_of + b_of);
  const auto part = [total](std::size_t observed, std::size_t row, std::size_t column) {
    return observed == 0 ? 0.0
                         : double(observed) *
                               std::log(double(observed) * total / (double(row) * double(column)));
  };
  const std::size_t has = a + b;
  const std::size_t has_not = a_of + b_of - has;
  return 2 * (part(a, has, a_of) + part(b, has, b_of) + part(a_of - a, has_not, a_of) +
              part(b_of - b, has_not, b_of));
}

// The candidates of one criterion on one side.
class Miner {
 public:
  Miner(const Answers& answers, const std::vector<WordsOfAnswer>& words, const Sides& sides,
        const MiningOptions& options)
      : answers_(answers), words_(words), sides_(sides), options_(options) {}

  // `read`: whether candidates are what rules read, or what they do not.
  std::vector<MiningCandidate> candidates(Side side, bool read,
                                          const std::vector<std::vector<TokenRange>>& occurrences) {
    std::map<WordPair, Counts> counts;
    for (std::size_t a = 0; a < answers_.size(); ++a) {
      if (sides_.of[a] == Side::none) continue;
      for (const auto& [pair, place] : words_[a].pairs(occurrences[a], read)) {
        Counts& count = counts[pair];
        const bool on_side = sides_.of[a] == side;
        ++(on_side ? count.with : count.without);
        if (on_side) count.missed += sides_.differing[a];
      }
    }
    const std::size_t with_of = side == Side::met ? sides_.met : sides_.unmet;
    const std::size_t without_of = side == Side::met ? sides_.unmet : sides_.met;
    std::map<WordPair, double> weights;
    for (const auto& [pair, count] : counts) {
      // More frequent here than there.
      if (count.with < options_.least_answers ||
          count.with * without_of <= count.without * with_of) {
        continue;
      }
      const double weight = log_likelihood_ratio(count.with, with_of, count.without, without_of);
      if (weight >= options_.least_weight) weights.emplace(pair, weight);
    }
    std::vector<std::pair<WordPair, double>> best;
    for (const auto& [pair, weight] : weights) {
      if (!pair.is_single() && (tells_no_more(weights, pair.first, weight) ||
                                tells_no_more(weights, pair.second, weight))) {
        continue;
      }
      best.emplace_back(pair, weight);
    }
    std::stable_sort(best.begin(), best.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (best.size() > options_.candidates) best.resize(options_.candidates);

    std::vector<MiningCandidate> out;
    for (const auto& [pair, weight] : best) {
      const Counts& count = counts.at(pair);
      out.push_back({forms_of(pair), count.with, with_of, count.missed, count.without, without_of,
                     weight, quotations(pair, side, read, occurrences)});
    }
    return out;
  }

 private:
  struct Counts {
    std::size_t with = 0;
    std::size_t without = 0;
    std::size_t missed = 0;
  };

  static bool tells_no_more(const std::map<WordPair, double>& weights, std::uint64_t single,
                            double weight) {
    const auto found = weights.find({single, 0});
    return found != weights.end() && found->second >= weight;
  }

  std::vector<std::string> forms_of(const WordPair& pair) const {
    std::vector<std::string> forms{most_frequent_form(words_, pair.first)};
    if (!pair.is_single()) forms.push_back(most_frequent_form(words_, pair.second));
    return forms;
  }

  std::vector<MinedQuotation> quotations(const WordPair& pair, Side side, bool read,
                                         const std::vector<std::vector<TokenRange>>& occurrences) {
    std::vector<MinedQuotation> out;
    for (const bool differing : {true, false}) {
      for (std::size_t a = 0; a < answers_.size() && out.size() < options_.quotations; ++a) {
        if (sides_.of[a] != side || sides_.differing[a] != differing) continue;
        const auto pairs = words_[a].pairs(occurrences[a], read);
        const auto found = pairs.find(pair);
        if (found == pairs.end()) continue;
        const AnswerRecord& answer = answers_[a]->answer;
        out.push_back({answer.id, answer.text, found->second});
      }
    }
    return out;
  }

  const Answers& answers_;
  const std::vector<WordsOfAnswer>& words_;
  const Sides& sides_;
  const MiningOptions& options_;
};

// One question: its answers analysed once, its criteria mined one by one.
class QuestionMiner {
 public:
  QuestionMiner(const Answers& answers, const MiningOptions& options)
      : answers_(answers),
        rubric_(*answers.front()->sheet.rubric),
        matcher_(rubric_.terms),
        options_(options) {
    Analyzer analyzer;
    for (const MarkedAnswer* answer : answers) {
      documents_.push_back(analyzer.analyze(answer->answer.text));
    }
    for (const Document& document : documents_) words_.emplace_back(document);
  }

  void mine_into(std::vector<MinedCriterion>& out) {
    bool marked = false;
    for (std::size_t i = 0; i < rubric_.criteria.size(); ++i) {
      const Criterion& one = rubric_.criteria[i];
      marked |= add(one.id, one.says, false, sides_of(answers_, one.id, false, i),
                    one.requirement.terms, out);
    }
    for (std::size_t i = 0; i < rubric_.flaws.size(); ++i) {
      const Flaw& one = rubric_.flaws[i];
      marked |= add(one.id, one.says, true, sides_of(answers_, one.id, true, i),
                    one.requirement.terms, out);
    }
    if (marked) return;
    std::vector<TermSet> all;
    for (const Criterion& one : rubric_.criteria) {
      all.insert(all.end(), one.requirement.terms.begin(), one.requirement.terms.end());
    }
    add({}, rubric_.title, false, sides_by_score(answers_), all, out);
  }

 private:
  bool add(const std::string& id, const std::string& says, bool flaw, const Sides& sides,
           const std::vector<TermSet>& terms, std::vector<MinedCriterion>& out) {
    if (sides.met + sides.unmet == 0) return false;
    std::vector<std::vector<TokenRange>> occurrences;
    for (const Document& document : documents_) {
      matcher_.start(document);
      auto& found = occurrences.emplace_back();
      for (const TermSet set : terms) {
        const auto ranges = matcher_.find(set);
        found.insert(found.end(), ranges.begin(), ranges.end());
      }
    }
    Miner miner(answers_, words_, sides, options_);
    out.push_back({rubric_.id, id, says, flaw, sides.met, sides.unmet,
                   miner.candidates(Side::met, false, occurrences),
                   miner.candidates(Side::unmet, true, occurrences)});
    return true;
  }

  const Answers& answers_;
  const Rubric& rubric_;
  TermMatcher matcher_;
  const MiningOptions& options_;
  std::vector<Document> documents_;
  std::vector<WordsOfAnswer> words_;
};

}  // namespace

Mining mine(std::vector<GradedAnswer> answers, const MiningOptions& options) {
  Agreement joined;
  const std::vector<MarkedAnswer> marked = join_marks(std::move(answers), joined);
  std::map<std::string, Answers> by_question;
  for (const MarkedAnswer& answer : marked) by_question[answer.answer.question].push_back(&answer);
  Mining mining;
  mining.problems = std::move(joined.problems);
  mining.answers = marked.size();
  for (const auto& [question, of_question] : by_question) {
    QuestionMiner(of_question, options).mine_into(mining.criteria);
  }
  return mining;
}

}  // namespace assay
