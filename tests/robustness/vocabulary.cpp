// A rubric's own words.
#include <toml++/toml.h>

#include <cctype>
#include <filesystem>
#include <set>

#include "robustness/transformations.h"

namespace assay {
namespace {

using Words = std::set<std::string>;

// Reads the words of a term, and follows its concepts.
class Vocabulary {
 public:
  void add_concepts(const toml::table& file) {
    if (const toml::table* concepts = file["concepts"].as_table()) {
      for (const auto& [name, terms] : *concepts)
        concepts_.insert_or_assign(std::string(name), &terms);
    }
  }

  void take(const toml::node& node) {
    if (const auto* text = node.as_string()) {
      take(text->get());
    } else if (const toml::array* array = node.as_array()) {
      for (const toml::node& member : *array) take(member);
    } else if (const toml::table* table = node.as_table()) {
      for (const auto& [key, value] : *table) {
        if (!is_prose(key.str())) take(value);
      }
    }
  }

  std::string sorted() const {
    std::string out;
    for (const std::string& word : words_) out.append(word).append(" ");
    return out;
  }

 private:
  static bool is_prose(std::string_view key) {
    for (std::string_view prose : {"id", "says", "hint", "within", "standing", "kind", "regex"}) {
      if (key == prose) return true;
    }
    return false;
  }

  void take(std::string_view term) {
    for (std::size_t i = 0; i < term.size();) {
      const bool is_concept = term[i] == '@';
      std::size_t end = i + (is_concept ? 1 : 0);
      while (end < term.size() && (std::isalnum(static_cast<unsigned char>(term[end])) != 0 ||
                                   (is_concept && term[end] == '-'))) {
        ++end;
      }
      const std::string word(term.substr(i, end - i));
      if (is_concept) {
        follow(word.substr(1));
      } else if (!word.empty()) {
        words_.insert(word);
      }
      i = std::max(end, i + 1);
    }
  }

  void follow(const std::string& name) {
    const auto found = concepts_.find(name);
    if (found != concepts_.end() && followed_.insert(name).second) take(*found->second);
  }

  std::map<std::string, const toml::node*> concepts_;
  Words followed_;
  Words words_;
};

}  // namespace

std::string vocabulary_of(const std::string& rubric_file, const std::string& lexicon_folder) {
  const toml::table rubric = toml::parse_file(rubric_file);
  std::vector<toml::table> lexicons;
  if (const toml::array* names = rubric["lexicons"].as_array()) {
    for (const toml::node& name : *names) {
      lexicons.push_back(toml::parse_file(
          (std::filesystem::path(lexicon_folder) / (name.value_or<std::string>("") + ".toml"))
              .string()));
    }
  }
  Vocabulary vocabulary;
  for (const toml::table& lexicon : lexicons) vocabulary.add_concepts(lexicon);
  vocabulary.add_concepts(rubric);
  for (const char* part : {"criterion", "flaw"}) {
    if (const toml::node* rules = rubric.get(part)) vocabulary.take(*rules);
  }
  return vocabulary.sorted();
}

}  // namespace assay
