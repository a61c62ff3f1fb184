#include "text/tokenise.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "text/identity.h"
#include "text/labels.h"
#include "text/numbers.h"
#include "text/utf8.h"

namespace assay {
namespace {

constexpr std::uint32_t kLongestShaft = 32;  // of an arrow

enum Class : std::uint8_t {
  kOther,  // parts words like a blank
  kLetter,
  kDigit,
  kBlank,
  kHyphen,
  kJoiner,
  kDot,
  kColon,
  kEndMark,
  kQuote,
  kApostrophe,
  kComma,
  kBracket,
  kSymbol,
  kHigh,
};

constexpr auto kClass = [] {
  std::array<std::uint8_t, 256> table{};
  const auto set = [&](std::string_view characters, Class c) {
    for (const char character : characters) table[std::uint8_t(character)] = c;
  };
  for (int c = 'a'; c <= 'z'; ++c) table[c] = kLetter;
  for (int c = '0'; c <= '9'; ++c) table[c] = kDigit;
  for (int c = 0x80; c < 256; ++c) table[c] = kHigh;
  set(" \n", kBlank);
  set("-", kHyphen);
  set("_/\\@", kJoiner);
  set(".", kDot);
  set(":;", kColon);
  set("!?", kEndMark);
  set("\"", kQuote);
  set("'", kApostrophe);
  set(",", kComma);
  set("()[]{}|", kBracket);
  set("%$+=<>&#", kSymbol);
  return table;
}();

Class class_of(char c) { return Class(kClass[std::uint8_t(c)]); }
constexpr auto kInWord = [] {  // letters and digits of ASCII
  std::array<bool, 256> table{};
  for (int c = 0; c < 256; ++c) table[c] = kClass[c] == kLetter || kClass[c] == kDigit;
  return table;
}();
constexpr auto kMayGoOn = [] {  // what other characters a word can hold
  std::array<bool, 256> table{};
  for (int c = 0; c < 256; ++c) {
    table[c] = kClass[c] == kHigh || kClass[c] == kApostrophe || kClass[c] == kDot;
  }
  return table;
}();
bool is_of_letters(char c) { return class_of(c) == kLetter; }
bool is_of_digits(char c) { return class_of(c) == kDigit; }

void set_word(DocumentDraft& draft, Token& token, const Word& word) {
  draft.cues.back() = word.cues;
  token.word = word.word;
  token.stem = word.stem;
  token.classes = word.classes;
  token.known = word.known;
}

bool is_word_character(UChar32 c) {
  return c >= 0 && (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0);
}

}  // namespace

void Tokeniser::block(Layout::TextRange range) {
  const std::string& text = draft_.text;
  const std::uint32_t end = range.end;
  const std::size_t first = draft_.tokens.size();
  block_begin_ = range.begin;
  gap_ = Gap::stop;
  glued_stop_ = false;
  for (std::uint32_t i = range.begin; i < end;) {
    const char c = text[i];
    switch (class_of(c)) {
      case kLetter: {
        std::uint32_t last = i + 1;
        while (last < end && kInWord[std::uint8_t(text[last])]) ++last;
        if (last < end && kMayGoOn[std::uint8_t(text[last])]) last = word_end(i, end);
        word(i, last);
        i = last;
        break;
      }
      case kDigit:
        i = digits(i, end);
        break;
      case kHigh:
        i = beyond_ascii(i, end);
        break;
      case kHyphen:
        i = hyphens(i, end);
        break;
      case kDot:
        if (i + 1 < end && is_of_digits(text[i + 1]) &&
            (i == range.begin || !word_at(i - 1, end))) {
          i = digits(i, end);
          break;
        }
        if (i > range.begin && i + 1 < end && word_at(i + 1, end) && text[i - 1] != '.' &&
            class_of(text[i - 1]) != kBlank) {
          widen(Gap::joiner);
          glued_stop_ = true;
        } else {
          widen(i + 1 < end && class_of(text[i + 1]) == kLetter ? Gap::space : Gap::stop);
        }
        ++i;
        break;
      case kEndMark:
        if (c == '!' && i + 1 < end && text[i + 1] == '=') {
          widen(Gap::space);
          i += 2;
          break;
        }
        if (i + 1 < end && word_at(i + 1, end)) {  // "/list?after=5", "Why?Because"
          widen(Gap::joiner);
          glued_stop_ = i > range.begin && class_of(text[i - 1]) != kBlank;
        } else {
          widen(Gap::stop);
        }
        ++i;
        break;
      case kColon:
        // "02:00", "10:1"
        widen(i > range.begin && i + 1 < end && is_of_digits(text[i - 1]) &&
                      is_of_digits(text[i + 1])
                  ? Gap::joiner
                  : Gap::colon);
        ++i;
        break;
      case kSymbol:
        i = symbols(i, end);
        break;
      case kJoiner:
        widen(Gap::joiner);
        ++i;
        break;
      case kApostrophe:
      case kQuote:
        widen(Gap::quote);
        ++i;
        break;
      case kComma:
        widen(Gap::comma);
        ++i;
        break;
      case kBracket:
        widen(Gap::bracket);
        ++i;
        break;
      case kBlank:
      case kOther:
        widen(Gap::space);
        ++i;
        break;
    }
  }
  set_styles(first);
}

// Whether a letter or digit stands at `i`.
bool Tokeniser::word_at(std::uint32_t i, std::uint32_t end) const {
  const std::string& text = draft_.text;
  if ((text[i] & 0x80) == 0) return is_of_letters(text[i]) || is_of_digits(text[i]);
  while ((text[i] & 0xc0) == 0x80 && i > block_begin_) --i;
  return is_word_character(decode(std::string_view(text).substr(0, end), i).character);
}

std::uint32_t Tokeniser::word_end(std::uint32_t i, const std::uint32_t end) const {
  const std::string& text = draft_.text;
  const std::uint32_t begin = i;
  while (i < end) {
    while (kInWord[std::uint8_t(text[i])]) {
      if (++i == end) return i;
    }
    const bool digit = i > begin && is_of_digits(text[i - 1]);
    switch (class_of(text[i])) {
      case kHigh: {
        const Decoded decoded = decode(std::string_view(text).substr(0, end), i);
        if (!is_word_character(decoded.character)) return i;
        i += decoded.length;
        continue;
      }
      case kApostrophe:
        if (digit || i + 1 >= end || is_of_digits(text[i + 1]) || !word_at(i + 1, end)) return i;
        ++i;
        continue;
      case kDot:  // "v1.2", "p99.9"
        if (!digit || i + 1 >= end || !is_of_digits(text[i + 1])) return i;
        ++i;
        continue;
      default:
        return i;
    }
  }
  return i;
}

std::uint32_t Tokeniser::digits(std::uint32_t i, const std::uint32_t end) {
  const std::string_view rest = std::string_view(draft_.text).substr(i, end - i);
  const NumberExtent extent = number_extent(rest);
  const std::uint32_t last = i + extent.length;
  if (!extent.plain) {
    word(i, last);
    return last;
  }
  if (last + 2 <= end && is_of_letters(draft_.text[last])) {
    const std::string_view suffix = rest.substr(extent.length, 2);
    const bool ordinal = suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
    if (ordinal && (last + 2 == end || !word_at(last + 2, end))) {
      word(i, last + 2);
      return last + 2;
    }
  }
  number(i, last);
  return last;
}

std::uint32_t Tokeniser::hyphens(std::uint32_t i, const std::uint32_t end) {
  const std::string& text = draft_.text;
  std::uint32_t last = i;
  while (last < end && text[last] == '-') ++last;
  if (last < end && text[last] == '>') {
    symbol(i, last + 1);
    return last + 1;
  }
  const bool after_blank = i == block_begin_ || class_of(text[i - 1]) == kBlank;
  const bool before_blank = last == end || class_of(text[last]) == kBlank;
  if (after_blank && before_blank) {
    widen(Gap::colon);
  } else if (after_blank || before_blank) {
    widen(Gap::space);  // "--force", "pre- and post-"
  } else {
    widen(last - i == 1 ? Gap::hyphen : Gap::colon);
  }
  return last;
}

std::uint32_t Tokeniser::symbols(std::uint32_t i, const std::uint32_t end) {
  const std::string& text = draft_.text;
  const char c = text[i];
  const auto at = [&](std::uint32_t k) { return k < end ? text[k] : '\0'; };
  if (c == '=' || c == '<') {
    std::uint32_t last = i + 1;
    while ((at(last) == '-' || at(last) == '=') && last - i < kLongestShaft) ++last;
    const bool shaft = c == '=' || last > i + 1;
    if (shaft && at(last) == '>') {
      symbol(i, last + 1);
      return last + 1;
    }
    if (c == '<' && last > i + 1 && text[i + 1] == '-' && !is_of_digits(at(last))) {
      symbol(i, last);
      return last;
    }
  }
  std::uint32_t last = i;
  while (at(last) == c) ++last;
  if (last - i > 2) {  // a line drawn
    widen(Gap::space);
    return last;
  }
  for (; i < last; ++i) symbol(i, i + 1);
  return last;
}

std::uint32_t Tokeniser::beyond_ascii(std::uint32_t i, std::uint32_t end) {
  const auto [c, length] = decode(std::string_view(draft_.text).substr(0, end), i);
  if (is_word_character(c)) {
    const std::uint32_t last = word_end(i, end);
    word(i, last);
    return last;
  }
  if (c >= 0 && u_charType(c) == U_CURRENCY_SYMBOL) {
    symbol(i, i + length);
  } else if (c == 0x3002 || c == 0xff61) {
    widen(Gap::stop);
  } else if (c == 0x3001) {
    widen(Gap::comma);
  } else {
    widen(Gap::space);
  }
  return i + length;
}

void Tokeniser::word(std::uint32_t begin, std::uint32_t end) {
  const Word& word = words_.look_up(std::string_view(draft_.text).substr(begin, end - begin));
  const std::uint32_t split = word.split;
  set_word(draft_, emit(begin, split == 0 ? end : begin + split, TokenKind::word), word);
  if (word.mixed && !mixed_) draft_.flags.push_back("look-alikes");
  mixed_ |= word.mixed;
  if (split == 0) return;
  const Word& second = words_.second_word(word.second);
  set_word(draft_, emit(begin + split, end, TokenKind::word), second);
}

void Tokeniser::number(std::uint32_t begin, std::uint32_t end) {
  Token& token = emit(begin, end, TokenKind::number);
  token.word = number_identity(std::string_view(draft_.text).substr(begin, end - begin));
  token.stem = token.word;
}

void Tokeniser::symbol(std::uint32_t begin, std::uint32_t end) {
  std::string_view text = std::string_view(draft_.text).substr(begin, end - begin);
  // All forms of an arrow are one; a currency sign is several bytes, too.
  const bool is_arrow = text.size() > 1 && (text.front() == '<' || text.back() == '>');
  if (is_arrow) text = text.back() != '>' ? "<-" : text.front() == '<' ? "<->" : "->";
  Token& token = emit(begin, end, TokenKind::symbol);
  token.word = hash_word(text);
  token.stem = token.word;
}

Token& Tokeniser::emit(std::uint32_t begin, std::uint32_t end, TokenKind kind) {
  Token& token = draft_.tokens.emplace_back();
  draft_.cues.push_back(0);
  token.span = span_of(begin, end);
  token.text_begin = begin;
  token.text_end = end;
  token.kind = kind;
  token.known = true;
  token.gap = gap_;
  if (glued_stop_) {
    if (is_glued_stop(begin)) token.gap = Gap::stop;
    glued_stop_ = false;
  }
  gap_ = Gap::none;
  return token;
}

Span Tokeniser::span_of(std::uint32_t begin, std::uint32_t end) {
  if (end <= same_until_) return {begin + shift_, end + shift_};
  const auto& runs = draft_.runs;
  while (run_ + 1 < runs.size() && runs[run_ + 1].text_begin <= begin) ++run_;
  std::size_t last = run_;
  while (last + 1 < runs.size() && runs[last + 1].text_begin < end) ++last;
  const auto& a = runs[run_];
  const auto& b = runs[last];
  if (!a.folded) {
    same_until_ =
        run_ + 1 < runs.size() ? runs[run_ + 1].text_begin : std::uint32_t(draft_.text.size());
    shift_ = a.source_begin - a.text_begin;
  }
  return {a.folded ? a.source_begin : a.source_begin + (begin - a.text_begin),
          b.folded ? b.source_end : b.source_begin + (end - b.text_begin)};
}

// "It is late.So we wait": a capital after a full stop, where names are not in code. At the last
// token, whose gap is being found.
bool Tokeniser::is_glued_stop(std::uint32_t at) const {
  const auto index = std::uint32_t(draft_.tokens.size() - 1);
  if (gap_ != Gap::joiner || !is_capitalised(draft_, index)) return false;
  const auto style = std::upper_bound(
      layout_.styles.begin(), layout_.styles.end(), at,
      [](std::uint32_t position, const auto& change) { return position < change.at; });
  const bool in_code = style != layout_.styles.begin() && ((style - 1)->style & kCodeStyle) != 0;
  return !in_code && !is_capitalised(draft_, index - 1);
}

void Tokeniser::set_styles(std::size_t first) {
  const auto& styles = layout_.styles;
  auto& tokens = draft_.tokens;
  draft_.marks.resize(tokens.size());
  if (set_in_ == 0 && style_ == styles.size()) return;
  for (std::size_t t = first; t < tokens.size(); ++t) {
    while (style_ < styles.size() && styles[style_].at <= tokens[t].text_begin) {
      set_in_ = styles[style_++].style;
    }
    tokens[t].in_code = (set_in_ & kCodeStyle) != 0;
    draft_.marks[t] = std::uint8_t(((set_in_ & kStruckStyle) != 0 ? kStruckMark : 0) |
                                   ((set_in_ & kQuoteBlockStyle) != 0 ? kQuoteBlockMark : 0) |
                                   ((set_in_ & kStrongStyle) != 0 ? kStrongMark : 0));
  }
}

}  // namespace assay
