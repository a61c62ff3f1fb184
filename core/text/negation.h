// Finds the negations of one sentence, part by part, and how far each reaches.
#pragma once

#include "text/reading.h"

namespace assay {

enum class Reach : std::uint8_t {
  none,    // no negation after all
  lift,    // turns a negation that is under way into a claim
  verb,    // to the end of the predicate
  phrase,  // to the end of a noun phrase: ends where a finite verb follows it
};

struct Negation {
  Reach reach = Reach::none;
  std::uint32_t from = 0;
  Standing standing = Standing::negated;
};

class NegationFinder {
 public:
  explicit NegationFinder(Reading& reading) : r_(reading) {}

  void read(const Part& part);

 private:
  Negation at(std::uint32_t i);
  Negation at_not(std::uint32_t i);
  Negation at_no(std::uint32_t i);
  bool is_answer(std::uint32_t i) const;
  bool is_over_another(std::uint32_t i) const;
  bool is_means(std::uint32_t first) const;
  bool is_held_against(std::uint32_t over) const;
  bool is_occasion(std::uint32_t i) const;
  bool leaves_out(std::uint32_t i) const;
  Negation at_spared(std::uint32_t i) const;
  Negation at_beaten(std::uint32_t i) const;
  Negation at_nothing(std::uint32_t i);
  Negation at_never(std::uint32_t i);
  Negation at_without(std::uint32_t i);
  Negation at_avoid(std::uint32_t i);
  bool would_rather_not(std::uint32_t i) const;
  Negation phrase_if(bool condition, std::uint32_t i) const {
    return {condition ? Reach::phrase : Reach::none, i, Standing::negated};
  }

  bool ends(std::uint32_t i) const;
  bool list_goes_on(std::uint32_t comma) const;
  bool and_ends(std::uint32_t i) const;
  // Two negations side by side, and not one inside the other: "no locks and no queues".
  bool begins_anew(std::uint32_t i, const Negation& found) const {
    if (found.reach == Reach::lift) return false;
    const Lexeme before = r_.lex(i - 1);
    return verbs_before(i) || r_.gap(i) >= Gap::comma || before == Lexeme::and_ ||
           before == Lexeme::or_ || before == Lexeme::but || r_.lex(i) == Lexeme::nor ||
           r_.lex(i) == Lexeme::instead || r_.lex(i) == Lexeme::rather;
  }

  // Where the verb group that "not" or "never" at i stands in begins, its pronoun included.
  std::uint32_t predicate_begin(std::uint32_t i) const;
  // An auxiliary before "not" or "never": another predicate has begun.
  bool verbs_before(std::uint32_t i) const {
    const bool of_verb = r_.lex(i) == Lexeme::not_ || r_.lex(i) == Lexeme::never;
    return of_verb && (r_.is_auxiliary(i - 1) || r_.is_subject(i - 1));
  }
  // "rows that are not needed | are dropped", "what is not named | is refused": what negates in a
  // relative clause ends with it.
  Reach reach_of_predicate(std::uint32_t begin) const {
    return r_.lex(begin - 1) == Lexeme::that || r_.lex(begin - 1) == Lexeme::who ||
                   is_free_relative(begin - 1)
               ? Reach::phrase
               : Reach::verb;
  }
  bool is_free_relative(std::uint32_t i) const;
  bool main_verb_follows(std::uint32_t i) const;
  bool is_cleft(std::uint32_t i) const;
  // "not impossible", "never forget", close behind the negation under way.
  bool undoes(std::uint32_t i) const {
    const bool of_verb =
        running_ == Reach::verb || (running_ == Reach::phrase && r_.lex(i) == Lexeme::unlikely &&
                                    r_.lex(cue_) == Lexeme::not_);
    return of_verb && i <= cue_ + 2;
  }
  // "invoice_no", "do_not_train"
  bool is_compound(std::uint32_t i) const {
    return r_.gap(i) == Gap::joiner || r_.gap(i) == Gap::hyphen;
  }
  bool negates_subject(std::uint32_t i) const;
  std::uint32_t subject_begin(std::uint32_t i) const;
  bool is_limit(std::uint32_t i) const;
  bool finite_follows(std::uint32_t i, std::uint32_t within) const;
  bool names_means(std::uint32_t i) const;
  std::uint32_t than_after(std::uint32_t i) const;
  bool advised_against(std::uint32_t i) const;

  Reading& r_;
  Part part_;
  Reach running_ = Reach::none;
  Standing standing_ = Standing::negated;
  std::uint32_t cue_ = 0;
  std::uint32_t prefer_ = kNone;  // where "prefer" stands in the part
};

// "Kafka: no", "Kafka - not needed": find_negations() looks for them behind all others.
void negate_labels(Reading& r);

}  // namespace assay
