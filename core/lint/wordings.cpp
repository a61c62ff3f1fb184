#include "lint/wordings.h"

#include <algorithm>
#include <string>

namespace assay {
namespace {

// Appends to each of `open` each of what `elements` stand for. False where there are too many.
bool extend(std::vector<Wording>& open, const PatternSequence& elements) {
  for (const PatternElement& element : elements) {
    if (element.branches.empty()) {
      for (Wording& wording : open) wording.push_back(&element);
      continue;
    }
    std::vector<Wording> all;
    if (element.type == PatternElement::Type::optional) all = open;
    for (const PatternSequence& branch : element.branches) {
      std::vector<Wording> taken = open;
      if (!extend(taken, branch)) return false;
      all.insert(all.end(), taken.begin(), taken.end());
    }
    if (all.size() > kMostWordings) return false;
    open = std::move(all);
  }
  return true;
}

// A glob that ends in its only '*' takes every form of a word if it takes the word short of its
// last letter, which is all that -s, -ed and -ing change.
bool globs(std::string_view glob, const PatternElement& word) {
  const std::string_view text = word.text;
  if (glob.find('*') + 1 != glob.size()) return word.exact && glob == text;
  const std::string_view prefix = glob.substr(0, glob.size() - 1);
  return text.starts_with(prefix) && (word.exact || prefix.size() < text.size());
}

}  // namespace

std::optional<std::vector<Wording>> wordings_of(const PatternSequence& pattern) {
  std::vector<Wording> open(1);
  if (!extend(open, pattern)) return std::nullopt;
  return open;
}

bool takes_in(const PatternElement& wide, const PatternElement& narrow) {
  switch (wide.type) {
    case PatternElement::Type::word:
      if (narrow.type != PatternElement::Type::word || narrow.kind != wide.kind) return false;
      if (wide.kind != TokenKind::word) return wide.text == narrow.text;
      if (wide.exact) return narrow.exact && wide.word == narrow.word;
      return wide.stem == narrow.stem && (narrow.exact || are_forms(wide.text, narrow.text));
    case PatternElement::Type::wildcard:
      if (narrow.type == PatternElement::Type::wildcard) return wide.text == narrow.text;
      return narrow.type == PatternElement::Type::word && narrow.kind == TokenKind::word &&
             globs(wide.text, narrow);
    case PatternElement::Type::any_word:
      return narrow.type == PatternElement::Type::any_word ||
             narrow.type == PatternElement::Type::any_number ||
             narrow.type == PatternElement::Type::wildcard ||
             (narrow.type == PatternElement::Type::word && narrow.kind != TokenKind::symbol);
    case PatternElement::Type::any_number:
      return narrow.type == PatternElement::Type::any_number ||
             (narrow.type == PatternElement::Type::word && narrow.kind == TokenKind::number);
    case PatternElement::Type::gap:
      return narrow.type == PatternElement::Type::gap && narrow.gap <= wide.gap;
    case PatternElement::Type::concept_ref:
      return narrow.type == PatternElement::Type::concept_ref && narrow.text == wide.text;
    default:
      return false;
  }
}

bool takes_in(const Wording& wide, const Wording& narrow) {
  return std::equal(wide.begin(), wide.end(), narrow.begin(), narrow.end(),
                    [](const auto* a, const auto* b) { return takes_in(*a, *b); });
}

bool forgives_as(const PatternElement& wide, const PatternElement& narrow) {
  if (wide.type != PatternElement::Type::wildcard && wide.type != PatternElement::Type::any_word)
    return true;
  return narrow.type != PatternElement::Type::word || narrow.exact ||
         narrow.kind != TokenKind::word;
}

bool are_forms(std::string_view a, std::string_view b) {
  for (std::string_view* word : {&a, &b}) {
    if (word->ends_with("'s")) word->remove_suffix(2);
  }
  if (a == b) return true;
  if (a.size() > b.size()) std::swap(a, b);
  const auto ends = [&](std::string_view stem, std::string_view ending) {
    return b.starts_with(stem) && b.substr(stem.size()) == ending;
  };
  // "stopped", "grepping"
  if (!a.empty() && b.size() > a.size() && b[a.size()] == a.back() && b.starts_with(a) &&
      (b.substr(a.size() + 1) == "ed" || b.substr(a.size() + 1) == "ing")) {
    return true;
  }
  for (const std::string_view ending : {"s", "es", "d", "ed", "ing", "n", "en"}) {
    if (ends(a, ending)) return true;
  }
  if (a.ends_with('e') && ends(a.substr(0, a.size() - 1), "ing")) return true;
  return a.ends_with('y') &&
         (ends(a.substr(0, a.size() - 1), "ies") || ends(a.substr(0, a.size() - 1), "ied"));
}

std::size_t begin_of_atom(const PatternElement& element) {
  return element.exact && element.offset > 0 ? element.offset - 1 : element.offset;
}

std::size_t end_of_atom(std::string_view pattern, std::size_t offset) {
  for (std::size_t at = offset; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') {
      ++at;
    } else if (std::string_view(" \t\n\r|)").find(pattern[at]) != std::string_view::npos) {
      return at;
    }
  }
  return pattern.size();
}

}  // namespace assay
