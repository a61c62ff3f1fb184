#include "lint/lint_fixture.h"
#include "text/analyzer.h"

namespace assay {
namespace {

std::string two_concepts(const std::string& a, const std::string& b) {
  return kHead + "[concepts]\na = " + a + "\nb = " + b + "\n" + criterion("[\"@a\", \"@b\"]");
}

TEST(CollidingWords, HaveOneStemAndTwoMeanings) {
  expect_found("L204",
               {
                   {two_concepts("\"custom\"", "\"customer\""), {"customer"}},
                   {two_concepts("\"integrity|sum\"", "\"integrates\""), {"integrates"}},
                   {two_concepts("\"=custom\"", "\"customer\""), {}},
                   {two_concepts("\"custom\"", "\"custom\""), {}},
                   {two_concepts("\"custom|customer\"", "\"customers\""), {}},  // meant as one
                   {two_concepts("\"custom query\"", "\"customer\""), {}},
                   {two_concepts("\"merge\"", "\"merging\""), {}},
               });
}

TEST(CollidingWords, AreOneToTheStemmer) {
  for (const auto& [a, b] : {std::pair("author", "authority"), std::pair("custom", "customer"),
                             std::pair("universal", "university"), std::pair("unit", "unite"),
                             std::pair("material", "materialize"), std::pair("rest", "restful"),
                             std::pair("normal", "normalize"), std::pair("position", "positive"),
                             std::pair("product", "production"), std::pair("added", "ads")}) {
    EXPECT_EQ(analyze_plain(a).tokens()[0].stem, analyze_plain(b).tokens()[0].stem) << a;
  }
}

}  // namespace
}  // namespace assay
