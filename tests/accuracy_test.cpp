// Agreement with people's marks does not fall. The floors are what was reached, less a little for
// rounding; raise them when the figures rise. README.md has the figures with their intervals.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "parsed_json.h"

namespace {

using assay::Json;

Json agreement(const std::string& arguments) {
  const std::string line = "env -u ASSAY_RUBRIC_PATH -u ASSAY_PLUGIN_PATH '" ASSAY_BINARY_DIR
                           "/bin/assay' agree --format json --disagreements none --bootstrap 0 " +
                           arguments;
  std::FILE* pipe = ::popen(line.c_str(), "r");
  EXPECT_NE(pipe, nullptr) << line;
  std::string out;
  std::array<char, 4096> buffer;
  for (std::size_t n; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    out.append(buffer.data(), n);
  }
  EXPECT_EQ(::pclose(pipe), 0) << line;
  return Json::parse(out);
}

double figure(const Json& report, const char* of, const char* name) {
  const Json value = report["all"][of]["scores"][name];
  return value.is_object() ? value["value"].number() : value.number();
}

struct Floor {
  const char* answers;
  double kappa;
  double qwk;
  double flaw_precision;
  double flaw_recall;
};

TEST(Accuracy, OnMarkedAnswersDoesNotFall) {
  const Floor kFloors[] = {
      {"closed", 0.77, 0.83, 0.45, 0.45},  {"everyday", 0.86, 0.89, 0.85, 0.85},
      {"fresh", 0.81, 0.81, 0.68, 0.85},   {"hard", 0.57, 0.46, 0.50, 0.60},
      {"flaws", 0.73, 0.73, 0.73, 0.60},   {"tempting", 0.57, 0.57, 0.50, 0.60},
      {"voices", 0.92, 0.92, 0.97, 0.96},  {"opened", 0.96, 0.96, 0.95, 0.95},
      {"authors", 0.94, 0.95, 0.95, 0.95},
  };
  for (const Floor& floor : kFloors) {
    const std::string file =
        std::string(ASSAY_SOURCE_DIR "/samples/marked/") + floor.answers + ".jsonl";
    const Json report = agreement("'" + file + "'");
    ASSERT_TRUE(report.is_object()) << file;
    EXPECT_GE(figure(report, "criteria", "kappa"), floor.kappa) << file;
    EXPECT_GE(figure(report, "bands", "qwk"), floor.qwk) << file;
    EXPECT_GE(figure(report, "flaws", "precision"), floor.flaw_precision) << file;
    EXPECT_GE(figure(report, "flaws", "recall"), floor.flaw_recall) << file;
  }
}

// Answers of students are no part of the project; where they can be had, this measures on them.
TEST(Accuracy, OnAnswersOfStudentsDoesNotFall) {
  const char* folder = std::getenv("ASSAY_MARKED_FOLDER");
  const std::filesystem::path answers =
      std::filesystem::path(folder == nullptr ? "" : folder) / "data/saf/answers.jsonl";
  if (folder == nullptr || !std::filesystem::exists(answers)) {
    GTEST_SKIP() << "ASSAY_MARKED_FOLDER names no folder with data/saf/answers.jsonl";
  }
  const Json all = agreement("'" + answers.string() + "'");
  ASSERT_TRUE(all.is_object());
  EXPECT_LE(figure(all, "scores", "rmse"), 0.17);
  for (const char* question :
       {"dhcp", "duplicate-packets", "ipv6-extension-headers", "line-encoding",
        "multicast-spanning-tree", "piggybacking", "poisson-arrivals", "reserved-class-a",
        "tcp-congestion-phases", "transparent-bridges"}) {
    const Json one = agreement("-q " + std::string(question) + " '" + answers.string() + "'");
    ASSERT_TRUE(one.is_object()) << question;
    const double mean = one["all"]["scores"]["mean"]["rmse"]["value"].number();
    EXPECT_LT(figure(one, "scores", "rmse"), mean) << question;
    EXPECT_LE(figure(one, "scores", "rmse"), 0.22) << question;
  }
}

}  // namespace
