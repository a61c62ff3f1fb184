#include "rubric/lexicons.h"

#include <algorithm>
#include <map>

#include "rubric/cycles.h"
#include "rubric/digest.h"

namespace assay {
namespace {

bool in_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

// The next "@name" of a pattern from `at` on: the name, and `at` is where the '@' stands. Empty at
// the end.
std::string_view next_reference(std::string_view pattern, std::size_t& at) {
  for (; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') {
      ++at;
    } else if (pattern[at] == '@') {
      std::size_t end = at + 1;
      while (end < pattern.size() && in_name(pattern[end])) ++end;
      if (end > at + 1) return pattern.substr(at + 1, end - at - 1);
    }
  }
  return {};
}

std::size_t offset_of_reference(std::string_view pattern, std::string_view name) {
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (next_reference(pattern, at) == name) return at;
  }
  return 0;
}

// Whether some concept leads to others through more than kDeepestConcept. REQUIRES: no cycles.
std::optional<std::size_t> find_deep(const std::vector<std::vector<std::size_t>>& edges) {
  std::vector<std::size_t> depths(edges.size(), 0);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      for (const std::size_t to : edges[i]) {
        if (depths[to] + 1 <= depths[i]) continue;
        if ((depths[i] = depths[to] + 1) > kDeepestConcept) return i;
        changed = true;
      }
    }
  }
  return std::nullopt;
}

std::string spelt_out(const std::vector<Concept>& concepts, const std::vector<std::size_t>& cycle) {
  constexpr std::size_t kMostSpelt = 8;
  std::string out;
  for (std::size_t i = 0; i < std::min(cycle.size(), kMostSpelt); ++i) {
    out += "@" + concepts[cycle[i]].name + " -> ";
  }
  if (cycle.size() > kMostSpelt) out += "... -> ";
  return out + "@" + concepts[cycle.front()].name;
}

}  // namespace

std::shared_ptr<const ParsedPatterns> ConceptPatterns::of(
    const std::vector<const toml::value<std::string>*>& patterns) {
  const std::lock_guard lock(mutex_);
  if (!parsed_) {
    std::vector<std::string> written;
    for (const auto* pattern : patterns) written.push_back(pattern->get());
    parsed_ = TermTableBuilder::parse(std::move(written));
  }
  return parsed_;
}

std::vector<Concept> read_concepts(TomlSource& source, const toml::table& table) {
  std::vector<Concept> concepts;
  TableReader reader(source, table, "a table of concepts");
  for (const auto& [key, value] : table) {
    const std::string name(key.str());
    const Place place = TomlSource::place_of(key);
    if (!is_id(name)) {
      source.refuse(place, "`" + name + "` is no name for a concept", expected_id(name));
    }
    Concept& concept_read = concepts.emplace_back(
        Concept{name, place, {}, is_id(name), std::make_shared<ConceptPatterns>()});
    const std::size_t before = source.mistakes().size();
    for (const auto* pattern : reader.strings(name, true)) {
      std::vector<PatternError> errors;
      TermTableBuilder::check_pattern(pattern->get(), errors);
      refuse_pattern(source, *pattern, errors);
      if (errors.empty()) concept_read.patterns.push_back(pattern);
    }
    if (source.mistakes().size() > before) concept_read.sound = false;
  }
  std::sort(concepts.begin(), concepts.end(), [](const Concept& a, const Concept& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  return concepts;
}

void refuse_concept_cycles(TomlSource& source, const std::vector<Concept>& concepts) {
  std::map<std::string, std::size_t, std::less<>> indexes;
  for (std::size_t i = 0; i < concepts.size(); ++i) indexes.emplace(concepts[i].name, i);
  std::vector<std::vector<std::size_t>> edges(concepts.size());
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    for (const auto* pattern : concepts[i].patterns) {
      for (const std::string& name : references_in(pattern->get())) {
        if (const auto found = indexes.find(name); found != indexes.end()) {
          edges[i].push_back(found->second);
        }
      }
    }
  }
  const auto cycles = find_cycles(edges);
  for (const std::vector<std::size_t>& cycle : cycles) {
    source.refuse(concepts[cycle.front()].place,
                  "concepts go in a circle: " + spelt_out(concepts, cycle),
                  "a concept that does not lead back to itself");
  }
  if (!cycles.empty()) return;
  if (const auto deep = find_deep(edges)) {
    source.refuse(concepts[*deep].place,
                  "@" + concepts[*deep].name + " leads through too many concepts",
                  "at most " + std::to_string(kDeepestConcept));
  }
}

void refuse_pattern(TomlSource& source, const toml::value<std::string>& pattern,
                    const std::vector<PatternError>& errors) {
  for (const PatternError& error : errors) {
    source.refuse_in(pattern, error.offset, error.message);
  }
}

std::vector<std::string> references_in(const std::string& pattern) {
  // Most refer to none, which is seen without parsing them.
  if (pattern.find('@') == pattern.npos) return {};
  return TermTableBuilder::concepts_in(pattern);
}

std::vector<std::string> mentioned_concepts(std::string_view text) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (const auto name = next_reference(text, at); !name.empty()) names.emplace_back(name);
  }
  return names;
}

void refuse_undefined(TomlSource& source, const std::vector<Concept>& concepts,
                      const std::vector<std::string>& defined, std::string_view expected) {
  for (const Concept& from : concepts) {
    for (const auto* pattern : from.patterns) refuse_undefined(source, *pattern, defined, expected);
  }
}

void refuse_undefined(TomlSource& source, const toml::value<std::string>& pattern,
                      const std::vector<std::string>& defined, std::string_view expected) {
  for (const std::string& name : references_in(pattern.get())) {
    if (source.is_full()) return;
    if (std::binary_search(defined.begin(), defined.end(), name)) continue;
    const std::string near = nearest(name, defined);
    source.refuse_in(pattern, offset_of_reference(pattern.get(), name),
                     "there is no concept @" + name + "; expected " +
                         (near.empty() ? std::string(expected) : "@" + near));
  }
}

std::shared_ptr<const Lexicon> read_lexicon(const std::filesystem::path& path) {
  auto lexicon = std::make_shared<Lexicon>();
  std::optional<std::string> bytes = read_source(path, lexicon->mistakes);
  if (!bytes) return lexicon;
  lexicon->digest = digest_of(*bytes);
  lexicon->source = TomlSource::parse(std::move(*bytes), path.string(), lexicon->mistakes);
  if (!lexicon->source) return lexicon;
  TomlSource& source = *lexicon->source;
  TableReader reader(source, source.root(), "a lexicon");
  const std::optional<std::string> id = reader.id("id", Need::optional);
  const std::string stem = path.stem().string();
  if (id && *id != stem) {
    reader.refuse("id", "`" + *id + "` is not the file's name", "`" + stem + "`");
  }
  reader.text("title");
  if (const toml::table* table = reader.subtable("concepts", Need::required)) {
    lexicon->concepts = read_concepts(source, *table);
    if (table->empty()) source.refuse(*table, "`concepts` is empty", "at least one concept");
  }
  reader.finish();
  std::vector<std::string> names;
  for (const Concept& each : lexicon->concepts) names.push_back(each.name);
  std::sort(names.begin(), names.end());
  refuse_undefined(source, lexicon->concepts, names,
                   "a concept of this lexicon, which uses no others");
  refuse_concept_cycles(source, lexicon->concepts);
  lexicon->mistakes = source.mistakes();
  return lexicon;
}

}  // namespace assay
