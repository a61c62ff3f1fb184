#include "rubric/cycles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace assay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Edges = std::vector<std::vector<std::size_t>>;

TEST(Cycles, AreNoneInATreeOrADiamond) {
  EXPECT_THAT(find_cycles({}), IsEmpty());
  EXPECT_THAT(find_cycles(Edges{{1, 2}, {3}, {3}, {}}), IsEmpty());
}

TEST(Cycles, AreGivenAlongTheirNodes) {
  EXPECT_THAT(find_cycles(Edges{{0}}), ElementsAre(ElementsAre(0)));
  EXPECT_THAT(find_cycles(Edges{{1}, {2}, {0}}), ElementsAre(ElementsAre(0, 1, 2)));
  // What leads to a cycle is no part of it.
  EXPECT_THAT(find_cycles(Edges{{1}, {2}, {1}}), ElementsAre(ElementsAre(1, 2)));
}

TEST(Cycles, AreToldOnceAKnot) {
  EXPECT_THAT(find_cycles(Edges{{1, 2, 0}, {0, 2, 1}, {0, 1}}).size(), 1u);
  EXPECT_THAT(find_cycles(Edges{{1}, {0}, {3}, {2}}),
              ElementsAre(ElementsAre(0, 1), ElementsAre(2, 3)));
}

TEST(Cycles, OfAnyLengthAreFound) {
  Edges ring(200'000);
  for (std::size_t i = 0; i < ring.size(); ++i) ring[i] = {(i + 1) % ring.size()};
  EXPECT_EQ(find_cycles(ring).at(0).size(), ring.size());
}

}  // namespace
}  // namespace assay
