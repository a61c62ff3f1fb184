#include "lint/lint_fixture.h"

namespace assay {
namespace {

const std::string kTwo = kHead + criterion("[\"merge\", \"upsert\"]");

TEST(UnexercisedRule, IsOneThatNoExampleShows) {
  expect_found(
      "L101",
      {
          {kTwo, {"\"merge\"", "\"upsert\""}},
          {kTwo + example("We merge.", "met = [\"it\"]"), {"\"upsert\""}},
          {kTwo + example("We merge.", "met = [\"it\"]") + example("An upsert.", "met = [\"it\"]"),
           {}},
          // Denied, the words do not hold, whatever the example asserts.
          {kTwo + example("We merge.", "met = [\"it\"]") +
               example("We never upsert.", "not-met = [\"it\"]"),
           {"\"upsert\""}},
          // A lesser rule is seen where the criterion is not met in full.
          {kHead + criterion("[\"merge\", { terms = \"write\", points = 0.5 }]") +
               example("We merge.", "met = [\"it\"]") + example("We write.", "not-met = [\"it\"]"),
           {}},
          {kHead + criterion("[\"merge\"]") + "none = [\"insert\"]\n" +
               example("We merge.", "met = [\"it\"]") + example("We write.", "not-met = [\"it\"]"),
           {"\"insert\""}},
          {kHead + criterion("[\"merge\"]") + "none = [\"insert\"]\n" +
               example("We merge.", "met = [\"it\"]") +
               example("We merge and insert.", "not-met = [\"it\"]"),
           {}},
      });
}

TEST(UnexercisedRule, IsToldOfFlawsToo) {
  const std::string flaw =
      kHead + criterion("[\"merge\"]") + example("We merge.", "met = [\"it\"]") +
      "[[flaw]]\nid = \"f\"\nsays = \"Errs\"\nany = [\"insert\"]\nnone = [\"once\"]\n";
  expect_found("L101", {
                           {flaw, {"\"insert\"", "\"once\""}},
                           {flaw + example("We insert.", "flaws = [\"f\"]"), {"\"once\""}},
                           {flaw + example("We insert.", "flaws = [\"f\"]") +
                                example("We insert once.", "no-flaws = [\"f\"]"),
                            {}},
                       });
}

TEST(UnexercisedRule, IsNotSeenInAnAnswerToAnotherQuestion) {
  const std::string strays =
      "Bread is made of flour and water and salt and yeast and of nothing else at all, says the "
      "baker next door, who would merge dough and time and warmth every night of the long week.";
  expect_found("L101", {{kHead + "[about]\nterms = \"rows\"\n" + criterion("[\"merge\"]") +
                             example(strays, "not-met = [\"it\"]"),
                         {"\"merge\""}}});
}

}  // namespace
}  // namespace assay
