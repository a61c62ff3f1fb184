// The program as a user runs it, and other programs beside it.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

namespace assay {

inline const std::string kProgram = ASSAY_BINARY_DIR "/bin/assay";

struct Ran {
  int exit = -1;
  std::string out;  // standard output and standard error
};

// A line of sh, run in `folder`, in which `assay` is the program that was built.
inline Ran run(const std::filesystem::path& folder, const std::string& line) {
  const std::string command =
      "cd '" + folder.string() +
      "' && unset ASSAY_RUBRIC_PATH ASSAY_PLUGIN_PATH CLICOLOR_FORCE && export COLUMNS=80 "
      "XDG_DATA_HOME=/nonexistent PATH=\"" ASSAY_BINARY_DIR "/bin:$PATH\" && { " +
      line + "\n} 2>&1";
  Ran ran;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  if (!pipe) return ran;
  std::array<char, 4096> buffer;
  for (std::size_t n; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    ran.out.append(buffer.data(), n);
  }
  const int status = ::pclose(pipe);
  ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

inline bool is_there(const std::string& program) {
  return run("/", "command -v " + program).exit == 0;
}

}  // namespace assay
