#include "lint/lint_fixture.h"

namespace assay {
namespace {

TEST(MissingSpelling, IsBritishOrAmerican) {
  expect_found("L205", {
                           {with_concept("\"centre\""), {"centre"}},
                           {with_concept("\"center\""), {}},  // might be no centre at all
                           {with_concept("\"centre|center\""), {}},
                           {with_concept("[\"data centre\", \"data center\"]"), {}},
                           {with_concept("[\"data centre\", \"center\"]"), {"centre"}},
                           {with_concept("\"optimise\""), {"optimise"}},
                           {with_concept("\"standardized\""), {"standardized"}},
                           {with_concept("\"colour\""), {"colour"}},
                           {with_concept("\"catalogue\""), {"catalogue"}},
                           {with_concept("\"vendor-neutral-centre\""), {"vendor-neutral-centre"}},
                       });
}

TEST(MissingSpelling, IsNotOfWhatIsForgivenAnyway) {
  expect_found("L205", {
                           {with_concept("\"denormalise\""), {}},  // in no dictionary: a slip
                           {with_concept("\"labelled\""), {}},     // one stem
                           {with_concept("\"=centre\""), {}},      // to the letter
                           {with_concept("\"scored\""), {}},       // scoured is another word
                           {with_concept("\"four\""), {}},
                           {with_concept("\"meter\""), {}},
                           {with_concept("\"centr*\""), {}},
                       });
}

}  // namespace
}  // namespace assay
