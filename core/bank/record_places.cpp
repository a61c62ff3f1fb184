#include "bank/record_places.h"

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

namespace assay {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kJsonBlanks = " \t\r\n";

// Walks over JSON that is known to be sound.
class JsonWalk {
 public:
  JsonWalk(std::string_view bytes, Span range) : bytes_(bytes), at_(range.begin), end_(range.end) {}

  std::vector<FrontEntry> members() {
    pass_byte_order_mark();
    return object();
  }

 private:
  std::vector<FrontEntry> object() {
    std::vector<FrontEntry> entries;
    next('{');
    while (!next('}') && at_ < end_) {
      FrontEntry entry;
      entry.key_span = value_span();
      entry.key = decoded(entry.key_span);
      next(':');
      entry.value = value();
      entries.push_back(std::move(entry));
      next(',');
    }
    return entries;
  }

  void pass_byte_order_mark() {
    if (bytes_.substr(at_).starts_with("\xEF\xBB\xBF")) at_ += 3;
  }

  void pass_blanks() {
    while (at_ < end_ && kJsonBlanks.find(bytes_[at_]) != kJsonBlanks.npos) ++at_;
  }

  bool next(char wanted) {
    pass_blanks();
    if (at_ >= end_ || bytes_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  Span value_span() {
    pass_blanks();
    const std::size_t begin = at_;
    int depth = 0;
    for (bool in_string = false; at_ < end_; ++at_) {
      const char c = bytes_[at_];
      if (in_string) {
        if (c == '\\') ++at_;
        in_string = c != '"';
        if (!in_string && depth == 0) {
          ++at_;
          break;
        }
      } else if (c == '"') {
        in_string = true;
      } else if (c == '{' || c == '[') {
        ++depth;
      } else if (depth == 0 && (c == ',' || c == ':' || c == '}' || c == ']')) {
        break;
      } else if (c == '}' || c == ']') {
        if (--depth == 0) {
          ++at_;
          break;
        }
      }
    }
    std::size_t end = at_;
    while (end > begin && kJsonBlanks.find(bytes_[end - 1]) != kJsonBlanks.npos) --end;
    return {std::uint32_t(begin), std::uint32_t(end)};
  }

  std::string decoded(Span span) const {
    const Json json = Json::parse(bytes_.substr(span.begin, span.size()), nullptr, false);
    return json.is_string() ? json.get<std::string>() : std::string();
  }

  FrontValue value() {
    FrontValue value;
    pass_blanks();
    if (at_ < end_ && bytes_[at_] == '[') {
      value.type = FrontValue::Type::list;
      value.span.begin = std::uint32_t(at_++);
      while (!next(']') && at_ < end_) {
        const std::size_t before = at_;
        value.items.push_back(this->value());
        next(',');
        if (at_ == before) break;
      }
      value.span.end = std::uint32_t(at_);
      return value;
    }
    if (at_ < end_ && bytes_[at_] == '{') {
      value.type = FrontValue::Type::table;
      const std::size_t begin = at_;
      value.entries = object();
      value.span = {std::uint32_t(begin), std::uint32_t(at_)};
      return value;
    }
    value.span = value_span();
    const Json json =
        Json::parse(bytes_.substr(value.span.begin, value.span.size()), nullptr, false);
    if (json.is_string()) {
      value.type = FrontValue::Type::text;
      value.text = json.get<std::string>();
    } else if (json.is_number()) {
      value.type = FrontValue::Type::number;
      value.number = json.get<double>();
    } else if (json.is_boolean()) {
      value.type = FrontValue::Type::truth;
      value.truth = json.get<bool>();
    }
    return value;
  }

  std::string_view bytes_;
  std::size_t at_;
  std::size_t end_;
};

unsigned long hex_at(std::string_view bytes, std::size_t at) {
  return std::strtoul(std::string(bytes.substr(at, 4)).c_str(), nullptr, 16);
}

}  // namespace

std::vector<FrontEntry> record_members(const SourceText& file, Span line) {
  return JsonWalk(file.bytes(), line).members();
}

std::size_t place_in_json_string(std::string_view file, Span string, std::size_t offset) {
  std::size_t at = string.begin + 1;
  const std::size_t end = string.end - 1;
  for (std::size_t passed = 0; at < end;) {
    std::size_t written = 1;
    std::size_t decoded = 1;
    if (file[at] == '\\') {
      written = 2;
      if (file[at + 1] == 'u') {
        const unsigned long unit = hex_at(file, at + 2);
        const bool pair = unit >= 0xD800 && unit < 0xDC00;
        written = pair ? 12 : 6;
        decoded = pair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
      }
    }
    if (passed + decoded > offset) break;
    passed += decoded;
    at += written;
  }
  return std::min(at, end);
}

}  // namespace assay
