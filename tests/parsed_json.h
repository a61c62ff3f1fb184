// JSON as tests look at it. The parser is not the project's own, and is compiled once, in
// parsed_json.cpp: what its templates make of each comparison takes seconds to compile.
#pragma once

#include <iosfwd>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace assay {

// A value of a document, which lives as long as any value of it does. What is asked for and is not
// there is thrown as std::out_of_range, what is of another type as std::invalid_argument.
class Json {
 public:
  // Throws std::invalid_argument for what is no JSON, std::out_of_range for a number that no double
  // holds.
  static Json parse(std::string_view text);

  Json operator[](std::string_view member) const;
  Json operator[](std::size_t place) const;
  Json at(const std::string& pointer) const;  // a JSON pointer
  bool contains(std::string_view member) const;
  std::size_t size() const;

  bool is_null() const;
  bool is_number() const;
  bool is_object() const;
  std::string text() const;
  double number() const;
  std::string dump() const;

  // The document with a number in place of the value at a JSON pointer, or without that value.
  Json with(const std::string& pointer, double number) const;
  Json without(const std::string& pointer) const;

  // Never equal where the types are not.
  friend bool operator==(const Json& a, const Json& b);
  friend bool operator==(const Json& json, const char* text);
  friend bool operator==(const Json& json, int number);
  friend bool operator==(const Json& json, double number);
  friend bool operator==(const Json& json, bool truth);
  friend void PrintTo(const Json& json, std::ostream* out);

 private:
  explicit Json(std::shared_ptr<const nlohmann::json> value);

  std::shared_ptr<const nlohmann::json> value_;
};

bool is_json(std::string_view text);

// A string of JSON; what of the bytes is not UTF-8 becomes U+FFFD.
std::string json_string(const std::string& bytes);

}  // namespace assay
