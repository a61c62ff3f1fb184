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

#include "host/plugins.h"
#include "rubric/load.h"
#include "rubric/score.h"
#include "text/analyzer.h"

namespace assay {

// Tries the rule and returns what `told` says of the criterion that consists of it; what the loader
// said where it refused the rule.
template <typename Told>
std::string tried(std::string_view plugin, std::string_view rule, std::string_view answer,
                  Told told) {
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
    return all;
  }
  Analyzer analyzer;
  const Document document = analyzer.analyze(answer);
  const ScoreSheet sheet = Scorer(rubric).score(document);
  return told(document, sheet.criteria.front());
}

// The words of the evidence, divided by "|"; "-" where the rule does not hold.
inline std::string earned(std::string_view plugin, std::string_view rule, std::string_view answer) {
  return tried(plugin, rule, answer, [](const Document& document, const CriterionScore& score) {
    if (!score.met) return std::string("-");
    std::string words;
    for (const Evidence& evidence : score.evidence) {
      if (!words.empty()) words += "|";
      words += document.original(evidence.span);
    }
    return words;
  });
}

// Why the answer nearly met the rule; "+" where the rule holds, "-" where nothing is near.
inline std::string missed(std::string_view plugin, std::string_view rule, std::string_view answer) {
  return tried(plugin, rule, answer, [](const Document&, const CriterionScore& score) {
    if (score.met) return std::string("+");
    return score.near_miss ? score.near_miss->why : std::string("-");
  });
}

}  // namespace assay
