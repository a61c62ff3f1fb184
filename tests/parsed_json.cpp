#include "parsed_json.h"

#include <nlohmann/json.hpp>
#include <ostream>
#include <stdexcept>
#include <utility>

namespace assay {
namespace {

using Value = nlohmann::json;

std::shared_ptr<const Value> shared(Value value) {
  return std::make_shared<const Value>(std::move(value));
}

// As much of it as a message shows.
std::string shown(std::string_view text) { return std::string(text.substr(0, 2000)); }

}  // namespace

Json::Json(std::shared_ptr<const Value> value) : value_(std::move(value)) {}

Json Json::parse(std::string_view text) {
  try {
    return Json(shared(Value::parse(text)));
  } catch (const Value::out_of_range& error) {
    throw std::out_of_range(error.what());
  } catch (const Value::exception& error) {
    throw std::invalid_argument(std::string(error.what()) + ": " + shown(text));
  }
}

Json Json::operator[](std::string_view member) const {
  if (!contains(member)) {
    throw std::out_of_range("no member \"" + std::string(member) + "\" in " + shown(dump()));
  }
  return Json({value_, &value_->at(std::string(member))});
}

Json Json::operator[](std::size_t place) const {
  if (!value_->is_array() || place >= value_->size()) {
    throw std::out_of_range("no element " + std::to_string(place) + " in " + shown(dump()));
  }
  return Json({value_, &value_->at(place)});
}

Json Json::at(const std::string& pointer) const {
  return Json({value_, &value_->at(Value::json_pointer(pointer))});
}

bool Json::contains(std::string_view member) const {
  return value_->is_object() && value_->contains(std::string(member));
}

std::size_t Json::size() const { return value_->size(); }
bool Json::is_null() const { return value_->is_null(); }
bool Json::is_number() const { return value_->is_number(); }
bool Json::is_object() const { return value_->is_object(); }

std::string Json::text() const {
  if (!value_->is_string()) throw std::invalid_argument("not a string: " + shown(dump()));
  return value_->get<std::string>();
}

double Json::number() const {
  if (!value_->is_number()) throw std::invalid_argument("not a number: " + shown(dump()));
  return value_->get<double>();
}

std::string Json::dump() const {
  return value_->dump(-1, ' ', false, Value::error_handler_t::replace);
}

Json Json::with(const std::string& pointer, double number) const {
  Value changed = *value_;
  changed.at(Value::json_pointer(pointer)) = number;
  return Json(shared(std::move(changed)));
}

Json Json::without(const std::string& pointer) const {
  Value changed = *value_;
  const Value::json_pointer gone(pointer);
  Value& holder = changed.at(gone.parent_pointer());
  if (holder.is_array()) {
    holder.erase(std::stoul(gone.back()));
  } else {
    holder.erase(gone.back());
  }
  return Json(shared(std::move(changed)));
}

bool operator==(const Json& a, const Json& b) { return *a.value_ == *b.value_; }
bool operator==(const Json& json, const char* text) { return *json.value_ == Value(text); }
bool operator==(const Json& json, int number) { return *json.value_ == Value(number); }
bool operator==(const Json& json, double number) { return *json.value_ == Value(number); }
bool operator==(const Json& json, bool truth) { return *json.value_ == Value(truth); }
void PrintTo(const Json& json, std::ostream* out) { *out << shown(json.dump()); }

bool is_json(std::string_view text) { return Value::accept(text); }

std::string json_string(const std::string& bytes) {
  return Value(bytes).dump(-1, ' ', false, Value::error_handler_t::replace);
}

}  // namespace assay
