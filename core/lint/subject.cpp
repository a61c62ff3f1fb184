#include "lint/subject.h"

#include <algorithm>
#include <iterator>

namespace assay {
namespace {

namespace fs = std::filesystem;

std::optional<LintFile> file_of(std::string toml, const fs::path& path, Diagnostics& mistakes) {
  if (toml.starts_with("\xEF\xBB\xBF")) toml.erase(0, 3);
  std::unique_ptr<TomlSource> source = TomlSource::parse(toml, path.string(), mistakes);
  if (!source) return std::nullopt;
  std::optional<TomlSyntax> syntax = read_syntax(toml);
  if (!syntax) {
    mistakes.push_back({path.string(), 0, 0, "this file's TOML is too odd to be linted", {}, {}});
    return std::nullopt;
  }
  return LintFile{SourceText(std::move(toml), path.string()), std::move(source),
                  std::move(*syntax)};
}

// Empty where no folder has the lexicon.
fs::path find_lexicon(const LoadEnvironment& environment, const std::string& name) {
  for (const fs::path& folder : environment.lexicon_folders) {
    std::error_code error;
    fs::path path = folder / (name + ".toml");
    if (fs::exists(path, error)) return path;
  }
  return {};
}

LintLexicon* lexicon_at(LintBank& bank, const fs::path& path, Diagnostics& mistakes) {
  std::error_code error;
  for (const auto& known : bank.lexicons) {
    if (known->file.text.path() == path.string() ||
        fs::equivalent(known->file.text.path(), path, error)) {
      return known.get();
    }
  }
  std::optional<std::string> bytes = read_source(path, mistakes);
  std::optional<LintFile> file = bytes ? file_of(std::move(*bytes), path, mistakes) : std::nullopt;
  if (!file) return nullptr;
  std::vector<TermList> lists = lists_of_lexicon(file->source->root());
  bank.lexicons.push_back(std::make_unique<LintLexicon>(
      LintLexicon{path.stem().string(), std::move(*file), std::move(lists)}));
  return bank.lexicons.back().get();
}

}  // namespace

const TermList* LintRubric::concept_named(std::string_view name) const {
  const auto find_in = [&](const std::vector<TermList>& all) -> const TermList* {
    const auto found = std::find_if(all.begin(), all.end(), [&](const TermList& list) {
      return list.use == TermList::Use::concept_named && list.name == name;
    });
    return found == all.end() ? nullptr : &*found;
  };
  if (const TermList* own = find_in(lists)) return own;
  for (const LintLexicon* lexicon : lexicons) {
    if (const TermList* shared = find_in(lexicon->lists)) return shared;
  }
  return nullptr;
}

std::vector<const toml::table*> LintRubric::tables(std::string_view key) const {
  std::vector<const toml::table*> tables;
  const toml::node* node = root().get(key);
  if (const toml::array* array = node ? node->as_array() : nullptr) {
    for (const toml::node& element : *array) {
      if (element.is_table()) tables.push_back(element.as_table());
    }
  }
  return tables;
}

void LintBank::for_each_list(
    const std::function<void(const LintFile&, const LintRubric*, const LintLexicon*,
                             const TermList&)>& visit) const {
  for (const LintRubric& rubric : rubrics) {
    for (const TermList& list : rubric.lists) visit(rubric.file, &rubric, nullptr, list);
  }
  for (const auto& lexicon : lexicons) {
    if (!lexicon->asked) continue;
    for (const TermList& list : lexicon->lists) visit(lexicon->file, nullptr, lexicon.get(), list);
  }
}

bool add_rubric(LintBank& bank, const fs::path& path, Diagnostics& mistakes) {
  std::optional<std::string> bytes = read_source(path, mistakes);
  return bytes && add_rubric(bank, std::move(*bytes), path, mistakes);
}

bool add_rubric(LintBank& bank, std::string toml, const fs::path& path, Diagnostics& mistakes) {
  LintRubric added{{SourceText({}, {}), nullptr, {}},
                   parse_rubric(toml, path, bank.environment, mistakes),
                   {},
                   {}};
  if (!added.rubric) return false;
  std::optional<LintFile> file = file_of(std::move(toml), path, mistakes);
  if (!file) return false;
  added.file = std::move(*file);
  added.lists = lists_of_rubric(added.root());
  if (const toml::node* names = added.root().get("lexicons"); names && names->is_array()) {
    for (const toml::node& name : *names->as_array()) {
      const fs::path found = find_lexicon(bank.environment, name.value_or(std::string()));
      const LintLexicon* lexicon = lexicon_at(bank, found, mistakes);
      if (!lexicon) return false;
      added.lexicons.push_back(lexicon);
    }
  }
  bank.rubrics.push_back(std::move(added));
  return true;
}

bool add_lexicon(LintBank& bank, const fs::path& path, Diagnostics& mistakes) {
  const std::size_t before = mistakes.size();
  check_lexicon(path, mistakes);
  if (mistakes.size() > before) return false;
  LintLexicon* lexicon = lexicon_at(bank, path, mistakes);
  if (lexicon) lexicon->asked = true;
  return lexicon;
}

}  // namespace assay
