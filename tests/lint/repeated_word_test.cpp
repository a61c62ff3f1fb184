#include "lint/lint_fixture.h"

namespace assay {
namespace {

TEST(RepeatedWord, IsTakenByAnotherBetweenTheSameBars) {
  expect_found("L202", {
                           {with_concept("\"merge|upsert\""), {}},
                           {with_concept("\"key|keys\""), {"keys"}},
                           {with_concept("\"keys|key\""), {"key"}},
                           {with_concept("\"stop|stopped|stopping\""), {"stopped", "stopping"}},
                           {with_concept("\"write|wrote|written\""), {}},
                           {with_concept("\"assign|assignment\""), {}},
                           {with_concept("\"dedup*|deduplicate\""), {"deduplicate"}},
                           {with_concept("\"#|5 days\""), {"5"}},
                           {with_concept("\"merge (key|keys)\""), {"keys"}},
                           {with_concept("\"=key|=keys\""), {}},
                           {with_concept("\"customer|customer's\""), {"customer's"}},
                       });
}

TEST(RepeatedWord, IsLeftOut) {
  EXPECT_EQ(lint_for("L202", with_concept("\"a1 key|keys|row on\"")).mended,
            with_concept("\"a1 key|row on\""));
  EXPECT_EQ(lint_for("L202", with_concept("\"row|key|=keys\"")).mended,
            with_concept("\"row|key\""));
  EXPECT_EQ(lint_for("L202", with_concept("\"dedup*|deduplicate\"")).mended,
            with_concept("\"dedup*|deduplicate\""));
}

}  // namespace
}  // namespace assay
