// A plugin's rule for its tests, written as in a rubric and tried on an answer:
//
//   EXPECT_EQ(earned("grain", R"(kind = "grain.statement", rows = "one row", ...)", answer),
//   "a|b");
//
// The plugin is the one that was built, loaded as the program loads it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "host/plugins.h"
#include "rubric/load.h"
#include "rubric/score.h"
#include "text/analyzer.h"

namespace assay {

struct Tried {
  std::string words;  // of the evidence, divided by "|"; "-" where the rule does not hold
  std::string why;    // the near miss; empty where there is none
};

// What the rule does with the answer; what the loader said, as words, where it refused the rule.
inline Tried tried(std::string_view plugin, std::string_view rule, std::string_view answer) {
  static PluginHost host({ASSAY_BINARY_DIR "/lib/assay/plugins"});
  LoadEnvironment environment;
  environment.plugin_kinds = [](std::string_view name) -> LoadEnvironment::PluginKinds {
    std::string why;
    const LoadedPlugin* loaded = host.load(name, why);
    if (loaded == nullptr) return {{}, why};
    return {loaded->kinds, {}};
  };
  const std::string toml = "id = \"trial\"\ntitle = \"Trial\"\nprompt = \"Try.\"\nplugins = [\"" +
                           std::string(plugin) +
                           "\"]\n[[criterion]]\nid = \"c\"\nsays = \"It holds.\"\nany = [{ " +
                           std::string(rule) + " }]\n";
  Diagnostics diagnostics;
  const auto rubric = parse_rubric(toml, "trial.toml", environment, diagnostics);
  if (!rubric) {
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics) all += diagnostic.message + "\n";
    return {all, {}};
  }
  Analyzer analyzer;
  const Document document = analyzer.analyze(answer);
  const ScoreSheet sheet = Scorer(rubric).score(document);
  const CriterionScore& score = sheet.criteria.front();
  if (!score.met) return {"-", score.near_miss ? score.near_miss->why : std::string()};
  std::string words;
  for (const Evidence& evidence : score.evidence) {
    if (!words.empty()) words += "|";
    words += document.original(evidence.span);
  }
  return {words, {}};
}

inline std::string earned(std::string_view plugin, std::string_view rule, std::string_view answer) {
  return tried(plugin, rule, answer).words;
}
// Why the answer nearly met the rule; "+" where the rule holds, "-" where nothing is near.
inline std::string missed(std::string_view plugin, std::string_view rule, std::string_view answer) {
  const Tried outcome = tried(plugin, rule, answer);
  if (outcome.words != "-") return "+";
  return outcome.why.empty() ? "-" : outcome.why;
}

struct Trial {
  const char* answer;
  const char* earned;  // as in Tried::words
};
inline void expect_earned(std::string_view plugin, std::string_view rule,
                          const std::vector<Trial>& trials) {
  for (const Trial& trial : trials) {
    EXPECT_EQ(earned(plugin, rule, trial.answer), trial.earned) << rule << "\n" << trial.answer;
  }
}

struct Verdict {
  const char* answer;
  bool holds;
};
inline void expect_holds(std::string_view plugin, std::string_view rule,
                         const std::vector<Verdict>& verdicts) {
  for (const Verdict& verdict : verdicts) {
    const std::string words = earned(plugin, rule, verdict.answer);
    EXPECT_EQ(words != "-", verdict.holds) << rule << "\n" << verdict.answer << "\n  " << words;
  }
}

}  // namespace assay
