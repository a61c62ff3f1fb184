#include "text/normalise.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>
#include <cstring>
#include <stdexcept>

#include "text/ascii.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace assay {
namespace {

enum Ascii : std::uint8_t {
  kPlain,
  kAsciiBlank,
  kAsciiControl,
  kAmpersand,
  kBacktick,
  kBeyondAscii
};

constexpr auto kAscii = [] {
  std::array<std::uint8_t, 256> table{};
  for (int c = 0; c < 256; ++c)
    table[c] = c < 0x20 || c == 0x7f ? kAsciiControl : c < 0x80 ? kPlain : kBeyondAscii;
  for (const char c : {' ', '\t', '\n', '\r', '\v', '\f'}) table[int(c)] = kAsciiBlank;
  table['&'] = kAmpersand;
  table['`'] = kBacktick;
  return table;
}();

constexpr auto kLower = [] {
  std::array<char, 256> table{};
  for (int c = 0; c < 256; ++c) table[c] = char(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return table;
}();

// Bytes that are normalised at a time, or twice as many where no character has a boundary before
// it: marks are put in order by insertion.
constexpr std::uint32_t kEnoughAtATime = 256;

constexpr std::uint32_t kChunk = 16;
using Chunk __attribute__((vector_size(kChunk))) = std::uint8_t;

Chunk load(const char* p) {
  Chunk chunk;
  std::memcpy(&chunk, p, kChunk);
  return chunk;
}

// Whether kChunk bytes at `p` show as they are but for their case: none is special, and blanks
// stand alone before one that is none. Looks at one byte more.
bool is_plain_chunk(const char* p) {
  const Chunk c = load(p);
  const Chunk next = load(p + 1);
  const auto bad = ((c - 0x20) > 0x5e) | (c == '&') | (c == '`') | ((c == ' ') & (next <= ' '));
  std::uint64_t halves[2];
  std::memcpy(halves, &bad, kChunk);
  const bool may_end = p[kChunk - 1] != ' ' || kAscii[std::uint8_t(p[kChunk])] == kPlain;
  return (halves[0] | halves[1]) == 0 && may_end;
}

void lower_chunk(const char* from, char* to) {
  const Chunk c = load(from);
  const Chunk upper = Chunk((c - 'A') < 26);
  const Chunk lower = c + (upper & 32);
  std::memcpy(to, &lower, kChunk);
}

bool is_word_byte(char c) {
  const char lower = kLower[std::uint8_t(c)];
  return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

const icu::Normalizer2& nfkc_casefold() {
  static const icu::Normalizer2* const normalizer = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* n = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC_Casefold data");
    return n;
  }();
  return *normalizer;
}

class Normaliser {
 public:
  Normaliser(const Outline& outline, DocumentDraft& draft, Layout& layout)
      : outline_(outline),
        draft_(draft),
        layout_(layout),
        source_(draft.original),
        text_(draft.text) {}

  void run() {
    text_.resize(source_.size() + 64);
    const std::uint32_t pieces = std::uint32_t(outline_.pieces.size());
    for (std::size_t b = 0; b < outline_.blocks.size(); ++b) {
      const bool last = b + 1 == outline_.blocks.size();
      const std::uint32_t end = last ? pieces : outline_.blocks[b + 1].first_piece;
      block(outline_.blocks[b].first_piece, end);
    }
    close_run();
    text_.resize(size_);
    if (invalid_) draft_.flags.push_back("invalid-utf-8");
    if (hidden_) draft_.flags.push_back("hidden-characters");
  }

 private:
  enum class Pending : std::uint8_t { none, blank, block };

  void block(std::uint32_t first, std::uint32_t last) {
    pending_ = size_ == 0 ? Pending::none : Pending::block;
    block_begin_ = size_;
    line_ = kNoLine;
    started_ = false;
    for (std::uint32_t p = first; p < last; ++p) {
      const Piece& piece = outline_.pieces[p];
      switch (piece.kind) {
        case PieceKind::text:
          if (piece.style != style_) change_style(piece.style);
          text(piece.begin, piece.end);
          break;
        case PieceKind::soft_break:
        case PieceKind::hard_break:
          blank(piece.begin);
          line_ = piece.kind == PieceKind::hard_break ? kHardLine : kSoftLine;
          break;
        case PieceKind::pros:
        case PieceKind::cons:
          write(piece.kind == PieceKind::pros ? "pros" : "cons", piece.begin, piece.end);
          write(":", piece.end, piece.end);
          blank(piece.end);
          break;
        case PieceKind::cell_edge:
          if (!started_) break;
          blank(piece.begin);
          write("|", piece.begin, piece.end);
          blank(piece.end);
          break;
      }
    }
    if (!started_) block_begin_ = size_;
    layout_.blocks.push_back({block_begin_, size_});
    pending_ = Pending::none;
  }

  void change_style(std::uint8_t style) {
    style_ = style;
    layout_.styles.push_back({size_, style});
  }

  void text(std::uint32_t i, const std::uint32_t end) {
    reserve(end - i + 2);
    while (i < end) {
      switch (kAscii[std::uint8_t(source_[i])]) {
        case kPlain: {
          start(i);
          if (i - size_ != delta_ || folded_) open_run(i, i, false);
          i = plain(i, end);
          break;
        }
        case kAsciiBlank:
          blank(i++);
          break;
        case kAsciiControl:
          hide(i, i + 1, end);
          ++i;
          break;
        case kAmpersand: {
          const auto reference = character_reference(source_.substr(i, end - i));
          if (reference.length == 0) {
            write("&", i, i + 1);
            ++i;
          } else {
            character(reference.character, i, i + reference.length, end);
            i += reference.length;
          }
          break;
        }
        case kBacktick:
          accent("`", i, i + 1, end);
          ++i;
          break;
        default:
          i = beyond_ascii(i, end);
      }
      if (text_.size() - size_ < end - i + 2) reserve(end - i + 2);
    }
  }

  // Copies from a byte that shows as it is up to one that may not; returns where that is.
  std::uint32_t plain(std::uint32_t i, const std::uint32_t end) {
    const char* const from = source_.data();
    char* const to = text_.data() + size_ - i;
    const std::uint32_t begin = i;
    do {
      while (i + kChunk < end && is_plain_chunk(from + i)) {
        lower_chunk(from + i, to + i);
        i += kChunk;
      }
      while (i < end && kAscii[std::uint8_t(from[i])] == kPlain) {
        to[i] = kLower[std::uint8_t(from[i])];
        ++i;
      }
      // A blank that stands alone goes along.
      if (i + 1 >= end || from[i] != ' ' || kAscii[std::uint8_t(from[i + 1])] != kPlain) break;
      to[i++] = ' ';
    } while (true);
    size_ += i - begin;
    return i;
  }

  // At a byte over 0x7f; returns where to go on.
  std::uint32_t beyond_ascii(const std::uint32_t begin, const std::uint32_t end) {
    const std::string_view piece = source_.substr(0, end);
    Decoded decoded = decode(piece, begin);
    std::uint32_t i = begin + decoded.length;
    if (decoded.character < 0) {
      invalid_ = true;
      const char32_t meant = windows_punctuation(std::uint8_t(source_[begin]));
      if (meant != 0 && decoded.length == 1) {
        character(meant, begin, i, end);
      } else {
        write("\xef\xbf\xbd", begin, i);
      }
      return i;
    }
    if (folding_of(char32_t(decoded.character)).folding != Folding::none) {
      character(char32_t(decoded.character), begin, i, end);
      return i;
    }
    while (i < end && (source_[i] & 0x80) != 0) {
      decoded = decode(piece, i);
      if (decoded.character < 0) break;
      if (folding_of(char32_t(decoded.character)).folding != Folding::none) break;
      if (i - begin >= kEnoughAtATime && (i - begin >= 2 * kEnoughAtATime ||
                                          nfkc_casefold().hasBoundaryBefore(decoded.character))) {
        break;
      }
      i += decoded.length;
    }
    casefold(begin, i);
    return i;
  }

  // Valid UTF-8 without characters that have a folding of their own. It is normalised together with
  // the ASCII character before it, with which a combining mark may join.
  void casefold(std::uint32_t begin, const std::uint32_t end) {
    if (size_ > block_begin_ && pending_ == Pending::none && !folded_ && begin > 0 &&
        begin - size_ == delta_ && size_ > run_begin_ && is_word_byte(text_[size_ - 1]) &&
        (text_[size_ - 1] & 0x80) == 0) {
      --begin;
      --size_;
    }
    folded_text_.clear();
    edits_.reset();
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&folded_text_);
    nfkc_casefold().normalizeUTF8(0, {source_.data() + begin, std::int32_t(end - begin)}, sink,
                                  &edits_, status);
    if (U_FAILURE(status)) {
      write("\xef\xbf\xbd", begin, end);
      return;
    }
    for (auto edit = edits_.getFineIterator(); edit.next(status);) {
      const std::uint32_t at = begin + std::uint32_t(edit.sourceIndex());
      const std::string_view piece =
          std::string_view(folded_text_).substr(edit.destinationIndex(), edit.newLength());
      if (piece.empty()) continue;
      if (edit.hasChange()) {
        write(piece, at, at + std::uint32_t(edit.oldLength()));
      } else {
        copy(piece, at);
      }
    }
  }

  // One character that stands at source bytes [begin, end) in whatever form.
  void character(char32_t c, std::uint32_t begin, std::uint32_t end, std::uint32_t piece_end) {
    const CharacterFolding folding = folding_of(c);
    switch (folding.folding) {
      case Folding::text:
        if (c >= 0xbc && c <= 0xbe && after_digit(begin)) {
          write(folding.text.substr(1), begin, end);  // "1½" is 1.5
        } else {
          write(folding.text, begin, end);
        }
        return;
      case Folding::blank:
        // A blank that does not break groups digits: "10 000".
        if ((c == 0xa0 || c == 0x202f || c == 0x2009) && after_digit(begin) &&
            three_digits(end, piece_end)) {
          write(",", begin, end);
        } else {
          blank(begin);
        }
        return;
      case Folding::dash:
        blank(begin);
        write("-", begin, end);
        blank(end);
        return;
      case Folding::accent:
        accent("", begin, end, piece_end);
        return;
      case Folding::drop:
        return;
      case Folding::hidden:
        hide(begin, end, piece_end);
        return;
      case Folding::none:
        break;
    }
    if (c < 0x20 || c == 0x7f) {
      if (c < 0x20 && kAscii[c] == kAsciiBlank) return blank(begin);
      return hide(begin, end, piece_end);
    }
    folded_text_.clear();
    std::string bytes;
    icu::UnicodeString(UChar32(c)).toUTF8String(bytes);
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&folded_text_);
    nfkc_casefold().normalizeUTF8(0, bytes, sink, nullptr, status);
    if (U_SUCCESS(status) && !folded_text_.empty()) write(folded_text_, begin, end);
  }

  void accent(std::string_view otherwise, std::uint32_t begin, std::uint32_t end,
              std::uint32_t piece_end) {
    const bool inside = pending_ == Pending::none && size_ > block_begin_ &&
                        is_word_byte(text_[size_ - 1]) && end < piece_end &&
                        is_word_byte(source_[end]) && !is_ascii_digit(source_[end]);
    if (inside) {
      write("'", begin, end);
    } else if (!otherwise.empty()) {
      write(otherwise, begin, end);
    } else {
      blank(begin);
    }
  }

  void hide(std::uint32_t begin, std::uint32_t end, std::uint32_t piece_end) {
    const bool inside = pending_ == Pending::none && size_ > block_begin_ && begin > 0 &&
                        is_word_byte(text_[size_ - 1]) && is_word_byte(source_[begin - 1]) &&
                        end < piece_end && is_word_byte(source_[end]);
    hidden_ |= inside;
  }

  bool after_digit(std::uint32_t begin) const {
    return pending_ == Pending::none && size_ > block_begin_ && is_ascii_digit(text_[size_ - 1]) &&
           is_ascii_digit(source_[begin - 1]);
  }
  bool three_digits(std::uint32_t at, std::uint32_t end) const {
    if (end - at < 3) return false;
    for (int i = 0; i < 3; ++i) {
      if (!is_ascii_digit(source_[at + i])) return false;
    }
    return end - at == 3 || !is_ascii_digit(source_[at + 3]);
  }

  void blank(std::uint32_t at) {
    if (pending_ != Pending::none || !started_) return;
    pending_ = Pending::blank;
    blank_at_ = at;
  }

  // Before anything that shows is written: what was put off.
  void start(std::uint32_t at) {
    if (pending_ == Pending::none && line_ == kNoLine && started_) return;
    if (pending_ == Pending::block) {
      reserve(2);
      open_run(at, at, true);
      text_[size_++] = '\n';
      block_begin_ = size_;
    } else if (pending_ == Pending::blank) {
      reserve(2);
      if (blank_at_ - size_ != delta_ || folded_) open_run(blank_at_, blank_at_, false);
      text_[size_++] = ' ';
    }
    pending_ = Pending::none;
    if (line_ != kNoLine && started_) layout_.lines.push_back({size_, line_ == kHardLine});
    line_ = kNoLine;
    started_ = true;
  }

  // Text that stands for source bytes [begin, end) as a whole.
  void write(std::string_view bytes, std::uint32_t begin, std::uint32_t end) {
    start(begin);
    open_run(begin, end, true);
    append(bytes);
  }
  // Text that is the source from `begin` on.
  void copy(std::string_view bytes, std::uint32_t begin) {
    start(begin);
    if (begin - size_ != delta_ || folded_) open_run(begin, begin, false);
    append(bytes);
  }
  void append(std::string_view bytes) {
    reserve(std::uint32_t(bytes.size()));
    bytes.copy(text_.data() + size_, bytes.size());
    size_ += std::uint32_t(bytes.size());
  }

  void open_run(std::uint32_t begin, std::uint32_t end, bool folded) {
    close_run();
    draft_.runs.push_back({size_, begin, end, folded});
    run_begin_ = size_;
    delta_ = begin - size_;
    folded_ = folded;
  }
  void close_run() {
    if (draft_.runs.empty()) return;
    auto& run = draft_.runs.back();
    if (run.text_begin == size_) {
      draft_.runs.pop_back();  // the character before a combining mark was all of it
    } else if (!run.folded) {
      run.source_end = run.source_begin + (size_ - run.text_begin);
    }
  }

  void reserve(std::uint32_t n) {
    if (text_.size() - size_ < n) text_.resize(text_.size() + text_.size() / 2 + n);
  }

  enum Line : std::uint8_t { kNoLine, kSoftLine, kHardLine };

  const Outline& outline_;
  DocumentDraft& draft_;
  Layout& layout_;
  const std::string_view source_;
  std::string& text_;  // longer than size_ while this works
  std::uint32_t size_ = 0;
  std::uint32_t block_begin_ = 0;
  std::uint32_t blank_at_ = 0;
  std::uint32_t run_begin_ = 0;
  std::uint32_t delta_ = 0;  // of the open run: source position less text position, modulo 2^32
  bool folded_ = true;       // whether the open run is; true where there is none
  bool started_ = false;     // whether the block shows anything yet
  Pending pending_ = Pending::none;
  Line line_ = kNoLine;
  std::uint8_t style_ = 0;
  bool invalid_ = false;
  bool hidden_ = false;
  std::string folded_text_;
  icu::Edits edits_;
};

}  // namespace

void normalise(const Outline& outline, DocumentDraft& draft, Layout& layout) {
  Normaliser(outline, draft, layout).run();
}

}  // namespace assay
