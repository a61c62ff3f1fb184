// What rules do not see: words that stand in answers that people say meet a criterion, and seldom
// in others, and that none of its rules reads; and the reverse, words that its rules read and that
// stand rather in answers that do not meet it. Proposals for an author, who decides.
//
// Words are counted by their stems, once an answer; little words, numbers and code are left out. A
// candidate is one word, or two in one sentence where the two tell more than either does. How much
// it tells is Dunning's log-likelihood ratio of its two-by-two table of answers (T. Dunning (1993),
// Accurate methods for the statistics of surprise and coincidence, Computational Linguistics 19(1),
// 61-74); 3.84 is the 95 % point of its distribution where there is no connection.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "assay/span.h"
#include "grading/record.h"

namespace assay {

struct MiningOptions {
  std::size_t least_answers = 3;  // that a candidate stands in on its side
  double least_weight = 3.84;
  std::size_t candidates = 10;  // of each kind a criterion, the most telling first
  std::size_t quotations = 2;   // of each candidate, from different answers
};

struct MinedQuotation {
  std::string id;    // the answer's
  std::string text;  // all of it
  std::vector<Span> spans;
};

struct MiningCandidate {
  std::vector<std::string> words;  // one or two, normalised, in their most frequent form
  std::size_t with = 0;            // answers on its side that have it
  std::size_t with_of = 0;
  std::size_t missed = 0;   // of `with`, those that scores and marks differ on
  std::size_t without = 0;  // answers on the other side that have it
  std::size_t without_of = 0;
  double weight = 0;
  std::vector<MinedQuotation> quotations;  // those that differ first
};

// One criterion or flaw; or, where answers were marked with a score only, the answer as a whole:
// then `id` is empty, and the sides are the answers with the mean mark or more, and the others.
struct MinedCriterion {
  std::string question;
  std::string id;
  std::string says;
  bool flaw = false;
  std::size_t met = 0;  // answers so marked; where markers are divided an answer is on no side
  std::size_t unmet = 0;
  std::vector<MiningCandidate> missing;     // of what is marked met, read by no rule
  std::vector<MiningCandidate> misleading;  // of what is not, read by some rule
};

struct Mining {
  std::vector<MinedCriterion> criteria;  // by question, then as in the rubric, flaws last
  std::vector<std::string> problems;     // marks that could not be used, as in Agreement
  std::size_t answers = 0;               // graded and marked
};

// The same answers in the same order give the same result.
Mining mine(std::vector<GradedAnswer> answers, const MiningOptions& options);

}  // namespace assay
