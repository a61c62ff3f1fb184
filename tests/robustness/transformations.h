// Answers turned into others: attacks, which say nothing any more and must earn nothing, and
// changes, which say the same and must earn the same.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct Transformation {
  std::string_view name;
  std::string (*apply)(const std::string& answer);
};

// Every claim of the answer denied, asked, or laid in somebody else's mouth, sentence by sentence;
// all its words in another order. Headings, tables and code are left out, since they are no
// sentences.
std::span<const Transformation> attacks();

// Case, quotation marks, dashes, decomposed letters, line wraps, bullets for sentences, courtesy
// around the answer, British and American spelling, slips in two long words.
std::span<const Transformation> changes();

// The words of all terms that a rubric's file leads to, its lexicons' included; sorted.
// Throws toml::parse_error where a file is no TOML.
std::string vocabulary_of(const std::string& rubric_file, const std::string& lexicon_folder);

}  // namespace assay
