#include <gtest/gtest.h>

#include "plugin_rule.h"

namespace {

struct Miss {
  const char* answer;
  const char* why;
};

void expect(const std::string& rule, const std::vector<Miss>& misses) {
  for (const Miss& miss : misses) {
    EXPECT_EQ(assay::missed("flow", rule, miss.answer), miss.why) << miss.answer;
  }
}

TEST(FlowNearMiss, SaysWhereAPathBreaks) {
  expect(
      R"(kind = "flow.path", stages = ["kafka", "flink", "redis"])",
      {
          {"Kafka feeds Flink.",
           R"("Kafka" and "Flink" are connected, but nothing leads on from there)"},
          {"Flink writes to Redis.",
           R"("Flink" and "Redis" are connected, but nothing leads to them)"},
          {"Kafka feeds Redis.",
           R"("Kafka" and "Redis" are connected, but a part between them is missing)"},
          {"Kafka feeds Flink. Redis is fast.",
           R"("Kafka" and "Flink" are connected, but "Redis" is not connected to them in that order)"},
          {"Tools: Kafka, Flink, Redis.",
           R"("Kafka", "Flink" and "Redis" are named, but nothing says what flows from one to the next)"},
          {"Redis feeds Flink.",
           R"("Redis" leads to "Flink", the other way round than the data should go)"},
          {"Kafka is fast.", R"("Kafka" is there, but nothing is said to go into it or out of it)"},
          {"We never take Kafka.", R"(found, but negated by "never")"},
          {"A spreadsheet.", "-"},
      });
}

TEST(FlowNearMiss, SaysWhatIsWrongWithALink) {
  expect(R"(kind = "flow.link", from = "flink", to = "redis")",
         {
             {"Flink counts.", R"("Flink" is there, but it leads nowhere)"},
             {"Redis is fast.", R"("Redis" is there, but nothing leads to it)"},
             {"Redis feeds Flink.",
              R"("Redis" leads to "Flink", the other way round than the data should go)"},
             {"We like Flink and Redis.",
              R"("Flink" and "Redis" are named, but nothing says that the one leads to the other)"},
         });
}

TEST(FlowNearMiss, SaysWhichStepComesWrong) {
  expect(
      R"(kind = "flow.steps", steps = ["chunk", "embed|embedding", "index"])",
      {
          {"We chunk and we embed.",
           R"("chunk", then "embed" are there, but a step before, between or after is missing)"},
          {"We embed it, index it and chunk it.",
           R"("embed", then "index" are there, but "chunk" comes at another point or too far off)"},
          {"We need chunks, embeddings and an index.",
           "the steps are named in a row, but not as things done one after the other"},
          {"A spreadsheet.", "-"},
      });
}

TEST(FlowKinds, RefuseTooManyAndTooFew) {
  const std::string one = R"(kind = "flow.path", stages = ["a"])";
  EXPECT_NE(assay::earned("flow", one, "").find("stages"), std::string::npos);
  const std::string many =
      R"(kind = "flow.steps", steps = ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "b1", "b2", "b3", "b4"])";
  EXPECT_NE(assay::earned("flow", many, "").find("too many steps"), std::string::npos);
  const std::string least = R"(kind = "flow.path", stages = ["a", "b"], least = 3)";
  EXPECT_NE(assay::earned("flow", least, "").find("least"), std::string::npos);
}

}  // namespace
