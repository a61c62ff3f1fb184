// Patterns of paths to leave out, in the language of .gitignore as git reads it (gitignore(5)).
#pragma once

#include <bitset>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

// The patterns of one file, which hold for the folder it stands in and below. The last one that
// matches a path decides; what stands in a folder that is left out is left out too, whatever
// further patterns say. Matching takes time of the product of the lengths of pattern and path.
class IgnorePatterns {
 public:
  enum class Says : std::uint8_t { nothing, leave_out, keep };

  // A line as it stands in a .gitignore: a comment, a blank line and what git cannot read either
  // adds nothing.
  void add_line(std::string_view line);
  // A pattern of which its author is told what is wrong: why it cannot be read, or can never match;
  // empty where it was added.
  std::string add(std::string_view pattern);
  bool empty() const { return patterns_.empty(); }

  // Of the path alone, not of the folders above it. Paths are relative to the patterns' folder,
  // with `/` between names and without `.` and `..`.
  Says of(std::string_view path, bool is_folder) const;
  // Of the path and the folders above it.
  bool leave_out(std::string_view path, bool is_folder) const;

 private:
  // A step of a pattern, which takes bytes of a path.
  struct Step {
    enum class Takes : std::uint8_t {
      one,      // a byte of `bytes`
      name,     // any bytes but slashes
      all,      // any bytes
      folders,  // nothing, or any bytes up to a slash and that slash
    };
    Takes takes;
    std::bitset<256> bytes;
  };
  struct Pattern {
    std::vector<Step> steps;
    bool takes_back = false;    // begins with `!`
    bool folders_only = false;  // ends with `/`
    bool of_names = false;      // without a slash before its end: for names at any depth
    bool sound = true;          // false: it matches nothing, as in git
  };
  class Reader;
  static bool matches(const Pattern& pattern, std::string_view path);

  std::vector<Pattern> patterns_;
};

}  // namespace assay
