#include <gtest/gtest.h>

#include "plugin_rule.h"

namespace {

TEST(FlowLink, ShowsBothEndsAndWhatConnectsThem) {
  assay::expect_earned(
      "flow", R"(kind = "flow.link", from = ["flink", "stream processor"], to = "redis|cassandra")",
      {
          {"Flink writes the features to Redis.", "Flink|writes|Redis"},
          {"The features in Redis are computed by a Flink job.", "Redis|computed|Flink"},
          {"Redis is filled by the stream processor.", "Redis|filled|stream processor"},
          {"Flink -> Redis", "Flink|->|Redis"},
          {"Flink counts. The counts are put in Cassandra.", "Flink|put|Cassandra"},
          {"Redis feeds features to Flink.", "-"},
          {"For features we know Flink and Redis.", "-"},
          {"Flink never writes to Redis.", "-"},
          {"Flink writes to S3.", "-"},
      });
}

TEST(FlowLink, TakesAnAuthorsOwnWords) {
  const std::string rule = R"(kind = "flow.link", from = "flink", to = "redis")";
  assay::expect_earned("flow", rule, {{"Flink whispers to itself about Redis.", "-"}});
  assay::expect_earned(
      "flow", rule + R"(, links = "whisper ... about")",
      {{"Flink whispers to itself about Redis.", "Flink|whispers to itself about|Redis"}});
  assay::expect_earned("flow", rule + R"(, reverse = "eavesdrop on")",
                       {{"Redis eavesdrops on Flink.", "Redis|eavesdrops on|Flink"}});
}

TEST(FlowLink, ReachesSoManySentences) {
  const std::string answer = "Flink counts. So it is. So it is. So it is. It ends up in Redis.";
  const std::string rule = R"(kind = "flow.link", from = "flink", to = "redis")";
  assay::expect_earned("flow", rule + ", within = 4", {{answer.c_str(), "Flink|ends|Redis"}});
  assay::expect_earned("flow", rule + ", within = 3", {{answer.c_str(), "-"}});
}

}  // namespace
