// Short lists for a person or a program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/writer.h"

namespace assay {

// Rows under named columns; every row has a cell a column.
struct Listing {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

// The columns aligned, the last one wrapped; no heads.
std::string listing_text(const Listing& listing, const WriterOptions& options);
// An array of objects, one a row, keys in the order of the columns.
std::string listing_json(const Listing& listing);
// The first cell of each row, a line each.
std::string listing_names(const Listing& listing);

}  // namespace assay
