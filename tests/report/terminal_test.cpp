#include "report/terminal.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace assay {
namespace {

struct ColorCase {
  ColorMode mode;
  ColorEnvironment environment;
  bool is_terminal;
  bool expected;
};

TEST(UseColor, AsksTheOptionThenTheEnvironmentThenTheTerminal) {
  constexpr ColorMode kAuto = ColorMode::automatic;
  const ColorCase cases[] = {
      {ColorMode::always, {"1", nullptr, "dumb"}, false, true},
      {ColorMode::never, {nullptr, "1", "xterm"}, true, false},
      {kAuto, {nullptr, nullptr, "xterm"}, true, true},
      {kAuto, {nullptr, nullptr, "xterm"}, false, false},
      {kAuto, {nullptr, nullptr, "dumb"}, true, false},
      {kAuto, {nullptr, nullptr, nullptr}, true, false},
      {kAuto, {"1", nullptr, "xterm"}, true, false},
      {kAuto, {"", nullptr, "xterm"}, true, true},
      {kAuto, {nullptr, "1", nullptr}, false, true},
      {kAuto, {nullptr, "0", "xterm"}, false, false},
      {kAuto, {nullptr, "", nullptr}, false, false},
      {kAuto, {"1", "1", "xterm"}, true, false},
  };
  int number = 0;
  for (const ColorCase& c : cases) {
    EXPECT_EQ(use_color(c.mode, c.environment, c.is_terminal), c.expected) << "case " << number;
    ++number;
  }
}

TEST(TerminalWidth, TakesColumnsIfItIsANumber) {
  const int nothing = ::open("/dev/null", O_WRONLY);
  EXPECT_EQ(terminal_width("100", nothing), 100u);
  EXPECT_EQ(terminal_width("1", nothing), kLeastWidth);
  EXPECT_EQ(terminal_width("100000", nothing), kMostWidth);
  for (const char* columns : {"", "0", "wide", "80 ", "-5", "99999999999999"}) {
    EXPECT_EQ(terminal_width(columns, nothing), kPlainWidth) << columns;
  }
  EXPECT_EQ(terminal_width(nullptr, nothing), kPlainWidth);
  ::close(nothing);
}

}  // namespace
}  // namespace assay
