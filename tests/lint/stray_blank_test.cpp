#include "lint/lint_fixture.h"

namespace assay {
namespace {

TEST(StrayBlank, StandsInAPhraseThatWasMeantToBeOneAlternative) {
  expect_found("L203",
               {
                   {with_concept("\"nobody|no one\""), {"nobody|no one"}},
                   {with_concept("\"no one|nobody ...3 asked\""), {"no one|nobody"}},
                   {with_concept("\"quick|at once\""), {}},  // nobody said that they are equals
                   {with_concept("\"instantly|at once\""), {"instantly|at once"}},
                   {with_concept("\"real time|realtime\""), {"real time|realtime"}},
                   {with_concept("\"nothing|nobody|no one|none ...9 until\""),
                    {"nothing|nobody|no one|none"}},
                   {with_concept("\"merge (nobody|no one)\""), {"nobody|no one"}},
                   {with_concept("\"business|natural|primary key\""), {}},
                   {with_concept("\"merge|upsert on|by\""), {}},
                   {with_concept("[\"nobody\", \"no one\"]"), {}},
               });
}

TEST(StrayBlank, IsToldByListsThatHaveThePhrase) {
  const std::string lists =
      "[concepts]\nc = [\"copies|full text|fuzzy\"]\n"
      "d = [\"full text\", \"copies\"]\n";
  const std::string other =
      "[concepts]\nc = [\"copies|full text|fuzzy\"]\n"
      "d = [\"full text\", \"x\"]\n";
  const std::string rule = criterion("[\"@c\", \"@d\"]");
  expect_found("L203",
               {{kHead + lists + rule, {"copies|full text|fuzzy"}}, {kHead + other + rule, {}}});
}

}  // namespace
}  // namespace assay
