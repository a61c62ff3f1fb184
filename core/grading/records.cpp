#include "grading/records.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "grading/byte_source.h"

namespace assay {

namespace ondemand = simdjson::ondemand;

static_assert(ByteSource::kPadding >= simdjson::SIMDJSON_PADDING);

struct RecordParser::State {
  ondemand::parser parser;
  std::vector<std::string_view> keys;
};

namespace {

constexpr int kMaxDepth = 256;  // each level is a call; simdjson does not check it here
constexpr std::string_view kLineBlanks = " \t\r\n";

// What is wrong with a record, for a person.
struct BadRecord {
  std::string message;
};

std::string_view trimmed(std::string_view token) {
  while (!token.empty() && kLineBlanks.find(token.back()) != std::string_view::npos)
    token.remove_suffix(1);
  return token;
}

// simdjson checks a number only when it is asked for its value, and has none for a large one.
bool is_json_number(std::string_view token) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t first = at;
    while (at < token.size() && token[at] >= '0' && token[at] <= '9') ++at;
    return at - first;
  };
  const auto take = [&](std::string_view any_of) {
    if (at == token.size() || any_of.find(token[at]) == std::string_view::npos) return false;
    ++at;
    return true;
  };
  take("-");
  if (!take("0") && digits() == 0) return false;
  if (take(".") && digits() == 0) return false;
  if (take("eE")) {
    take("+-");
    if (digits() == 0) return false;
  }
  return at == token.size();
}

// The key with its quotes and escapes as written.
std::string_view raw_key(const char* behind_quote) {
  const char* end = behind_quote;
  for (; *end != '"'; ++end) {
    if (*end == '\\') ++end;
  }
  return {behind_quote - 1, std::size_t(end + 1 - (behind_quote - 1))};
}

// Appends a value without its blanks, after checking all of it: simdjson passes over what nobody
// asks for unchecked.
void append_compact(ondemand::value value, int depth, std::string& out) {
  if (depth == kMaxDepth) throw simdjson::simdjson_error(simdjson::DEPTH_ERROR);
  switch (value.type()) {
    case ondemand::json_type::object: {
      out += '{';
      bool first = true;
      for (ondemand::field field : value.get_object()) {
        if (!std::exchange(first, false)) out += ',';
        out += raw_key(field.key().raw());
        field.unescaped_key().value();
        out += ':';
        append_compact(field.value(), depth + 1, out);
      }
      out += '}';
      break;
    }
    case ondemand::json_type::array: {
      out += '[';
      bool first = true;
      for (ondemand::value element : value.get_array()) {
        if (!std::exchange(first, false)) out += ',';
        append_compact(element, depth + 1, out);
      }
      out += ']';
      break;
    }
    case ondemand::json_type::string:
      out += trimmed(value.raw_json_token());
      value.get_string().value();
      break;
    case ondemand::json_type::number: {
      const std::string_view number = trimmed(value.raw_json_token());
      if (!is_json_number(number)) throw simdjson::simdjson_error(simdjson::NUMBER_ERROR);
      out += number;
      break;
    }
    case ondemand::json_type::boolean:
      out += value.get_bool().value() ? "true" : "false";
      break;
    case ondemand::json_type::null:
      if (!value.is_null()) throw simdjson::simdjson_error(simdjson::TAPE_ERROR);
      out += "null";
      break;
  }
}

std::string_view with_article(ondemand::json_type type) {
  switch (type) {
    case ondemand::json_type::object:
      return "an object";
    case ondemand::json_type::array:
      return "an array";
    case ondemand::json_type::string:
      return "a string";
    case ondemand::json_type::number:
      return "a number";
    case ondemand::json_type::boolean:
      return "true or false";
    case ondemand::json_type::null:
      break;
  }
  return "null";
}

std::string in_words(simdjson::error_code error) {
  switch (error) {
    case simdjson::UTF8_ERROR:
      return "not valid UTF-8";
    case simdjson::STRING_ERROR:
      return "a string holds a bad escape";
    case simdjson::UNESCAPED_CHARS:
      return "a string holds a control character that is not escaped";
    case simdjson::UNCLOSED_STRING:
      return "a string is not closed";
    case simdjson::NUMBER_ERROR:
      return "a number is not written as JSON wants it";
    case simdjson::DEPTH_ERROR:
      return "nested too deep";
    case simdjson::TRAILING_CONTENT:
      return "something stands behind the object";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return "not one whole object: a brace is not closed, or something stands behind it";
    default:
      return "not JSON";
  }
}

std::string quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

void read_string(ondemand::value value, std::string_view name, std::string& out) {
  if (const ondemand::json_type type = value.type(); type != ondemand::json_type::string) {
    throw BadRecord{quoted(name) + " is " + std::string(with_article(type)) +
                    ", a string was expected"};
  }
  out = value.get_string().value();
}

void refuse_repeats(std::vector<std::string_view>& keys) {
  std::sort(keys.begin(), keys.end());
  const auto twice = std::adjacent_find(keys.begin(), keys.end());
  if (twice != keys.end()) throw BadRecord{quoted(*twice) + " stands twice"};
}

}  // namespace

RecordParser::RecordParser() : state_(std::make_unique<State>()) {}
RecordParser::~RecordParser() = default;

InputRecord RecordParser::parse(std::string_view line, std::string_view place,
                                std::string_view question) {
  InputRecord record;
  record.place = place;
  AnswerRecord& answer = record.answer;
  std::vector<std::string_view>& keys = state_->keys;
  keys.clear();
  const auto has = [&keys](std::string_view key) {
    return std::binary_search(keys.begin(), keys.end(), key);
  };
  try {
    const std::size_t begin = line.find_first_not_of(kLineBlanks);
    if (begin == std::string_view::npos || line[begin] != '{') {
      const bool wide = line.substr(0, 8).find('\0') != std::string_view::npos;
      throw BadRecord{wide ? "not a JSON object: the file seems to be UTF-16, and UTF-8 is wanted"
                           : "not a JSON object"};
    }
    const simdjson::padded_string_view padded(line.data(), line.size(),
                                              line.size() + simdjson::SIMDJSON_PADDING);
    ondemand::document document = state_->parser.iterate(padded);
    for (ondemand::field field : document.get_object()) {
      const std::string_view key_as_written = raw_key(field.key().raw());
      const std::string_view key = field.unescaped_key();
      keys.push_back(key);
      if (key == "id") {
        read_string(field.value(), key, answer.id);
      } else if (key == "question") {
        read_string(field.value(), key, answer.question);
      } else if (key == "text") {
        read_string(field.value(), key, answer.text);
      } else {
        if (!answer.members.empty()) answer.members += ',';
        answer.members += key_as_written;
        answer.members += ':';
        append_compact(field.value(), 1, answer.members);
      }
    }
    const char* behind;
    if (!document.current_location().get(behind))
      throw simdjson::simdjson_error(simdjson::TRAILING_CONTENT);
    refuse_repeats(keys);
    if (!has("text")) throw BadRecord{"\"text\" is missing"};
    if (!has("question")) {
      answer.question = question;
      if (question.empty()) throw BadRecord{"\"question\" is missing"};
    }
  } catch (const simdjson::simdjson_error& error) {
    answer.members.clear();
    record.error = {"bad-record", in_words(error.error()), record.place};
  } catch (BadRecord& bad) {
    answer.members.clear();
    record.error = {"bad-record", std::move(bad.message), record.place};
  }
  if (answer.id.empty()) answer.id = place;
  return record;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(kLineBlanks) == std::string_view::npos;
}

}  // namespace assay
