#include "text/sections.h"

#include <vector>

#include "text/labels.h"

namespace assay {
namespace {

constexpr std::uint8_t kBoldLevel = 6;
constexpr std::uint8_t kLabelLevel = 7;
constexpr std::uint32_t kLongestBoldTitle = 8;
constexpr std::uint32_t kLongestLabelInside = 3;  // of a label that does not begin its block

// With these words sentences begin that only go on after a colon: "No: it is late".
constexpr WordClasses kNoLabels =
    WordClasses(WordClass::determiner) | WordClasses(WordClass::pronoun) |
    WordClasses(WordClass::preposition) | WordClasses(WordClass::conjunction) |
    WordClasses(WordClass::auxiliary) | WordClasses(WordClass::modal) |
    WordClasses(WordClass::negator) | WordClasses(WordClass::interrogative) |
    WordClasses(WordClass::conditional) | WordClasses(WordClass::adverb);

class SectionFinder {
 public:
  explicit SectionFinder(DocumentDraft& draft) : draft_(draft) {}

  void run() {
    std::vector<Block> whole;
    whole.swap(draft_.blocks);
    draft_.blocks.reserve(whole.size());
    draft_.sections.push_back({{0, 0}, {0, token_count()}, kNone, 0});
    open_.push_back(0);
    for (const Block& block : whole) divide(block);
    while (open_.size() > 1) close(token_count());
  }

 private:
  std::uint32_t token_count() const { return std::uint32_t(draft_.tokens.size()); }

  void divide(Block block) {
    if (block.kind == BlockKind::heading) {
      begin_section(block.tokens, block.level);
      return add(block);
    }
    if (block.kind == BlockKind::code || block.kind == BlockKind::table_row) return add(block);
    if (block.kind == BlockKind::paragraph && is_bold_title(block)) {
      block.kind = BlockKind::heading;
      block.level = kBoldLevel;
      begin_section(block.tokens, kBoldLevel);
      return add(block);
    }
    const TokenRange tokens = block.tokens;
    const TokenRange sentences = block.sentences;
    for (std::uint32_t s = sentences.first; s < sentences.last; ++s) {
      const std::uint32_t first = draft_.sentences[s].tokens.first;
      const std::uint32_t length = label_at(block, first, first == tokens.first, tokens);
      if (length == 0) continue;
      if (s > block.sentences.first) {
        Block before = block;
        before.tokens.last = first;
        before.sentences.last = s;
        add(before);
        block.tokens.first = first;
        block.sentences.first = s;
      }
      begin_section({first, first + length}, kLabelLevel);
    }
    add(block);
  }

  void add(Block block) {
    block.section = open_.back();
    const auto index = std::uint32_t(draft_.blocks.size());
    for (std::uint32_t s = block.sentences.first; s < block.sentences.last; ++s) {
      draft_.sentences[s].block = index;
    }
    draft_.blocks.push_back(block);
  }

  void begin_section(TokenRange title, std::uint8_t level) {
    while (draft_.sections[open_.back()].level >= level) close(title.first);
    draft_.sections.push_back({title, {title.last, title.last}, open_.back(), level});
    open_.push_back(std::uint32_t(draft_.sections.size() - 1));
  }
  void close(std::uint32_t last) {
    draft_.sections[open_.back()].tokens.last = last;
    open_.pop_back();
  }

  bool is_strong(std::uint32_t token) const { return (draft_.marks[token] & kStrongMark) != 0; }

  bool is_bold_title(const Block& block) const {
    if (block.tokens.size() > kLongestBoldTitle || block.sentences.size() != 1) return false;
    for (std::uint32_t t = block.tokens.first; t < block.tokens.last; ++t) {
      if (!is_strong(t)) return false;
    }
    const SentenceEnd end = draft_.ends[block.sentences.first];
    return end == SentenceEnd::none || end == SentenceEnd::colon;
  }

  std::uint32_t label_at(const Block& block, std::uint32_t first, bool begins_block,
                         TokenRange tokens) const {
    if (begins_block && is_strong(first)) {
      std::uint32_t last = first;
      while (last < tokens.last && is_strong(last)) ++last;
      const bool ends = last == tokens.last ? block.kind == BlockKind::list_item
                                            : draft_.tokens[last].gap >= Gap::colon;
      if (ends && last - first <= kLongestBoldTitle) return last - first;
    }
    if (!begins_block &&
        (!is_capitalised(draft_, first) || (draft_.tokens[first].classes & kNoLabels) != 0)) {
      return 0;
    }
    const std::uint32_t text_end = tokens.last < token_count()
                                       ? draft_.tokens[tokens.last].text_begin - 1
                                       : std::uint32_t(draft_.text.size());
    const std::uint32_t length = label_length(draft_, first, tokens, text_end);
    return begins_block || length <= kLongestLabelInside ? length : 0;
  }

  DocumentDraft& draft_;
  std::vector<std::uint32_t> open_;  // the sections that are, outermost first
};

}  // namespace

void find_sections(DocumentDraft& draft) { SectionFinder(draft).run(); }

}  // namespace assay
