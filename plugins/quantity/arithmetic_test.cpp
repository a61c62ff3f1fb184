#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "plugin_rule.h"

namespace {

const std::string kArithmetic = "kind = \"quantity.arithmetic\"";

TEST(QuantityArithmetic, TakesAPartOfAnAmount) {
  assay::expect_earned(
      "quantity", kArithmetic + "",
      {
          {"70 % of $500K is $350K.", "70 %|$500K|$350K"},
          {"We cut the $80k by 60 %, so we save $48k.", "$80k|60 %|$48k"},
          {"The bill is $80k. Spot is 60 % cheaper, which leaves $32k.", "$80k|60 %|$32k"},
          {"It lists at $96k a year and a commitment is 37 % cheaper, so $35.5k a year.",
           "$96k a year|37 %|$35.5k a year"},
          {"A third of the 24 TB is 8 TB.", "A third|24 TB|8 TB"},
          {"At 70 % off, $20k \u00d7 0.7 = $14k a month.", "$20k|0.7|$14k a month"},
          {"So 41,000 times 0.65, a good 26,600 a month.", "41,000|0.65|26,600 a month"},
          {"| job | cost | cut | saved |\n|---|---|---|---|\n| load | $80k | 60 % | $48k |",
           "$80k|60 %|$48k"},
          {"We cut the $80k by 60 %, so we save $58k.", "-"},
          // What remains is no saving.
          {"Spot is 70% cheaper so from 10k we save 3k.", "-"},
          {"We save 60 % of a bill of $80k.", "-"},
          {"We save $48k.", "-"},
      });
}

TEST(QuantityArithmetic, TakesDifferencesSumsAndChanges) {
  assay::expect_earned(
      "quantity", kArithmetic + "",
      {
          {"It goes from 40k to 28k a month, a saving of 30 %.", "40k|28k a month|30 %"},
          {"It was $625 and is $12 a day. That is $613 a day saved.", "$625|$12 a day|$613 a day"},
          {"It goes from $80k to $32k, which saves $48k.", "$80k|$32k|$48k"},
          {"It goes from 40 s to 4 s, so it is 10x faster.", "40 s|4 s|10x"},
          {"Kafka 1 s, window 10 s, sink 2 s, 13 s in total.", "1 s|10 s|2 s|13 s"},
          {"Worst case: 1 (ingest) + 5 (watermark) + 10 (slide) + 2 + 1 = 19 s.",
           "1|5|10|2|1|19 s"},
          {"It goes from 40k to 28k a month, a saving of 40 %.", "-"},
          {"Kafka 1 s, window 10 s, sink 2 s, 15 s in total.", "-"},
          {"Kafka takes 1 s and the window 10 s; 11 s pass.", "-"},
      });
}

TEST(QuantityArithmetic, MultipliesDividesAndConverts) {
  assay::expect_earned(
      "quantity", kArithmetic + "",
      {
          {"1.2 B events/day x 500 B = 600 GB/day.", "1.2 B events/day|500 B|600 GB/day"},
          {"500 million a day is about 5,800 a second.", "500 million a day|5,800 a second"},
          {"It scans 12 TB at $5/TB, which is $60 a run.", "12 TB|$5/TB|$60 a run"},
          {"That is $60 a run; 40 runs a day: $2,400 a day.",
           "$60 a run|40 runs a day|$2,400 a day"},
          {"We save $613 a day, about $18,400 a month.", "$613 a day|$18,400 a month"},
          {"1.6 M/s \u00d7 300 B \u2248 480 MB/s.", "1.6 M/s|300 B|480 MB/s"},
          {"At 1,000 events/s x 1 KB x 86,400 s we get = 86 GB.",
           "1,000 events/s|1 KB|86,400 s|86 GB"},
          {"6.3e9 loads a day / 86,400 = 73k/s.", "6.3e9 loads a day|86,400|73k/s"},
          {"- 200 M users, 10 events each\n- so 2 B events a day",
           "200 M users|10 events|2 B events a day"},
          {"1.2 B events/day x 500 B = 900 GB/day.", "-"},
          {"500 million a day is about 9,000 a second.", "-"},
          {"It has 16 cores and 4 disks, which is 64 GB.", "-"},
      });
}

TEST(QuantityArithmetic, AsksForAResultAndItsSubject) {
  const std::string saving = ", result = \"money\", about = \"save|saving\"";
  assay::expect_earned("quantity", kArithmetic + saving,
                       {
                           {"70 % of $500K is $350K saved.", "70 %|$500K|$350K|saved"},
                           {"70 % of $500K is $350K.", "-"},
                           {"From 10k we save 70 %, so 7k.", "10k|save|70 %|7k"},
                           {"We save 5 of 10 TB, which is 50 %.", "-"},
                       });
}

TEST(QuantityArithmetic, TakesAsMuchSlipAsItsAuthorAllows) {
  assay::expect_earned("quantity", kArithmetic + "",
                       {{"70 % of $500K is $340K.", "70 %|$500K|$340K"}});
  assay::expect_earned(
      "quantity", kArithmetic + ", tolerance = 1",
      {{"70 % of $500K is $340K.", "-"}, {"70 % of $500K is $350K.", "70 %|$500K|$350K"}});
}

TEST(QuantityArithmetic, SaysWhatTheFiguresComeTo) {
  const auto missed = [](const std::string& keys, const char* answer) {
    return assay::missed("quantity", "kind = \"quantity.arithmetic\"" + keys, answer);
  };
  EXPECT_EQ(missed("", "We cut the $80k by 60 %, so we save $58k."),
            "the figures do not work out: 60 % of $80k is $48k, not $58k");
  EXPECT_EQ(missed("", "1.2 B events/day x 500 B = 900 GB/day."),
            "the figures do not work out: the product is 600 gb/day, not 900 gb/day");
  EXPECT_EQ(missed("", "500 million a day is about 9,000 a second."),
            "the figures do not work out: 500 million a day is 5787 a second, not 9,000 a second");
  EXPECT_EQ(missed("", "Kafka 1 s + window 10 s + sink 2 s = 15 s."),
            "the figures do not work out: the sum is 13 s, not 15 s");
  EXPECT_EQ(missed(", about = \"saving\"", "70 % of $500K is $350K."),
            "\"$350k\" works out, but nothing beside it says of what");
  EXPECT_EQ(missed("", "We save $48k."),
            "\"$48k\" is stated, but not worked out from other figures");
}

}  // namespace
