#include "rubric/table_reader.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

// A bound so far out is none to speak of.
constexpr double kBoundless = 1e15;

std::string bounds(double least, double most) {
  const bool low = least <= -kBoundless;
  const bool high = most >= kBoundless;
  if (low) return high ? "a finite number" : "at most " + decimal(most);
  return high ? "at least " + decimal(least) : "from " + decimal(least) + " to " + decimal(most);
}

}  // namespace

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string expected_id(std::string_view name) {
  std::string expected(kIdForm);
  if (name.size() <= kLongestId) return expected;
  return expected + ", at most " + std::to_string(kLongestId) + " characters; these are " +
         std::to_string(name.size());
}

std::string expected_name_of(std::string_view name, std::vector<std::string> ids) {
  std::erase_if(ids, [](const std::string& id) { return !is_id(id); });
  return expected_name(name, ids);
}

bool is_id(std::string_view name) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (name.empty() || name.size() > kLongestId || !plain(name.front()) || !plain(name.back()))
    return false;
  return name.find("--") == name.npos &&
         std::all_of(name.begin(), name.end(), [&](char c) { return plain(c) || c == '-'; });
}

TableReader::TableReader(TomlSource& source, const toml::table& table, std::string what)
    : source_(source), table_(table), what_(std::move(what)) {}

const toml::node* TableReader::find(std::string_view key, Need need) {
  known_.emplace(key);
  const toml::node* node = table_.get(key);
  if (!node && need == Need::required) {
    source_.refuse(table_, what_ + " needs the key " + as_code(key));
  }
  return node;
}

const toml::array* TableReader::array(std::string_view key, std::string_view expected, Need need) {
  const toml::node* node = find(key, need);
  if (!node) return nullptr;
  if (!node->is_array()) wrong_type(*node, key, expected);
  return node->as_array();
}

const toml::table* TableReader::subtable(std::string_view key, Need need) {
  const toml::node* node = find(key, need);
  if (!node) return nullptr;
  if (!node->is_table()) wrong_type(*node, key, "a table");
  return node->as_table();
}

std::vector<const toml::table*> TableReader::tables(std::string_view key, Need need) {
  std::vector<const toml::table*> tables;
  const toml::node* node = find(key);
  if (!node && need == Need::required) {
    source_.refuse(table_, what_ + " needs a " + std::string(key),
                   "at least one table headed [[" + std::string(key) + "]]");
  }
  if (!node) return tables;
  const std::string expected = "an array of tables, each headed [[" + std::string(key) + "]]";
  const toml::array* elements = node->as_array();
  if (!elements) {
    wrong_type(*node, key, expected);
    return tables;
  }
  for (const toml::node& element : *elements) {
    if (element.is_table()) {
      tables.push_back(element.as_table());
    } else {
      wrong_type(element, key, expected);
    }
  }
  if (elements->empty() && need == Need::required) {
    source_.refuse(*node, as_code(key) + " is empty",
                   "at least one table headed [[" + std::string(key) + "]]");
  }
  return tables;
}

std::optional<std::string> TableReader::text(std::string_view key, Need need) {
  const toml::node* node = find(key, need);
  if (!node) return std::nullopt;
  const auto* string = node->as_string();
  if (!string) {
    wrong_type(*node, key, "a string");
    return std::nullopt;
  }
  if (is_blank(string->get())) {
    source_.refuse(*node, as_code(key) + " is empty",
                   need == Need::required ? "some text" : "some text, or no such key");
    return std::nullopt;
  }
  return string->get();
}

std::optional<std::string> TableReader::id(std::string_view key, Need need) {
  std::optional<std::string> name = text(key, need);
  if (name && !is_id(*name)) {
    source_.refuse(*find(key), as_code(key) + " is no id", expected_id(*name));
    return std::nullopt;
  }
  return name;
}

std::optional<double> TableReader::number(std::string_view key, double least, double most,
                                          Need need) {
  const toml::node* node = find(key, need);
  if (!node) return std::nullopt;
  const std::optional<double> number = number_of(*node);
  if (!number) {
    wrong_type(*node, key, "a number");
    return std::nullopt;
  }
  if (!std::isfinite(*number)) {
    source_.refuse(*node, as_code(key) + " is not a finite number", bounds(least, most));
    return std::nullopt;
  }
  if (*number < least || *number > most) {
    source_.refuse(*node, as_code(key) + " is out of range", bounds(least, most));
    return std::nullopt;
  }
  return number;
}

std::optional<std::int64_t> TableReader::integer(std::string_view key, std::int64_t least,
                                                 std::int64_t most, Need need) {
  const toml::node* node = find(key, need);
  if (!node) return std::nullopt;
  const auto* integer = node->as_integer();
  if (!integer) {
    wrong_type(*node, key, "an integer");
    return std::nullopt;
  }
  if (integer->get() < least || integer->get() > most) {
    source_.refuse(*node, as_code(key) + " is out of range", bounds(double(least), double(most)));
    return std::nullopt;
  }
  return integer->get();
}

std::optional<bool> TableReader::flag(std::string_view key) {
  const toml::node* node = find(key);
  if (!node) return std::nullopt;
  if (!node->is_boolean()) {
    wrong_type(*node, key, "true or false");
    return std::nullopt;
  }
  return node->as_boolean()->get();
}

std::vector<const toml::value<std::string>*> TableReader::strings(std::string_view key,
                                                                  bool or_one) {
  std::vector<const toml::value<std::string>*> strings;
  const toml::node* node = find(key);
  if (!node) return strings;
  std::set<std::string_view> taken;
  const auto take = [&](const toml::node& element) {
    const auto* string = element.as_string();
    if (!string) {
      wrong_type(element, key, "a string");
    } else if (is_blank(string->get())) {
      source_.refuse(element, "an empty string in " + as_code(key), "some text");
    } else if (!taken.insert(string->get()).second) {
      source_.refuse(element, as_code(string->get()) + " stands in " + as_code(key) + " twice");
    } else {
      strings.push_back(string);
    }
  };
  if (const toml::array* elements = node->as_array()) {
    if (elements->empty()) {
      source_.refuse(*node, as_code(key) + " is empty", "at least one string, or no such key");
    }
    for (const toml::node& element : *elements) take(element);
  } else if (or_one && node->is_string()) {
    take(*node);
  } else {
    wrong_type(*node, key, or_one ? "a string or an array of strings" : "an array of strings");
  }
  return strings;
}

void TableReader::refuse(std::string_view key, std::string message, std::string expected) {
  const toml::node* node = key.empty() ? nullptr : table_.get(key);
  source_.refuse(node ? *node : table_, std::move(message), std::move(expected));
}

void TableReader::finish() {
  const std::vector<std::string> known(known_.begin(), known_.end());
  for (const auto& [key, value] : table_) {
    if (known_.find(key.str()) != known_.end()) continue;
    source_.refuse(TomlSource::place_of(key), what_ + " has no key " + as_code(key.str()),
                   expected_name(key.str(), known));
  }
}

void TableReader::wrong_type(const toml::node& node, std::string_view key,
                             std::string_view expected) {
  source_.refuse(node, as_code(key) + " cannot be " + std::string(type_name(node)),
                 std::string(expected));
}

}  // namespace assay
