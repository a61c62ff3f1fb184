// What the terminal that a report goes to can show. Decisions only: the caller reads its
// environment.
#pragma once

#include <optional>
#include <string_view>

namespace assay {

enum class ColorMode { automatic, always, never };

// `--color` decides if it is always or never; then NO_COLOR, if it is set to anything; then
// CLICOLOR_FORCE, if it is set to anything but 0; then whether a terminal that is not "dumb"
// listens. Variables that are not set are null.
struct ColorEnvironment {
  const char* no_color = nullptr;
  const char* clicolor_force = nullptr;
  const char* term = nullptr;
};
bool use_color(ColorMode mode, const ColorEnvironment& environment, bool is_terminal);

inline constexpr unsigned kPlainWidth = 80;  // where nobody knows better
inline constexpr unsigned kLeastWidth = 30;  // narrower than that is not told from a mistake
inline constexpr unsigned kMostWidth = 1000;

// COLUMNS if it is a number within bounds, else what the terminal on `descriptor` says, else
// kPlainWidth. `columns` may be null.
unsigned terminal_width(const char* columns, int descriptor);

}  // namespace assay
