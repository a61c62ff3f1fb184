// Which files a command is to look at that takes questions, files and folders.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "grading/rubric_library.h"

namespace assay {

// Paths are relative where they lie in the current folder. A file is a lexicon where it stands in a
// folder of that name.
struct RubricFiles {
  std::vector<std::filesystem::path> rubrics;
  std::vector<std::filesystem::path> lexicons;
  // Those that stand beside the packs of files named; to be searched first.
  std::vector<std::filesystem::path> lexicon_folders;
  bool whole = false;    // every rubric that may use the lexicons is there
  Diagnostics mistakes;  // names that are nothing, and folders with nothing in them
};

// Without names all of the library.
RubricFiles rubric_files(const std::vector<std::string>& names, const RubricLibrary& library);

}  // namespace assay
