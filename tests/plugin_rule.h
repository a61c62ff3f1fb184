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

// The words of the evidence, divided by "|"; "-" where the rule does not hold; what the loader said
// where it refused the rule.
inline std::string earned(std::string_view plugin, std::string_view rule, std::string_view answer) {
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
  if (!sheet.criteria.front().met) return "-";
  std::string words;
  for (const Evidence& evidence : sheet.criteria.front().evidence) {
    if (!words.empty()) words += "|";
    words += document.original(evidence.span);
  }
  return words;
}

}  // namespace assay
