// Cuts a part out of a file, with the comma, bar or line that goes with it.
#pragma once

#include "lint/finding.h"
#include "lint/subject.h"

namespace assay {

// An element of an array; one under a [[header]] with all its lines. Its own comments go with it.
// Empty where it is the last one there, or no element.
std::vector<Edit> without_value(const LintFile& file, const toml::node& element);

// One alternative between the bars of a term. REQUIRES: there is another; `offset` is where it
// begins in the string's value.
std::vector<Edit> without_branch(const LintFile& file, const toml::node& string,
                                 std::size_t offset);

// An entry of a table, `key = value`, on a line of its own with the comments directly above it, or
// in an inline table.
std::vector<Edit> without_entry(const LintFile& file, const toml::node& value);

// Several entries of one table at once. Nulls are passed over.
std::vector<Edit> without_entries(const LintFile& file,
                                  const std::vector<const toml::node*>& values);

// Where the key of an entry stands; equal ends where `value` is no entry.
Edit key_of(const LintFile& file, const toml::node& value);

// The lines under the header of a [[table]] and of those inside it; equal ends where it has none.
Edit section_of(const LintFile& file, const toml::table& table);

// `fixes` of one file made; of two that overlap the first one stays. `made`: how many were.
// REQUIRES: no edit of a fix overlaps another of the same.
std::string edited(std::string_view bytes, const std::vector<std::vector<Edit>>& fixes,
                   std::size_t& made);

}  // namespace assay
