// Days of the calendar, which a suppression may end on.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace assay {

using Day = std::chrono::year_month_day;

// "2027-01-31"; nothing where it is written otherwise or there is no such day.
std::optional<Day> day_named(std::string_view text);
std::string name_of(Day day);

}  // namespace assay
