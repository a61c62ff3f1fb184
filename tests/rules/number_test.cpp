#include <gtest/gtest.h>

#include "rules/rule_fixture.h"

namespace assay {
namespace {

Table number(Value units) { return {{"number", std::move(units)}}; }
Table number(Value units, double least, double most) {
  return {{"number", std::move(units)}, {"least", least}, {"most", most}};
}

TEST(NumberKind, HoldsWithItsUnit) {
  expect_found({
      {number("*"), "Up to 5 rows and 1,000 keys.", "5; 1,000"},
      {number("*"), "The one that counts.", "-"},
      {number("rows"), "Up to 5 rows and 7 keys.", "5 rows"},
      {number("rows"), "Just one row.", "one row"},
      {number("rows"), "Twenty-five thousand rows.", "Twenty-five thousand rows"},
      {number("rows"), "Half a million rows, a dozen rows.", "Half a million rows; a dozen rows"},
      {number("rows"), "A hundred rows (10 (rows)).", "A hundred rows; 10 (rows"},
      {number(List{"gb", "tb"}), "About 10GB or 2 TB.", "10GB; 2 TB"},
      {number("%"), "30% and 5 %.", "30%; 5 %"},
      {number("users"), "10+ users.", "10+ users"},
      {number("second"), "A 30-second window.", "30-second"},
      {number("(concurrent) user"), "5k concurrent users.", "5k concurrent users"},
      {number("\u20ac"), "\u20ac90k, 90 \u20ac and 90 users.", "\u20ac90k; 90 \u20ac"},
      {number("$"), "$1.2M in all.", "$1.2M"},
      {number("eur"), "EUR 90 a month.", "EUR 90"},
      {number("rows"), "No 5 rows.", "-"},
  });
}

TEST(NumberKind, ComparesItsValue) {
  expect_found({
      {number("rows", 5000, 5000), "5k rows.", "5k rows"},
      {number("rows", 5000, 5000), "5,000 rows.", "5,000 rows"},
      {number("rows", 5000, 5000), "5 thousand rows.", "5 thousand rows"},
      {number("rows", 5000, 5000), "5001 rows.", "-"},
      {number("rows", 25000, 25000), "Twenty-five thousand rows.", "Twenty-five thousand rows"},
      {number("rows", 500000, 500000), "Half a million rows.", "Half a million rows"},
      {number("$", 1.2e6, 1.2e6), "$1.2M.", "$1.2M"},
      {number("$", 2e9, 2e9), "$2bn.", "$2bn"},
      {number("m", 5, 5), "5 m.", "5 m"},  // here metres
      {number("*", 5e6, 5e6), "5m users.", "5m"},
  });
}

TEST(NumberKind, TakesEitherEndOfARange) {
  expect_found({
      {number("rows", 2000, 2000), "2 to 5 k rows.", "2 to 5 k rows"},
      {number("rows", 5000, 5000), "2-5k rows.", "2-5k rows"},
      {number("rows", 2000, 2000), "2,000 to 5,000 rows.", "2,000 to 5,000 rows"},
      {number("rows", 5, 5), "Between 2 and 5 rows.", "2 and 5 rows"},
      {number("rows", 3, 4), "2 to 5 rows.", "-"},
      {number("rows", 2, 2), "2 and 5 rows.", "-"},
  });
}

TEST(NumberKind, SaysWhatIsWrongWithTheNumber) {
  expect_near_miss({
      {number("rows", 10, 20), "5 rows.", "0.40 [5 rows] \"5 rows\" is too little"},
      {number("rows", 10, 20), "50 rows.", "0.40 [50 rows] \"50 rows\" is too much"},
      {number("rows"), "Never 5 rows.", "0.60 [5 rows] found, but negated by \"Never\""},
      {number("rows"), "5 keys.", "0.00 [] "},
  });
  EXPECT_EQ(refusals(number("rows", 3, 2)).substr(0, 22), "least: more than `most");
  EXPECT_EQ(description(number("rows", 0.5, 200)), "a number of rows from 0.5 up to 200");
}

}  // namespace
}  // namespace assay
