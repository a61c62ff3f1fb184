#include "rubric/vocabulary.h"

#include <algorithm>
#include <mutex>

#include "rubric/digest.h"

namespace assay {

// Lexicons by their paths.
class LexiconCache {
 public:
  std::shared_ptr<const Lexicon> get(const std::filesystem::path& path) {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<const Lexicon>& lexicon = lexicons_[path.lexically_normal().string()];
    if (!lexicon) lexicon = read_lexicon(path);
    return lexicon;
  }

  std::vector<std::filesystem::path> forget_changed() {
    const std::lock_guard lock(mutex_);
    std::vector<std::filesystem::path> changed;
    for (auto at = lexicons_.begin(); at != lexicons_.end();) {
      if (is_as_read(at->first, *at->second)) {
        ++at;
      } else {
        changed.emplace_back(at->first);
        at = lexicons_.erase(at);
      }
    }
    return changed;
  }

 private:
  static bool is_as_read(const std::string& path, const Lexicon& lexicon) {
    Diagnostics ignored;
    const std::optional<std::string> bytes = read_source(path, ignored);
    return bytes && lexicon.source && digest_of(*bytes) == lexicon.digest;
  }

  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Lexicon>> lexicons_;
};

std::shared_ptr<LexiconCache> make_lexicon_cache() { return std::make_shared<LexiconCache>(); }

std::vector<std::filesystem::path> forget_changed(LexiconCache& cache) {
  return cache.forget_changed();
}

namespace {

constexpr std::string_view kExtension = ".toml";

// The names of the lexicons to be had, sorted.
std::vector<std::string> available(const LoadEnvironment& environment) {
  std::vector<std::string> names;
  for (const std::filesystem::path& folder : environment.lexicon_folders) {
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
      if (entry->path().extension() == kExtension) names.push_back(entry->path().stem().string());
    }
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

// " in a, b": the folders that were searched.
std::string where_looked(const LoadEnvironment& environment) {
  if (environment.lexicon_folders.empty()) return ", nor any folder `lexicons`";
  std::string folders;
  for (const std::filesystem::path& folder : environment.lexicon_folders) {
    folders += (folders.empty() ? " in " : ", ") + folder.string();
  }
  return folders;
}

}  // namespace

void Vocabulary::use_lexicons(const std::vector<const toml::value<std::string>*>& names,
                              const LoadEnvironment& environment) {
  for (const auto* node : names) {
    const std::string& name = node->get();
    if (!is_id(name)) {
      rubric_.refuse(*node, "`" + name + "` is no name of a lexicon", expected_id(name));
      complete_ = false;
      continue;
    }
    std::filesystem::path path;
    for (const std::filesystem::path& folder : environment.lexicon_folders) {
      std::error_code error;
      path = folder / (name + std::string(kExtension));
      if (std::filesystem::exists(path, error)) break;
      path.clear();
    }
    if (path.empty()) {
      rubric_.refuse(*node, "there is no lexicon `" + name + "`" + where_looked(environment),
                     expected_name(name, available(environment)));
      complete_ = false;
      continue;
    }
    const std::shared_ptr<const Lexicon> lexicon =
        environment.lexicons ? environment.lexicons->get(path) : read_lexicon(path);
    if (environment.lexicon_used) environment.lexicon_used(path.lexically_normal());
    lexicons_.push_back(lexicon);
    complete_ = complete_ && lexicon->source;
    lexicon_mistakes_.insert(lexicon_mistakes_.end(), lexicon->mistakes.begin(),
                             lexicon->mistakes.end());
    for (const Concept& shared : lexicon->concepts) {
      const auto [entry, fresh] = concepts_.try_emplace(shared.name, Entry{&shared, name});
      if (!fresh) {
        rubric_.refuse(*node, "the lexicons `" + entry->second.lexicon + "` and `" + name +
                                  "` both define @" + shared.name);
      }
    }
  }
}

void Vocabulary::define(const toml::table& concepts) {
  own_ = read_concepts(rubric_, concepts);
  if (concepts.empty()) {
    rubric_.refuse(concepts, "`concepts` is empty", "at least one concept, or no such table");
  }
  for (Concept& own : own_) {
    const auto [entry, fresh] = concepts_.try_emplace(own.name, Entry{&own, {}});
    if (!fresh) {
      own.sound = false;
      rubric_.refuse(own.place,
                     "the lexicon `" + entry->second.lexicon + "` already defines @" + own.name,
                     "another name");
    }
  }
  refuse_concept_cycles(rubric_, own_);
}

TermSet Vocabulary::add(const std::vector<const toml::value<std::string>*>& patterns) {
  std::vector<std::string> texts;
  for (const auto* pattern : patterns) texts.push_back(pattern->get());
  used_patterns_.insert(used_patterns_.end(), patterns.begin(), patterns.end());
  if (const auto found = sets_.find(texts); found != sets_.end()) {
    added_.push_back(found->second);
    return found->second;
  }
  const TermSet set = builder_.add_set();
  added_.push_back(set);
  bool sound = true;
  for (const auto* pattern : patterns) {
    std::vector<PatternError> errors;
    builder_.add_pattern(set, pattern->get(), errors);
    refuse_pattern(rubric_, *pattern, errors);
    sound = sound && errors.empty();
  }
  // A faulty set is not shared: it is to be refused wherever it stands.
  if (sound) sets_.emplace(std::move(texts), set);
  return set;
}

const std::set<std::string>& Vocabulary::reachable() {
  if (reachable_) return *reachable_;
  std::set<std::string>& names = reachable_.emplace();
  std::vector<const toml::value<std::string>*> open = used_patterns_;
  while (!open.empty()) {
    const auto* pattern = open.back();
    open.pop_back();
    for (std::string& name : references_in(pattern->get())) {
      const auto found = concepts_.find(name);
      if (found == concepts_.end() || !names.insert(std::move(name)).second) continue;
      const auto& patterns = found->second.concept_read->patterns;
      open.insert(open.end(), patterns.begin(), patterns.end());
    }
  }
  return names;
}

void Vocabulary::mention(const toml::node& node, std::set<std::string>& names) const {
  if (const auto* string = node.as_string()) {
    for (std::string& name : mentioned_concepts(string->get())) names.insert(std::move(name));
  } else if (const auto* array = node.as_array()) {
    for (const toml::node& element : *array) mention(element, names);
  } else if (const auto* table = node.as_table()) {
    for (const auto& [key, value] : *table) mention(value, names);
  }
}

void Vocabulary::check() {
  // Where a lexicon is lost, who knows what it would have defined.
  if (complete_) {
    std::vector<std::string> defined;
    for (const auto& [name, entry] : concepts_) defined.push_back(name);
    constexpr std::string_view kExpected = "a concept of [concepts] or of a lexicon in `lexicons`";
    refuse_undefined(rubric_, own_, defined, kExpected);
    for (const auto* pattern : used_patterns_) {
      refuse_undefined(rubric_, *pattern, defined, kExpected);
    }
  }
  std::set<std::string> used = reachable();
  // What stands in a rule that was refused was not added, but is no less used for that.
  if (!rubric_.mistakes().empty()) mention(rubric_.root(), used);
  for (const Concept& own : own_) {
    if (own.sound && used.find(own.name) == used.end()) {
      rubric_.refuse(own.place, "no rule uses @" + own.name,
                     "a rule that says @" + own.name + ", or no such concept");
    }
  }
}

std::shared_ptr<const TermTable> Vocabulary::build() {
  for (const std::string& name : reachable()) {
    const TermSet set = builder_.add_set();
    builder_.name(set, name);
    const Concept& read = *concepts_.find(name)->second.concept_read;
    builder_.add_patterns(set, read.parsed->of(read.patterns));
  }
  return builder_.build();
}

std::uint64_t Vocabulary::digest(std::uint64_t digest) const {
  for (const std::shared_ptr<const Lexicon>& lexicon : lexicons_) {
    std::string bytes;
    for (int shift = 0; shift < 64; shift += 8) bytes += char(lexicon->digest >> shift & 0xFF);
    digest = digest_of(bytes, digest);
  }
  return digest;
}

}  // namespace assay
