#include "report/listing.h"

#include <algorithm>

#include "report/glyphs.h"
#include "report/json_text.h"
#include "report/page.h"

namespace assay {
namespace {

constexpr unsigned kGap = 2;
constexpr unsigned kLeastLast = 20;  // columns left for the last cell, however wide the others

}  // namespace

std::string listing_text(const Listing& listing, const WriterOptions& options) {
  std::vector<unsigned> widths(listing.columns.size(), 0);
  for (const auto& row : listing.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  unsigned indent = 0;
  for (std::size_t i = 0; i + 1 < widths.size(); ++i) indent += widths[i] + kGap;
  const unsigned room = std::max(options.width > indent ? options.width - indent : 0, kLeastLast);

  std::string out;
  for (const auto& row : listing.rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
      out += inked(safe(row[i]), i == 0 ? Ink::bold : Ink::plain, options.color);
      out.append(widths[i] + kGap - width_of(row[i]), ' ');
    }
    bool first = true;
    for (const std::string& line : wrap(row.back(), room)) {
      if (!first) out.append(indent, ' ');
      first = false;
      out += line + '\n';
    }
  }
  return out;
}

std::string listing_json(const Listing& listing) {
  std::string out = "[";
  for (std::size_t row = 0; row < listing.rows.size(); ++row) {
    out += row == 0 ? "\n{" : ",\n{";
    for (std::size_t i = 0; i < listing.columns.size(); ++i) {
      if (i > 0) out += ',';
      append_json_string(out, listing.columns[i]);
      out += ':';
      append_json_string(out, listing.rows[row][i]);
    }
    out += '}';
  }
  return out + (listing.rows.empty() ? "]\n" : "\n]\n");
}

std::string listing_names(const Listing& listing) {
  std::string out;
  for (const auto& row : listing.rows) out += safe(row.front()) + '\n';
  return out;
}

}  // namespace assay
