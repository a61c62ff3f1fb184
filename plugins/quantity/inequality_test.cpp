#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plugin_rule.h"

namespace {

const std::string kInequality = "kind = \"quantity.inequality\", ";

TEST(QuantityInequality, HoldsForNamesAndFigures) {
  assay::expect_earned("quantity",
                       kInequality +
                           "sum = [[\"=w\", \"write quorum\"], [\"=r\", \"read quorum\"]], to = "
                           "[\"=n\", \"replica\"]",
                       {
                           {"We need W + R > N.", "W + R > N"},
                           {"We need R+W>N here.", "R+W>N"},
                           {"We need N < R + W.", "N < R + W"},
                           {"W plus R is greater than N.", "W plus R is greater than N"},
                           {"The read quorum and the write quorum together exceed the replicas.",
                            "read quorum and the write quorum together exceed the replicas"},
                           {"Reads see every write, since 2 + 2 > 3.", "2 + 2 > 3"},
                           {"We take N = 3, W = 2 and R = 2.", "N = 3|W = 2|R = 2"},
                           {"We take N=3 and R=W=2.", "N=3|R=W=2"},
                           // It does not hold, or is another.
                           {"We take 1 + 1 > 3.", "-"},
                           {"We take N = 3, W = 1 and R = 2.", "-"},
                           {"We need W + R >= N.", "-"},
                           {"We need W + R < N.", "-"},
                           {"We need W > N.", "-"},
                           {"W + R matter. N is more than they.", "-"},
                           {"Do we need W + R > N?", "-"},
                       });
  assay::expect_earned("quantity",
                       kInequality + "sum = [[\"=w\"], [\"=r\"]], to = \"=n\", relation = \"<=\"",
                       {{"Then W + R <= N, and a read can be stale.", "W + R <= N"},
                        {"Then W + R < N, and a read can be stale.", "W + R < N"},
                        {"Then W + R > N.", "-"}});
}

TEST(QuantityInequality, SaysHowNearAnAnswerCame) {
  const auto missed = [](const char* answer) {
    return assay::missed(
        "quantity", "kind = \"quantity.inequality\", sum = [\"=w\", \"=r\"], to = \"=n\"", answer);
  };
  EXPECT_EQ(missed("We take 1 + 1 > 3."), "\"1 + 1 > 3\" does not hold");
  EXPECT_EQ(missed("We take W + R < N."), "\"w + r < n\" relates them, but in another way");
  EXPECT_EQ(missed("We take N = 3, W = 1 and R = 1."),
            "the figures are there, but the relation does not hold for them");
}

}  // namespace
