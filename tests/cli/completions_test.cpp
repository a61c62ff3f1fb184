// Completions and manual pages are of the program's own commands: all that --help tells is there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.h"
#include "host/temp_folder.h"

namespace assay {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using testing::StartsWith;

const std::string kBuilt = ASSAY_BINARY_DIR "/share/";

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

struct Command {
  std::string words;  // "assay list questions"
  std::string help;
  std::set<std::string> options;
};

// Every command there is, found by nothing but the helps.
void add_commands(const std::string& words, std::vector<Command>& commands) {
  const std::string help = run("/", words + " --help").out;
  Command command{words, help, {}};
  static const std::regex option("\n  (-[a-z],)?(--[a-z-]+)");
  for (std::sregex_iterator it(help.begin(), help.end(), option), end; it != end; ++it) {
    command.options.insert((*it)[2]);
  }
  commands.push_back(command);
  const std::size_t begin = help.find("\nSubcommands:\n");
  if (begin == help.npos) return;
  static const std::regex name("^  ([a-z]+) .*");
  for (const std::string& line : lines(help.substr(begin + 14))) {
    std::smatch match;
    if (line.empty()) break;
    if (std::regex_match(line, match, name)) add_commands(words + " " + match[1].str(), commands);
  }
}

const std::vector<Command>& all_commands() {
  static const std::vector<Command> commands = [] {
    std::vector<Command> found;
    add_commands("assay", found);
    return found;
  }();
  return commands;
}

// What bash offers for the last of the words, in the program's own folder.
std::vector<std::string> offered(const std::string& words, const std::string& before = "true") {
  TempFolder folder;
  folder.write("answers/a.md", "");
  folder.write("mine/pack/late-events.toml", "");
  folder.write("b.txt", "");
  const std::string script = folder.write(
      "try.bash", "source <(assay completions bash)\n" + before + "\nCOMP_WORDS=(" + words +
                      ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_assay\n"
                      "printf '%s\\n' \"${COMPREPLY[@]}\"\n");
  const Ran ran = run(folder.path(), "bash try.bash");
  EXPECT_EQ(ran.exit, 0) << ran.out;
  std::vector<std::string> found = lines(ran.out);
  if (found == std::vector<std::string>{""}) found.clear();
  return found;
}

TEST(Commands, AreFound) {
  std::vector<std::string> words;
  for (const Command& command : all_commands()) {
    words.push_back(command.words);
    EXPECT_THAT(command.options, Contains("--help")) << command.words;
  }
  EXPECT_THAT(words, IsSupersetOf({"assay", "assay grade", "assay list questions",
                                   "assay new plugin", "assay completions"}));
}

TEST(BashCompletion, OffersEveryOptionOfEveryCommand) {
  for (const Command& command : all_commands()) {
    const std::vector<std::string> found = offered(command.words + " -");
    for (const std::string& option : command.options) {
      EXPECT_THAT(found, Contains(option)) << command.words;
    }
  }
}

TEST(BashCompletion, OffersWhatCanStandThere) {
  EXPECT_THAT(offered("assay gr"), ElementsAre("grade"));
  EXPECT_THAT(offered("assay list ''"), ElementsAre("questions", "plugins", "kinds"));
  EXPECT_THAT(offered("assay --log-level info lis"), ElementsAre("list"));
  EXPECT_THAT(offered("assay grade --format j"), ElementsAre("json", "jsonl"));
  EXPECT_THAT(offered("assay grade --format = j"), ElementsAre("json", "jsonl"));
  EXPECT_THAT(offered("assay grade --format ="), ElementsAre("text", "json", "jsonl", "csv"));
  EXPECT_THAT(offered("assay grade -q idem"), ElementsAre("idempotency"));
  EXPECT_THAT(offered("assay grade --question idem"), ElementsAre("idempotency"));
  EXPECT_THAT(offered("assay explain gra"), ElementsAre("grain"));
  EXPECT_THAT(offered("assay grade a.md --log-level o"), ElementsAre("off"));
  EXPECT_THAT(offered("assay grade --rubrics mine -q late"), ElementsAre("late-events"));
  EXPECT_THAT(offered("assay grade -q late"), IsEmpty());
  EXPECT_THAT(offered("assay test late --rubrics = mine", "COMP_POINT=0"), ElementsAre("mine"));
  EXPECT_THAT(offered("assay grade --rubrics ''"), ElementsAre("answers", "mine"));
  EXPECT_THAT(offered("assay check ans"), ElementsAre("answers"));
  EXPECT_THAT(offered("assay grade b"), ElementsAre("b.txt"));
  EXPECT_THAT(offered("assay new rubric ''"), IsEmpty());
  EXPECT_THAT(offered("assay completions f"), ElementsAre("fish"));
}

TEST(BashCompletion, IsForThisProgramAlone) {
  EXPECT_EQ(run("/", "bash -c 'source <(assay completions bash); complete -p'").out,
            "complete -F _assay assay\n");
}

// The shells themselves read their completions, where they are there.
TEST(Completions, AreSoundForTheirShells) {
  const struct {
    const char* shell;
    const char* file;
    const char* check;
  } cases[] = {
      {"bash", "bash-completion/completions/assay", "bash -n"},
      {"zsh", "zsh/site-functions/_assay", "zsh -n"},
      {"fish", "fish/vendor_completions.d/assay.fish", "fish --no-execute"},
  };
  for (const auto& c : cases) {
    const std::string built = kBuilt + c.file;
    EXPECT_EQ(run("/", std::string("assay completions ") + c.shell).out,
              run("/", "cat " + built).out)
        << "what is installed is another";
    if (!is_there(c.shell)) continue;
    EXPECT_EQ(run("/", std::string(c.check) + " '" + built + "'").out, "") << c.shell;
  }
}

TEST(Completions, OfZshAndFishHaveEveryOption) {
  const std::string zsh = run("/", "assay completions zsh").out;
  const std::string fish = run("/", "assay completions fish").out;
  EXPECT_THAT(zsh, StartsWith("#compdef assay\n"));
  for (const Command& command : all_commands()) {
    std::string function = "\n_" + command.words + "() {\n";
    std::replace(function.begin() + 1, function.end() - 5, ' ', '_');
    const std::size_t begin = zsh.find(function);
    ASSERT_NE(begin, zsh.npos) << function;
    const std::string body = zsh.substr(begin, zsh.find("\n}\n", begin) - begin);
    for (const std::string& option : command.options) {
      EXPECT_TRUE(body.find(option + "'[") != body.npos || body.find(option + "}'[") != body.npos)
          << command.words << " " << option;
      const std::regex line("\ncomplete -c assay( -n '__assay_at " + command.words +
                            "')?( -s .)? -l " + option.substr(2) + " ");
      EXPECT_TRUE(std::regex_search(fish, line)) << command.words << " " << option;
    }
  }
}

TEST(Manual, HasAPageForEachCommandWithEveryOption) {
  for (const Command& command : all_commands()) {
    std::string top =
        command.words.substr(std::min(command.words.find(' ') + 1, command.words.size()));
    if (command.words == "assay") top.clear();
    const std::string page = top.substr(0, top.find(' '));
    const std::string roff = run("/", "assay man " + page).out;
    const std::string name = page.empty() ? "assay" : "assay-" + page;
    EXPECT_THAT(roff, HasSubstr("\n.TH ")) << command.words;
    EXPECT_EQ(roff, run("/", "cat '" + kBuilt + "man/man1/" + name + ".1'").out)
        << "what is installed is another";
    for (const std::string& option : command.options) {
      const std::string shown =
          "\\fB" + std::regex_replace(option, std::regex("-"), "\\-") + "\\fR";
      EXPECT_THAT(roff, HasSubstr(shown)) << command.words << " " << option;
    }
  }
}

TEST(Manual, IsSoundForWhatReadsIt) {
  const std::string pages = "'" + kBuilt + "man/man1/'*.1";
  if (is_there("groff")) {
    EXPECT_EQ(
        run("/", "for page in " + pages + "; do groff -man -ww -Tutf8 $page >/dev/null; done").out,
        "");
  }
  if (is_there("mandoc")) {
    // A page without a date is meant; the line of names cannot be broken.
    EXPECT_EQ(
        run("/", "mandoc -T lint " + pages + " | grep -v 'missing date\\|longer than 80'").out, "");
  }
  if (!is_there("groff") && !is_there("mandoc"))
    GTEST_SKIP() << "neither groff nor mandoc is there";
}

TEST(Manual, HasNoPageOfWhatIsNoCommand) {
  const Ran ran = run("/", "assay man gradde");
  EXPECT_EQ(ran.exit, 2);
  EXPECT_THAT(ran.out, HasSubstr("there is no command \"gradde\"; did you mean \"grade\"?"));
}

TEST(Version, IsOneLineAndTellsWhatItIsBuiltOfWhereAsked) {
  const std::string version = run("/", "assay --version").out;
  EXPECT_TRUE(std::regex_match(version, std::regex("assay [0-9]+\\.[0-9]+\\.[0-9]+\n"))) << version;
  const std::string facts = run("/", "assay --version --verbose").out;
  EXPECT_EQ(facts, run("/", "assay --verbose --version").out);
  EXPECT_THAT(facts,
              AllOf(StartsWith(version), HasSubstr("\ncompiler: "), HasSubstr("\nbuild: "),
                    HasSubstr("\nplugins: ABI 1, SDK "), HasSubstr(", toolchain "),
                    HasSubstr("\nlibraries: Boost "), HasSubstr("ICU "), Not(HasSubstr(__DATE__))));
  const Ran alone = run("/", "assay --verbose list kinds");
  EXPECT_EQ(alone.exit, 2);
  EXPECT_THAT(alone.out, HasSubstr("--verbose requires --version"));
}

}  // namespace
}  // namespace assay
