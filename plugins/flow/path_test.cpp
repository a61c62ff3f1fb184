#include <gtest/gtest.h>

#include "plugin_rule.h"

namespace {

const std::string kStages =
    R"(kind = "flow.path", stages = ["kafka|topic|pubsub|kinesis|belt", ["flink|dataflow|spark", "kafka streams", "counting service"], ["redis|clickhouse|bigquery|druid|aerospike|whiteboard", "memorystore"]])";

TEST(FlowPath, IsToldInOneSentence) {
  assay::expect_holds(
      "flow", kStages,
      {
          {"Kafka feeds Flink, which writes to ClickHouse.", true},
          {"ClickHouse is fed by Flink, which reads from Kafka.", true},
          {"Flink consumes the topic and its results land in Redis.", true},
          {"Events go to Kafka, are counted by Flink and end up in Redis.", true},
          {"A Flink job writes counts to Redis and reads its events from Kafka.", true},
          {"Redis sits behind Flink, which is downstream of Kafka.", true},
          {"We publish to Kafka, process in Flink and serve from Redis.", true},
          {"Kafka, then Flink, then ClickHouse.", true},
          {"From Kafka the events go to Flink and from there to Redis.", true},
          {"Messages arrive in Pubsub, Dataflow cleans and totals them, BigQuery keeps the "
           "outcome.",
           true},
          {"Kafka is read by a Flink job whose output is pushed to Redis.", true},
          {"Taps are streamed through Kafka into Flink, and the prices are kept in Redis.", true},
          {"Flink reads Kafka and loads ClickHouse.", true},
          {"Redis is loaded by Flink from Kafka.", true},
          {"Kafka, which Flink reads before it writes to Redis, is in three zones.", true},
          {"A Flink pipeline sits between Kafka and ClickHouse.", true},
          {"Redis is kept fresh by Flink, whose source is Kafka.", true},
          {"Kafka is the entry point; behind it Flink aggregates; its output sits in Redis.", true},
          {"With Kafka in front, Flink in the middle and Redis at the end, it is quick.", true},
          {"Kafka, Flink and Redis, in that order, make up the hot path.", true},
          {"A job lands raw counts from Kafka in Spark, which leaves its totals in Druid.", true},
          {"Every tap becomes an event in Kinesis, Spark tallies them and the totals show up in "
           "Redis.",
           true},
          {"The backbone is Kafka feeding Flink feeding Redis.", true},
          {"Three hops: (1) Kafka, (2) Flink, (3) Redis.", true},
          {"First Kafka, second Flink, third Redis.", true},
          {"a) kafka gets the events, b) flink makes windows, c) redis saves it", true},
          {"The job on Flink has a Kafka source and a Redis sink.", true},
          {"Redis is populated with what Flink makes of Kafka.", true},
          {"Flink reads Kafka. The prices live in Redis; a Flink job keeps them fresh.", true},
          {"(1) Redis, (2) Flink, (3) Kafka.", false},
          // The wrong way round, or nothing but names.
          {"Redis, Flink and Kafka, in that order, make up the hot path.", false},
          {"Flink consumes from Redis and produces to Kafka.", false},
          {"Kafka is for messaging, Flink for processing and Redis for caching.", false},
          {"Monitoring covers Kafka lag, Flink checkpoints and Redis memory.", false},
          {"If Kafka fails we page; if Flink fails we restart; if Redis fails we serve 1.0.",
           false},
          {"I would compare Kafka to Pulsar, Flink to Storm, and Redis to Aerospike.", false},
          {"Redis feeds Flink, which writes to Kafka.", false},
          {"Kafka is fed by Flink, which reads from Redis.", false},
          {"We use Kafka, Flink and ClickHouse.", false},
          {"Tools: Kafka, Flink, Redis.", false},
          {"Our stack is made of Kafka, Flink and Redis, and it runs on Kubernetes.", false},
          {"Kafka feeds Flink.", false},
          {"We take Kafka as the event stream, Flink as the processor and Redis as the store.",
           false},
          {"We never let Kafka feed Flink, which writes to ClickHouse.", false},
          {"Should Kafka feed Flink, which then writes to ClickHouse?", false},
          {"Data goes to Kafka, Flink and Redis.", false},
          {"", false},
      });
}

TEST(FlowPath, IsDrawnWithArrows) {
  assay::expect_holds(
      "flow", kStages,
      {
          {"edge -> Kafka → Flink → ClickHouse", true},
          {"Kafka | Flink | ClickHouse", true},
          {"Kafka > Flink > Redis", true},
          {"kafka => flink => redis", true},
          {"Redis <- Flink <- Kafka", true},
          {"`edge --Debezium--> Kafka --Kafka Streams--> Aerospike --> pricing API`", true},
          {"```\nedge (Rust agent) -> Kafka (per continent) -> Flink -> Druid -> Superset\n```",
           true},
          {"edge -> kafka -> worker -> flink (10 s window) -> cache -> redis", true},
          {"Kafka\n  ↓\nFlink\n  ↓\nRedis", true},
          {"Kafka\n  |\n  v\nFlink\n  |\n  v\nRedis", true},
          {"Source: Kafka. Flink counts. Sink: Redis", true},
          {"ClickHouse -> Flink -> Kafka", false},
          {"Kafka -> Redis. Flink is not needed.", false},
          {"Kafka, Flink, Redis", false},
      });
}

TEST(FlowPath, IsLaidOutInItemsRowsAndSections) {
  assay::expect_holds(
      "flow", kStages,
      {
          {"1. Events are sent to Kafka.\n2. Flink jobs compute metrics.\n3. Results are stored in "
           "ClickHouse.",
           true},
          {"1. Kafka\n2. Flink\n3. ClickHouse", true},
          {"- Kafka takes the events of all regions\n- Flink counts per zone and minute\n- Redis "
           "answers the API",
           true},
          {"1) app send event to kafka\n2) flink read it and count\n3) write in redis", true},
          {"| step | part |\n|---|---|\n| ingest | Kafka |\n| process | Flink |\n| serve | Redis |",
           true},
          {"## Ingest\nKafka, 48 partitions.\n\n## Processing\nFlink, event time.\n\n## "
           "Serving\nRedis, one key a cell.",
           true},
          {"**In:** Kafka, keyed by cell.\n\n**Crunch:** Flink, hopping windows.\n\n**Serve:** "
           "Redis, TTL of a minute.",
           true},
          {"Taps go to Kafka, 48 partitions.\n\nFlink: event time, minute windows.\n\nRedis: a key "
           "a cell.",
           true},
          {"1. ClickHouse\n2. Flink\n3. Kafka", false},
          {"- Kafka\n- Flink\n- Redis", false},
          {"| tool | cost |\n|---|---|\n| Redis | 10 |\n| Flink | 20 |\n| Kafka | 30 |", false},
          {"## Serving\nRedis, one key a cell.\n\n## Processing\nFlink.\n\n## Ingest\nKafka.",
           false},
      });
}

TEST(FlowPath, EndsSoonHoweverMuchIsNamed) {
  const auto repeated = [](const char* piece) {
    std::string answer;
    for (int i = 0; i < 10'000; ++i) answer += piece;
    return answer;
  };
  const std::string path = kStages + R"(, standing = "any")";
  EXPECT_EQ(assay::earned("flow", path, repeated("Kafka, Flink, Redis, ")), "-");
  EXPECT_EQ(assay::earned("flow", path, repeated("Redis -> Flink -> Kafka. ")), "-");
  EXPECT_EQ(assay::earned("flow", path, repeated("- Redis\n")), "-");
  EXPECT_NE(assay::earned("flow", path, repeated("Kafka feeds Flink, which feeds Redis. ")), "-");
  EXPECT_NE(
      assay::earned("flow",
                    R"(kind = "flow.steps", steps = ["flink", "redis", "kafka"], standing = "any")",
                    repeated("Redis starts after Flink has, and before Kafka does. ")),
      "-");
}

TEST(FlowPath, GoesOnFromSentenceToSentence) {
  assay::expect_holds(
      "flow", kStages,
      {
          {"Requests go to Kafka. From there a Flink job counts them. The result is kept in Redis.",
           true},
          {"Requests go to Kafka. Flink counts them. The counts land in Redis.", true},
          {"All taps are published to Kinesis. A counting service listens without pause. The "
           "multiplier goes on the whiteboard.",
           true},
          {"Requests are published as events on a Pubsub topic. A Dataflow pipeline subscribes to "
           "it and keeps a running count. It then stores the factor in Memorystore.",
           true},
          {"First, the apps send events to Kafka. Second, Apache Flink consumes these. Third, the "
           "multipliers are put in Redis.",
           true},
          {"Flink does the counting. It reads from Kafka and writes to Redis.", true},
          {"Within two seconds that line is on Kafka, our belt. Flink stands beside the belt, "
           "counts lines and every ten seconds hands totals to Druid.",
           true},
          {"We like Kafka. We like Flink. We like Redis.", false},
          {"Redis holds the counts. Flink is expensive. Kafka is cheap.", false},
          {"Kafka is a broker. Flink is a processor. Redis is a store.", false},
          {"Redis feeds Flink. Flink then writes to Kafka.", false},
      });
}

}  // namespace
