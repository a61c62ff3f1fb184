#include "bank/ignore_patterns.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace assay {
namespace {

using ByteSet = std::bitset<256>;

ByteSet byte_range(unsigned first, unsigned last) {
  ByteSet bytes;
  for (unsigned byte = first; byte <= last; ++byte) bytes.set(byte);
  return bytes;
}

// The classes of POSIX, of ASCII alone; nothing where there is none of that name.
std::optional<ByteSet> class_named(std::string_view name) {
  const ByteSet digit = byte_range('0', '9');
  const ByteSet upper = byte_range('A', 'Z');
  const ByteSet lower = byte_range('a', 'z');
  const ByteSet graph = byte_range('!', '~');
  const std::pair<std::string_view, ByteSet> classes[] = {
      {"digit", digit},
      {"upper", upper},
      {"lower", lower},
      {"alpha", upper | lower},
      {"alnum", upper | lower | digit},
      {"xdigit", digit | byte_range('a', 'f') | byte_range('A', 'F')},
      {"graph", graph},
      {"print", graph | byte_range(' ', ' ')},
      {"punct", graph & ~(upper | lower | digit)},
      {"blank", byte_range(' ', ' ') | byte_range('\t', '\t')},
      {"space", byte_range(' ', ' ') | byte_range('\t', '\r')},
      {"cntrl", byte_range(0, 0x1F) | byte_range(0x7F, 0x7F)},
  };
  const auto found = std::find_if(std::begin(classes), std::end(classes),
                                  [&](const auto& one) { return one.first == name; });
  return found == std::end(classes) ? std::nullopt : std::optional(found->second);
}

const ByteSet kNoSlash = ~byte_range('/', '/');

// Blanks at the end are no part of a pattern, unless a backslash stands before them.
std::string_view without_blanks_at_end(std::string_view line) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\' && at + 1 < line.size())
      ++at;
    else if (line[at] == ' ')
      continue;
    end = at + 1;
  }
  return line.substr(0, end);
}

}  // namespace

// Reads one pattern, without its `!` and the slash at its end.
class IgnorePatterns::Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {
    // git compares what stands before the first wildcard by itself and matches the rest as if it
    // began there, so that `**` is "any folders" there too.
    plain_ = std::min(text.find_first_of("*?[\\"), text.size());
  }

  // False where it is cut off, or names a class that there is not.
  bool read(std::vector<Step>& steps) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '*') {
        stars(steps);
      } else if (c == '?') {
        ++at_;
        steps.push_back({Step::Takes::one, kNoSlash});
      } else if (c == '[') {
        ByteSet bytes;
        if (!brackets(bytes)) return false;
        steps.push_back({Step::Takes::one, bytes & kNoSlash});
      } else {
        if (c == '\\' && ++at_ == text_.size()) return false;
        const auto byte = static_cast<unsigned char>(text_[at_++]);
        steps.push_back({Step::Takes::one, byte_range(byte, byte)});
      }
    }
    return true;
  }

 private:
  void stars(std::vector<Step>& steps) {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_not_of('*', at_), text_.size());
    const std::string_view rest = text_.substr(at_);
    const bool whole_names = at_ - begin > 1 &&
                             (begin == 0 || begin == plain_ || text_[begin - 1] == '/') &&
                             (rest.empty() || rest[0] == '/' || rest.starts_with("\\/"));
    if (!whole_names) {
      steps.push_back({Step::Takes::name, {}});
    } else if (rest.starts_with('/')) {
      ++at_;
      steps.push_back({Step::Takes::folders, {}});
    } else {
      steps.push_back({Step::Takes::all, {}});
    }
  }

  // A backslash takes the byte behind it as it is. False at the end.
  bool byte(unsigned char& byte) {
    if (text_[at_] == '\\' && ++at_ >= text_.size()) return false;
    byte = static_cast<unsigned char>(text_[at_++]);
    return true;
  }

  // "[:alpha:]" inside brackets; `bytes` stay as they are where this is none.
  enum class Named { none, read, wrong };
  Named named(ByteSet& bytes) {
    if (text_.substr(at_, 2) != "[:") return Named::none;
    const std::size_t end = text_.find(']', at_ + 2);
    if (end == text_.npos) return Named::wrong;
    if (end < at_ + 3 || text_[end - 1] != ':') return Named::none;
    const auto found = class_named(text_.substr(at_ + 2, end - at_ - 3));
    if (!found) return Named::wrong;
    bytes |= *found;
    at_ = end + 1;
    return Named::read;
  }

  bool brackets(ByteSet& bytes) {
    ++at_;
    const bool others = at_ < text_.size() && (text_[at_] == '!' || text_[at_] == '^');
    if (others) ++at_;
    int before = -1;  // the byte that a range can begin with
    // A bracket that comes first is one of the bytes.
    for (bool first = true; at_ < text_.size() && (first || text_[at_] != ']'); first = false) {
      const Named class_read = named(bytes);
      if (class_read == Named::wrong) return false;
      if (class_read == Named::read) {
        before = -1;
        continue;
      }
      const bool to =
          text_[at_] == '-' && before >= 0 && at_ + 1 < text_.size() && text_[at_ + 1] != ']';
      if (to) ++at_;
      unsigned char last = 0;
      if (!byte(last)) return false;
      bytes |= byte_range(to ? unsigned(before) : last, last);
      before = to ? -1 : last;
    }
    if (at_ >= text_.size()) return false;
    ++at_;
    if (others) bytes.flip();
    return true;
  }

  std::string_view text_;
  std::size_t plain_;
  std::size_t at_ = 0;
};

void IgnorePatterns::add_line(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  line = without_blanks_at_end(line);
  if (line.empty() || line[0] == '#') return;
  Pattern pattern;
  pattern.takes_back = line[0] == '!';
  if (pattern.takes_back) line.remove_prefix(1);
  pattern.folders_only = line.ends_with('/');
  if (pattern.folders_only) line.remove_suffix(1);
  pattern.of_names = line.find('/') == line.npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  pattern.sound = !line.empty() && Reader(line).read(pattern.steps);
  patterns_.push_back(std::move(pattern));
}

std::string IgnorePatterns::add(std::string_view pattern) {
  if (pattern.find_first_not_of("!/ ") == pattern.npos) return "a pattern of no names";
  if (pattern[0] == '#') return "this is a comment and no pattern; expected \\# for a name with #";
  const std::size_t begin = pattern[0] == '!' ? 1 : 0;
  for (std::size_t at = std::min(pattern.find_first_not_of('/', begin), begin + 1);
       at < pattern.size();) {
    const std::size_t end = std::min(pattern.find('/', at), pattern.size());
    const std::string_view name = pattern.substr(at, end - at);
    if (name.empty() || name == "." || name == "..") {
      return "an empty part, . or .. in a pattern; expected names from the settings' folder down";
    }
    at = end + 1;
  }
  add_line(pattern);
  if (patterns_.back().sound) return {};
  patterns_.pop_back();
  return "a bracket that is not closed, a class that there is not, or a backslash at the end of a "
         "pattern";
}

bool IgnorePatterns::matches(const Pattern& pattern, std::string_view path) {
  // The steps that may come next, all at once: [2 * i] before step i, [2 * i + 1] within folders.
  const std::size_t count = pattern.steps.size();
  std::vector<bool> now(2 * count + 1);
  std::vector<bool> next(now.size());
  const auto reach = [&](std::vector<bool>& set, std::size_t step) {
    // What may take nothing may be passed over.
    for (;; ++step) {
      set[2 * step] = true;
      if (step == count || pattern.steps[step].takes == Step::Takes::one) return;
    }
  };
  reach(now, 0);
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    std::fill(next.begin(), next.end(), false);
    for (std::size_t i = 0; i < count; ++i) {
      const Step& step = pattern.steps[i];
      if (!now[2 * i] && !now[2 * i + 1]) continue;
      switch (step.takes) {
        case Step::Takes::one:
          if (step.bytes.test(byte)) reach(next, i + 1);
          break;
        case Step::Takes::name:
          if (c != '/') reach(next, i);
          break;
        case Step::Takes::all:
          reach(next, i);
          break;
        case Step::Takes::folders:
          next[2 * i + 1] = true;
          if (c == '/') reach(next, i + 1);
          break;
      }
    }
    now.swap(next);
  }
  return now[2 * count];
}

IgnorePatterns::Says IgnorePatterns::of(std::string_view path, bool is_folder) const {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const auto decides = [&](const Pattern& pattern) {
    return pattern.sound && (is_folder || !pattern.folders_only) &&
           matches(pattern, pattern.of_names ? name : path);
  };
  const auto found = std::find_if(patterns_.rbegin(), patterns_.rend(), decides);
  if (found == patterns_.rend()) return Says::nothing;
  return found->takes_back ? Says::keep : Says::leave_out;
}

bool IgnorePatterns::leave_out(std::string_view path, bool is_folder) const {
  for (std::size_t end = 0; end < path.size();) {
    end = std::min(path.find('/', end + 1), path.size());
    if (of(path.substr(0, end), is_folder || end < path.size()) == Says::leave_out) return true;
  }
  return false;
}

}  // namespace assay
