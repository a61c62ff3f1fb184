// A TOML file as it is written: every key, value and comment with its bytes, so that it can be laid
// out anew or cut without loss. What the values mean is for toml++ to say, which read the file
// first.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

// Blank within a line; the CR of a CRLF counts as one.
inline bool is_toml_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// Positions are half-open byte ranges of the file.
struct TomlComment {
  std::size_t begin;  // of the '#'
  std::size_t end;    // without the line's end
};

struct TomlItem;

struct TomlValue {
  enum class Type { scalar, array, table };
  Type type = Type::scalar;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<TomlItem> items;        // of an array or an inline table
  std::vector<TomlComment> trailing;  // of an array: after its last item, each on a line of its own
};

// An element of an array, or an entry of an inline table.
struct TomlItem {
  std::size_t key_begin = 0;  // of an entry; equal ends for an element
  std::size_t key_end = 0;
  TomlValue value;
  std::size_t end = 0;               // behind its comma, if it has one
  bool new_line = false;             // a line ends between it and what stands before
  std::vector<TomlComment> before;   // comments on lines of their own
  std::optional<TomlComment> after;  // a comment on the line it ends in
};

// A line of the file, or the lines of one entry.
struct TomlLine {
  enum class Type { blank, comment, header, entry };
  Type type = Type::blank;
  std::size_t begin = 0;
  std::size_t end = 0;  // behind its line's end
  // header: what stands in the brackets; entry: the key.
  std::size_t key_begin = 0;
  std::size_t key_end = 0;
  bool array_header = false;  // [[...]]
  TomlValue value;            // entry
  std::optional<TomlComment> comment;
};

struct TomlSyntax {
  std::vector<TomlLine> lines;
};

// Nothing where the text is no TOML; that is told better by toml++.
std::optional<TomlSyntax> read_syntax(std::string_view toml);

// Every comment, in order.
std::vector<TomlComment> comments_of(const TomlSyntax& syntax);

// The value that begins at `offset`; null where none does.
const TomlValue* value_at(const TomlSyntax& syntax, std::size_t offset);
// The item whose value begins at `offset`, and what it is an item of; nulls where there is none.
struct TomlMember {
  const TomlValue* of = nullptr;
  const TomlItem* item = nullptr;
};
TomlMember member_at(const TomlSyntax& syntax, std::size_t offset);
// The line that holds `offset`; null behind the last.
const TomlLine* line_at(const TomlSyntax& syntax, std::size_t offset);

}  // namespace assay
