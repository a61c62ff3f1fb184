#include "cues.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "vocabulary.h"

namespace flow {
namespace {

using assay::Document;
using assay::Gap;
using assay::Token;
using assay::TokenKind;
using assay::TokenRange;
using assay::WordClass;

constexpr std::uint32_t kObject = 4;  // words of what a verb moves, before where to

bool has_any(const Token& token, std::initializer_list<WordClass> classes) {
  return std::ranges::any_of(classes, [&](WordClass c) { return has(token.classes, c); });
}

bool opens_clause(const Document& document, std::uint32_t token) {
  return document.tokens()[token].gap >= Gap::comma;
}

// Whether a word that can be a noun is a verb here: "we stream it", "stores the", not "the event
// stream", "a serving store".
bool is_verb(const Document& document, std::uint32_t token, std::uint32_t end, bool after_name) {
  const auto tokens = document.tokens();
  const bool first = opens_clause(document, token);
  if (!first) {
    const Token& before = tokens[token - 1];
    if (has_any(before, {WordClass::determiner})) return false;
    if (has_any(before, {WordClass::pronoun, WordClass::auxiliary, WordClass::modal,
                         WordClass::adverb, WordClass::conjunction, WordClass::negator}) ||
        document.text(before) == "to") {
      return true;
    }
    if (has_any(before, {WordClass::preposition})) return false;
  }
  const bool inflected = document.text(tokens[token]).ends_with('s');
  if (first && inflected && tokens[token].gap == Gap::comma) return true;  // "..., counts and"
  if (end >= tokens.size() || opens_clause(document, end)) {
    // "Flink counts.", but not "..., Redis caches."
    const std::uint32_t begin = document.sentences()[document.sentence_of(token)].tokens.first;
    return after_name && inflected && token - begin <= 3 &&
           (end >= tokens.size() || tokens[end].gap == Gap::stop);
  }
  if (has_any(tokens[end], {WordClass::determiner, WordClass::pronoun, WordClass::preposition})) {
    return document.text(tokens[end]) != "of";
  }
  // "Redis holds current prices", not "Redis caches and"
  if (after_name && inflected) return !has_any(tokens[end], {WordClass::conjunction});
  if (!inflected) return false;
  // "feeds ClickHouse"; "hands totals to", "lands raw events in"
  if (!tokens[end].known) return true;
  for (std::uint32_t i = end + 1; i < tokens.size() && i < end + kObject; ++i) {
    if (opens_clause(document, i)) return false;
    if (has_any(tokens[i], {WordClass::preposition})) return document.text(tokens[i]) != "of";
  }
  return false;
}

// "reading from Kafka", "is writing", not "for processing", "stream processing".
bool is_participle(const Document& document, std::uint32_t token, std::uint32_t end,
                   bool after_name) {
  const auto tokens = document.tokens();
  if (after_name || opens_clause(document, token)) return true;
  const Token& before = tokens[token - 1];
  if (has_any(before, {WordClass::determiner})) return false;
  if (has_any(before, {WordClass::auxiliary, WordClass::adverb})) return true;
  if (end >= tokens.size() || opens_clause(document, end)) return false;
  return has_any(tokens[end], {WordClass::determiner, WordClass::pronoun, WordClass::preposition});
}

// "the next one", "next to"
bool is_sequence(const Document& document, std::uint32_t token, std::uint32_t end) {
  const auto tokens = document.tokens();
  if (document.text(tokens[token]) != "next") return true;
  if (end < tokens.size() && document.text(tokens[end]) == "to") return false;
  return opens_clause(document, token) || !has_any(tokens[token - 1], {WordClass::determiner});
}

// "(2)", "b)"
bool is_item_mark(const Document& document, std::uint32_t token) {
  const auto tokens = document.tokens();
  if (token + 1 >= tokens.size() || tokens[token + 1].gap != Gap::bracket) return false;
  if (tokens[token].gap < Gap::comma) return false;
  const std::string_view text = document.text(tokens[token]);
  if (text.size() != 1) return false;
  return (text[0] >= '2' && text[0] <= '9') || (text[0] >= 'b' && text[0] <= 'h');
}

// "First, ... Second, ...", "step 2: ..."
bool is_ordinal(const Document& document, std::uint32_t token) {
  static constexpr std::array<std::string_view, 9> kOrdinals = {
      "second", "third", "fourth", "fifth", "sixth", "secondly", "thirdly", "fourthly", "fifthly"};
  static constexpr std::array<std::string_view, 4> kSteps = {"step", "stage", "phase", "hop"};
  const auto tokens = document.tokens();
  if (tokens[token].gap < Gap::comma) return false;
  const std::string_view word = document.text(tokens[token]);
  if (std::ranges::find(kOrdinals, word) != kOrdinals.end()) return true;
  return tokens[token].gap == Gap::stop && std::ranges::find(kSteps, word) != kSteps.end() &&
         token + 1 < tokens.size() && tokens[token + 1].kind == TokenKind::number;
}

bool matches(const Phrase& phrase, std::span<const Token> tokens, std::uint32_t token) {
  if (token + phrase.words.size() > tokens.size()) return false;
  for (std::uint32_t i = 0; i < phrase.words.size(); ++i) {
    if (tokens[token + i].word != phrase.words[i]) return false;
    if (i > 0 && tokens[token + i].gap >= Gap::comma) return false;
  }
  return true;
}

// A bar or an arrow downwards between two parts, outside tables.
bool has_bar(const Document& document, std::uint32_t token) {
  static constexpr std::array<std::string_view, 4> kBars = {"|", "\xE2\x86\x93", "\xE2\xAC\x87",
                                                            "\xE2\x96\xBC"};
  if (token == 0) return false;
  const std::uint32_t begin = document.tokens()[token - 1].text_end;
  const std::uint32_t end = document.tokens()[token].text_begin;
  const std::string_view gap = document.text().substr(begin, end - begin);
  return gap.size() > 1 &&
         document.blocks()[document.block_of(token)].kind != assay::BlockKind::table_row &&
         std::ranges::any_of(kBars,
                             [&](std::string_view bar) { return gap.find(bar) != gap.npos; });
}

// "Sink: Redis", "sink = Redis"; "source: Kafka".
Senses role_sense(const Document& document, std::uint32_t token) {
  static constexpr std::array<std::string_view, 4> kSinks = {"sink", "target", "destination",
                                                             "output"};
  static constexpr std::array<std::string_view, 2> kSources = {"source", "input"};
  const auto tokens = document.tokens();
  if (token + 1 >= tokens.size()) return 0;
  const bool stands_for = tokens[token + 1].gap == Gap::colon ||
                          document.text(tokens[token + 1]) == "=" ||
                          document.text(tokens[token + 1]) == "is";
  if (!stands_for) return 0;
  const std::string_view word = document.text(tokens[token]);
  if (std::ranges::find(kSinks, word) != kSinks.end()) return Senses(Sense::moves);
  if (std::ranges::find(kSources, word) != kSources.end()) return Senses(Sense::fetches);
  return 0;
}

// ">" and all arrows to the right; "<-" and "<--", but not "<=".
Senses arrow_sense(std::string_view symbol) {
  if (symbol == ">") return Senses(Sense::arrow);
  if (symbol.size() < 2) return 0;
  const bool left = symbol.front() == '<';
  if (symbol.back() == '>') return left ? Senses(0) : Senses(Sense::arrow);
  return left && symbol.back() == '-' ? Senses(Sense::back) : Senses(0);
}

// The first word of an arrow's label: "--Debezium-->".
bool opens_label(const Document& document, std::uint32_t token) {
  const auto tokens = document.tokens();
  const std::string_view text = document.text();
  const std::uint32_t begin = tokens[token].text_begin;
  if (begin < 2 || text.substr(begin - 2, 2) != "--") return false;
  for (std::uint32_t i = token + 1; i < tokens.size() && i < token + 6; ++i) {
    if (arrow_sense(document.text(tokens[i])) != 0) return tokens[i].gap == Gap::none;
  }
  return false;
}

}  // namespace

Cues::Cues(const assay::Reading& reading, std::span<const TokenRange> names,
           std::optional<assay::TermSet> links, std::optional<assay::TermSet> reverse)
    : senses_(reading.document().tokens().size()), lengths_(senses_.size(), 1) {
  const Document& document = reading.document();
  const auto tokens = document.tokens();
  std::vector<bool> follows_name(tokens.size() + 1);
  for (const TokenRange name : names) follows_name[name.last] = true;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == TokenKind::symbol) {
      const std::string_view text = document.text(token);
      senses_[i] = arrow_sense(text);
      continue;
    }
    if (has_bar(document, i) || opens_label(document, i)) senses_[i] = Senses(Sense::arrow);
    if (is_ordinal(document, i) || is_item_mark(document, i)) senses_[i] = senses_[i] | Sense::then;
    senses_[i] = senses_[i] | role_sense(document, i);
    for (const Phrase& phrase : phrases_with(token.word)) {
      if (!matches(phrase, tokens, i)) continue;
      const auto end = std::uint32_t(i + phrase.words.size());
      if (phrase.gerund ? !is_participle(document, i, end, follows_name[i])
                        : phrase.noun_like && !is_verb(document, i, end, follows_name[i])) {
        continue;
      }
      if (flow::has(phrase.senses, Sense::then) && !is_sequence(document, i, end)) continue;
      senses_[i] = Senses(senses_[i] | phrase.senses);
      lengths_[i] = std::uint8_t(end - i);
      i = end - 1;
      break;
    }
  }
  if (links) mark(reading.find(*links), Sense::moves);
  if (reverse) mark(reading.find(*reverse), Sense::fetches);
}

void Cues::mark(std::span<const TokenRange> places, Sense sense) {
  for (const TokenRange place : places) {
    std::fill(senses_.begin() + place.first, senses_.begin() + place.last, Senses(0));
    senses_[place.first] = Senses(sense);
    lengths_[place.first] = std::uint8_t(std::min(place.size(), 60u));
  }
}

}  // namespace flow
