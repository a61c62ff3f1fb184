#include "report/agreement_plots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <vector>

#include "report/agreement_words.h"
#include "report/json_text.h"
#include "report/obeyed.h"

namespace assay {
namespace {

// A coordinate or size with one decimal.
std::string px(double number) {
  std::array<char, 64> buffer;
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.1f", number);
  return std::string(buffer.data(), std::size_t(size));
}

std::string attribute(const char* name, const std::string& value) {
  return std::string(" ") + name + "=\"" + value + "\"";
}

std::string begin_svg(double width, double height, std::string_view kind,
                      const std::string& title) {
  return "<svg" + attribute("class", std::string(kind)) + attribute("width", px(width)) +
         attribute("height", px(height)) +
         attribute("viewBox", "0 0 " + px(width) + " " + px(height)) + " role=\"img\"><title>" +
         html(title) + "</title>";
}

std::string line(double x1, double y1, double x2, double y2, const char* kind) {
  return "<line" + attribute("x1", px(x1)) + attribute("y1", px(y1)) + attribute("x2", px(x2)) +
         attribute("y2", px(y2)) + attribute("class", kind) + "/>";
}

std::string circle(double x, double y, double radius, const std::string& kind,
                   const std::string& title) {
  return "<circle" + attribute("cx", px(x)) + attribute("cy", px(y)) + attribute("r", px(radius)) +
         attribute("class", kind) + "><title>" + html(title) + "</title></circle>";
}

std::string text(double x, double y, const char* anchor, const char* kind, const std::string& shown,
                 const std::string& more = {}) {
  return "<text" + attribute("x", px(x)) + attribute("y", px(y)) +
         attribute("text-anchor", anchor) + attribute("class", kind) + more + ">" + html(shown) +
         "</text>";
}

}  // namespace

std::string html(std::string_view bytes) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::string out;
  while (!bytes.empty()) {
    const std::size_t size = valid_sequence(bytes);
    const char c = bytes.front();
    if (size == 0 || obeyed(bytes) > 0) {
      out += kReplacement;
    } else if (size > 1) {
      out += bytes.substr(0, size);
    } else if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\'') {
      out += "&#39;";
    } else if (c != '\r') {
      out += c;
    }
    bytes.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return out;
}

std::string interval_plot(const Comparisons& comparisons, Measure measure) {
  constexpr double kWidth = 240, kHeight = 22, kMiddle = 11, kLow = -0.2;
  const auto x = [&](double value) {
    return 8 + (std::clamp(value, kLow, 1.0) - kLow) / (1 - kLow) * (kWidth - 16);
  };
  std::string out = begin_svg(kWidth, kHeight, "interval", std::string(title_of(measure)));
  out += line(x(kLow), kMiddle, x(1), kMiddle, "axis");
  for (const double tick : {0.0, 0.5, 1.0}) {
    out += line(x(tick), kMiddle - 5, x(tick), kMiddle + 5, "axis");
  }
  const Estimate* grader = find(comparisons, Rater::scores, measure);
  if (grader && grader->interval) {
    out += line(x(grader->interval->low), kMiddle, x(grader->interval->high), kMiddle, "range");
  }
  // The grader last, on top of the others.
  for (auto one = comparisons.rbegin(); one != comparisons.rend(); ++one) {
    const Estimate* estimate = find(comparisons, one->rater, measure);
    if (!estimate || !estimate->value) continue;
    const std::string title =
        std::string(name_of(one->rater)) + " " + written(estimate->value) +
        (estimate->interval ? " (" + written(estimate->interval) + ")" : std::string());
    out += circle(x(*estimate->value), kMiddle, one->rater == Rater::scores ? 5.5 : 4,
                  "dot " + std::string(name_of(one->rater)), title);
  }
  return out + "</svg>";
}

std::string confusion_plot(const Agreement& agreement) {
  constexpr double kCell = 84, kLeft = 76, kTop = 44;
  constexpr std::array kBands = {Band::red, Band::yellow, Band::green};
  std::string out = begin_svg(kLeft + 3 * kCell + 8, kTop + 3 * kCell + 8, "confusion",
                              "Bands: marks in rows, scores in columns");
  out += text(kLeft + 1.5 * kCell, 14, "middle", "label", "scored");
  out += text(14, kTop + 1.5 * kCell, "middle", "label", "marked",
              attribute("transform", "rotate(-90 14 " + px(kTop + 1.5 * kCell) + ")"));
  for (std::size_t mark = 0; mark < 3; ++mark) {
    const double y = kTop + double(mark) * kCell;
    const auto& row = agreement.confusion[mark];
    const double total = double(row[0] + row[1] + row[2]);
    out += text(kLeft - 10, y + kCell / 2 + 4, "end", "tick", std::string(name_of(kBands[mark])));
    out += text(kLeft + (double(mark) + 0.5) * kCell, kTop - 10, "middle", "tick",
                std::string(name_of(kBands[mark])));
    for (std::size_t score = 0; score < 3; ++score) {
      const double x = kLeft + double(score) * kCell;
      const double share = total == 0 ? 0 : double(row[score]) / total;
      out += "<rect" + attribute("x", px(x + 1.5)) + attribute("y", px(y + 1.5)) +
             attribute("width", px(kCell - 3)) + attribute("height", px(kCell - 3)) +
             attribute("rx", "4") + attribute("class", mark == score ? "same" : "apart") +
             attribute("fill-opacity", written(share * 0.65 + (row[score] > 0 ? 0.1 : 0.03))) +
             "/>";
      out += text(x + kCell / 2, y + kCell / 2 + 2, "middle", "count", std::to_string(row[score]));
      if (total > 0) {
        out += text(x + kCell / 2, y + kCell / 2 + 20, "middle", "share",
                    std::to_string(int(std::lround(share * 100))) + " %");
      }
    }
  }
  return out + "</svg>";
}

std::string calibration_plot(const Agreement& agreement) {
  constexpr double kSide = 300, kLeft = 52, kTop = 14;
  const auto x = [](double share) { return kLeft + share * kSide; };
  const auto y = [](double share) { return kTop + (1 - share) * kSide; };

  // Criteria with the same shares are one circle.
  struct Spot {
    std::string names;
    std::size_t criteria = 0;
    bool flaw = false;
  };
  std::map<std::pair<double, double>, Spot> places;
  for (const CriterionAgreement& one : agreement.criteria) {
    const double n = double(one.counts.total());
    Spot& place = places[{double(one.counts.both + one.counts.marked) / n,
                          double(one.counts.both + one.counts.scored) / n}];
    place.names += (place.names.empty() ? "" : "\n") + one.question + ": " + one.id;
    place.flaw = one.flaw && (place.flaw || place.criteria == 0);
    ++place.criteria;
  }
  std::vector<std::pair<double, std::pair<double, double>>> furthest;
  std::string out = begin_svg(kLeft + kSide + 130, kTop + kSide + 48, "calibration",
                              "Calibration: the share of answers that met each criterion");
  for (const double tick : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    out += line(x(tick), y(0), x(tick), y(1), "grid") + line(x(0), y(tick), x(1), y(tick), "grid");
    out += text(x(tick), y(0) + 18, "middle", "tick", written(tick));
    out += text(x(0) - 8, y(tick) + 4, "end", "tick", written(tick));
  }
  out += line(x(0), y(0), x(1), y(1), "diagonal");
  out += text(x(0.5), y(0) + 40, "middle", "label", "share marked as met");
  out += text(14, y(0.5), "middle", "label", "share scored as met",
              attribute("transform", "rotate(-90 14 " + px(y(0.5)) + ")"));
  for (const auto& [at, place] : places) {
    const double radius = std::min(3 + 1.6 * std::sqrt(double(place.criteria)), 14.0);
    out += circle(x(at.first), y(at.second), radius, place.flaw ? "dot flaw" : "dot criterion",
                  place.names + "\nmarked " + written(at.first) + ", scored " + written(at.second));
    if (at.first != at.second) furthest.push_back({-std::abs(at.first - at.second), at});
  }
  std::sort(furthest.begin(), furthest.end());
  double last_y = -1000;
  for (std::size_t i = 0; i < std::min<std::size_t>(furthest.size(), 3); ++i) {
    const auto& at = furthest[i].second;
    const Spot& place = places[at];
    const std::string name = place.names.substr(place.names.rfind(' ') + 1);
    if (std::abs(y(at.second) - last_y) < 14) continue;  // would stand on the one before
    last_y = y(at.second);
    out += text(x(at.first) + 9, last_y + 4, "start", "name", name);
  }
  return out + "</svg>";
}

std::string share_bar(Figure share) {
  if (!share) return "<span class=\"none\">-</span>";
  const std::string shown = written(share);
  return begin_svg(64, 10, "bar", shown) +
         "<rect class=\"back\" width=\"64\" height=\"10\" rx=\"2\"/>" +
         "<rect class=\"front\" height=\"10\" rx=\"2\"" + attribute("width", px(64 * *share)) +
         "/></svg> " + shown;
}

}  // namespace assay
