#include "topics.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "mentions.h"

namespace cap {
namespace {

using assay::Document;
using assay::TokenRange;
using assay::WordClass;

class Tracker {
 public:
  Tracker(const Document& document, std::vector<Mention> mentions)
      : document_(document),
        mentions_(std::move(mentions)),
        topics_(document.tokens().size(), Topic::none) {}

  std::vector<Topic> track() && {
    for (const assay::Sentence& sentence : document_.sentences()) {
      if (sentence.tokens.empty()) continue;
      enter_section(sentence.tokens.first);
      enter_block(sentence.block);
      if (!columns_.empty() && read_by_columns(sentence)) continue;
      read(sentence);
    }
    return std::move(topics_);
  }

 private:
  std::span<const Mention> in(TokenRange range) const {
    const auto first = [](const Mention& m) { return m.range.first; };
    const auto low = std::ranges::lower_bound(mentions_, range.first, {}, first);
    const auto high = std::ranges::lower_bound(low, mentions_.end(), range.last, {}, first);
    return {low, high};
  }

  // The names of a range without those of what is neither.
  std::vector<Mention> named_in(TokenRange range) const {
    std::vector<Mention> named;
    for (const Mention& mention : in(range)) {
      if (mention.topic != Topic::none) named.push_back(mention);
    }
    return named;
  }

  void fill(TokenRange range, Topic topic) {
    std::fill(topics_.begin() + range.first, topics_.begin() + range.last, topic);
  }

  void enter_section(std::uint32_t token) {
    std::uint32_t here = document_.section_of(token);
    if (here == section_) return;
    section_ = here;
    const assay::Section& section = document_.sections()[here];
    if (section.level != 7 || !goes_on(section.title)) current_ = Topic::none;
    for (; here != assay::kNone; here = document_.sections()[here].parent) {
      const auto title = named_in(document_.sections()[here].title);
      if (title.empty()) continue;
      current_ = title.front().topic;
      return;
    }
  }

  // "A:", "Why:", "Reason:": labels that go on with what was spoken of.
  bool goes_on(TokenRange title) const {
    static constexpr std::array<std::string_view, 9> kGoingOn = {
        "q", "a", "answer", "reason", "reasons", "because", "cost", "level", "choice"};
    const assay::Token& first = document_.tokens()[title.first];
    return has(first.classes, WordClass::interrogative) ||
           std::ranges::find(kGoingOn, document_.text(first)) != kGoingOn.end();
  }

  void enter_block(std::uint32_t index) {
    if (index == block_) return;
    block_ = index;
    const assay::Block& block = document_.blocks()[index];
    untold_ = block.tokens.first;
    if (block.kind != assay::BlockKind::table_row || block.ordinal == 0) columns_.clear();
    if (block.kind != assay::BlockKind::table_row || block.ordinal != 0) return;
    const auto cells = cells_of(block.tokens);
    bool both[3] = {};
    for (TokenRange cell : cells) {
      const auto named = named_in(cell);
      columns_.push_back(named.empty() ? Topic::none : named.front().topic);
      both[int(columns_.back())] = true;
    }
    if (!both[int(Topic::feature)] || !both[int(Topic::rival)]) columns_.clear();
  }

  std::vector<TokenRange> cells_of(TokenRange row) const {
    std::vector<TokenRange> cells;
    std::uint32_t begin = row.first;
    for (std::uint32_t i = row.first + 1; i < row.last; ++i) {
      if (document_.tokens()[i].gap != assay::Gap::bracket) continue;
      cells.push_back({begin, i});
      begin = i;
    }
    cells.push_back({begin, row.last});
    return cells;
  }

  // Columns are counted from the right: the header's first cell is often empty, and then missing.
  bool read_by_columns(const assay::Sentence& sentence) {
    const auto cells = cells_of(sentence.tokens);
    const std::size_t n = std::min(cells.size(), columns_.size());
    for (std::size_t i = 1; i <= n; ++i) {
      fill(cells[cells.size() - i], columns_[columns_.size() - i]);
    }
    return true;
  }

  void read(const assay::Sentence& sentence) {
    const auto named = named_in(sentence.tokens);
    if (named.empty()) {
      if (!in(sentence.tokens).empty()) current_ = Topic::none;
      fill(sentence.tokens, current_);
      return;
    }
    const bool row = document_.blocks()[sentence.block].kind == assay::BlockKind::table_row;
    const bool both =
        std::ranges::any_of(named, [&](const Mention& m) { return m.topic != named[0].topic; });
    if (row && cells_of(sentence.tokens)[0].last > named[0].range.first) {
      fill(sentence.tokens, named[0].topic);
    } else {
      read_clauses(sentence, named[0].topic);
    }
    if (points_back(sentence, named[0])) fill({untold_, sentence.tokens.first}, named[0].topic);
    current_ = both && in_one_clause(named) ? Topic::none : named.back().topic;
    untold_ = sentence.tokens.last;
  }

  bool in_one_clause(const std::vector<Mention>& named) const {
    return document_.tokens()[named.front().range.first].clause ==
           document_.tokens()[named.back().range.first].clause;
  }

  void read_clauses(const assay::Sentence& sentence, Topic first_named) {
    Topic topic = first_named;
    bool seen = false;
    for (std::uint32_t c = sentence.clauses.first; c < sentence.clauses.last; ++c) {
      const TokenRange clause = document_.clauses()[c].tokens;
      const auto named = named_in(clause);
      if (!named.empty()) {
        if (!seen && current_ != Topic::none && contrasts(clause)) {
          fill({sentence.tokens.first, clause.first}, current_);
        }
        seen = true;
        divide(clause, named);
        topic = named.back().topic;
      } else {
        fill(clause, topic);
      }
    }
  }

  // "it stops, but the dashboard ...": what stands before is about something else.
  bool contrasts(TokenRange clause) const {
    static constexpr std::array<std::string_view, 5> kContrast = {"but", "while", "whereas",
                                                                  "whilst", "yet"};
    const assay::Token& first = document_.tokens()[clause.first];
    if (first.gap == assay::Gap::stop || clause.first == 0) return false;
    if (std::ranges::find(kContrast, document_.text(first)) != kContrast.end()) return true;
    const std::uint32_t before = document_.tokens()[clause.first - 1].text_end;
    return document_.text().substr(before, first.text_begin - before).find(';') !=
           std::string_view::npos;
  }

  // "That is billing.", "That's the dashboard": it names what was told before.
  bool points_back(const assay::Sentence& sentence, const Mention& name) const {
    const std::string_view first = document_.text(document_.tokens()[sentence.tokens.first]);
    return (first == "that" || first == "this" || first == "that's") &&
           sentence.tokens.size() <= 6 && name.range.last == sentence.tokens.last;
  }

  // The topics of one clause that names at least one of the two.
  void divide(TokenRange clause, std::span<const Mention> named) {
    const bool name_comes_last = is_object(clause, named.front().range);
    std::size_t next = 0;
    Topic topic = named.front().topic;
    for (std::uint32_t i = clause.first; i < clause.last; ++i) {
      if (name_comes_last) {
        while (next < named.size() && named[next].range.last <= i) ++next;
        topic = named[std::min(next, named.size() - 1)].topic;
      } else {
        while (next < named.size() && named[next].range.first <= i) topic = named[next++].topic;
      }
      topics_[i] = topic;
    }
  }

  // "CP for billing", but not "for billing CP", "in the case of billing CP".
  bool is_object(TokenRange clause, TokenRange name) const {
    const auto is = [&](std::uint32_t token, WordClass word_class) {
      return has(document_.tokens()[token].classes, word_class);
    };
    std::uint32_t begin = clause.first;
    while (begin < name.first && is(begin, WordClass::conjunction)) ++begin;
    if (begin == name.first || is(begin, WordClass::preposition)) return false;
    for (std::uint32_t back = 1; back <= 2 && name.first >= begin + back; ++back) {
      if (is(name.first - back, WordClass::preposition)) return true;
    }
    return false;
  }

  const Document& document_;
  std::vector<Mention> mentions_;
  std::vector<Topic> topics_;
  std::vector<Topic> columns_;  // of a table whose header names both
  Topic current_ = Topic::none;
  std::uint32_t section_ = assay::kNone;
  std::uint32_t block_ = assay::kNone;
  std::uint32_t untold_ = 0;  // what stands from here on has not been named
};

}  // namespace

std::optional<Names> Names::read(assay::Arguments& arguments) {
  const auto feature = arguments.terms("feature");
  const auto rival = arguments.terms("rival");
  const auto neither = arguments.terms("neither", false);
  if (!feature || !rival) return {};
  return Names{*feature, *rival, neither};
}

std::vector<Topic> topics_of(const assay::Reading& reading, const Names& names) {
  return Tracker(reading.document(), mentions_of(reading, names)).track();
}

bool is_about(std::span<const Topic> topics, TokenRange range, Topic topic) {
  const auto words = topics.subspan(range.first, range.size());
  return std::ranges::all_of(words, [topic](Topic t) { return t == topic; });
}

}  // namespace cap
