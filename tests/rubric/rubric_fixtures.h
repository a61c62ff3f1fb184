// What the tests of the rubric layer share: a plugin that is none, and rubrics with the keys that
// every rubric needs.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include "rubric/load.h"
#include "rules/kinds.h"

namespace assay {

inline std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string all_of(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += diagnostic.to_string() + "\n\n";
  if (!out.empty()) out.pop_back();
  return out;
}

// A plugin "demo" with the kinds "demo.statement" (reads every type of argument; its rule is that
// of the terms in `terms`) and "demo.nothing" (makes no rule).
inline std::unique_ptr<Rule> build_statement(Arguments& arguments) {
  constexpr std::string_view kChoices[] = {"loose", "strict"};
  auto terms = arguments.terms("terms");
  arguments.integer("lines", 1, 9, 1);
  arguments.number("share", 0, 1, 0.5);
  arguments.flag("titled", false);
  arguments.choice("mode", kChoices, 0);
  arguments.text("label", "none");
  if (arguments.has("regex")) arguments.regex("regex");
  if (arguments.flag("odd", false)) arguments.refuse("odd", "the answer cannot be odd");
  if (!terms) return nullptr;
  return make_term_rule(*terms, arguments.standing(), arguments.source("terms"));
}

inline LoadEnvironment::PluginKinds demo_plugin(std::string_view name) {
  static const Kind kinds[] = {
      {"nothing", "makes no rule", [](Arguments&) { return std::unique_ptr<Rule>(); }},
      {"statement", "finds its terms", build_statement},
  };
  if (name == "demo") return {kinds, {}};
  return {{}, "there is no file " + std::string(name) + ".so"};
}

inline LoadEnvironment demo_environment(const std::filesystem::path& lexicons = {}) {
  LoadEnvironment environment;
  if (!lexicons.empty()) environment.lexicon_folders = {lexicons};
  environment.plugin_kinds = demo_plugin;
  environment.plugin_names = {"demo"};
  return environment;
}

// The keys that every rubric needs besides a criterion.
inline std::string with_head(std::string_view rest) {
  return "id = \"r\"\ntitle = \"T\"\nprompt = \"P\"\n" + std::string(rest);
}
// A rubric of one criterion "c".
inline std::string with_criterion(std::string_view keys) {
  return with_head("[[criterion]]\nid = \"c\"\nsays = \"S\"\n" + std::string(keys));
}

}  // namespace assay
