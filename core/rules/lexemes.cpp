#include "rules/lexemes.h"

#include <algorithm>

#include "text/analyzer.h"

namespace assay {
namespace {

enum Family { kInflected, kExact, kJoined, kWildcard, kNumber };

template <typename Visit>
void for_each(const std::vector<std::pair<std::uint64_t, Lexeme>>& keys, std::uint64_t key,
              Visit visit) {
  for (auto it = std::lower_bound(keys.begin(), keys.end(), std::pair{key, Lexeme{0}});
       it != keys.end() && it->first == key; ++it) {
    visit(it->second);
  }
}

bool is_lead_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

// The word that a token is read as: "customer" where it is written "customer's".
std::string_view as_read(const Token& token, std::string_view text) {
  return text.ends_with("'s") && identity_of(text) != token.word ? text.substr(0, text.size() - 2)
                                                                 : text;
}

// 0 where `text` is more than one word.
std::uint64_t stem_of(std::string_view text) {
  if (const std::optional<PlainWord> word = analyze_word(text)) return word->stem;
  const Document document = analyze_plain(text);
  return document.tokens().size() == 1 ? document.tokens()[0].stem : 0;
}

bool one_letter(std::string_view text) {
  return std::count_if(text.begin(), text.end(), is_lead_byte) < 2;
}

}  // namespace

Lexeme Lexemes::of(const PatternElement& element) {
  using Type = PatternElement::Type;
  const bool word = element.type == Type::word;
  const Family family = element.type == Type::any_number ? kNumber
                        : element.type == Type::wildcard ? kWildcard
                        : element.exact                  ? kExact
                                                         : kInflected;
  const auto [it, added] = numbers_.try_emplace({family, element.text}, next_);
  if (!added) return it->second;
  const Lexeme lexeme = next_++;
  if (word) by_word_.emplace_back(element.word, lexeme);
  if (family == kNumber) any_number_ = lexeme;
  if (family == kWildcard) wildcards_.push_back({element.text, lexeme});
  if (family == kInflected && element.kind == TokenKind::word) {
    by_stem_.emplace_back(element.stem, lexeme);
    words_.emplace_back(element.text, lexeme);
  }
  return lexeme;
}

Lexeme Lexemes::joined(const PatternElement& first, const PatternElement& second) {
  for (const PatternElement* part : {&first, &second}) {
    if (part->type != PatternElement::Type::word || part->kind != TokenKind::word || part->exact ||
        one_letter(part->text)) {
      return kNoLexeme;
    }
  }
  const std::string text = first.text + second.text;
  const auto [it, added] = numbers_.try_emplace({kJoined, text}, next_);
  if (!added) return it->second;
  const Lexeme lexeme = next_++;
  if (const std::optional<PlainWord> word = analyze_word(text)) {
    by_word_.emplace_back(word->word, lexeme);
    by_stem_.emplace_back(word->stem, lexeme);
    return lexeme;
  }
  const Document document = analyze_plain(text);
  if (document.tokens().size() == 1) {
    by_word_.emplace_back(document.tokens()[0].word, lexeme);
    by_stem_.emplace_back(document.tokens()[0].stem, lexeme);
  }
  return lexeme;
}

Lexeme Lexemes::any_of(std::vector<Lexeme> members) {
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  if (members.size() == 1) return members[0];
  const auto [it, added] = choices_.try_emplace(members, next_);
  if (!added) return it->second;
  for (const Lexeme member : members) member_of_.emplace_back(member, next_);
  return next_++;
}

void Lexemes::seal() {
  numbers_.clear();
  choices_.clear();
  std::sort(by_word_.begin(), by_word_.end());
  std::sort(by_stem_.begin(), by_stem_.end());
  std::sort(member_of_.begin(), member_of_.end());
  std::sort(words_.begin(), words_.end());
  std::vector<std::u32string> letters;
  for (const auto& [text, lexeme] : words_) letters.push_back(spelling(text));
  typos_ = TypoIndex(letters);
  // There are as many tables as rubrics.
  by_word_.shrink_to_fit();
  by_stem_.shrink_to_fit();
  member_of_.shrink_to_fit();
  words_.shrink_to_fit();
}

void Lexemes::close(std::vector<Lexeme>& out, std::size_t begin) const {
  for (std::size_t i = begin, end = out.size(); i < end; ++i) {
    for_each(member_of_, out[i], [&](Lexeme choice) { out.push_back(choice); });
  }
  std::sort(out.begin() + std::ptrdiff_t(begin), out.end());
  out.erase(std::unique(out.begin() + std::ptrdiff_t(begin), out.end()), out.end());
}

void Lexemes::satisfied_by(const Token& token, std::string_view text,
                           std::vector<Lexeme>& out) const {
  const std::size_t begin = out.size();
  for_each(by_word_, token.word, [&](Lexeme lexeme) { out.push_back(lexeme); });
  if (token.kind == TokenKind::word) {
    for_each(by_stem_, token.stem, [&](Lexeme lexeme) { out.push_back(lexeme); });
  }
  if (token.kind != TokenKind::symbol) {
    for (const Wildcard& wildcard : wildcards_) {
      if (covers(wildcard.glob, text)) out.push_back(wildcard.lexeme);
    }
  }
  if (token.kind == TokenKind::number && any_number_ != kNoLexeme) out.push_back(any_number_);
  if (out.size() == begin && token.kind == TokenKind::word && !token.known) {
    typos_.find(text, out);
    for (std::size_t i = begin; i < out.size(); ++i) out[i] = words_[out[i]].second;
  }
  close(out, begin);
}

std::span<const std::pair<std::string, Lexeme>> Lexemes::beginning_with(
    std::string_view text) const {
  const auto first = std::upper_bound(words_.begin(), words_.end(), text,
                                      [](auto t, const auto& word) { return t < word.first; });
  const auto last = std::partition_point(
      first, words_.end(), [&](const auto& word) { return word.first.starts_with(text); });
  return {first, last};
}

bool Lexemes::begins_compound(const Token& token, std::string_view text) const {
  if (token.kind != TokenKind::word) return false;
  if (!beginning_with(as_read(token, text)).empty()) return true;
  return std::any_of(wildcards_.begin(), wildcards_.end(), [&](const Wildcard& wildcard) {
    return wildcard.glob[0] == '*' || wildcard.glob[0] == text[0];
  });
}

void Lexemes::satisfied_by(const Token& first, std::string_view first_text, const Token& second,
                           std::string_view second_text, std::vector<Lexeme>& out) const {
  if (first.kind != TokenKind::word || second.kind != TokenKind::word) return;
  const std::size_t begin = out.size();
  const std::string_view stem = as_read(first, first_text);
  for (const auto& [word, lexeme] : beginning_with(stem)) {
    const std::string_view rest = std::string_view(word).substr(stem.size());
    // What inflects keeps its first letter.
    if (rest[0] != second_text[0] || one_letter(rest)) continue;
    if (identity_of(rest) == second.word || stem_of(rest) == second.stem) out.push_back(lexeme);
  }
  for (const Wildcard& wildcard : wildcards_) {
    if (covers(wildcard.glob, first_text, second_text)) out.push_back(wildcard.lexeme);
  }
  close(out, begin);
}

bool covers(std::string_view glob, std::string_view first, std::string_view second) {
  const std::size_t size = first.size() + second.size();
  const auto at = [&](std::size_t i) {
    return i < first.size() ? first[i] : second[i - first.size()];
  };
  std::size_t g = 0, i = 0, star = std::string_view::npos, retry = 0;
  while (i < size) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      retry = i;
    } else if (g < glob.size() && glob[g] == at(i)) {
      ++g;
      ++i;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      i = ++retry;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

}  // namespace assay
