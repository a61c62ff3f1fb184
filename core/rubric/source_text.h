// The bytes of a file an author wrote, and places in it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/export.h"
#include "rubric/diagnostics.h"

namespace assay {

// Line and column count from 1; the column in code points. Line 0: the file as a whole.
struct Place {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

class ASSAY_SDK SourceText {
 public:
  SourceText(std::string bytes, std::string path);

  const std::string& path() const { return path_; }
  std::string_view bytes() const { return bytes_; }
  // Without its line ending; empty where there is no such line.
  std::string_view line(std::uint32_t number) const;
  // The first line longer than kLongestLine.
  std::optional<std::uint32_t> find_long_line() const;
  // The byte at a place; the file's size where there is no such place.
  std::size_t offset_of(Place place) const;
  // REQUIRES: offset <= bytes().size().
  Place place_of(std::size_t offset) const;

  Diagnostic diagnose(Place place, std::string message, std::string expected = {}) const;

 private:
  std::string bytes_;
  std::string path_;
  std::vector<std::size_t> line_begins_;
};

// In bytes; a file with more is refused. They bound the work that any file can cause.
inline constexpr std::size_t kLargestFile = 1 << 20;
inline constexpr std::size_t kLongestLine = 1 << 14;

// The whole file. Nothing, and a diagnostic, where there is none to be had: it is missing, a
// folder, larger than `largest`, which is whole MiB, or not to be opened.
ASSAY_SDK std::optional<std::string> read_source(const std::filesystem::path& path,
                                                 Diagnostics& diagnostics,
                                                 std::size_t largest = kLargestFile);

// Where `bytes` stop being UTF-8; nothing where they are all of it.
ASSAY_SDK std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

}  // namespace assay
