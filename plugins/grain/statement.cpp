#include "statement.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace grain {
namespace {

using assay::Document;
using assay::Gap;
using assay::Reading;
using assay::Token;
using assay::TokenKind;
using assay::TokenRange;
using assay::WordClass;

// A link stands this near to the row it ties: "a record | in the fact table | is".
constexpr std::uint32_t kLinkReach = 6;
// And the unit this near to the link: "per | article that was scanned on one receipt".
constexpr std::uint32_t kUnitReach = 10;

bool is_content(const Token& token) {
  constexpr auto kFunctionWords =
      std::uint32_t(WordClass::determiner) | std::uint32_t(WordClass::pronoun) |
      std::uint32_t(WordClass::preposition) | std::uint32_t(WordClass::conjunction) |
      std::uint32_t(WordClass::auxiliary) | std::uint32_t(WordClass::modal) |
      std::uint32_t(WordClass::negator) | std::uint32_t(WordClass::adverb) |
      std::uint32_t(WordClass::interrogative);
  return token.kind == TokenKind::word && (token.classes & kFunctionWords) == 0;
}

class Finder {
 public:
  Finder(const Reading& reading, const Vocabulary& vocabulary, std::vector<Statement>& out)
      : reading_(reading),
        document_(reading.document()),
        accepted_(vocabulary.accepted),
        rows_(reading.find(vocabulary.rows)),
        labels_(occurrences(vocabulary.labels)),
        links_(reading.find(vocabulary.links)),
        units_(occurrences(vocabulary.units)),
        vague_(occurrences(vocabulary.vague)),
        out_(out) {}

  void find_all() {
    const auto sentences = document_.sentences();
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
      const TokenRange sentence = sentences[i].tokens;
      state(assay::beginning_in(rows_, sentence), sentence, Unit::any);
      state(assay::beginning_in(labels_, sentence), sentence, Unit::known);
      if (i > 0) answer_to(sentences[i - 1].tokens, sentence);
    }
    std::ranges::sort(out_, {}, [](const Statement& s) { return cover(s.row, s.unit); });
  }

 private:
  enum class Unit { known, any };

  // Of terms that overlap ("one row", "row") the first speaks.
  void state(std::span<const TokenRange> rows, TokenRange sentence, Unit wanted) {
    std::uint32_t spoken = sentence.first;
    for (TokenRange row : rows) {
      if (row.first < spoken) continue;
      if (unit_after(row, sentence, wanted) || unit_before(row, sentence)) spoken = row.last;
    }
  }

  // "one row per order line", "each record is a scanned article", "grain: the order line"
  bool unit_after(TokenRange row, TokenRange sentence, Unit wanted) {
    for (TokenRange link :
         assay::beginning_in(links_, {row.first, std::min(row.last + kLinkReach, sentence.last)})) {
      if (link.last <= row.last && row.size() == 1) continue;
      if (accept_unit_after(
              TokenRange{std::max(link.first, row.last), std::max(link.last, row.last)}, row,
              sentence, wanted))
        return true;
    }
    return row.last < sentence.last && document_.tokens()[row.last].gap == Gap::colon &&
           accept_unit_after({row.last, row.last}, row, sentence, wanted);
  }

  // "every article on a receipt gets its own record"
  bool unit_before(TokenRange row, TokenRange sentence) {
    const std::uint32_t from =
        row.first > sentence.first + kUnitReach ? row.first - kUnitReach : sentence.first;
    const auto units = assay::beginning_in(units_, {from, row.first});
    for (auto unit = units.rbegin(); unit != units.rend(); ++unit) {
      if (unit->last > row.first) continue;
      if (!assay::beginning_in(links_, {unit->last, row.last}).empty()) {
        return accept({row, *unit, true});
      }
    }
    return false;
  }

  // "What is a row here? An article on a receipt." Only a known unit answers.
  void answer_to(TokenRange question, TokenRange answer) {
    if (question.empty() || answer.empty()) return;
    const bool asks =
        document_.standing_of({question.last - 1, question.last}) == assay::Standing::question;
    if (!asks) return;
    const auto rows = assay::beginning_in(rows_, question);
    const auto units = assay::beginning_in(units_, answer);
    if (rows.empty() || units.empty()) return;
    if (accepted_.has(document_.standing_of(units.front()))) {
      out_.push_back({rows.front(), units.front(), true});
    }
  }

  // The unit that begins at `from`: a known one within reach, else a noun phrase concrete enough.
  // A known unit may hold the link itself: "per order".
  bool accept_unit_after(TokenRange link, TokenRange row, TokenRange sentence, Unit wanted) {
    const std::uint32_t end = std::min(link.last + kUnitReach, sentence.last);
    const auto units = assay::beginning_in(units_, {link.first, end});
    if (!units.empty()) {
      // "per order line" holds the units "per order" and "order line": the one that goes further.
      TokenRange unit = units.front();
      for (TokenRange other : units) {
        if (other.first < unit.last && other.last > unit.last) unit = other;
      }
      return accept({row, unit, true});
    }
    if (wanted == Unit::known) return false;
    const auto unit = noun_phrase(link.last, end);
    return unit && accept({row, *unit, false});
  }

  // "a boarding pass that was scanned": opens with one, each or a number, goes on to the next
  // break and names something. Without the article, "each row is unique" would state a grain.
  std::optional<TokenRange> noun_phrase(std::uint32_t from, std::uint32_t end) const {
    const auto tokens = document_.tokens();
    if (from >= end) return {};
    static constexpr std::array<std::string_view, 5> kOpenings = {"a", "an", "one", "each",
                                                                  "every"};
    const bool opens =
        tokens[from].kind == TokenKind::number ||
        std::ranges::find(kOpenings, document_.text(tokens[from])) != kOpenings.end();
    if (!opens) return {};
    std::uint32_t last = from + 1;
    bool names_something = false;
    while (last < end && tokens[last].gap < Gap::comma) {
      const bool vague =
          std::ranges::any_of(vague_, [&](TokenRange range) { return range.contains(last); });
      const bool bare_letter = tokens[last].text_end - tokens[last].text_begin < 2;
      names_something |= is_content(tokens[last]) && !vague && !bare_letter;
      ++last;
    }
    if (!names_something) return {};
    return TokenRange{from, last};
  }

  bool accept(const Statement& statement) {
    if (!accepted_.has(document_.standing_of(statement.row)) ||
        !accepted_.has(document_.standing_of(statement.unit))) {
      return false;
    }
    out_.push_back(statement);
    return true;
  }

  std::span<const TokenRange> occurrences(std::optional<assay::TermSet> terms) const {
    return terms ? reading_.find(*terms) : std::span<const TokenRange>();
  }

  const Reading& reading_;
  const Document& document_;
  assay::StandingSet accepted_;
  std::span<const TokenRange> rows_;
  std::span<const TokenRange> labels_;
  std::span<const TokenRange> links_;
  std::span<const TokenRange> units_;
  std::span<const TokenRange> vague_;
  std::vector<Statement>& out_;
};

}  // namespace

Vocabulary Vocabulary::read(assay::Arguments& arguments) {
  Vocabulary vocabulary{};
  vocabulary.rows = arguments.terms("rows").value_or(assay::TermSet{});
  vocabulary.labels = arguments.terms("labels", false);
  vocabulary.links = arguments.terms("links").value_or(assay::TermSet{});
  vocabulary.units = arguments.terms("units", false);
  vocabulary.vague = arguments.terms("vague", false);
  vocabulary.accepted = arguments.standing();
  return vocabulary;
}

void find_statements(const Reading& reading, const Vocabulary& vocabulary,
                     std::vector<Statement>& out) {
  Finder(reading, vocabulary, out).find_all();
}

}  // namespace grain
