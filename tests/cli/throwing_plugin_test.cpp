// What a plugin throws costs what needed it, in every command.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "cli/program.h"
#include "grading/sanitized.h"
#include "grading/small_rubrics.h"
#include "host/temp_folder.h"

namespace assay {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(ThrowingPlugin, EndsNoCommand) {
  const TempFolder folder;
  const auto write = [&](const std::string& id, const std::string& kind) {
    folder.write(id + "/" + id + ".toml", "plugins = [\"throws-numbers\"]\n" +
                                              rubric_toml(id, "{ kind = \"" + kind + "\" }"));
  };
  write("rule", "throws-numbers.rule");
  write("build", "throws-numbers.build");
  folder.write("rule/sound.toml", rubric_toml("sound", "runs"));
  folder.write("answer.md", "It runs.\n");

  struct Case {
    const char* line;
    const char* told;
  };
  const Case cases[] = {
      {"assay grade --rubrics rule -q rule answer.md",
       "something that is not a std::exception (plugins of the rubric: throws-numbers)"},
      {"assay test rule/rule.toml", "error: rule: something that is not a std::exception"},
      {"assay test --rubrics rule rule sound", "FAIL  sound, 2 examples, 1 lacking"},
      {"assay lint rule",
       "rule/rule.toml: a rule failed on an example: something that is not a std::exception"},
      {"assay lint rule --mutate", "rule/rule.toml: a rule failed on an example"},
      {"assay lint rule --fix", "rule/rule.toml: a rule failed on an example"},
      {"assay explain --rubrics rule rule", "error: something that is not a std::exception"},
      {"assay test build", "the kind `build` failed: something that is not a std::exception"},
      {"assay lint build", "the kind `build` failed: something that is not a std::exception"},
      {"assay grade --rubrics build -q build answer.md", "the kind `build` failed"},
      {"assay explain --rubrics build build", "the kind `build` failed"},
  };
  for (const Case& c : cases) {
    // Plugins from elsewhere grade in workers.
    if (kDiesInWorkers && std::string_view(c.line).starts_with("assay grade")) continue;
    const Ran ran = run(folder.path(),
                        std::string(c.line) + " --plugin-dir '" ASSAY_BINARY_DIR "/tests/plugins'");
    EXPECT_EQ(ran.exit, 2) << c.line << "\n" << ran.out;
    EXPECT_THAT(ran.out, AllOf(HasSubstr(c.told), Not(HasSubstr("terminate")))) << c.line;
  }
}

}  // namespace
}  // namespace assay
