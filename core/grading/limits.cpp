#include "grading/limits.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "rubric/diagnostics.h"

namespace assay {
namespace {

struct Named {
  std::string_view name;
  std::size_t Limits::*bound;
  std::size_t least;
  std::size_t most;
};

constexpr std::size_t kMost = std::size_t{1} << 30;        // spans are 32 bits wide
constexpr std::size_t kMostAnswer = std::size_t{1} << 28;  // what analyze() takes

constexpr Named kNamed[] = {
    {"record-bytes", &Limits::record_bytes, 1, kMost},
    {"answer-bytes", &Limits::answer_bytes, 1, kMostAnswer},
    {"tokens", &Limits::tokens, 1, kMost},
    {"nesting", &Limits::nesting, 1, 254},
    {"evidence", &Limits::evidence, 1, kMost},
    {"seconds", &Limits::seconds, 1, 86'400},
    {"memory", &Limits::memory, std::size_t{16} << 20, std::size_t{1} << 40},
};

// 0 where `text` is no number.
std::size_t number_in(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return 0;
  const std::string_view unit(end, std::size_t(text.data() + text.size() - end));
  constexpr std::string_view kUnits = "KMG";
  if (unit.empty()) return number;
  const std::size_t power = kUnits.find(unit[0]);
  if (unit.size() > 1 || power == kUnits.npos || number > (SIZE_MAX >> 30)) return 0;
  return number << (10 * (power + 1));
}

}  // namespace

std::string over_record_bytes(std::string_view what, std::size_t limit) {
  return "the " + std::string(what) + " has more than the " + std::to_string(limit) +
         " bytes of the limit \"record-bytes\"";
}

std::vector<std::string> names_of_limits() {
  std::vector<std::string> names;
  for (const Named& named : kNamed) names.emplace_back(named.name);
  return names;
}

std::string set_limit(Limits& limits, std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == assignment.npos) return "\"" + std::string(assignment) + "\" is not NAME=NUMBER";
  const std::string name(assignment.substr(0, equals));
  const auto named = std::find_if(std::begin(kNamed), std::end(kNamed),
                                  [&](const Named& one) { return one.name == name; });
  if (named == std::end(kNamed)) {
    const std::vector<std::string> names = names_of_limits();
    const std::string hint = did_you_mean(name, names);
    return "there is no limit \"" + name + "\"" +
           (hint.empty() ? "; they are " + one_of(names) : hint);
  }
  const std::string_view value = assignment.substr(equals + 1);
  const std::size_t number = number_in(value);
  if (number < named->least || number > named->most) {
    return "\"" + std::string(value) + "\" is no value for " + name + "; expected a number from " +
           std::to_string(named->least) + " to " + std::to_string(named->most) +
           ", which K, M or G may follow";
  }
  limits.*named->bound = number;
  return {};
}

}  // namespace assay
