#include "text/sentences.h"

#include <algorithm>
#include <iterator>

#include "text/labels.h"

namespace assay {
namespace {

// Sorted. A full stop after one of these ends no sentence ...
constexpr std::string_view kAbbreviations[] = {"al", "approx", "ca",   "cf",  "dr", "eg",
                                               "eq", "ie",     "incl", "max", "mr", "mrs",
                                               "ms", "prof",   "st",   "viz", "vs", "resp"};
// ... after one of these only before a capital ...
constexpr std::string_view kBeforeSmall[] = {"am", "corp", "dept", "etc", "inc",
                                             "jr", "ltd",  "pm",   "sr"};
// ... and after one of these unless a number follows.
constexpr std::string_view kBeforeNumber[] = {"ch", "eq", "fig", "no",  "nr",  "nos",
                                              "p",  "pp", "ref", "sec", "tab", "vol"};
// What a letter names: "Option A. Then ..." has no initial.
constexpr std::string_view kLettered[] = {"approach", "case",   "choice", "design",  "item",
                                          "node",     "option", "plan",   "service", "step",
                                          "system",   "team",   "type",   "variant"};

template <std::size_t N>
bool holds(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Columns that have to be left on a line for its end to end a sentence before a small letter.
constexpr std::uint32_t kRoomBeforeSmall = 20;
// Columns of wrapped prose at least; shorter lines are those of a note.
constexpr std::uint32_t kNarrowest = 48;

// Words that a line ends in only where it is wrapped.
constexpr WordClasses kLeadsOn = WordClasses(WordClass::determiner) |
                                 WordClasses(WordClass::preposition) |
                                 WordClasses(WordClass::conjunction) |
                                 WordClasses(WordClass::auxiliary) | WordClasses(WordClass::modal);

bool may_be_letter(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }
bool is_closing(char c) { return c == ')' || c == ']' || c == '"' || c == '\'' || c == '}'; }

// "INSERT ... SELECT" leaves something out.
bool in_capitals(const DocumentDraft& draft, std::uint32_t token) {
  const Span span = draft.tokens[token].span;
  const std::string_view word = std::string_view(draft.original).substr(span.begin, span.size());
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

SentenceEnd end_in(std::string_view after) {
  SentenceEnd end = SentenceEnd::none;
  for (const char c : after) {
    if (c == '?') return SentenceEnd::question_mark;
    if (c == '!') end = SentenceEnd::exclamation_mark;
    if (c == '.' && end == SentenceEnd::none) end = SentenceEnd::period;
    if (c == ':' && end == SentenceEnd::none) end = SentenceEnd::colon;
  }
  return end;
}

}  // namespace

Gap gap_inside_sentence(std::string_view between) {
  Gap gap = Gap::none;
  const auto widen = [&](Gap wider) { gap = std::max(gap, wider); };
  const bool dashed = between.size() > 2 && between.find(" - ") != between.npos;
  for (std::size_t i = 0; i < between.size(); ++i) {
    switch (between[i]) {
      case '.':
        widen(i + 1 < between.size() && between[i + 1] == '.' ? Gap::comma : Gap::joiner);
        break;
      case '/':
      case '_':
      case '\\':
      case '@':
        widen(Gap::joiner);
        break;
      case '"':
      case '\'':
        widen(Gap::quote);
        break;
      case ',':
      case '!':
      case '?':
        widen(Gap::comma);
        break;
      case '(':
      case ')':
      case '[':
      case ']':
      case '{':
      case '}':
      case '|':
        widen(Gap::bracket);
        break;
      case ':':
      case ';':
        widen(Gap::colon);
        break;
      case '-':
        widen(between == "-" ? Gap::hyphen : dashed ? Gap::colon : Gap::space);
        break;
      default:
        widen(Gap::space);
        break;
    }
  }
  return gap;
}

TokenRange SentenceSplitter::block(BlockKind kind, TokenRange tokens, Layout::TextRange range) {
  const std::uint32_t first_sentence = std::uint32_t(draft_.sentences.size());
  measure_lines(range);
  std::uint32_t begin = tokens.first;
  draft_.tokens[begin].gap = Gap::stop;
  line_before(begin);
  for (std::uint32_t t = tokens.first + 1; t < tokens.last; ++t) {
    Token& token = draft_.tokens[t];
    const LineEnd line = line_before(t);
    if (line == LineEnd::none && token.gap != Gap::stop) continue;
    bool ends = false;
    if (kind == BlockKind::code) {
      ends = line != LineEnd::none && code_parts(t);
    } else if (kind != BlockKind::table_row) {
      ends = line == LineEnd::hard || (token.gap == Gap::stop && ends_before(t, begin)) ||
             (line == LineEnd::soft && line_parts(t, begin, tokens, range));
    }
    if (ends) {
      token.gap = Gap::stop;
      close({begin, t}, draft_.text_before(t));
      begin = t;
    } else if (token.gap == Gap::stop) {
      token.gap = gap_inside_sentence(draft_.text_before(t));
    }
  }
  const std::uint32_t end = draft_.tokens[tokens.last - 1].text_end;
  close({begin, tokens.last}, std::string_view(draft_.text).substr(end, range.end - end));
  return {first_sentence, std::uint32_t(draft_.sentences.size())};
}

void SentenceSplitter::close(TokenRange tokens, std::string_view after) {
  draft_.sentences.push_back({tokens, {}, std::uint32_t(draft_.blocks.size())});
  draft_.ends.push_back(end_in(after));
}

// Whether a line begins between the token and the one before it. REQUIRES: called for every token.
SentenceSplitter::LineEnd SentenceSplitter::line_before(std::uint32_t token) {
  LineEnd end = LineEnd::none;
  for (; line_ < layout_.lines.size(); ++line_) {
    if (layout_.lines[line_].at > draft_.tokens[token].text_begin) break;
    end = layout_.lines[line_].hard || end == LineEnd::hard ? LineEnd::hard : LineEnd::soft;
  }
  return end;
}

void SentenceSplitter::measure_lines(Layout::TextRange range) {
  std::uint32_t begin = range.begin;
  width_ = 0;
  for (std::size_t i = line_; i < layout_.lines.size() && layout_.lines[i].at <= range.end; ++i) {
    if (layout_.lines[i].at <= begin) continue;
    width_ = std::max(width_, layout_.lines[i].at - 1 - begin);
    begin = layout_.lines[i].at;
  }
  width_ = std::max(width_, range.end - begin);
}

bool SentenceSplitter::line_parts(std::uint32_t token, std::uint32_t sentence_begin,
                                  TokenRange tokens, Layout::TextRange range) const {
  const Token& first = draft_.tokens[token];
  const std::string_view before = draft_.text_before(token);
  if (first.kind == TokenKind::symbol) {
    return draft_.text_of(token).back() == '>' && draft_.text_of(token).size() > 1;
  }
  if (first.kind == TokenKind::number) {
    const std::string_view after = std::string_view(draft_.text).substr(first.text_end, 2);
    return first.text_end - first.text_begin <= 2 && (after == ". " || after == ") ");
  }
  const bool capital = is_capitalised(draft_, token);
  if (capital || end_in(before) != SentenceEnd::none || before.starts_with(';')) {
    if (label_length(draft_, token, tokens, range.end) > 0) return true;
  }
  if (before.starts_with(',')) return false;
  if (before.starts_with(':')) return true;
  // A wrap is where the next word did not fit.
  const std::uint32_t at = layout_.lines[line_ - 1].at;
  const std::uint32_t begin =
      line_ >= 2 ? std::max(layout_.lines[line_ - 2].at, range.begin) : range.begin;
  std::uint32_t word_end = at;
  while (word_end < range.end && draft_.text[word_end] != ' ') ++word_end;
  const bool fitted = word_end - begin <= width_;
  if ((fitted || width_ < kNarrowest) && is_asked_line(token, sentence_begin, range)) return true;
  if (!fitted) return false;
  if (capital) return true;
  const std::uint32_t room = std::max(kRoomBeforeSmall, width_ / 4);
  return width_ - (word_end - begin) >= room && (draft_.tokens[token - 1].classes & kLeadsOn) == 0;
}

// "should we use kafka?" in a line of its own: only that line is asked. REQUIRES: a line begins at
// the token.
bool SentenceSplitter::is_asked_line(std::uint32_t token, std::uint32_t sentence_begin,
                                     Layout::TextRange range) const {
  constexpr WordClasses kInverted =
      WordClasses(WordClass::auxiliary) | WordClasses(WordClass::modal);
  constexpr WordClasses kAsking = kInverted | WordClasses(WordClass::interrogative);
  const WordClasses classes = draft_.tokens[token].classes;
  if ((classes & kAsking) == 0 || (draft_.tokens[sentence_begin].classes & kAsking) != 0) {
    return false;
  }
  const bool inverted = (classes & kInverted) != 0;
  if ((draft_.tokens[token - 1].classes & kLeadsOn) != 0) return false;
  // "which arrive late" and "is new" go on with the line before, "is that enough" does not.
  const Lexeme first = lexeme_of(classes);
  const std::uint32_t next = token + 1;
  if (next >= draft_.tokens.size() || first == Lexeme::who || first == Lexeme::when) return false;
  const WordClasses after = draft_.tokens[next].classes;
  const bool subject = has(after, WordClass::pronoun) || has(after, WordClass::determiner) ||
                       lexeme_of(after) == Lexeme::there;
  if (inverted && !subject) return false;
  const std::uint32_t begin = layout_.lines[line_ - 1].at;
  const std::uint32_t end =
      line_ < layout_.lines.size() ? std::min(layout_.lines[line_].at, range.end) : range.end;
  return std::string_view(draft_.text).substr(begin, end - begin).find('?') !=
         std::string_view::npos;
}

bool SentenceSplitter::code_parts(std::uint32_t token) const {
  const std::string_view before = draft_.text_before(token);
  if (before.find(';') != std::string_view::npos) return true;
  const Span last = draft_.tokens[token - 1].span;
  const Span next = draft_.tokens[token].span;
  const std::string_view source = draft_.original.substr(last.end, next.begin - last.end);
  bool empty = false;
  for (const char c : source) {
    if (c == '\n' && empty) return true;
    if (c == '\n') empty = true;
    if (c != '\n' && c != ' ' && c != '\t' && c != '\r') empty = false;
  }
  return false;
}

bool SentenceSplitter::ends_before(std::uint32_t token, std::uint32_t sentence_begin) const {
  if (draft_.tokens[token - 1].in_code && draft_.tokens[token].in_code) return false;
  const std::string_view between = draft_.text_before(token);
  const bool capital = is_capitalised(draft_, token);
  const std::size_t mark = between.find_first_of("!?");
  if (mark != std::string_view::npos) {
    const std::size_t after = between.find_first_not_of("!?.", mark);
    const bool inside = after != std::string_view::npos && is_closing(between[after]);
    return !inside || capital;
  }
  const std::size_t dot = between.find('.');
  if (dot == std::string_view::npos) return true;  // a stop of another script
  if (between.substr(dot).starts_with("..")) {
    return capital && !(in_capitals(draft_, token - 1) && in_capitals(draft_, token));
  }
  return full_stop_ends(token, sentence_begin, between.substr(dot + 1));
}

// `after`: the text between a single full stop and the token.
bool SentenceSplitter::full_stop_ends(std::uint32_t token, std::uint32_t sentence_begin,
                                      std::string_view after) const {
  const std::uint32_t last = token - 1;
  const std::string_view word = draft_.text_of(last);
  const bool capital = is_capitalised(draft_, token);
  if (after.empty()) {  // "done.Then" and not "Node.js"
    return word.size() > 1 && draft_.tokens[last].known && draft_.tokens[token].known;
  }
  if (after[0] == ',' || after[0] == ';') return false;
  if (is_closing(after[0]) && after[0] != '"' && !capital) return false;
  const bool counted = last > sentence_begin && draft_.tokens[last - 1].kind == TokenKind::number;
  if (counted && capital) return true;                  // "800 ms. Then"
  if (draft_.tokens[last].kind == TokenKind::number) {  // "1. Use a key"
    return last != sentence_begin || word.size() > 2;
  }
  if (word.size() == 1 && may_be_letter(word[0]) && last > 0) {
    if (last > sentence_begin && draft_.tokens[last].gap == Gap::joiner &&
        draft_.text_of(last - 1).size() == 1 && draft_.text_before(last) == ".") {
      const char first = draft_.text_of(last - 1)[0];
      const bool example = (first == 'e' && word == "g") || (first == 'i' && word == "e");
      return !example && capital;
    }
  }
  if (word.size() == 1 && may_be_letter(word[0]) && word != "i" && is_capitalised(draft_, last) &&
      capital) {  // an initial: "E. F. Codd", "Edgar F. Codd"
    if (last == sentence_begin) return false;
    return !is_capitalised(draft_, last - 1) || holds(kLettered, draft_.text_of(last - 1));
  }
  if (holds(kAbbreviations, word)) return false;
  if (holds(kBeforeSmall, word)) return capital;
  if (holds(kBeforeNumber, word)) return draft_.tokens[token].kind != TokenKind::number;
  return true;
}

}  // namespace assay
