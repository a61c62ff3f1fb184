// A TOML file: its text, its tree, and the mistakes found in it so far.
#pragma once

#include <toml++/toml.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "assay/export.h"
#include "rubric/source_text.h"

namespace assay {

inline constexpr std::size_t kMostMistakes = 1000;

class ASSAY_SDK TomlSource {
 public:
  // Null where the bytes cannot be read as TOML; then `diagnostics` says why. A UTF-8 byte order
  // mark is skipped.
  static std::unique_ptr<TomlSource> parse(std::string bytes, std::string path,
                                           Diagnostics& diagnostics);

  const toml::table& root() const { return root_; }
  const std::string& path() const { return text_.path(); }

  static Place place_of(const toml::node& node);
  static Place place_of(const toml::key& key);
  // Where the byte at `offset` of a string's value stands in the file, whichever way the string is
  // quoted and escaped.
  Place place_in(const toml::node& string, std::size_t offset) const;
  // A value on one line as its author wrote it; a string without its quotes, an array of strings
  // as its strings.
  std::string written(const toml::node& node) const;

  // Notes a mistake. Of one file not more than kMostMistakes are kept.
  void refuse(Place place, std::string message, std::string expected = {});
  void refuse(const toml::node& node, std::string message, std::string expected = {}) {
    refuse(place_of(node), std::move(message), std::move(expected));
  }
  // The same, told in one sentence: "what is wrong; expected what else".
  void refuse_sentence(Place place, std::string_view sentence);
  // A mistake at a byte of a string's value.
  void refuse_in(const toml::node& string, std::size_t offset, std::string_view sentence);

  const Diagnostics& mistakes() const { return mistakes_; }
  // Nothing more is kept, so nothing more need be looked for.
  bool is_full() const { return mistakes_.size() >= kMostMistakes; }

 private:
  TomlSource(SourceText text, toml::table root) : text_(std::move(text)), root_(std::move(root)) {}

  SourceText text_;
  toml::table root_;
  Diagnostics mistakes_;
};

// "a string", "an array": what a value is, for messages.
ASSAY_SDK std::string_view type_name(const toml::node& node);

// A number, whole or not, to the nearest double; nothing where the value is none.
ASSAY_SDK std::optional<double> number_of(const toml::node& node);

// Where the string that begins at `at` ends, in whichever of TOML's quotes; where it is not closed,
// its line or the file does. REQUIRES: a quotation mark stands there.
ASSAY_SDK std::size_t behind_string(std::string_view toml, std::size_t at);

}  // namespace assay
