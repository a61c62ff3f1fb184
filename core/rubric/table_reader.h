// Reads the keys of one table of a rubric: typed, bounded, and each read key remembered, so that
// what nobody has read can be refused.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "assay/export.h"
#include "rubric/toml_source.h"

namespace assay {

enum class Need : bool { optional, required };

// Every value of the wrong type, blank or out of bounds is refused at its place, and then nothing
// is returned, as where the key is absent.
class ASSAY_SDK TableReader {
 public:
  // `what` names the table in messages: "a criterion".
  TableReader(TomlSource& source, const toml::table& table, std::string what);

  TomlSource& source() { return source_; }
  const toml::table& table() const { return table_; }

  bool has(std::string_view key) const { return table_.contains(key); }
  // The value; null, and refused, where it is required and absent.
  const toml::node* find(std::string_view key, Need need = Need::optional);
  // Like find(), where only an array, or only a table, will do.
  const toml::array* array(std::string_view key, std::string_view expected,
                           Need need = Need::optional);
  const toml::table* subtable(std::string_view key, Need need = Need::optional);
  // All of an array's elements that are tables; the others are refused.
  std::vector<const toml::table*> tables(std::string_view key, Need need = Need::optional);
  // Never blank.
  std::optional<std::string> text(std::string_view key, Need need = Need::optional);
  // A string in lower-case letters, digits and hyphens.
  std::optional<std::string> id(std::string_view key, Need need = Need::required);
  std::optional<double> number(std::string_view key, double least, double most,
                               Need need = Need::optional);
  std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most,
                                      Need need = Need::optional);
  std::optional<bool> flag(std::string_view key);
  // The strings of an array, none blank, none twice; also of a single string where `or_one`.
  std::vector<const toml::value<std::string>*> strings(std::string_view key, bool or_one = false);

  // Refuses the value of `key`, or the table where there is none.
  void refuse(std::string_view key, std::string message, std::string expected = {});
  // Refuses every key that was not read, with the nearest that was asked for.
  void finish();

 private:
  void wrong_type(const toml::node& node, std::string_view key, std::string_view expected);

  TomlSource& source_;
  const toml::table& table_;
  std::string what_;
  std::set<std::string, std::less<>> known_;
};

// Whether a name can be an id: lower-case letters, digits and hyphens, beginning and ending with a
// letter or digit, of at most 64 characters.
ASSAY_SDK bool is_id(std::string_view name);
inline constexpr std::size_t kLongestId = 64;
inline constexpr std::string_view kIdForm = "lower-case letters, digits and single hyphens";
// What to expect of a name that is no id.
std::string expected_id(std::string_view name);
// As expected_name(), of those of `ids` that are ids.
std::string expected_name_of(std::string_view name, std::vector<std::string> ids);

bool is_blank(std::string_view text);

}  // namespace assay
