#include "report/glyphs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "report/json_text.h"
#include "text/hex.h"
#include "text/utf8.h"

namespace assay {
namespace {

constexpr UChar32 kZeroWidthNonJoiner = 0x200C;
constexpr UChar32 kZeroWidthJoiner = 0x200D;
constexpr UChar32 kEmojiPresentation = 0xFE0F;

std::string escaped(UChar32 code, unsigned digits, std::string_view before,
                    std::string_view behind) {
  std::string form(before);
  append_hex(form, std::uint32_t(code), digits);
  return form += behind;
}

bool is_blank_byte(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Shown by no glyph of its own, or telling the terminal something.
bool must_be_escaped(UChar32 code) {
  switch (u_charType(code)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_SURROGATE:
    case U_PRIVATE_USE_CHAR:
    case U_UNASSIGNED:
      return true;
    default:
      return u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
  }
}

bool regional_indicator(UChar32 code) { return code >= 0x1F1E6 && code <= 0x1F1FF; }

// Joins the character before it into one glyph.
bool joins(UChar32 code) {
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return true;
    default:
      break;
  }
  if (u_hasBinaryProperty(code, UCHAR_EMOJI_MODIFIER)) return true;
  const int syllable = u_getIntPropertyValue(code, UCHAR_HANGUL_SYLLABLE_TYPE);
  return syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO;
}

unsigned columns(UChar32 code) {
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

class Scanner {
 public:
  explicit Scanner(std::string_view bytes) : bytes_(bytes) {}

  std::vector<Glyph> scan() {
    while (at_ < bytes_.size()) {
      if (is_blank_byte(bytes_[at_])) {
        blanks();
      } else if (const std::size_t size = valid_sequence(bytes_.substr(at_)); size == 0) {
        const auto byte = static_cast<unsigned char>(bytes_[at_]);
        add_escaped(escaped(byte, 2, "\\x", ""), 1);
      } else {
        character(size);
      }
    }
    return std::move(glyphs_);
  }

 private:
  void blanks() {
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && is_blank_byte(bytes_[at_])) ++at_;
    glyphs_.push_back({" ", begin, at_, 1, true});
    joinable_ = false;
  }

  void add_escaped(std::string form, std::size_t size) {
    const auto width = unsigned(form.size());
    glyphs_.push_back({std::move(form), at_, at_ + size, width, false});
    at_ += size;
    joinable_ = false;
  }

  void character(std::size_t size) {
    const UChar32 code = decode(bytes_, at_).character;
    const bool after_joiner = std::exchange(after_joiner_, false);
    const bool after_indicator = std::exchange(after_indicator_, false);
    if (joinable_ &&
        (joins(code) || after_joiner || (after_indicator && regional_indicator(code)))) {
      extend(size, code == kEmojiPresentation || regional_indicator(code) ? 2 : columns(code));
      return;
    }
    // Emoji sequences and scripts such as Persian need joiners; between Latin letters they hide.
    if (joinable_ && code == kZeroWidthJoiner && beyond_latin_) {
      after_joiner_ = true;
      extend(size, 1);
      return;
    }
    if (joinable_ && code == kZeroWidthNonJoiner && beyond_latin_) {
      extend(size, 1);
      return;
    }
    if (must_be_escaped(code)) {
      add_escaped(code < 0x100 ? escaped(code, 2, "\\x", "") : escaped(code, 4, "\\u{", "}"), size);
      return;
    }
    if (joins(code)) {  // with nothing to join: a mark that would move onto our own text
      add_escaped(escaped(code, 4, "\\u{", "}"), size);
      return;
    }
    glyphs_.push_back(
        {std::string(bytes_.substr(at_, size)), at_, at_ + size, columns(code), false});
    at_ += size;
    joinable_ = true;
    beyond_latin_ = code >= 0x250;
    after_indicator_ = regional_indicator(code);
  }

  void extend(std::size_t size, unsigned width) {
    Glyph& glyph = glyphs_.back();
    glyph.shown += bytes_.substr(at_, size);
    at_ += size;
    glyph.end = at_;
    glyph.width = std::max(glyph.width, width);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::vector<Glyph> glyphs_;
  bool joinable_ = false;      // the last glyph is a character that marks can join
  bool beyond_latin_ = false;  // ... and stands where joiners belong
  bool after_joiner_ = false;
  bool after_indicator_ = false;
};

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

void wrap_line(std::string_view line, unsigned width, std::vector<std::string>& lines) {
  const std::string indent(std::min<std::size_t>(indent_of(line), width / 3), ' ');
  std::string current = indent;
  auto used = unsigned(indent.size());
  bool has_words = false;

  const auto break_line = [&] {
    lines.push_back(std::move(current));
    current = indent;
    used = unsigned(indent.size());
    has_words = false;
  };
  const std::vector<Glyph> glyphs = glyphs_of(line.substr(indent_of(line)));
  for (std::size_t first = 0; first < glyphs.size();) {
    if (glyphs[first].blank) {
      ++first;
      continue;
    }
    std::size_t last = first;
    unsigned word = 0;
    for (; last < glyphs.size() && !glyphs[last].blank; ++last) word += glyphs[last].width;
    if (has_words && used + 1 + word > width) break_line();
    if (has_words) {
      current += ' ';
      ++used;
    }
    for (; first < last; ++first) {
      if (used + glyphs[first].width > width && used > indent.size()) break_line();
      current += glyphs[first].shown;
      used += glyphs[first].width;
      has_words = true;
    }
  }
  if (has_words || line.empty()) {
    lines.push_back(has_words ? std::move(current) : std::string());
  }
}

}  // namespace

std::vector<Glyph> glyphs_of(std::string_view bytes) { return Scanner(bytes).scan(); }

unsigned width_of(std::string_view bytes) {
  unsigned width = 0;
  for (const Glyph& glyph : glyphs_of(bytes)) width += glyph.width;
  return width;
}

std::string safe(std::string_view bytes) {
  std::string shown;
  for (const Glyph& glyph : glyphs_of(bytes)) shown += glyph.shown;
  return shown;
}

std::vector<std::string> wrap(std::string_view bytes, unsigned width) {
  std::vector<std::string> lines;
  while (bytes.ends_with('\n')) bytes.remove_suffix(1);
  for (;;) {
    const std::size_t end = bytes.find('\n');
    wrap_line(bytes.substr(0, end), width, lines);
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 1);
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

}  // namespace assay
