// Keys as they are pressed.
#pragma once

#include <termios.h>

namespace assay {

// Turns off the waiting for Enter and the echo of a terminal on standard input, as long as it
// lives. Reads a pipe or a file there as well, but nothing in the background.
class Keyboard {
 public:
  Keyboard();
  ~Keyboard();
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  // To poll; negative where no key can come any more.
  int descriptor() const { return descriptor_; }
  // Whether a `q` is in what was pressed. REQUIRES: the descriptor is readable.
  bool read_q();

 private:
  int descriptor_ = 0;
  bool restore_ = false;
  termios before_ = {};
};

}  // namespace assay
