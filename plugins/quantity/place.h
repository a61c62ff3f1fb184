// Where an amount stands and what stands beside it: words of its sentence, and those that head its
// section, its list or its table's column.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "amounts.h"
#include "assay/kind.h"

namespace quantity {

// How far from an amount a term may stand: the key `within`.
struct Reach {
  enum class Unit : std::uint8_t { clause, sentence, block, words };
  Unit unit = Unit::sentence;
  std::uint32_t words = 0;
  static Reach read(assay::Arguments& arguments);
};

// The tokens of the sentence, clause, ... around an amount.
assay::TokenRange stretch_of(const assay::Document& document, assay::TokenRange amount,
                             Reach reach);

// The titles of the sections around it, the sentence that introduces its list, and the cell that
// heads its column; the nearest first.
std::vector<assay::TokenRange> headings_of(const assay::Document& document, std::uint32_t token);

// Which cell of its table's row the token stands in, as the number of bars before it.
std::uint32_t column_of(const assay::Document& document, std::uint32_t token);

// The nearest of `terms` to the amount, within reach or in a heading; empty where none is.
assay::TokenRange beside(const assay::Reading& reading, assay::TokenRange amount,
                         std::span<const assay::TokenRange> terms, Reach reach);

// Whether one of `terms` stands so close to amounts[index] that it says what this one is of: after
// the amount before it, or in the few words behind it.
bool belongs(const assay::Document& document, std::span<const Amount> amounts, std::size_t index,
             std::span<const assay::TokenRange> terms);

// The standing of an amount. "No more than 30 s" sets a bound and is no denial.
assay::Standing standing_of(const assay::Document& document, assay::TokenRange amount);

// The student's words on one line, in quotation marks.
std::string quoted(const assay::Document& document, assay::TokenRange range);

// A match of parts that are given in any order, of which some may be empty or inside others.
assay::Match match_of(const assay::Rule* rule, std::vector<assay::TokenRange> parts);

}  // namespace quantity
