// What a check of rubrics has to say.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "rubric/source_text.h"

namespace assay {

// Bytes [begin, end) of a file and what to put in their place.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string with;
};

struct LintFinding {
  std::string_view code;  // "L201"; those of the checks live as long as the program
  std::string_view name;  // "hidden-term"
  std::string path;
  Place begin;          // of the words concerned, all in one line
  Place end;            // behind the last of them
  std::string line;     // the line they stand in
  std::string message;  // what is wrong, in one sentence
  std::string advice;   // what to do, in one line
  // What mends it without a change of what the file says; empty where that is for its author.
  std::vector<Edit> fix;
  std::string allowed;  // why its author wants it so; empty where nobody said
};

// In the order of files, and in a file of places and codes.
using LintFindings = std::vector<LintFinding>;

}  // namespace assay
