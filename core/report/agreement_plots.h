// Plots of an agreement as inline SVG: coloured by the page's style sheet, read aloud by their
// titles, without scripts.
#pragma once

#include <string>
#include <string_view>

#include "grading/agreement.h"

namespace assay {

// `&`, `<`, `>` and quotation marks escaped; control characters but line ends and tabs, and bytes
// that are not UTF-8, replaced by U+FFFD. Fit for text and for attributes in quotation marks.
std::string html(std::string_view bytes);

// One measure on a scale from -0.2 to 1: the grader with its interval, everybody else as dots.
std::string interval_plot(const Comparisons& comparisons, Measure measure);

// Marks in rows, scores in columns; a cell as strong as its share of the row.
std::string confusion_plot(const Agreement& agreement);

// The share of answers that met each criterion, by their marks (across) and scores (up). On the
// diagonal the grader is as generous as the markers; the three furthest from it are named.
std::string calibration_plot(const Agreement& agreement);

// A bar from 0 to 1 with its figure; "-" where undefined.
std::string share_bar(Figure share);

}  // namespace assay
