#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plugin_rule.h"

namespace {

const std::string kSeveral = "kind = \"quantity.several\", ";

TEST(QuantitySeveral, StandsBesideDifferentThings) {
  assay::expect_earned(
      "quantity",
      kSeveral +
          "dimension = \"duration\", things = [[\"redis\", \"hot\"], \"view\", \"base table\"], "
          "without = [\"ttl\", \"refresh\"]",
      {
          {"Redis answers in 5 ms, the views in 800 ms.", "Redis|5 ms|views|800 ms"},
          {"Redis answers in 5 ms.", "-"},
          {"Redis answers in 5 ms with a TTL of 60 s. The views are slower.", "-"},
          {"Redis and the views answer in 5 ms.", "-"},
          {"- Redis, TTL 60 s, p99 < 10 ms\n- views, refreshed every 15 min, p95 300 ms",
           "Redis|10 ms|views|300 ms"},
          {"| tier | target |\n|---|---|\n| hot | 20 ms |\n| view | 0.5 s |",
           "hot|20 ms|view|0.5 s"},
          {"| | hot | view |\n|---|---|---|\n| target | 20 ms | 0.5 s |", "hot|view|20 ms|0.5 s"},
          {"We put Redis in front. It takes 5 ms. A view takes 1 s.", "Redis|5 ms|view|1 s"},
      });
}

TEST(QuantitySeveral, TellsThingsApartByThemselves) {
  assay::expect_earned(
      "quantity", kSeveral + "dimension = \"duration\", amounts = 3",
      {
          {"Ingest 1 s, window 10 s, sink 2 s.", "1 s|10 s|2 s"},
          {"Phone to feed, two seconds. Waiting for the recount, eight seconds. The phone "
           "refreshes every ten seconds.",
           "two seconds|eight seconds|ten seconds"},
          {"- ingest: 1 s\n- window: 10 s\n- sink: 2 s", "1 s|10 s|2 s"},
          {"| ingest | window | sink |\n|---|---|---|\n| 1 s | 10 s | 2 s |", "1 s|10 s|2 s"},
          {"Ingest 1 s, window 10 + watermark 5, sink 2.", "1 s|10|5|2"},
          {"It takes 1 s, 10 s, 20 s.", "-"},
          {"Ingest 1 s, window of 10 events, sink of 2 files.", "-"},
          {"Ingest 1 s, window 10 s.", "-"},
          {"Ingest 1 s.\n\nWindow 10 s.\n\nSink 2 s.", "-"},
      });
  assay::expect_earned("quantity",
                       kSeveral + "dimension = \"duration\", within = \"answer\", amounts = 3",
                       {{"Ingest 1 s.\n\nWindow 10 s.\n\nSink 2 s.", "1 s|10 s|2 s"}});
  assay::expect_earned("quantity", kSeveral + "dimension = \"duration\", of = \"budget\"",
                       {{"The budget: ingest 1 s, window 10 s.", "budget|1 s|10 s"},
                        {"The budget:\n\n- ingest 1 s\n- window 10 s", "budget|1 s|10 s"},
                        {"Ingest 1 s, window 10 s.", "-"}});
}

TEST(QuantitySeveral, SpreadsFromTheSmallestToTheLargest) {
  const std::string rule =
      "dimension = \"duration\", bare = true, intervals = true, spread = 100, within = \"answer\"";
  assay::expect_earned("quantity", kSeveral + rule,
                       {
                           {"Scoring takes 80 ms. Rings are found every hour.", "80 ms|every hour"},
                           {"Scoring answers in milliseconds, the graph job in minutes or hours.",
                            "milliseconds|minutes"},
                           {"Scoring takes 80 ms. Rings take 4 s.", "-"},
                           {"Scoring is quick, rings take 4 hours.", "-"},
                       });
}

TEST(QuantitySeveral, SaysHowNearAnAnswerCame) {
  const auto missed = [](const std::string& keys, const char* answer) {
    return assay::missed("quantity", "kind = \"quantity.several\", dimension = \"duration\"" + keys,
                         answer);
  };
  EXPECT_EQ(missed(", things = [\"redis\", \"view\"]", "Redis takes 5 ms, it takes 6 ms."),
            "the amounts stand beside 1 part only");
  EXPECT_EQ(missed("", "Redis takes 5 ms."), "\"5 ms\" is the only amount");
  EXPECT_EQ(missed(", spread = 100", "Redis takes 5 ms, a view 8 ms."),
            "the amounts are too close to each other");
  EXPECT_EQ(missed(", most = \"1 s\"", "Redis takes 5 s, a view 8 s."),
            "an amount, but \"5 s\" is more than 1 s");
}

}  // namespace
