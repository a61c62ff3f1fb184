#include <gtest/gtest.h>

#include "rules/rule_fixture.h"

namespace assay {
namespace {

Table near(List operands, const char* within, Table more = {}) {
  Table table = {{"near", std::move(operands)}, {"within", within}};
  for (auto& [key, value] : more) table.emplace_back(key, value);
  return table;
}

TEST(NearKind, HoldsWhereAllOperandsAreNear) {
  const Table sentence = {{"near", List{"merge", "key"}}};
  expect_found({
      {sentence, "We merge by the key.", "merge|key"},
      {sentence, "The key is what we merge by.", "key|merge"},
      {sentence, "We merge. The key is new.", "-"},
      // As short as possible, and none twice.
      {sentence, "We merge, then merge by key and key.", "merge|key"},
      {sentence, "We merge by key. A key to merge by.", "merge|key; key|merge"},
      {sentence, "We merge.", "-"},
      {near({"merge", "key"}, "2 sentences"), "We merge. The key is new.", "merge|key"},
      {near({"merge", "key"}, "2 sentences"), "We merge. So what. The key is new.", "-"},
      {near({"merge", "key"}, "clause"), "We merge by key.", "merge|key"},
      {near({"merge", "key"}, "block"), "We merge.\n\nThe key is new.", "-"},
      {near({"merge", "key"}, "block"), "We merge. The key is new.", "merge|key"},
      {near({"merge", "key"}, "section"), "We merge.\n\nThe key is new.", "merge|key"},
  });
}

TEST(NearKind, CountsTheWordsBetweenNeighbours) {
  expect_found({
      {near({"merge", "key"}, "2 words"), "We merge by the key.", "merge|key"},
      {near({"merge", "key"}, "1 words"), "We merge by the key.", "-"},
      {near({"merge", "key"}, "0 words"), "We merge key by key.", "merge|key"},
      // Each to the next, so three may reach further than two.
      {near({"merge", "key", "target"}, "2 words"), "We merge by the key of the target.",
       "merge|key|target"},
      {near({"merge", "key", "target"}, "2 words"), "We merge by a very new key, target.", "-"},
      // The nearest "key" is not the one that leads on.
      {near({"merge", "key", "target"}, "2 words"), "We merge key by key of the target.",
       "merge|key|target"},
  });
}

TEST(NearKind, WantsWordsOfItsOwnForEachOperand) {
  const Table two = {{"near", List{"@merge", "merge"}}};
  expect_found({
      {two, "We merge.", "-"},
      {two, "We merge, that is upsert.", "merge|upsert"},
      {two, "We merge and merge.", "merge|merge"},
      {{{"near", List{"natural key", "key"}}}, "A natural key.", "natural key|key"},
  });
}

TEST(NearKind, KeepsTheOrderWhereAsked) {
  const Table ordered = near({"close", "insert"}, "sentence", {{"ordered", true}});
  expect_found({
      {ordered, "Close the old row, then insert the new one.", "Close|insert"},
      {ordered, "Insert the new row, then close the old one.", "-"},
      {ordered, "Insert it, close it, insert it.", "close|insert"},
      {near({"a1", "b1", "c1"}, "3 words", {{"ordered", true}}),
       "We use a1 with b1, a1 again, or b1 and c1.", "a1|b1|c1"},
      {near({"a1", "b1"}, "3 words", {{"ordered", true}}), "We use b1 and then a1.", "-"},
  });
}

TEST(NearKind, IsSpoiltByWhatItGoesWithout) {
  const auto without = [](const char* within) {
    return near({"merge", "key"}, within, {{"without", "append"}});
  };
  expect_found({
      {without("sentence"), "We merge by key. We append.", "merge|key"},
      {without("sentence"), "We merge by key and append.", "-"},
      {without("sentence"), "We merge by key and append. A key to merge by.", "key|merge"},
      {without("3 words"), "We merge by key and then append.", "-"},
      {without("3 words"), "We merge by key and then we always append.", "merge|key"},
      {without("3 words"), "# Append\n\nWe merge by key.", "merge|key"},
  });
}

TEST(NearKind, TakesOperandsWithoutAPlaceForGranted) {
  expect_found({
      {{{"near", List{"merge", "key", Table{{"not", "append"}}}}}, "Merge by key.", "Merge|key"},
      {{{"near", List{"merge", "key", Table{{"not", "append"}}}}}, "Merge by key. Append.", "-"},
  });
}

TEST(NearKind, JoinsWhatOthersJoined) {
  const Table inner = {{"near", List{"merge", "key"}}, {"within", "2 words"}};
  expect_found({
      {{{"near", List{Value(inner), "target"}}},
       "We merge by key into the target.",
       "merge|key|target"},
  });
}

TEST(NearKind, SaysWhatIsMissingOrTooFar) {
  const Table sentence = {{"near", List{"merge", "key"}}};
  expect_near_miss({
      {sentence, "We merge all rows.",
       "0.40 [merge] \"merge\" is there, but what should stand beside it is missing"},
      {sentence, "We upsert and merge, never by key.",
       "0.64 [merge] \"merge\" is there, but \"key\" is negated by \"never\""},
      {sentence, "We merge. The key is new.",
       "0.85 [merge. The key] \"merge\" and \"key\" are there, but not in the same sentence"},
      {near({"merge", "key"}, "2 words"), "We merge it all by the key.",
       "0.85 [merge it all by the key] \"merge\" and \"key\" are there, but too far apart"},
      {near({"close", "insert"}, "sentence", {{"ordered", true}}),
       "Insert the new row, close the old.",
       "0.90 [Insert the new row, close] \"Insert\" and \"close\" are there, but in another order"},
      {near({"merge", "key"}, "sentence", {{"without", "append"}}), "We merge by key and append.",
       "0.90 [merge by key] \"merge\" and \"key\" are there, but \"append\" beside them says "
       "otherwise"},
      {{{"near", List{"@merge", "merge"}}},
       "We merge.",
       "0.40 [merge] \"merge\" is there, but alone"},
      {sentence, "We insert.", "0.00 [] "},
  });
}

TEST(NearKind, CutsALongQuoteBetweenWords) {
  const auto near_miss_of = [](const char* expression) {
    return Table{{"near", List{Value(Table{{"regex", expression}}), "key"}}};
  };
  expect_near_miss({
      {near_miss_of("merge.*tonight"),
       "We merge every arriving notification into yesterday's destination partition, again "
       "tonight.",
       "0.40 [merge every arriving notification into yesterday's destination partition, again "
       "tonight] \"merge every arriving notification into yesterday's ... partition, again "
       "tonight\" is there, but what should stand beside it is missing"},
  });
  const std::string endless(200, 'x');
  const std::string outcome = "0.40 [" + endless + "] \"" + endless.substr(0, 53) + " ... " +
                              endless.substr(0, 26) +
                              "\" is there, but what should stand beside it is missing";
  expect_near_miss({{near_miss_of("x+"), endless.c_str(), outcome.c_str()}});
}

TEST(NearKind, RefusesWhatItCannotMeasure) {
  EXPECT_EQ(refusals(near({"a", "b"}, "paragraph")).substr(0, 24), "within: no such distance");
  EXPECT_EQ(refusals(near({"a", "b"}, "0 sentences")).substr(0, 6), "within");
  EXPECT_EQ(refusals(near({"a", "b"}, "101 words")).substr(0, 6), "within");
  EXPECT_EQ(refusals(near({"a", "b"}, "words")).substr(0, 6), "within");
  EXPECT_EQ(refusals({{"near", List{"a"}}}), "near: too few operands");
  EXPECT_EQ(refusals({{"near", List{"a", "b", "c", "d", "e", "f", "g"}}}),
            "near: too many operands; expected at most 6");
}

}  // namespace
}  // namespace assay
