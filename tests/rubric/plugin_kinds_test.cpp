// What is promised to the kinds of plugins, and what becomes of their exceptions.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "rubric/rubric_fixtures.h"

namespace assay {
namespace {

std::atomic<std::thread::id> builder;  // the thread that builds, if any
std::atomic<bool> together = false;    // two threads were at it at a time

std::unique_ptr<Rule> build_alone(Arguments& arguments) {
  const std::thread::id self = std::this_thread::get_id();
  const std::thread::id before = builder.exchange(self);
  if (before != std::thread::id() && before != self) together = true;
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  std::unique_ptr<Rule> rule = arguments.rule("of");
  if (builder.exchange(before) != self) together = true;
  return rule;
}

LoadEnvironment::PluginKinds plugin(std::string_view) {
  static const Kind kinds[] = {
      {"alone", "is its operand", build_alone},
      {"says", "throws words",
       [](Arguments&) -> std::unique_ptr<Rule> { throw std::runtime_error("no licence"); }},
      {"number", "throws a number", [](Arguments&) -> std::unique_ptr<Rule> { throw 7; }},
      {"memory", "throws for memory",
       [](Arguments&) -> std::unique_ptr<Rule> { throw std::bad_alloc(); }},
  };
  return {kinds, {}};
}

std::string rubric_of(const std::string& rules) {
  return "plugins = [\"one\", \"other\"]\n" + with_criterion("any = [" + rules + "]\n");
}

TEST(PluginKinds, AreBuiltByOneThreadAtATime) {
  LoadEnvironment environment;
  environment.plugin_kinds = plugin;
  // Each holds the other's.
  const std::string toml = rubric_of(
      "{ kind = \"one.alone\", of = { kind = \"other.alone\", of = \"merge\" } },\n"
      "{ kind = \"other.alone\", of = { all = [{ kind = \"one.alone\", of = \"upsert\" }] } }");
  std::atomic<int> loaded = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        for (int k = 0; k < 5; ++k) {
          Diagnostics mistakes;
          loaded += parse_rubric(toml, "r.toml", environment, mistakes) != nullptr;
        }
      });
    }
  }
  EXPECT_EQ(loaded, 20);
  EXPECT_FALSE(together);
}

TEST(PluginKinds, ThatThrowRefuseTheRubricWhateverTheyThrow) {
  LoadEnvironment environment;
  environment.plugin_kinds = plugin;
  struct Case {
    const char* kind;
    const char* mistake;
  };
  const Case cases[] = {
      {"says", "the kind `says` failed: no licence"},
      {"number", "the kind `number` failed: something that is not a std::exception"},
      {"memory", "the kind `memory` failed: ran out of memory"},
  };
  for (const Case& c : cases) {
    Diagnostics mistakes;
    const std::string rule = "{ kind = \"one." + std::string(c.kind) + "\" }";
    EXPECT_FALSE(parse_rubric(rubric_of(rule), "r.toml", environment, mistakes));
    EXPECT_THAT(all_of(mistakes), testing::HasSubstr(c.mistake));
  }
}

}  // namespace
}  // namespace assay
