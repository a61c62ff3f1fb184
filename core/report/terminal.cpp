#include "report/terminal.h"

#include <sys/ioctl.h>

#include <algorithm>
#include <charconv>

namespace assay {

bool use_color(ColorMode mode, const ColorEnvironment& environment, bool is_terminal) {
  if (mode != ColorMode::automatic) return mode == ColorMode::always;
  if (environment.no_color && *environment.no_color) return false;
  if (environment.clicolor_force && *environment.clicolor_force &&
      std::string_view(environment.clicolor_force) != "0") {
    return true;
  }
  return is_terminal && environment.term && std::string_view(environment.term) != "dumb";
}

unsigned terminal_width(const char* columns, int descriptor) {
  if (columns) {
    const std::string_view text = columns;
    unsigned width = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), width);
    if (error == std::errc() && end == text.data() + text.size() && width > 0) {
      return std::clamp(width, kLeastWidth, kMostWidth);
    }
  }
  struct winsize size = {};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return std::clamp<unsigned>(size.ws_col, kLeastWidth, kMostWidth);
  }
  return kPlainWidth;
}

}  // namespace assay
