// A check may do to its process what it likes.
#include "host/trial.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

namespace assay {
namespace {

using std::chrono::milliseconds;
using ::testing::Eq;

constexpr milliseconds kPatience(20'000);

TEST(Trial, ReturnsWhatTheCheckReturns) {
  for (const std::string& text : {std::string(), std::string("wrong"), std::string(200'000, 'x')}) {
    const TrialResult result = Trial([&](const OnStep&) { return text; }).end(kPatience);
    EXPECT_TRUE(result.finished) << result.text;
    EXPECT_EQ(result.text, text);
  }
}

TEST(Trial, SaysHowAndWhereACheckEnded) {
  struct Case {
    void (*act)();
    const char* expected;
  };
  const Case cases[] = {
      {[] { std::raise(SIGSEGV); }, "crashed (Segmentation fault) while acting"},
      {[] { std::abort(); }, "crashed (Aborted) while acting"},
      {[] { std::raise(SIGKILL); }, "crashed (Killed) while acting"},
      {[] { std::exit(0); }, "ended the process (exit code 0) while acting"},
      {[] { ::_exit(7); }, "ended the process (exit code 7) while acting"},
      {[] { throw 1; }, "crashed (Aborted) while acting"},
  };
  for (const Case& c : cases) {
    const auto check = [&](const OnStep& on_step) {
      on_step("starting");
      on_step("acting");
      c.act();
      return std::string();
    };
    const TrialResult result = Trial(check).end(kPatience);
    EXPECT_FALSE(result.finished);
    EXPECT_THAT(result.text, Eq(c.expected));
  }
}

TEST(Trial, EndsWhatTakesTooLongWithAllItStarted) {
  const auto check = [](const OnStep&) {
    ::fork();
    while (true) ::pause();
    return std::string();
  };
  EXPECT_EQ(Trial(check).end(milliseconds(150)).text,
            "did not return within 150 ms while starting it");
}

TEST(Trial, HidesWhatTheCheckPrints) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const auto check = [](const OnStep&) {
    std::cout << "out" << std::endl;
    std::cerr << "err" << std::endl;
    return std::string("done");
  };
  EXPECT_EQ(Trial(check).end(kPatience).text, "done");
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Trial, NeedsNoSigchld) {
  const auto before = std::signal(SIGCHLD, SIG_IGN);
  EXPECT_EQ(Trial([](const OnStep&) { return std::string("done"); }).end(kPatience).text, "done");
  std::signal(SIGCHLD, before);
}

}  // namespace
}  // namespace assay
