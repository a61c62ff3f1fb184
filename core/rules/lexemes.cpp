#include "rules/lexemes.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "text/analyzer.h"

namespace assay {
namespace {

enum Family : char { kInflected, kExact, kJoined, kWildcard, kNumber };

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

struct Lexemes::Asked {
  std::unordered_map<std::string, Lexeme> numbers;  // by family and text
  std::map<std::vector<Lexeme>, Lexeme> choices;
  std::vector<std::pair<std::string, Lexeme>> words;
};

void Lexemes::Index::seal() {
  std::sort(unsorted_.begin(), unsorted_.end());
  keys_.reserve(unsorted_.size());
  lexemes_.reserve(unsorted_.size());
  for (const auto& [key, lexeme] : unsorted_) {
    keys_.push_back(key);
    lexemes_.push_back(lexeme);
  }
  std::exchange(unsorted_, std::vector<std::pair<std::uint64_t, Lexeme>>());
}

template <typename Visit>
void Lexemes::Index::for_each(std::uint64_t key, Visit visit) const {
  const auto first = std::lower_bound(keys_.begin(), keys_.end(), key);
  for (auto at = first; at != keys_.end() && *at == key; ++at) {
    visit(lexemes_[std::size_t(at - keys_.begin())]);
  }
}

Lexeme Lexemes::number_of(char family, std::string_view text, bool& added) {
  if (!asked_) asked_ = std::make_shared<Asked>();
  std::string key(1, family);
  key += text;
  const auto [at, fresh] = asked_->numbers.try_emplace(std::move(key), next_);
  if ((added = fresh)) ++next_;
  return at->second;
}

Lexeme Lexemes::of(const PatternElement& element) {
  using Type = PatternElement::Type;
  const bool word = element.type == Type::word;
  const Family family = element.type == Type::any_number ? kNumber
                        : element.type == Type::wildcard ? kWildcard
                        : element.exact                  ? kExact
                                                         : kInflected;
  bool added = false;
  const Lexeme lexeme = number_of(family, element.text, added);
  if (!added) return lexeme;
  if (word) by_word_.add(element.word, lexeme);
  if (family == kNumber) any_number_ = lexeme;
  if (family == kWildcard) wildcards_.push_back({element.text, lexeme});
  if (family == kInflected && element.kind == TokenKind::word) {
    by_stem_.add(element.stem, lexeme);
    asked_->words.emplace_back(element.text, lexeme);
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
  bool added = false;
  const Lexeme lexeme = number_of(kJoined, text, added);
  if (!added) return lexeme;
  if (const std::optional<PlainWord> word = analyze_word(text)) {
    by_word_.add(word->word, lexeme);
    by_stem_.add(word->stem, lexeme);
    return lexeme;
  }
  const Document document = analyze_plain(text);
  if (document.tokens().size() == 1) {
    by_word_.add(document.tokens()[0].word, lexeme);
    by_stem_.add(document.tokens()[0].stem, lexeme);
  }
  return lexeme;
}

Lexeme Lexemes::any_of(std::vector<Lexeme> members) {
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
  if (members.size() == 1) return members[0];
  if (!asked_) asked_ = std::make_shared<Asked>();
  const auto [it, added] = asked_->choices.try_emplace(members, next_);
  if (!added) return it->second;
  for (const Lexeme member : members) member_of_.emplace_back(member, next_);
  return next_++;
}

void Lexemes::seal() {
  if (asked_) words_ = WordList(std::move(asked_->words));
  asked_.reset();
  typos_ = TypoIndex(words_);
  by_word_.seal();
  by_stem_.seal();
  std::sort(member_of_.begin(), member_of_.end());
  member_of_.shrink_to_fit();
}

void Lexemes::close(std::vector<Lexeme>& out, std::size_t begin) const {
  for (std::size_t i = begin, end = out.size(); i < end; ++i) {
    const Lexeme lexeme = out[i];
    for (auto at =
             std::lower_bound(member_of_.begin(), member_of_.end(), std::pair{lexeme, Lexeme{0}});
         at != member_of_.end() && at->first == lexeme; ++at) {
      out.push_back(at->second);
    }
  }
  std::sort(out.begin() + std::ptrdiff_t(begin), out.end());
  out.erase(std::unique(out.begin() + std::ptrdiff_t(begin), out.end()), out.end());
}

void Lexemes::satisfied_by(const Token& token, std::string_view text,
                           std::vector<Lexeme>& out) const {
  const std::size_t begin = out.size();
  by_word_.for_each(token.word, [&](Lexeme lexeme) { out.push_back(lexeme); });
  if (token.kind == TokenKind::word) {
    by_stem_.for_each(token.stem, [&](Lexeme lexeme) { out.push_back(lexeme); });
  }
  if (token.kind != TokenKind::symbol) {
    for (const Wildcard& wildcard : wildcards_) {
      if (covers(wildcard.glob, text)) out.push_back(wildcard.lexeme);
    }
  }
  if (token.kind == TokenKind::number && any_number_ != kNoLexeme) out.push_back(any_number_);
  if (out.size() == begin && token.kind == TokenKind::word && !token.known) {
    typos_.find(text, words_, out);
    for (std::size_t i = begin; i < out.size(); ++i) out[i] = words_.number(out[i]);
  }
  close(out, begin);
}

bool Lexemes::begins_compound(const Token& token, std::string_view text) const {
  if (token.kind != TokenKind::word) return false;
  const auto [first, last] = words_.beginning_with(as_read(token, text));
  if (first < last) return true;
  return std::any_of(wildcards_.begin(), wildcards_.end(), [&](const Wildcard& wildcard) {
    return wildcard.glob[0] == '*' || wildcard.glob[0] == text[0];
  });
}

void Lexemes::satisfied_by(const Token& first, std::string_view first_text, const Token& second,
                           std::string_view second_text, std::vector<Lexeme>& out) const {
  if (first.kind != TokenKind::word || second.kind != TokenKind::word) return;
  const std::size_t begin = out.size();
  const std::string_view stem = as_read(first, first_text);
  const auto [first_word, last_word] = words_.beginning_with(stem);
  for (std::uint32_t i = first_word; i < last_word; ++i) {
    const std::string_view rest = words_.text(i).substr(stem.size());
    // What inflects keeps its first letter.
    if (rest[0] != second_text[0] || one_letter(rest)) continue;
    if (identity_of(rest) == second.word || stem_of(rest) == second.stem) {
      out.push_back(words_.number(i));
    }
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
