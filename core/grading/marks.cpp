#include "grading/marks.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace assay {
namespace {

using Json = nlohmann::json;

const Json* member(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string quoted(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<std::vector<std::string>> ids(const Json& object, const char* name,
                                            std::vector<std::string>& problems) {
  const Json* value = member(object, name);
  if (!value) return std::nullopt;
  const bool strings =
      value->is_array() &&
      std::all_of(value->begin(), value->end(), [](const Json& id) { return id.is_string(); });
  if (!strings) {
    problems.push_back(std::string("\"") + name + "\" must be a list of ids, not " +
                       quoted(*value));
    return std::nullopt;
  }
  auto list = value->get<std::vector<std::string>>();
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

std::optional<Band> band(const Json& object, std::vector<std::string>& problems) {
  const Json* value = member(object, "band");
  if (!value) return std::nullopt;
  const auto named =
      value->is_string() ? band_named(value->get_ref<const std::string&>()) : std::optional<Band>();
  if (!named) {
    problems.push_back("\"band\" must be \"green\", \"yellow\" or \"red\", not " + quoted(*value));
  }
  return named;
}

std::optional<double> score(const Json& object, std::vector<std::string>& problems) {
  const Json* value = member(object, "score");
  if (!value) return std::nullopt;
  const Json* most = member(object, "max_score");
  if (!most) {
    problems.push_back("\"score\" needs \"max_score\" beside it");
    return std::nullopt;
  }
  if (!most->is_number() || !(most->get<double>() > 0)) {
    problems.push_back("\"max_score\" must be a number above 0, not " + quoted(*most));
    return std::nullopt;
  }
  if (!value->is_number() || value->get<double>() < 0 ||
      value->get<double>() > most->get<double>()) {
    problems.push_back("\"score\" must be a number from 0 to \"max_score\", not " + quoted(*value));
    return std::nullopt;
  }
  return value->get<double>() / most->get<double>();
}

void read_one(const Json& object, std::vector<Marks>& out, std::vector<std::string>& problems) {
  if (!object.is_object()) {
    problems.push_back("each of \"marks\" must be an object, not " + quoted(object));
    return;
  }
  Marks marks;
  if (const Json* marker = member(object, "marker")) {
    marks.marker = marker->is_string() ? marker->get<std::string>() : quoted(*marker);
  }
  marks.met = ids(object, "met", problems);
  marks.flaws = ids(object, "flaws", problems);
  marks.band = band(object, problems);
  marks.score = score(object, problems);
  if (!marks.empty()) out.push_back(std::move(marks));
}

}  // namespace

std::vector<Marks> read_marks(std::string_view members, std::vector<std::string>& problems) {
  std::vector<Marks> out;
  const Json record = Json::parse("{" + std::string(members) + "}", nullptr, false);
  if (record.is_discarded()) {
    problems.push_back("the record's members cannot be read as JSON");
    return out;
  }
  read_one(record, out, problems);
  if (const Json* several = member(record, "marks")) {
    if (several->is_array()) {
      for (const Json& one : *several) read_one(one, out, problems);
    } else {
      problems.push_back("\"marks\" must be a list of objects, not " + quoted(*several));
    }
  }
  return out;
}

}  // namespace assay
