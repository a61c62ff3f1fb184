// What stands before an answer in its file, between two lines of `+++` (TOML) or `---` (YAML), and
// the members of a record: keys and values, each with its bytes in the file.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "assay/span.h"
#include "rubric/diagnostics.h"
#include "rubric/source_text.h"
#include "rubric/toml_source.h"

namespace assay {

struct FrontEntry;

struct FrontValue {
  enum class Type { text, number, truth, list, table, day, other };
  Type type = Type::other;
  std::string text;  // of a text; of a day in TOML, "2027-01-31"
  double number = 0;
  bool truth = false;
  std::vector<FrontValue> items;    // of a list
  std::vector<FrontEntry> entries;  // of a table
  Span span;                        // as written, quotes and brackets too
};

// "a string", "a list": what a value is, for messages.
std::string type_in_words(const FrontValue& value);

struct FrontEntry {
  std::string key;
  Span key_span;
  FrontValue value;
};

struct FrontMatter {
  std::vector<FrontEntry> entries;
  Span span;  // of the first fence; where there is none, empty at the start of the file
  std::size_t answer = 0;  // the byte that the answer begins at
  bool sound = false;      // all of it could be read
};

// Where something cannot be read, `diagnostics` gains every mistake with its place. A file without
// front matter is one too: it would be checked for nothing.
FrontMatter read_front_matter(const SourceText& file, Diagnostics& diagnostics);

// A value of TOML that was read from `file`, from its first byte on.
FrontValue toml_value(const SourceText& file, const toml::node& node);

// The two languages; `within` are the lines between the fences. False where something was wrong.
bool read_toml_front_matter(const SourceText& file, Span within, std::vector<FrontEntry>& entries,
                            Diagnostics& diagnostics);
// Of YAML no more than front matter needs: keys at the start of a line; strings, plain or in
// quotes; numbers; true and false; lists of these in brackets on one line, or a line each behind
// "- ", where an item may be a table of such keys. Comments. All else is refused, and so is what
// YAML is known to read otherwise than its author meant: a bare yes, no, on, off or null.
bool read_yaml_front_matter(const SourceText& file, Span within, std::vector<FrontEntry>& entries,
                            Diagnostics& diagnostics);

}  // namespace assay
