#include <gtest/gtest.h>

#include "plugin_rule.h"

namespace {

const std::string kChoice =
    "choose = [\"chose\", \"take|took\"], against = \"instead of\", between = [\"over\", \"not\"], "
    "turned-down = [\"turn ...3 down\", \"leave|left ... aside\"], things = [\"nightly file\", "
    "\"live feed\"], vague = [\"other|thing\", \"thing\", \"fine\", \"trade-off\"]";

TEST(TradeoffChoice, NamesWhatWasTakenAndWhatWasLeft) {
  assay::expect_earned(
      "tradeoff", "kind = \"tradeoff.choice\", " + kChoice,
      {
          {"We chose Kafka instead of RabbitMQ.", "Kafka|RabbitMQ"},
          {"For the index I took Solr over Elastic.", "Solr|Elastic"},
          {"A nightly file, not a live feed.", "nightly file|live feed"},
          {"We took the nightly file and left Kafka aside.", "nightly file|Kafka"},
          {"We chose to wait instead of hurrying everybody.", "instead of|hurrying everybody"},
          {"Instead of Kafka we took the nightly file.",
           "Instead of|Kafka we took the nightly file"},
          {"We took the nightly file; a broker was turned down.", "nightly file|a broker was"},
          // Nothing left, or nothing that names anything.
          {"We chose Kafka.", "-"},
          {"We took care over time.", "-"},
          {"We chose Kafka instead of the other thing.", "-"},
          {"Should one take Kafka instead of RabbitMQ?", "-"},
      });
}

TEST(TradeoffSlot, WantsSomethingSpecificBesideItsCue) {
  assay::expect_earned(
      "tradeoff",
      "kind = \"tradeoff.slot\", cue = [\"price is\", \"acceptable\"], vague = [\"trade-off\", "
      "\"price\", \"thing\"], specific = 3, without = \"none\", sentences = 2",
      {
          {"The price is a second cluster to patch.", "price is"},
          {"The price is 40 ms per read.", "price is"},
          {"The price is clear. A failover closes the counters.", "price is"},
          {"The price is a trade-off.", "-"},
          {"The price is none, whatever the sceptics of our board believe.", "-"},
          {"Acceptable: latency, egress, skills, licences.", "-"},
          {"Acceptable: a latency of minutes, egress, skills.", "Acceptable"},
          {"That is acceptable.", "-"},
          {"There is always a price.", "-"},
      });
}

TEST(TradeoffSwitch, WantsAConditionAndAnotherCourse) {
  assay::expect_earned(
      "tradeoff",
      "kind = \"tradeoff.switch\", condition = [\"if\", \"once\"], course = [\"go back to\", "
      "\"reopen\"], stays = \"still\", " +
          kChoice,
      {
          {"If the museum opens a second site, we reopen the decision.", "If|reopen"},
          {"We chose Kafka instead of RabbitMQ. If the replays fell away, RabbitMQ it is.",
           "If|RabbitMQ"},
          {"If the load falls tenfold, still Kafka.", "-"},
          {"If a broker dies, two others take the load.", "-"},
          {"If so, we reopen it.", "-"},
          {"We reopen the decision every January.", "-"},
      });
}

}  // namespace
