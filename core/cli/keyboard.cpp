#include "cli/keyboard.h"

#include <unistd.h>

#include <algorithm>
#include <array>

namespace assay {

Keyboard::Keyboard() {
  if (::isatty(0) == 0) return;
  // Whoever reads its terminal from the background is stopped by it.
  const pid_t foreground = ::tcgetpgrp(0);  // negative where it is not its terminal
  if ((foreground >= 0 && foreground != ::getpgrp()) || ::tcgetattr(0, &before_) != 0) {
    descriptor_ = -1;
    return;
  }
  termios keys = before_;
  keys.c_lflag &= ~tcflag_t(ICANON | ECHO);
  restore_ = ::tcsetattr(0, TCSANOW, &keys) == 0;
}

Keyboard::~Keyboard() {
  if (restore_) ::tcsetattr(0, TCSANOW, &before_);
}

bool Keyboard::read_q() {
  std::array<char, 256> keys;
  const ssize_t count = ::read(0, keys.data(), keys.size());
  if (count <= 0) {
    descriptor_ = -1;
    return false;
  }
  return std::find(keys.begin(), keys.begin() + count, 'q') != keys.begin() + count;
}

}  // namespace assay
