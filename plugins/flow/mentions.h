// Where an answer names the stages of a flow, and how its layout puts them in a row.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "assay/rule.h"

namespace flow {

inline constexpr std::size_t kMostStages = 12;

struct Mention {
  assay::TokenRange range;
  std::uint32_t stage;
  std::uint32_t sentence;          // of its first word
  std::vector<assay::Part> parts;  // the words to show
};

// Every mention of a stage, ordered; without those that lie inside a longer one of another stage
// ("Kafka" in "Kafka Streams"). REQUIRES: stages.size() <= kMostStages.
std::vector<Mention> mentions_of(const assay::Reading& reading,
                                 std::span<const std::unique_ptr<assay::Rule>> stages);

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
