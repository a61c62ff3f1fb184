#include "text/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <vector>

#include "text/ascii.h"
#include "text/bullets.h"
#include "text/shield.h"

namespace assay {
namespace {

constexpr std::uint8_t kDeepestLevel = 255;

// Takes md4c's calls. A block is opened by its first text, for md4c says where blocks begin and end
// but not, in tight lists, what text belongs to no paragraph.
class Outliner {
 public:
  Outliner(std::string_view answer, std::string_view shielded, Outline& outline)
      : answer_(answer), shielded_(shielded), outline_(outline) {}

  void enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        containers_.push_back({false, 0, 0});
        ++quotes_;
        break;
      case MD_BLOCK_UL:
        lists_.push_back({0, static_cast<MD_BLOCK_UL_DETAIL*>(detail)->mark});
        break;
      case MD_BLOCK_OL:
        lists_.push_back({static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start, 0});
        ordered_.push_back(std::uint32_t(lists_.size()));
        break;
      case MD_BLOCK_LI: {
        List& list = lists_.back();
        containers_.push_back({true, list.next, list.bullet});
        if (!ordered_.empty() && ordered_.back() == lists_.size()) ++list.next;
        ++items_;
        break;
      }
      case MD_BLOCK_H:
        leaf_ = BlockKind::heading;
        level_ = std::uint8_t(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE:
        leaf_ = BlockKind::code;
        break;
      case MD_BLOCK_TABLE:
        row_ = 0;
        break;
      case MD_BLOCK_TR:
        leaf_ = BlockKind::table_row;
        cell_ = 0;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        if (cell_++ > 0) cell_edge();
        return;
      default:
        break;
    }
    open_ = false;
  }

  void leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        containers_.pop_back();
        --quotes_;
        break;
      case MD_BLOCK_OL:
        ordered_.pop_back();
        [[fallthrough]];
      case MD_BLOCK_UL:
        lists_.pop_back();
        break;
      case MD_BLOCK_LI:
        containers_.pop_back();
        --items_;
        break;
      case MD_BLOCK_TR:
        ++row_;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        return;
      default:
        break;
    }
    leaf_ = BlockKind::paragraph;
    open_ = false;
  }

  void enter_span(MD_SPANTYPE type, int step) {
    if (type == MD_SPAN_CODE) code_ += step;
    if (type == MD_SPAN_DEL) struck_ += step;
    if (type == MD_SPAN_STRONG) strong_ += step;
  }

  void text(MD_TEXTTYPE type, const char* text, std::size_t size) {
    if (type == MD_TEXT_SOFTBR) return line_break(PieceKind::soft_break);
    if (type == MD_TEXT_BR) {
      asked_break_ = true;
      return line_break(PieceKind::hard_break);
    }
    // What md4c makes up itself (a line end in code, the indentation before it) lies elsewhere.
    if (text < shielded_.data() || text >= shielded_.data() + shielded_.size()) {
      if (size > 0 && text[0] == '\n') line_break(PieceKind::hard_break);
      return;
    }
    const auto begin = std::uint32_t(text - shielded_.data());
    const auto end = std::uint32_t(begin + size);
    if (shielded_.data() == answer_.data()) return piece(begin, end);
    std::uint32_t from = begin;
    for (std::uint32_t i = begin; i < end; ++i) {
      const char c = shielded_[i];
      if (std::uint8_t(c) >= 0x20 || c == kShown || c == '\t' || c == '\n' || c == '\r') continue;
      if (c == '\v' || c == '\f') continue;
      piece(from, i);
      sign(Sign(c), i);
      from = i + 1;
    }
    piece(from, end);
  }

  // What md4c would say where there is no markup.
  void lines() {
    for (std::size_t begin = 0, next = 0; begin < answer_.size(); begin = next) {
      std::size_t end = std::min(answer_.find('\n', begin), answer_.size());
      next = end + 1;
      while (begin < end && is_ascii_blank(answer_[begin])) ++begin;
      while (begin < end && (is_ascii_blank(answer_[end - 1]) || answer_[end - 1] == '\r')) --end;
      if (begin == end) {
        open_ = false;
      } else {
        line_break(PieceKind::soft_break);
        piece(std::uint32_t(begin), std::uint32_t(end));
      }
    }
  }

 private:
  struct Container {
    bool item;
    std::uint32_t ordinal;
    char bullet;
  };
  struct List {
    std::uint32_t next;
    char bullet;
  };

  void sign(Sign sign, std::uint32_t at) {
    last_end_ = at;
    switch (sign) {
      case kBreak:
        line_break(PieceKind::hard_break);
        break;
      case kCell:
        cell_edge();
        break;
      case kRow:
        open_ = false;
        html_row_ = true;
        break;
      case kStruckOn:
        html_style_ |= kStruckStyle;
        break;
      case kStruckOff:
        html_style_ &= std::uint8_t(~kStruckStyle);
        break;
      case kQuoteOn:
        html_style_ |= kQuoteBlockStyle;
        break;
      case kQuoteOff:
        html_style_ &= std::uint8_t(~kQuoteBlockStyle);
        break;
      case kCodeOn:
        html_style_ |= kCodeStyle;
        break;
      case kCodeOff:
        html_style_ &= std::uint8_t(~kCodeStyle);
        break;
      case kStrongOn:
        html_style_ |= kStrongStyle;
        break;
      case kStrongOff:
        html_style_ &= std::uint8_t(~kStrongStyle);
        break;
      default:
        break;
    }
  }

  std::uint8_t style() const {
    std::uint8_t style = html_style_;
    if (code_ > 0 || leaf_ == BlockKind::code) style |= kCodeStyle;
    if (struck_ > 0) style |= kStruckStyle;
    if (strong_ > 0) style |= kStrongStyle;
    if (quotes_ > 0) style |= kQuoteBlockStyle;
    return style;
  }

  void piece(std::uint32_t begin, std::uint32_t end) {
    if (begin == end) return;
    if (!open_) {
      while (begin < end && is_ascii_blank(answer_[begin])) ++begin;
      if (begin == end) return;
      open();
    }
    const bool at_line = outline_.pieces.size() == outline_.blocks.back().first_piece ||
                         outline_.pieces.back().kind == PieceKind::soft_break ||
                         outline_.pieces.back().kind == PieceKind::hard_break;
    if (at_line) begin = start_line(begin, end);
    last_end_ = end;
    const std::uint8_t now = style();
    if (!outline_.pieces.empty()) {
      Piece& last = outline_.pieces.back();
      if (last.kind == PieceKind::text && last.end == begin && last.style == now && !at_line) {
        last.end = end;
        return;
      }
    }
    if (begin < end) outline_.pieces.push_back({begin, end, PieceKind::text, now});
  }

  // Looks for what Markdown does not know at a line's begin; returns where its text begins.
  std::uint32_t start_line(std::uint32_t begin, std::uint32_t end) {
    const BlockKind kind = outline_.blocks.back().kind;
    if (kind == BlockKind::code || kind == BlockKind::heading || kind == BlockKind::table_row) {
      return begin;
    }
    const bool first = outline_.pieces.size() == outline_.blocks.back().first_piece;
    if (!first && asked_break_ && answer_[begin] >= 'a' && answer_[begin] <= 'z') {
      outline_.pieces.back().kind = PieceKind::soft_break;  // blanks were left at a wrap
    }
    asked_break_ = false;
    if (code_ > 0 || shielded_[begin] == kDropped) return begin;
    const Bullet bullet = bullet_at(answer_.substr(begin, end - begin));
    if (bullet.length == 0) return begin;
    if (bullet.ordinal > 1 && !first && !continues(bullet.ordinal)) return begin;
    const auto level = std::uint8_t(std::min<std::size_t>(items_ + 1, kDeepestLevel));
    const BlockOutline item{BlockKind::list_item, level, bullet.ordinal,
                            std::uint32_t(outline_.pieces.size()), bullet.sign};
    if (first && kind == BlockKind::list_item) {
      outline_.blocks.back().ordinal = bullet.ordinal;
    } else if (first) {
      outline_.blocks.back() = item;
    } else {
      outline_.blocks.push_back(item);
    }
    return begin + bullet.length;
  }

  // Whether a number at a line's begin is the next one of a list, or follows a sentence's end.
  bool continues(std::uint32_t ordinal) const {
    if (outline_.blocks.back().ordinal + 1 == ordinal) return true;
    const Piece& line = outline_.pieces.back();
    return line.begin > 0 &&
           std::string_view(".:;!?").find(answer_[line.begin - 1]) != std::string_view::npos;
  }

  void open() {
    open_ = true;
    BlockOutline block{leaf_, 0, 0, std::uint32_t(outline_.pieces.size())};
    if (html_row_) {
      const bool more =
          !outline_.blocks.empty() && outline_.blocks.back().kind == BlockKind::table_row;
      block.kind = BlockKind::table_row;
      block.ordinal = more ? outline_.blocks.back().ordinal + 1 : 0;
    } else if (leaf_ == BlockKind::heading) {
      block.level = level_;
    } else if (leaf_ == BlockKind::table_row) {
      block.ordinal = row_;
    } else if (leaf_ == BlockKind::paragraph && !containers_.empty() && containers_.back().item) {
      block.kind = BlockKind::list_item;
      block.level = std::uint8_t(std::min<std::size_t>(items_, kDeepestLevel));
      block.ordinal = containers_.back().ordinal;
      block.bullet = containers_.back().bullet;
    } else if (leaf_ == BlockKind::paragraph &&
               (!containers_.empty() || (html_style_ & kQuoteBlockStyle) != 0)) {
      block.kind = BlockKind::quote;
    }
    html_row_ = false;
    outline_.blocks.push_back(block);
  }

  void line_break(PieceKind kind) {
    if (!open_) return;
    outline_.pieces.push_back({last_end_, last_end_, kind, 0});
  }
  void cell_edge() {
    if (!open_) return;
    outline_.pieces.push_back({last_end_, last_end_, PieceKind::cell_edge, 0});
  }

  const std::string_view answer_;
  const std::string_view shielded_;
  Outline& outline_;
  std::vector<Container> containers_;
  std::vector<List> lists_;
  std::vector<std::uint32_t> ordered_;  // depths of the open lists that are ordered
  std::size_t items_ = 0;
  int quotes_ = 0;
  int code_ = 0, struck_ = 0, strong_ = 0;
  std::uint8_t html_style_ = 0;
  bool html_row_ = false;
  bool open_ = false;  // whether text belongs to the last block
  bool asked_break_ = false;
  BlockKind leaf_ = BlockKind::paragraph;
  std::uint8_t level_ = 0;
  std::uint32_t row_ = 0;
  std::uint32_t cell_ = 0;
  std::uint32_t last_end_ = 0;
};

Outliner& self(void* outliner) { return *static_cast<Outliner*>(outliner); }

constexpr unsigned kFlags =
    MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTML;

const MD_PARSER kParser = {
    0,
    kFlags,
    [](MD_BLOCKTYPE type, void* detail, void* outliner) {
      self(outliner).enter(type, detail);
      return 0;
    },
    [](MD_BLOCKTYPE type, void*, void* outliner) {
      self(outliner).leave(type);
      return 0;
    },
    [](MD_SPANTYPE type, void*, void* outliner) {
      self(outliner).enter_span(type, 1);
      return 0;
    },
    [](MD_SPANTYPE type, void*, void* outliner) {
      self(outliner).enter_span(type, -1);
      return 0;
    },
    [](MD_TEXTTYPE type, const char* text, MD_SIZE size, void* outliner) {
      self(outliner).text(type, text, size);
      return 0;
    },
    nullptr,
    nullptr,
};

// Lists of "+" and of "-" that follow each other are pros and cons.
void title_pros_and_cons(std::string_view answer, Outline& outline) {
  auto& blocks = outline.blocks;
  const auto signed_item = [&](std::size_t b) {
    return blocks[b].kind == BlockKind::list_item &&
           (blocks[b].bullet == '+' || blocks[b].bullet == '-');
  };
  std::vector<std::size_t> titled;  // the first items of the lists that are titled
  std::size_t begin = 0;            // of the list of one sign before `b`
  for (std::size_t b = 1; b < blocks.size(); ++b) {
    if (!signed_item(b) || !signed_item(b - 1) || blocks[b].level != blocks[b - 1].level) {
      begin = b;
    } else if (blocks[b].bullet != blocks[b - 1].bullet) {
      if (titled.empty() || titled.back() != begin) titled.push_back(begin);
      titled.push_back(begin = b);
    }
  }
  if (titled.empty()) return;
  std::vector<Piece> pieces;
  std::size_t next = 0;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const std::uint32_t first = blocks[b].first_piece;
    const std::size_t last =
        b + 1 < blocks.size() ? blocks[b + 1].first_piece : outline.pieces.size();
    blocks[b].first_piece = std::uint32_t(pieces.size());
    if (next < titled.size() && titled[next] == b && first < last) {
      ++next;
      const std::uint32_t before = first > 0 ? outline.pieces[first - 1].end : 0;
      std::uint32_t at = outline.pieces[first].begin;
      while (at > before && std::string_view(" \t*_~`[").find(answer[at - 1]) != answer.npos) --at;
      if (at > before && answer[at - 1] == blocks[b].bullet) {
        const PieceKind kind = blocks[b].bullet == '+' ? PieceKind::pros : PieceKind::cons;
        pieces.push_back({at - 1, at, kind, 0});
      }
    }
    pieces.insert(pieces.end(), outline.pieces.begin() + first,
                  outline.pieces.begin() + std::ptrdiff_t(last));
  }
  outline.pieces.swap(pieces);
}

}  // namespace

void outline_markdown(std::string_view answer, std::string& copy, Outline& outline) {
  if (answer.empty()) return;
  const auto [shielded, markup] = shield(answer, copy);
  Outliner outliner(answer, shielded, outline);
  if (!markup) {
    outliner.lines();
  } else if (md_parse(shielded.data(), MD_SIZE(shielded.size()), &kParser, &outliner) != 0) {
    outline.clear();  // md4c found no memory
    outline_plain(answer, outline);
  }
  title_pros_and_cons(answer, outline);
}

void outline_plain(std::string_view words, Outline& outline) {
  outline.pieces.push_back({0, std::uint32_t(words.size()), PieceKind::text, 0});
  outline.blocks.push_back({BlockKind::paragraph, 0, 0, 0});
}

}  // namespace assay
