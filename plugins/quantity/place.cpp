#include "place.h"

#include <algorithm>
#include <charconv>

namespace quantity {

using assay::BlockKind;
using assay::Document;
using assay::Gap;
using assay::kNone;
using assay::TokenRange;

Reach Reach::read(assay::Arguments& arguments) {
  const std::string text = arguments.text("within", "sentence");
  Reach reach;
  if (text == "sentence") return reach;
  if (text == "clause") {
    reach.unit = Unit::clause;
    return reach;
  }
  if (text == "block") {
    reach.unit = Unit::block;
    return reach;
  }
  reach.unit = Unit::words;
  const auto end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, reach.words);
  const std::string_view rest(result.ptr, std::size_t(end - result.ptr));
  if (result.ec != std::errc() || (rest != " words" && rest != " word") || reach.words > 100) {
    arguments.refuse("within",
                     "no such distance; expected \"clause\", \"sentence\", \"block\" or \"N "
                     "words\", with N up to 100");
  }
  return reach;
}

TokenRange stretch_of(const Document& document, TokenRange amount, Reach reach) {
  const TokenRange sentence = document.sentences()[document.sentence_of(amount.first)].tokens;
  switch (reach.unit) {
    case Reach::Unit::clause:
      return cover(document.clauses()[document.tokens()[amount.first].clause].tokens,
                   document.clauses()[document.tokens()[amount.last - 1].clause].tokens);
    case Reach::Unit::sentence:
      return sentence;
    case Reach::Unit::block:
      return document.blocks()[document.block_of(amount.first)].tokens;
    case Reach::Unit::words:
      break;
  }
  return {amount.first - std::min(reach.words, amount.first - sentence.first),
          std::min(amount.last + reach.words + 1, sentence.last)};
}

std::uint32_t column_of(const Document& document, std::uint32_t token) {
  // Of an empty first cell the normalised view keeps nothing.
  constexpr std::uint32_t kLongest = 4096;  // bytes of a row that are looked at
  const std::string_view all = document.original();
  const std::uint32_t end = document.tokens()[token].span.begin;
  std::uint32_t column = 0;
  for (std::uint32_t at = end; at > 0 && end - at < kLongest && all[at - 1] != '\n'; --at) {
    if (all[at - 1] == '|') ++column;
  }
  return column;
}

namespace {

// Where a list's or table's first block is.
std::uint32_t first_like(const Document& document, std::uint32_t block) {
  const auto blocks = document.blocks();
  constexpr std::uint32_t kBack = 64;  // blocks looked back over
  for (std::uint32_t n = 0; n < kBack && block > 0; ++n) {
    if (blocks[block - 1].kind != blocks[block].kind) break;
    if (blocks[block].kind == BlockKind::table_row && blocks[block].ordinal == 0) break;
    --block;
  }
  return block;
}

// The tokens of a row's cell.
TokenRange cell(const Document& document, std::uint32_t block, std::uint32_t column) {
  const TokenRange row = document.blocks()[block].tokens;
  TokenRange found{};
  std::uint32_t here = column_of(document, row.first);
  for (std::uint32_t at = row.first; at < row.last && here <= column; ++at) {
    if (at > row.first) {
      const std::uint32_t end = document.tokens()[at - 1].span.end;
      const auto between = document.original().substr(end, document.tokens()[at].span.begin - end);
      here += std::uint32_t(std::count(between.begin(), between.end(), '|'));
    }
    if (here != column) continue;
    if (found.empty()) found.first = at;
    found.last = at + 1;
  }
  return found;
}

}  // namespace

std::vector<TokenRange> headings_of(const Document& document, std::uint32_t token) {
  std::vector<TokenRange> headings;
  const std::uint32_t block = document.block_of(token);
  const auto blocks = document.blocks();
  if (blocks[block].kind == BlockKind::table_row && blocks[block].ordinal > 0) {
    const std::uint32_t header = first_like(document, block);
    if (blocks[header].ordinal == 0) {
      const TokenRange title = cell(document, header, column_of(document, token));
      if (!title.empty()) headings.push_back(title);
    }
  } else if (blocks[block].kind == BlockKind::list_item) {
    const std::uint32_t first = first_like(document, block);
    if (first > 0 && blocks[first - 1].kind == BlockKind::paragraph) {
      const TokenRange last = blocks[first - 1].sentences;
      headings.push_back(document.sentences()[last.last - 1].tokens);
    }
  }
  const auto sections = document.sections();
  for (std::uint32_t section = blocks[block].section; section != kNone;
       section = sections[section].parent) {
    if (!sections[section].title.empty()) headings.push_back(sections[section].title);
  }
  return headings;
}

namespace {

std::uint32_t distance(TokenRange a, TokenRange b) {
  if (a.overlaps(b)) return 0;
  return a.first < b.first ? b.first - a.last : a.first - b.last;
}

}  // namespace

TokenRange beside(const assay::Reading& reading, TokenRange amount,
                  std::span<const TokenRange> terms, Reach reach) {
  const Document& document = reading.document();
  const TokenRange stretch = stretch_of(document, amount, reach);
  const auto here = assay::beginning_in(terms, stretch);
  const auto behind = std::lower_bound(here.begin(), here.end(), TokenRange{amount.first, 0});
  TokenRange best{};
  if (behind != here.end()) best = *behind;
  if (behind != here.begin() &&
      (best.empty() || distance(*std::prev(behind), amount) <= distance(best, amount))) {
    best = *std::prev(behind);
  }
  if (!best.empty()) return best;
  for (const TokenRange heading : headings_of(document, amount.first)) {
    const auto titles = assay::beginning_in(terms, heading);
    if (!titles.empty()) return titles.front();
  }
  return {};
}

bool belongs(const Document& document, std::span<const Amount> amounts, std::size_t index,
             std::span<const TokenRange> terms) {
  const TokenRange amount = amounts[index].range;
  const TokenRange sentence = document.sentences()[document.sentence_of(amount.first)].tokens;
  TokenRange around{sentence.first, amount.last};
  if (index > 0) around.first = std::max(around.first, amounts[index - 1].range.last);
  constexpr std::uint32_t kBehind = 3;
  const std::uint32_t end = index + 1 < amounts.size()
                                ? std::min(sentence.last, amounts[index + 1].range.first)
                                : sentence.last;
  while (around.last < end && around.last < amount.last + kBehind &&
         document.tokens()[around.last].gap < Gap::comma) {
    ++around.last;
  }
  return !assay::beginning_in(terms, around).empty();
}

assay::Standing standing_of(const Document& document, TokenRange amount) {
  const assay::Standing standing = document.standing_of(amount);
  if (standing != assay::Standing::negated) return standing;
  const std::uint32_t cue = document.clauses()[document.tokens()[amount.first].clause].cue;
  constexpr std::uint32_t kNear = 8;
  if (cue == kNone || cue >= amount.first || amount.first - cue > kNear) return standing;
  constexpr std::string_view kBeyond[] = {"than", "over",   "exceed", "exceeds", "above",
                                          "past", "beyond", "longer", "pass",    "later"};
  for (std::uint32_t at = cue; at < amount.first; ++at) {
    const std::string_view word = document.text(document.tokens()[at]);
    if (std::find(std::begin(kBeyond), std::end(kBeyond), word) != std::end(kBeyond)) {
      return document.standing_of({cue, amount.last});
    }
  }
  return standing;
}

std::string quoted(const Document& document, TokenRange range) {
  constexpr std::size_t kLongest = 80;  // bytes
  const auto tokens = document.tokens();
  const std::uint32_t begin = tokens[range.first].text_begin;
  std::string words(document.text().substr(begin, tokens[range.last - 1].text_end - begin));
  if (words.size() > kLongest) {
    std::size_t end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
    words.resize(end);
    words += " ...";
  }
  return '"' + words + '"';
}

assay::Match match_of(const assay::Rule* rule, std::vector<TokenRange> parts) {
  std::erase_if(parts, [](TokenRange range) { return range.empty(); });
  std::sort(parts.begin(), parts.end());
  assay::Match match{parts.front(), {}};
  for (const TokenRange part : parts) {
    match.range = cover(match.range, part);
    if (!match.parts.empty() && match.parts.back().range.overlaps(part)) {
      assay::Part& last = match.parts[match.parts.size() - 1];
      last.range = cover(last.range, part);
    } else {
      match.parts.push_back({part, rule});
    }
  }
  return match;
}

}  // namespace quantity
