// How the layout of an answer puts things in a row: items of a list, rows of a table, sections.
#pragma once

#include <cstdint>
#include <vector>

#include "assay/document.h"

namespace flow {

// One item of a row of things that the layout puts one after the other.
struct Place {
  std::uint32_t row = assay::kNone;  // which list, table or row of sections; kNone: in none
  std::uint32_t item = 0;
  bool counted = false;  // the items are numbered, or say something of what they name
  friend bool operator==(const Place&, const Place&) = default;
};

class Outline {
 public:
  explicit Outline(const assay::Document& document);

  // The list item or table row that a token stands in.
  Place item_of(std::uint32_t token) const;
  // The section whose title or first sentences a token stands in; with its siblings they are a row.
  Place section_of(std::uint32_t token) const;

  // Whether a token opens the label of a paragraph or list: "Flink: ...".
  bool opens_label(std::uint32_t token) const;

 private:
  const assay::Document& document_;
  std::vector<Place> blocks_;  // of each block
};

}  // namespace flow
