#include "text/html.h"

#include <algorithm>
#include <iterator>

#include "text/ascii.h"
#include "text/shield.h"

namespace assay {
namespace {

constexpr std::size_t kLongestTag = 2000;

// What stands for a tag, padded to its length with kDropped. Every one fits the shortest tag of
// its names.
struct Tag {
  std::string_view name;
  std::string_view open;
  std::string_view close;
};

constexpr std::string_view kParagraph = "\n\n";
constexpr std::string_view kNothing = "";

// Sorted by name.
constexpr Tag kTags[] = {
    {"a", kNothing, kNothing},
    {"abbr", kNothing, kNothing},
    {"article", kParagraph, kParagraph},
    {"b", "\x12", "\x13"},
    {"blockquote", "\n\n\x0e", "\n\n\x0f"},
    {"body", kParagraph, kParagraph},
    {"br", "\x03", "\x03"},
    {"code", "\x10", "\x11"},
    {"dd", kParagraph, kParagraph},
    {"del", "\x06", "\x07"},
    {"div", kParagraph, kParagraph},
    {"dl", kParagraph, kParagraph},
    {"dt", kParagraph, kParagraph},
    {"em", kNothing, kNothing},
    {"font", kNothing, kNothing},
    {"footer", kParagraph, kParagraph},
    {"h1", "\n# ", kParagraph},
    {"h2", "\n## ", kParagraph},
    {"h3", "\n## ", kParagraph},
    {"h4", "\n## ", kParagraph},
    {"h5", "\n## ", kParagraph},
    {"h6", "\n## ", kParagraph},
    {"header", kParagraph, kParagraph},
    {"hr", kParagraph, kParagraph},
    {"html", kParagraph, kParagraph},
    {"i", kNothing, kNothing},
    {"img", kNothing, kNothing},
    {"ins", kNothing, kNothing},
    {"kbd", "\x10", "\x11"},
    {"li", "\n- ", kParagraph},
    {"main", kParagraph, kParagraph},
    {"mark", kNothing, kNothing},
    {"ol", kParagraph, kParagraph},
    {"p", kParagraph, kParagraph},
    {"pre", "\n\n\x10", "\x11\n\n"},
    {"q", kNothing, kNothing},
    {"s", "\x06", "\x07"},
    {"samp", "\x10", "\x11"},
    {"section", kParagraph, kParagraph},
    {"small", kNothing, kNothing},
    {"span", kNothing, kNothing},
    {"strike", "\x06", "\x07"},
    {"strong", "\x12", "\x13"},
    {"sub", kNothing, kNothing},
    {"sup", kNothing, kNothing},
    {"table", kParagraph, kParagraph},
    {"tbody", kParagraph, kParagraph},
    {"td", "\x04", kNothing},
    {"tfoot", kParagraph, kParagraph},
    {"th", "\x04", kNothing},
    {"thead", kParagraph, kParagraph},
    {"tr", "\n\n\x05", kParagraph},
    {"tt", "\x10", "\x11"},
    {"u", kNothing, kNothing},
    {"ul", kParagraph, kParagraph},
};
static_assert(std::is_sorted(std::begin(kTags), std::end(kTags),
                             [](const Tag& a, const Tag& b) { return a.name < b.name; }));
static_assert(std::all_of(std::begin(kTags), std::end(kTags), [](const Tag& tag) {
  return tag.open.size() <= tag.name.size() + 2 && tag.close.size() <= tag.name.size() + 3;
}));
static_assert(kBreak == 3 && kCell == 4 && kRow == 5 && kStruckOn == 6 && kStruckOff == 7 &&
              kQuoteOn == 0x0e && kQuoteOff == 0x0f && kCodeOn == 0x10 && kCodeOff == 0x11 &&
              kStrongOn == 0x12 && kStrongOff == 0x13);

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

// Whether `inside`, from a tag's name to its ">", can be attributes: name="value" or name=value,
// so that in "a <b and c> d" none is found.
bool is_attributes(std::string_view inside) {
  std::size_t i = 0;
  const auto skip_blanks = [&] {
    while (i < inside.size() && is_ascii_space(inside[i])) ++i;
  };
  for (skip_blanks(); i < inside.size(); skip_blanks()) {
    if (inside[i] == '/' && i + 1 == inside.size()) return true;
    const std::size_t name = i;
    while (i < inside.size() && (is_ascii_letter(inside[i]) || is_ascii_digit(inside[i]) ||
                                 inside[i] == '-' || inside[i] == ':' || inside[i] == '_')) {
      ++i;
    }
    if (i == name || i == inside.size() || inside[i] != '=') return false;
    ++i;
    if (i == inside.size()) return false;
    const char quote = inside[i];
    if (quote == '"' || quote == '\'') {
      i = inside.find(quote, i + 1);
      if (i == std::string_view::npos) return false;
      ++i;
    } else {
      while (i < inside.size() && !is_ascii_space(inside[i])) ++i;
    }
  }
  return true;
}

// Over what is dropped, line ends stay, for Markdown's sake.
void drop(std::string& copy, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (copy[i] != '\n' && copy[i] != '\r') copy[i] = kDropped;
  }
}

}  // namespace

std::size_t translate_html(std::string_view answer, std::size_t at, std::string& copy,
                           std::size_t& no_comment_from) {
  const std::string_view rest = answer.substr(at);
  if (rest.starts_with("<!--")) {
    if (at >= no_comment_from) return at;
    const std::size_t close = answer.find("-->", at + 2);
    if (close == std::string_view::npos) {
      no_comment_from = at;
      return at;
    }
    drop(copy, at, close + 3);
    return close + 3;
  }
  const bool closing = rest.size() > 1 && rest[1] == '/';
  const std::size_t name_begin = closing ? 2 : 1;
  char name[16];
  std::size_t n = 0;
  while (name_begin + n < rest.size() && n < sizeof name &&
         (is_ascii_letter(rest[name_begin + n]) || is_ascii_digit(rest[name_begin + n]))) {
    name[n] = lower(rest[name_begin + n]);
    ++n;
  }
  const std::string_view wanted(name, n);
  const Tag* tag =
      std::lower_bound(std::begin(kTags), std::end(kTags), wanted,
                       [](const Tag& t, std::string_view key) { return t.name < key; });
  if (tag == std::end(kTags) || tag->name != wanted) return at;
  const std::size_t inside = name_begin + n;
  const std::size_t end = rest.substr(0, kLongestTag).find_first_of("<>", inside);
  if (end == std::string_view::npos || rest[end] != '>') return at;
  if (!is_attributes(rest.substr(inside, end - inside))) return at;
  const std::string_view meaning = closing ? tag->close : tag->open;
  std::fill_n(copy.begin() + std::ptrdiff_t(at), end + 1, char(kDropped));
  meaning.copy(copy.data() + at, meaning.size());
  return at + end + 1;
}

}  // namespace assay
