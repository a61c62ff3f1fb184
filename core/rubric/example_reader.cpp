#include "rubric/example_reader.h"

#include <algorithm>

namespace assay {
namespace {

bool holds(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::vector<std::string> read_ids(TableReader& reader, const char* key, const char* what,
                                  const std::vector<std::string>& known,
                                  const std::vector<std::string>& others,
                                  const std::vector<std::string>& opposite = {}) {
  std::vector<std::string> ids;
  for (const auto* node : reader.strings(key)) {
    const std::string& id = node->get();
    if (holds(opposite, id)) {
      reader.source().refuse(*node, "this example asserts `" + id + "` and its opposite");
    } else if (holds(known, id)) {
      ids.push_back(id);
    } else if (holds(others, id)) {
      reader.source().refuse(*node, "`" + id + "` is no " + what,
                             std::string("a ") + what + "'s id");
    } else {
      reader.source().refuse(*node, std::string("there is no ") + what + " `" + id + "`",
                             expected_name_of(id, known));
    }
  }
  return ids;
}

}  // namespace

Example read_example(TomlSource& source, const toml::table& table,
                     const std::vector<std::string>& criteria,
                     const std::vector<std::string>& flaws) {
  TableReader reader(source, table, "an example");
  Example example;
  example.line = TomlSource::place_of(table).line;
  example.text = reader.text("text", Need::required).value_or("");
  example.met = read_ids(reader, "met", "criterion", criteria, flaws);
  example.unmet = read_ids(reader, "not-met", "criterion", criteria, flaws, example.met);
  example.flaws = read_ids(reader, "flaws", "flaw", flaws, criteria);
  example.no_flaws = read_ids(reader, "no-flaws", "flaw", flaws, criteria, example.flaws);
  reader.finish();
  const char* const kKeys[] = {"met", "not-met", "flaws", "no-flaws"};
  if (std::none_of(std::begin(kKeys), std::end(kKeys), [&](auto key) { return reader.has(key); })) {
    reader.refuse({}, "this example asserts nothing",
                  "at least one of `met`, `not-met`, `flaws` and `no-flaws`");
  }
  return example;
}

}  // namespace assay
