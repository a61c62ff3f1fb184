// What one answer may take. Past a bound it is not graded but becomes the error "over-limit", which
// names the bound; nothing else is lost by it.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct Limits {
  std::size_t record_bytes = std::size_t{64} << 20;  // a line of records, a file of text
  std::size_t answer_bytes = std::size_t{8} << 20;   // the text of one answer
  std::size_t tokens = 2'000'000;
  std::size_t nesting = 100;      // lists in lists
  std::size_t evidence = 50'000;  // spans of one criterion or flaw
  // Of a worker process only; elsewhere nothing runs that could take more.
  std::size_t seconds = 10;                     // an answer
  std::size_t memory = std::size_t{512} << 20;  // bytes beyond the program's own
};

// Sets the limit that `assignment` names: "tokens=5000", "answer-bytes=64K" (K, M and G are powers
// of 1024). Returns what is wrong with it, with what was expected, or nothing.
std::string set_limit(Limits& limits, std::string_view assignment);

// Why a "file" or "line" with more than that cannot be taken.
std::string over_record_bytes(std::string_view what, std::size_t limit);

// "record-bytes", ...
std::vector<std::string> names_of_limits();

}  // namespace assay
