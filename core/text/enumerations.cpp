// Long rows of bare names inside a sentence: "WAL, binlog, redo, LSN, GTID, slots, ...". Whatever
// stands before or behind such a row, nothing is said of its members one by one.
#include "text/reading.h"

namespace assay {
namespace {

constexpr std::uint32_t kMembers = 8;  // of a row: fewer are the detail of a claim
constexpr std::uint32_t kWords = 3;    // of a member, at most

bool says_something(const Reading& r, std::uint32_t i) {
  return r.kind(i) != TokenKind::word || r.is_auxiliary(i) || r.is(i, WordClass::modal) ||
         r.is(i, WordClass::pronoun) || r.is(i, WordClass::determiner) ||
         r.is(i, WordClass::preposition) || r.is(i, WordClass::negator) ||
         r.is(i, WordClass::conditional) || r.is(i, WordClass::interrogative) ||
         (r.is(i, WordTrait::third) && !r.is(i, WordTrait::noun));
}

// Whether tokens [first, last) are a bare name; "and" or "or" may lead it in.
bool is_member(const Reading& r, std::uint32_t first, std::uint32_t last) {
  if (r.lex(first) == Lexeme::and_ || r.lex(first) == Lexeme::or_) ++first;
  std::uint32_t words = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    if (says_something(r, i)) return false;
    // "write-ahead log" is two words here.
    if (r.gap(i) != Gap::hyphen && r.gap(i) != Gap::joiner) ++words;
  }
  return first < last && words <= kWords;
}

}  // namespace

void find_enumerations(Reading& r) {
  std::uint32_t row = r.first();     // where the row under way begins
  std::uint32_t members = 0;         // it has
  std::uint32_t member = r.first();  // where the member under way begins
  for (std::uint32_t i = r.first() + 1; i <= r.last(); ++i) {
    const Gap gap = r.gap(i);
    if (i < r.last() && gap < Gap::comma) continue;
    const bool bare = is_member(r, member, i);
    if (bare) {
      if (members == 0) row = member;
      ++members;
    }
    // A colon or semicolon begins another row, and what is no member ends one.
    if (!bare || gap >= Gap::colon || i == r.last()) {
      const std::uint32_t end = bare ? i : member;
      if (members >= kMembers) r.lay(row, end, Standing::unclaimed, kNone);
      members = 0;
    }
    member = i;
  }
}

}  // namespace assay
