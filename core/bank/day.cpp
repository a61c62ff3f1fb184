#include "bank/day.h"

#include <cstdio>

namespace assay {

std::optional<Day> day_named(std::string_view text) {
  constexpr std::string_view kForm = "0000-00-00";
  if (text.size() != kForm.size()) return std::nullopt;
  int numbers[3] = {0, 0, 0};
  std::size_t number = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kForm[i] == '-') {
      if (text[i] != '-') return std::nullopt;
      ++number;
    } else {
      if (text[i] < '0' || text[i] > '9') return std::nullopt;
      numbers[number] = numbers[number] * 10 + (text[i] - '0');
    }
  }
  const Day day{std::chrono::year(numbers[0]), std::chrono::month(unsigned(numbers[1])),
                std::chrono::day(unsigned(numbers[2]))};
  return day.ok() ? std::optional(day) : std::nullopt;
}

std::string name_of(Day day) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(day.year()), unsigned(day.month()),
                unsigned(day.day()));
  return text;
}

}  // namespace assay
