#include "text/sentences.h"

#include <gmock/gmock.h>

#include "text/shown.h"

namespace assay {
namespace {

using testing::ElementsAreArray;
using Strings = std::vector<std::string>;

struct SentenceCase {
  std::string answer;
  Strings sentences;  // without their full stops
};

void PrintTo(const SentenceCase& c, std::ostream* out) { *out << c.answer; }

class Sentences : public testing::TestWithParam<SentenceCase> {};

TEST_P(Sentences, End) {
  EXPECT_THAT(sentences_of(analyzed(GetParam().answer)), ElementsAreArray(GetParam().sentences));
}

INSTANTIATE_TEST_SUITE_P(
    FullStops, Sentences,
    testing::Values(
        SentenceCase{"We merge. We never append.", {"We merge", "We never append"}},
        SentenceCase{"it is fine. so i do x", {"it is fine", "so i do x"}},
        SentenceCase{"Use a key, e.g. order_id, i.e. the natural one.",
                     {"Use a key, e.g. order_id, i.e. the natural one"}},
        SentenceCase{"Logs, metrics, etc. are kept. Traces etc. We drop them.",
                     {"Logs, metrics, etc. are kept", "Traces etc", "We drop them"}},
        SentenceCase{"Dr. Codd vs. Prof. Date.", {"Dr. Codd vs. Prof. Date"}},
        SentenceCase{"See fig. 2 and no. 5. No. We do not.",
                     {"See fig. 2 and no. 5", "No", "We do not"}},
        SentenceCase{"It takes approx. 1.5 s. On v1.2. Then S3. Then we stop.",
                     {"It takes approx. 1.5 s", "On v1.2", "Then S3", "Then we stop"}},
        SentenceCase{"E. F. Codd wrote it. Edgar F. Codd did. Option A. Then B.",
                     {"E. F. Codd wrote it", "Edgar F. Codd did", "Option A", "Then B"}},
        SentenceCase{"Is it late?! Then drop it! Really? yes.",
                     {"Is it late", "Then drop it", "Really", "yes"}},
        SentenceCase{"A check (is it late?) comes first. Why?",
                     {"A check (is it late?) comes first", "Why"}},
        SentenceCase{"So... it works... Then it stops.", {"So... it works", "Then it stops"}},
        SentenceCase{"We INSERT ... SELECT each night.", {"We INSERT ... SELECT each night"}},
        SentenceCase{"We INSERT ... Then we stop.", {"We INSERT", "Then we stop"}},
        SentenceCase{"It is done.Then we wait. Node.js stays, as does index.html.",
                     {"It is done", "Then we wait", "Node.js stays, as does index.html"}},
        SentenceCase{"He said \"stop.\" We did.", {"He said \"stop", "We did"}},
        SentenceCase{"One thing; another thing.", {"One thing; another thing"}},
        SentenceCase{"It took 800 ms. Then 5 sec. Ms. Codd left.",
                     {"It took 800 ms", "Then 5 sec", "Ms. Codd left"}},
        SentenceCase{"We call /list?after=5 or ?page=2. Is it late?Then drop it.",
                     {"We call /list?after=5 or ?page=2", "Is it late", "Then drop it"}},
        SentenceCase{"We run `SELECT … WHERE a > b. So` often",
                     {"We run `SELECT … WHERE a > b. So` often"}},
        SentenceCase{"It works (mostly.) We ship.", {"It works (mostly", "We ship"}}));

INSTANTIATE_TEST_SUITE_P(
    Lines, Sentences,
    testing::Values(
        SentenceCase{
            "We write every batch to a staging\ntable and Kafka is not involved in\nany of it.",
            {"We write every batch to a staging\ntable and Kafka is not involved in\nany of it"}},
        SentenceCase{
            "We chose Flink over the others\nCost: two more people\nSwitch: at ten teams",
            {"We chose Flink over the others", "Cost: two more people", "Switch: at ten teams"}},
        SentenceCase{"Use Kafka\nUpsert on the business key",
                     {"Use Kafka", "Upsert on the business key"}},
        SentenceCase{
            "3 levels:\nhot -> redis\ncommon -> a materialised view, refreshed every hour",
            {"3 levels", "hot -> redis", "common -> a materialised view, refreshed every hour"}},
        SentenceCase{
            "we keep it in the\nstaging table, which nobody but the loader writes to ever",
            {"we keep it in the\nstaging table, which nobody but the loader writes to ever"}}));

}  // namespace
}  // namespace assay
