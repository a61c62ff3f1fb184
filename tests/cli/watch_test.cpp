// `assay grade --watch` on a terminal of its own. What is waited for has no time limit but that of
// a test that hangs.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/program.h"
#include "host/temp_folder.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::chrono::seconds kHangs{30};

// `assay grade --watch ...` in `folder`.
class Session {
 public:
  Session(const fs::path& folder, std::vector<std::string> words) {
    terminal_ = ::posix_openpt(O_RDWR | O_NOCTTY);
    ::grantpt(terminal_);
    ::unlockpt(terminal_);
    const std::string name = ::ptsname(terminal_);
    words.insert(words.begin(), {kProgram, "grade", "--watch", "--color", "never"});
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    child_ = ::fork();
    if (child_ < 0) throw std::runtime_error("no process to be had");
    if (child_ == 0) {
      ::setsid();
      const int own = ::open(name.c_str(), O_RDWR);
      ::ioctl(own, TIOCSCTTY, 0);
      for (const int standard : {0, 1, 2}) ::dup2(own, standard);
      ::setenv("COLUMNS", "80", 1);
      ::setenv("XDG_DATA_HOME", "/nonexistent", 1);
      ::unsetenv("ASSAY_RUBRIC_PATH");
      if (::chdir(folder.c_str()) != 0) ::_exit(127);
      ::execv(arguments.front(), arguments.data());
      ::_exit(127);
    }
  }
  ~Session() {
    if (child_ > 0) {
      ::kill(child_, SIGKILL);
      ::waitpid(child_, nullptr, 0);
    }
    ::close(terminal_);
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  // All that was shown since the last call, up to the line that has `wanted` at least, and what
  // comes within a moment behind it.
  std::string shown(const std::string& wanted) {
    std::string text;
    const auto end = std::chrono::steady_clock::now() + kHangs;
    while (text.find(wanted) == text.npos && std::chrono::steady_clock::now() < end) {
      read(text, 1000);
    }
    EXPECT_THAT(text, HasSubstr(wanted));
    while (read(text, 100)) {
    }
    return text;
  }
  // Nothing further is shown for a while.
  std::string shown_meanwhile() {
    std::string text;
    while (read(text, 400)) {
    }
    return text;
  }
  void type(char key) { ASSERT_EQ(::write(terminal_, &key, 1), 1); }
  pid_t process() const { return child_; }

  // The exit code; -1 where it does not end by itself.
  int ended() {
    int status = 0;
    std::string ignored;
    const auto end = std::chrono::steady_clock::now() + kHangs;
    while (std::chrono::steady_clock::now() < end) {
      if (::waitpid(child_, &status, WNOHANG) == child_) {
        child_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
      }
      read(ignored, 20);
    }
    return -1;
  }

 private:
  bool read(std::string& text, int patience) {
    pollfd source{terminal_, POLLIN, 0};
    if (::poll(&source, 1, patience) != 1) return false;
    char buffer[4096];
    const ssize_t count = ::read(terminal_, buffer, sizeof buffer);
    if (count <= 0) return false;
    for (ssize_t i = 0; i < count; ++i) {
      if (buffer[i] != '\r') text += buffer[i];
    }
    return true;
  }

  int terminal_;
  pid_t child_;
};

constexpr const char* kTea = R"(
id = "tea"
title = "Tea"
prompt = "How is tea made?"
lexicons = ["kitchen"]
[[criterion]]
id = "water"
says = "Boils the water"
any = [{ near = ["@boil", "water"] }]
[[criterion]]
id = "bag"
says = "Takes the bag out"
points = 2
any = [{ near = ["take|lift", "bag"] }, { terms = "bag", points = 1 }]
[[flaw]]
id = "milk"
says = "Pours the milk first"
any = ["milk first"]
)";

class Watch : public testing::Test {
 protected:
  Watch() {
    folder_.write("rubrics/lexicons/kitchen.toml", "[concepts]\nboil = [\"boil\"]\n");
    folder_.write("rubrics/kitchen/tea.toml", kTea);
    folder_.write("tea.md", "We heat the water.\n");
  }
  std::string tea_with(const std::string& from, const std::string& to) {
    std::string toml = kTea;
    return toml.replace(toml.find(from), from.size(), to);
  }
  // As editors do: a new file takes the place of the old one.
  void replace(const std::string& name, const std::string& bytes) {
    const fs::path file = folder_.write(name + ".new", bytes);
    fs::rename(file, folder_.path() / name);
  }
  // As vi does: the old file is moved away, and a new one written in its place.
  void move_and_write(const std::string& name, const std::string& bytes) {
    const fs::path file = folder_.path() / name;
    fs::rename(file, file.string() + "~");
    folder_.write(name, bytes);
    fs::remove(file.string() + "~");
  }

  TempFolder folder_;
};

TEST_F(Watch, ShowsWhatEachSaveChanges) {
  Session session(folder_.path(), {"tea.md", "--rubrics", "rubrics"});
  EXPECT_THAT(session.shown("Watching 1 answer; q ends it.\n"),
              AllOf(HasSubstr("RED  0 of 3 points"), HasSubstr("✗  Boils the water")));

  replace("tea.md", "We boil the water.\n");
  EXPECT_EQ(session.shown("^^^^^\n"), R"(
tea.md
RED  1 of 3 points; it was 0 of 3 points

  ✓  Now met: Boils the water
     We boil the water.
        ^^^^     ^^^^^
)");

  move_and_write("tea.md", "We boil the water, and lift the bag.\n");
  EXPECT_THAT(session.shown("Now met"),
              AllOf(HasSubstr("GREEN  3 of 3 points; it was RED, 1 of 3 points"),
                    HasSubstr("Now met: Takes the bag out (2 points)"), Not(HasSubstr("Boils"))));

  folder_.write("tea.md", "We boil the water, and lift the bag. Milk first.\n");
  EXPECT_THAT(
      session.shown("New flaw"),
      AllOf(HasSubstr("YELLOW  3 of 3 points, held there by a flaw; it was GREEN, 3 of 3 points"),
            HasSubstr("!  New flaw: Pours the milk first (no better than yellow)")));

  replace("tea.md", "We boil no water, and have a bag.\n");
  EXPECT_THAT(session.shown("No longer a flaw"),
              AllOf(HasSubstr("✗  No longer met: Boils the water"),
                    HasSubstr("~  No longer met: Takes the bag out (1 of 2 points)"),
                    HasSubstr("·  No longer a flaw: Pours the milk first")));

  replace("tea.md", "We boil no water, and we have a bag.\n");
  EXPECT_THAT(session.shown("changed"), HasSubstr("RED  1 of 3 points: nothing has changed"));
  session.type('q');
  EXPECT_EQ(session.ended(), 0);
}

TEST_F(Watch, FollowsRubricsAndLexicons) {
  Session session(folder_.path(), {"tea.md", "--rubrics", "rubrics"});
  session.shown("Watching");

  replace("rubrics/lexicons/kitchen.toml", "[concepts]\nboil = [\"boil|heat\"]\n");
  EXPECT_THAT(session.shown("Now met"),
              AllOf(HasSubstr("it was 0 of 3 points (by another state of the rubric)"),
                    HasSubstr("Now met: Boils the water")));

  // Broken in the middle of an edit: told with its place, and again as it changes.
  replace("rubrics/kitchen/tea.toml", tea_with("\"@boil\"", "\"@boill\""));
  EXPECT_THAT(session.shown("ERROR  the rubric has 1 mistake"),
              AllOf(HasSubstr("tea.toml:9:"), HasSubstr("there is no concept @boill")));
  replace("rubrics/kitchen/tea.toml", tea_with("[[flaw]]", "[[flaw"));
  EXPECT_THAT(session.shown("tea.toml:15:"), Not(HasSubstr("@boill")));

  replace("rubrics/kitchen/tea.toml", tea_with("\"water\"] }", "\"water|tea\"] }"));
  EXPECT_THAT(
      session.shown("nothing has changed"),
      HasSubstr("RED  1 of 3 points: nothing has changed (by another state of the rubric)"));
  // Nobody's business.
  replace("rubrics/kitchen/toast.toml", "not TOML");
  replace("notes.md", "of something else");
  folder_.write("tea.md~", "a copy");
  EXPECT_EQ(session.shown_meanwhile(), "");
  session.type('\x03');  // Ctrl-C
  EXPECT_EQ(session.ended(), 0);
}

TEST_F(Watch, TakesABurstForOneSave) {
  Session session(folder_.path(), {"tea.md", "--rubrics", "rubrics"});
  session.shown("Watching");
  // However slow this is, the program finds all of it at once.
  ::kill(session.process(), SIGSTOP);
  for (std::size_t i = 0; i < 5; ++i) {
    replace("tea.md", "We boil the water.\n" + std::string(i, '\n'));
  }
  ::kill(session.process(), SIGCONT);
  std::string shown = session.shown("Now met");
  shown += session.shown_meanwhile();
  EXPECT_EQ(shown.find("tea.md"), shown.rfind("tea.md")) << shown;
  session.type('q');
  EXPECT_EQ(session.ended(), 0);
}

TEST_F(Watch, WaitsForWhatIsNotThere) {
  Session session(folder_.path(), {"new/tea.md", "--rubrics", "rubrics"});
  EXPECT_THAT(session.shown("Watching"), HasSubstr("ERROR  No such file or directory"));
  folder_.write("new/tea.md", "We boil the water.\n");
  EXPECT_THAT(session.shown("✓"), HasSubstr("RED  1 of 3 points"));
  fs::remove_all(folder_.path() / "new");
  session.shown("ERROR  No such file or directory");
  folder_.write("new/tea.md", "We boil the water in a bag.\n");
  EXPECT_THAT(session.shown("~"), HasSubstr("YELLOW  2 of 3 points; it was RED"));
  session.type('q');
  EXPECT_EQ(session.ended(), 0);
}

TEST_F(Watch, SeesWhatComesInANewFolderOfRubrics) {
  folder_.write("toast.md", "We boil the water.\n");
  Session session(folder_.path(), {"toast.md", "--rubrics", "rubrics"});
  EXPECT_THAT(session.shown("Watching"), HasSubstr("ERROR"));
  fs::create_directory(folder_.path() / "rubrics/fresh");
  EXPECT_EQ(session.shown_meanwhile(), "");
  replace("rubrics/fresh/toast.toml", tea_with("\"tea\"", "\"toast\""));
  EXPECT_THAT(session.shown("Boils the water"), HasSubstr("toast.md\nRED  1 of 3 points"));
  session.type('q');
  EXPECT_EQ(session.ended(), 0);
}

TEST_F(Watch, ShowsOnlyTheAnswersThatChange) {
  folder_.write("answers/tea/ann.md", "We boil the water.\n");
  folder_.write("answers/tea/bob.md", "We heat the water.\n");
  Session session(folder_.path(), {"answers", "--rubrics", "rubrics"});
  EXPECT_THAT(session.shown("Watching 2 answers"), HasSubstr("2 answers: 2 red"));
  replace("answers/tea/bob.md", "We boil the water.\n");
  EXPECT_THAT(session.shown("Now met"),
              AllOf(HasSubstr("answers/tea/bob.md\n"), Not(HasSubstr("ann.md"))));
  folder_.write("answers/tea/cat/cat.md", "Bags.\n");
  EXPECT_THAT(session.shown("~"), HasSubstr("answers/tea/cat/cat.md\n"));
  ::kill(session.process(), SIGTERM);
  EXPECT_EQ(session.ended(), 0);
}

TEST_F(Watch, RefusesWhatItCannotDo) {
  const struct {
    const char* words;
    const char* why;
  } cases[] = {
      {"- </dev/null", "standard input cannot be watched; name a file"},
      {"tea.md --format json", "leave out --format"},
      {"tea.md -o out.txt", "leave out -o"},
      {"tea.md -q toast", "there is no question \"toast\""},
  };
  for (const auto& c : cases) {
    const Ran ran =
        run(folder_.path(), std::string("assay grade --rubrics rubrics --watch ") + c.words);
    EXPECT_EQ(ran.exit, 2) << c.words;
    EXPECT_THAT(ran.out, HasSubstr(c.why));
  }
}

// Keys that come through a pipe end it too, and one that ends does not.
TEST_F(Watch, RunsWithoutATerminal) {
  const Ran ran =
      run(folder_.path(),
          "(sleep 0.2; echo q) | assay grade --watch --rubrics rubrics tea.md; echo $?");
  EXPECT_THAT(ran.out, AllOf(HasSubstr("RED  0 of 3 points"), HasSubstr("\n0\n")));
  const Ran other = run(folder_.path(),
                        "assay grade --watch --rubrics rubrics tea.md </dev/null >out & "
                        "until grep -q Watching out; do sleep 0.05; done; kill -INT $!; wait $!; "
                        "echo $?; cat out");
  EXPECT_THAT(other.out, AllOf(StartsWith("0\n"), HasSubstr("Watching 1 answer")));
}

}  // namespace
}  // namespace assay
