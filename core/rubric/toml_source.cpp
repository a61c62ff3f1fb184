#include "rubric/toml_source.h"

#include <optional>

namespace assay {
namespace {

constexpr std::size_t kDeepestKey = 32;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// The first place where a key has more parts than kDeepestKey. toml++ makes a table of every part
// and frees them by recursion, so that a key of many thousand parts would overflow the stack.
std::optional<std::size_t> find_deep_key(std::string_view toml) {
  std::size_t dots = 0;
  for (std::size_t i = 0; i < toml.size(); ++i) {
    const char c = toml[i];
    if (c == '"' || c == '\'') {
      i = behind_string(toml, i) - 1;
    } else if (c == '#') {
      i = std::min(toml.find('\n', i), toml.size());
      dots = 0;
    } else if (c == '.') {
      if (++dots > kDeepestKey) return i;
    } else if (c == '\n' || c == '=' || c == ',' || c == '{' || c == '[') {
      dots = 0;
    }
  }
  return std::nullopt;
}

// What toml++ says, at the place that an author would look at, in fewer words.
Diagnostic mistake_of(const toml::parse_error& error, const SourceText& text) {
  std::string_view message = error.description();
  Place place{error.source().begin.line, error.source().begin.column};
  std::string expected;
  if (constexpr std::string_view kLead = "Error while parsing ";
      message.substr(0, kLead.size()) == kLead) {
    const std::size_t colon = message.find(": ");
    if (colon != message.npos) message.remove_prefix(colon + 2);
  }
  const std::string_view line = text.line(place.line);
  const bool end_of_line =
      text.offset_of(place) >= std::size_t(line.data() + line.size() - text.bytes().data());
  if (message.find("cannot redefine") != message.npos) {
    const std::size_t first = line.find_first_not_of(" \t");
    if (first != line.npos) place.column = std::uint32_t(first) + 1;
    expected = "each key and each [table] once; [[criterion]] for one of several";
  } else if (message.find("not representable in 64 bits") != message.npos) {
    const std::size_t begin = message.find('\'');
    const std::size_t end = message.rfind('\'');
    const std::size_t at = line.find(message.substr(begin + 1, end - begin - 1));
    if (at != line.npos) {
      place = text.place_of(std::size_t(line.data() - text.bytes().data()) + at);
    }
  } else if (message.find("could not determine value type") != message.npos) {
    message = "this is no value";
    expected = "a string in quotes, a number, true, false, an [array] or a {table}";
  } else if (message.find("TOML_MAX_NESTED_VALUES") != message.npos) {
    message = "arrays and tables are nested too deep";
  } else if (message.find("control characters") != message.npos && end_of_line) {
    message = "this string does not end on its line";
    expected = "a closing quote, or \"\"\" around several lines";
  } else if (message.find("unknown escape sequence") != message.npos) {
    expected = "'single quotes', which leave backslashes alone";
  } else if (message.find("encountered end-of-file") != message.npos) {
    message = "the file ends in the middle of a value";
  }
  return text.diagnose(place, std::string(message), std::move(expected));
}

// Reads one string as it stands in a file, a byte of its value at a time.
class StringWalk {
 public:
  StringWalk(std::string_view toml, std::size_t at) : toml_(toml), at_(at) {
    if (at_ >= toml_.size()) return;
    const char quote = toml_[at_];
    basic_ = quote == '"';
    long_ = toml_.substr(at_, 3) == (basic_ ? "\"\"\"" : "'''");
    at_ += long_ ? 3 : 1;
    if (long_ && rest().substr(0, 2) == "\r\n")
      at_ += 2;
    else if (long_ && rest().substr(0, 1) == "\n")
      at_ += 1;
  }

  std::size_t at() const { return at_; }

  // Passes what stands for the next bytes of the value; returns how many those are.
  std::size_t next() {
    if (!basic_ || rest().substr(0, 1) != "\\") {
      ++at_;
      return 1;
    }
    const char escaped = rest().size() > 1 ? toml_[at_ + 1] : '\\';
    if (escaped == 'u' || escaped == 'U' || escaped == 'x') {
      const std::size_t digits = escaped == 'u' ? 4 : escaped == 'U' ? 8 : 2;
      const auto c = std::strtoul(std::string(rest().substr(2, digits)).c_str(), nullptr, 16);
      at_ += 2 + digits;
      return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    if (long_ && (escaped == '\n' || escaped == '\r' || escaped == ' ' || escaped == '\t')) {
      at_ = std::min(toml_.find_first_not_of(" \t\r\n", at_ + 1), toml_.size());
      return 0;
    }
    at_ += 2;
    return 1;
  }

 private:
  std::string_view rest() const { return toml_.substr(std::min(at_, toml_.size())); }

  std::string_view toml_;
  std::size_t at_;
  bool basic_ = false;
  bool long_ = false;
};

// Runs of white space become one blank.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace

std::unique_ptr<TomlSource> TomlSource::parse(std::string bytes, std::string path,
                                              Diagnostics& diagnostics) {
  if (bytes.size() > kLargestFile) {
    diagnostics.push_back({path, 0, 0, "the file is larger than 1 MiB", {}, {}});
    return nullptr;
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    diagnostics.push_back({path, 0, 0, "the file is UTF-16", "UTF-8", {}});
    return nullptr;
  }
  if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
  SourceText text(std::move(bytes), std::move(path));
  if (const auto invalid = find_invalid_utf8(text.bytes())) {
    diagnostics.push_back(
        text.diagnose(text.place_of(*invalid), "this byte is not UTF-8", "a file saved as UTF-8"));
    return nullptr;
  }
  if (text.bytes().find_first_not_of(" \t\r\n") == std::string_view::npos) {
    diagnostics.push_back(text.diagnose({}, "the file is empty"));
    return nullptr;
  }
  if (const auto line = text.find_long_line()) {
    diagnostics.push_back(text.diagnose({*line, 1}, "this line is longer than 16 KiB",
                                        "shorter lines; an array may be divided over several"));
    return nullptr;
  }
  if (const auto deep = find_deep_key(text.bytes())) {
    diagnostics.push_back(text.diagnose(text.place_of(*deep), "this key has too many parts",
                                        "at most " + std::to_string(kDeepestKey)));
    return nullptr;
  }
  try {
    toml::table root = toml::parse(text.bytes());
    return std::unique_ptr<TomlSource>(new TomlSource(std::move(text), std::move(root)));
  } catch (const toml::parse_error& error) {
    diagnostics.push_back(mistake_of(error, text));
    return nullptr;
  }
}

Place TomlSource::place_of(const toml::node& node) {
  return {node.source().begin.line, node.source().begin.column};
}

Place TomlSource::place_of(const toml::key& key) {
  return {key.source().begin.line, key.source().begin.column};
}

Place TomlSource::place_in(const toml::node& string, std::size_t offset) const {
  StringWalk walk(text_.bytes(), text_.offset_of(place_of(string)));
  for (std::size_t passed = 0; passed < offset && walk.at() < text_.bytes().size();) {
    passed += walk.next();
  }
  return text_.place_of(std::min(walk.at(), text_.bytes().size()));
}

std::string TomlSource::written(const toml::node& node) const {
  if (const auto* string = node.as_string()) return string->get();
  if (const auto* array = node.as_array(); array && array->is_homogeneous<std::string>()) {
    std::string out;
    for (const toml::node& element : *array) {
      if (!out.empty()) out += ", ";
      out += element.as_string()->get();
    }
    return out;
  }
  const auto& region = node.source();
  const std::size_t begin = text_.offset_of({region.begin.line, region.begin.column});
  const std::size_t end = text_.offset_of({region.end.line, region.end.column});
  return begin < end ? on_one_line(text_.bytes().substr(begin, end - begin)) : std::string();
}

void TomlSource::refuse(Place place, std::string message, std::string expected) {
  if (is_full()) return;
  mistakes_.push_back(text_.diagnose(place, std::move(message), std::move(expected)));
}

void TomlSource::refuse_sentence(Place place, std::string_view sentence) {
  constexpr std::string_view kExpected = "; expected ";
  const std::size_t at = std::min(sentence.find(kExpected), sentence.size());
  const std::size_t rest = std::min(at + kExpected.size(), sentence.size());
  refuse(place, std::string(sentence.substr(0, at)), std::string(sentence.substr(rest)));
}

void TomlSource::refuse_in(const toml::node& string, std::size_t offset,
                           std::string_view sentence) {
  if (is_full()) return;
  refuse_sentence(place_in(string, offset), sentence);
}

std::string_view type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "an integer";
    case toml::node_type::floating_point:
      return "a number";
    case toml::node_type::boolean:
      return "a boolean";
    case toml::node_type::array:
      return node.is_array_of_tables() ? "an array of tables" : "an array";
    case toml::node_type::table:
      return "a table";
    default:
      return "a date or time";
  }
}

std::optional<double> number_of(const toml::node& node) {
  // Asked for as a double, an integer that none holds exactly would be no number at all.
  if (const auto* integer = node.as_integer()) return double(integer->get());
  if (const auto* number = node.as_floating_point()) return number->get();
  return std::nullopt;
}

std::size_t behind_string(std::string_view toml, std::size_t at) {
  const char quote = toml[at];
  const std::string_view triple = quote == '"' ? "\"\"\"" : "'''";
  const bool several_lines = toml.substr(at, 3) == triple;
  for (at += several_lines ? 3 : 1; at < toml.size(); ++at) {
    if (several_lines) {
      if (toml.substr(at, 3) != triple) {
        if (quote == '"' && toml[at] == '\\') ++at;
        continue;
      }
      at += 3;
      for (int own = 0; own < 2 && at < toml.size() && toml[at] == quote; ++own) ++at;
      return at;
    }
    if (toml[at] == quote) return at + 1;
    if (toml[at] == '\n') return at;
    if (quote == '"' && toml[at] == '\\') ++at;
  }
  return toml.size();
}

}  // namespace assay
