#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plugin_rule.h"

namespace {

const std::string kAmount = "kind = \"quantity.amount\", ";

using ::testing::HasSubstr;

TEST(QuantityAmount, ReadsDurationsInAnySpelling) {
  assay::expect_earned(
      "quantity", kAmount + "dimension = \"duration\"",
      {
          {"It answers in 10ms.", "10ms"},
          {"It answers in 10 ms.", "10 ms"},
          {"It answers in ten milliseconds.", "ten milliseconds"},
          {"It answers in a quarter of a second.", "a quarter of a second"},
          {"It answers in two thousandths of a second.", "two thousandths of a second"},
          {"It answers in half a minute.", "half a minute"},
          {"Our half-minute promise holds.", "half-minute"},
          {"It gives sub-second answers.", "sub-second"},
          {"It gives sub-10 ms answers.", "10 ms"},
          {"It gives single-digit milliseconds.", "single-digit milliseconds"},
          {"It answers in under a second.", "a second"},
          {"There is a five-minute window.", "five-minute"},
          {"It is kept for 24h.", "24h"},
          {"The p99 < 300ms.", "300ms"},
          {"It takes 2h30m.", "2h30m"},
          {"It takes 1 h 30 min.", "1 h 30 min"},
          {"It takes two and a half hours.", "two and a half hours"},
          {"It takes a few minutes.", "a few minutes"},
          {"It takes 21,5 s.", "21,5 s"},
          {"It takes 2 to 5 s.", "2 to 5 s"},
          {"It takes 80 \u03bcs.", "80 \u03bcs"},
          {"There is a 5m window.", "5m"},
          {"It is never older than 30 s.", "30 s"},
          {"It takes no more than 800 ms.", "800 ms"},
          // No durations.
          {"It started in 2024.", "-"},
          {"It started at 10:30 on 2024-05-12.", "-"},
          {"There is a second region.", "-"},
          {"It goes in a second region.", "-"},
          {"It takes 5 m of cable.", "-"},
          {"It was built in the 90s.", "-"},
          {"It gives 5m users a page.", "-"},
          {"It was the 3rd minute-taker on port 9092.", "-"},
          {"It takes 3 writes a second.", "-"},
          {"It takes minutes.", "-"},
          {"It loads the table daily.", "-"},
          {"It never takes 30 s.", "-"},
          {"Would it take 30 s?", "-"},
      });
}

TEST(QuantityAmount, CountsIntervalsAndBareUnitsWhereAsked) {
  assay::expect_earned("quantity", kAmount + "dimension = \"duration\", intervals = true",
                       {
                           {"It is rebuilt nightly.", "nightly"},
                           {"It is rebuilt every night.", "every night"},
                           {"It is rebuilt each hour.", "each hour"},
                           {"It is rebuilt every other day.", "every other day"},
                           {"It is rebuilt every 15 min.", "15 min"},
                           {"It is rebuilt twice a day.", "twice a day"},
                           {"It has many daily active users.", "-"},
                           {"It drops every second request.", "-"},
                       });
  assay::expect_earned("quantity", kAmount + "dimension = \"duration\", bare = true",
                       {
                           {"It answers in milliseconds, not hours.", "milliseconds"},
                           {"It has millisecond latency.", "millisecond"},
                           {"It runs every second.", "-"},
                       });
}

TEST(QuantityAmount, ReadsBytesMoneyPercentAndFactors) {
  assay::expect_earned("quantity", kAmount + "dimension = \"bytes\"",
                       {
                           {"Files of 128\u2013512 MB.", "128\u2013512 MB"},
                           {"It holds tens of terabytes.", "tens of terabytes"},
                           {"That is 3,75 TB per day.", "3,75 TB per day"},
                           {"Each event has 500 B.", "500 B"},
                           {"It has 16 cores and 48 B events.", "-"},
                       });
  assay::expect_earned("quantity", kAmount + "dimension = \"money\"",
                       {
                           {"We pay $500K.", "$500K"},
                           {"We pay \u20ac 2.3m a year.", "\u20ac 2.3m a year"},
                           {"We pay 12 grand.", "12 grand"},
                           {"We pay 500 euros.", "500 euros"},
                           {"We pay $5/TB.", "$5/TB"},
                           {"We pay a lot.", "-"},
                       });
  assay::expect_earned("quantity", kAmount + "dimension = \"percent\"",
                       {
                           {"It is 30 % cheaper.", "30 %"},
                           {"It is 65 per cent cheaper.", "65 per cent"},
                           {"It saves a third of the cost.", "a third"},
                           {"It cuts the bill by half.", "half"},
                           {"It has four nines.", "four nines"},
                           {"It reads 7/365 of the table.", "7/365"},
                           {"We drop two thirds of it.", "two thirds"},
                           {"The bill is halved.", "halved"},
                           {"A third party runs it.", "-"},
                           {"The third of the tables.", "-"},
                       });
  assay::expect_earned("quantity", kAmount + "dimension = \"factor\"",
                       {{"It is 10x cheaper.", "10x"},
                        {"A tenfold gain.", "tenfold"},
                        {"It runs ten times a day.", "-"}});
}

TEST(QuantityAmount, ReadsRatesAndCounts) {
  assay::expect_earned(
      "quantity", kAmount + "dimension = \"rate\"",
      {
          {"It takes 200k events/s.", "200k events/s"},
          {"It takes 3,000 writes per second.", "3,000 writes per second"},
          {"It takes 2-5k writes a second.", "2-5k writes a second"},
          {"It takes 5,000 qps.", "5,000 qps"},
          {"It takes 20\u201330k TPS.", "20\u201330k TPS"},
          {"It takes 1.2M events per day.", "1.2M events per day"},
          {"It takes two billion a day.", "two billion a day"},
          {"It takes 1.2 billion clicks daily.", "1.2 billion clicks daily"},
          {"It takes forty thousand sensor values each second.",
           "forty thousand sensor values each second"},
          {"It takes tens of thousands of transactions per second.",
           "tens of thousands of transactions per second"},
          {"It takes 50 000 simple transactions/s.", "50 000 simple transactions/s"},
          {"It takes 480 MB/s.", "480 MB/s"},
          {"It takes 100 events per user per day.", "100 events per user per day"},
          {"It takes 5,000 inserts, updates and deletes a second.",
           "5,000 inserts, updates and deletes a second"},
          {"It takes 1,000 writes and 50 reads per second.", "1,000 writes|50 reads per second"},
          {"It runs 1x per day.", "1x per day"},
          {"It serves 40 cities, events per second are few.", "-"},
          {"It takes 500 writes.", "-"},
          {"It costs $5 a day.", "-"},
      });
  assay::expect_earned("quantity", kAmount + "dimension = \"count\", least = \"1000\"",
                       {
                           {"We have 5 million users.", "5 million users"},
                           {"We have 400 M DAU.", "400 M DAU"},
                           {"We have 12,000 lorries.", "12,000 lorries"},
                           {"We have 12 lorries since 2019.", "-"},
                           {"It went live in 2024.", "-"},
                           {"It is ticket 4711.", "-"},
                       });
}

TEST(QuantityAmount, ComparesAfterConversion) {
  const std::string rate = "dimension = \"rate\", least = \"1000/s\", most = \"10k/s\"";
  assay::expect_earned(
      "quantity", kAmount + rate,
      {{"It takes 86.4 million a day, or 500/s.", "86.4 million a day"},
       {"It takes 300,000 writes a minute.", "300,000 writes a minute"},
       {"It takes 300,000 writes a second.", "-"},
       {"It takes 2,000 MB/s.", "-"},
       {"It takes 500 to 2,000 writes a second.", "500 to 2,000 writes a second"}});
  const std::string duration = "dimension = \"duration\", least = \"1 s\", most = \"0.5 min\"";
  assay::expect_earned("quantity", kAmount + duration,
                       {{"It takes 1000 ms.", "1000 ms"},
                        {"It takes half a minute.", "half a minute"},
                        {"It takes 0.1 min.", "0.1 min"},
                        {"It takes 31 s.", "-"},
                        {"It takes sub-second time.", "sub-second"},
                        {"It takes single-digit ms.", "-"}});
}

TEST(QuantityAmount, StandsBesideWhatItIsOf) {
  const std::string of = "dimension = \"duration\", of = [\"latency\", \"p99\"], without = \"ttl\"";
  assay::expect_earned("quantity", kAmount + of,
                       {
                           {"The latency is 5 ms.", "latency|5 ms"},
                           {"Reads take 5 ms at p99.", "5 ms|p99"},
                           {"A TTL of 60 s, a p99 of 5 ms.", "p99|5 ms"},
                           {"# Latency\n\nReads take 5 ms.", "Latency|5 ms"},
                           {"The latency budget:\n\n- reads 5 ms", "latency|5 ms"},
                           {"| tier | latency |\n|---|---|\n| Redis | 5 ms |", "latency|5 ms"},
                           {"| tier | TTL |\n|---|---|\n| Redis | 5 ms |", "-"},
                           {"The latency matters. Reads take 5 ms.", "-"},
                           {"The latency has a TTL of 60 s.", "-"},
                       });
  assay::expect_earned(
      "quantity", kAmount + "dimension = \"duration\", of = \"latency\", within = \"2 words\"",
      {{"A latency of 5 ms.", "latency|5 ms"}, {"A latency of at most some 5 ms.", "-"}});
}

TEST(QuantityAmount, RefusesWhatNoAnswerCouldMeet) {
  const auto refused = [](const std::string& keys) {
    return assay::earned("quantity", "kind = \"quantity.amount\", " + keys, "10 ms");
  };
  EXPECT_THAT(refused("dimension = \"time\""), HasSubstr("dimension"));
  EXPECT_THAT(refused("dimension = \"rate\", least = \"10\""), HasSubstr("no amount"));
  EXPECT_THAT(refused("dimension = \"duration\", least = \"1 MB\""), HasSubstr("no amount"));
  EXPECT_THAT(refused("dimension = \"duration\", least = \"2 s\", most = \"1 s\""),
              HasSubstr("more than `most`"));
  EXPECT_THAT(refused("dimension = \"duration\", within = \"2 miles\""),
              HasSubstr("no such distance"));
}

TEST(QuantityAmount, SaysHowNearAnAnswerCame) {
  const auto missed = [](const std::string& keys, const char* answer) {
    return assay::missed("quantity", "kind = \"quantity.amount\", dimension = \"duration\"" + keys,
                         answer);
  };
  EXPECT_EQ(missed(", most = \"30 s\"", "It takes 90 s."),
            "an amount, but \"90 s\" is more than 30 s");
  EXPECT_EQ(missed(", least = \"2 min\"", "It takes 90 s."),
            "an amount, but \"90 s\" is less than 2 min");
  EXPECT_EQ(missed(", of = \"p99\"", "It takes 90 s."),
            "\"90 s\" is an amount, but nothing beside it says of what");
  EXPECT_EQ(missed(", without = \"ttl\"", "The TTL is 90 s."),
            "\"90 s\" is an amount, but of something else");
  EXPECT_EQ(missed("", "Would it take 90 s?"),
            "\"90 s\" is an amount, but not the answer's own claim");
  EXPECT_EQ(missed("", "It is fast."), "-");
}

}  // namespace
