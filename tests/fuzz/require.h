// What a fuzz target says before it dies.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace assay {

inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "%.*s\n", int(what.size()), what.data());
  std::abort();
}

}  // namespace assay
