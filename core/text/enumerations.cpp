// Long rows of bare names inside a sentence: "WAL, binlog, redo, LSN, GTID, slots, ...". Whatever
// stands before or behind such a row, nothing is said of its members one by one.
#include "text/reading.h"

namespace assay {
namespace {

constexpr std::uint32_t kMembers = 8;        // of a row: fewer are the detail of a claim
constexpr std::uint32_t kLongestMember = 5;  // words of a member,
constexpr std::uint32_t kAverage = 3;        // and of all members on average, at most

bool says_something(const Reading& r, std::uint32_t i) {
  return r.kind(i) == TokenKind::symbol || r.is_auxiliary(i) || r.is(i, WordClass::modal) ||
         r.is(i, WordClass::pronoun) || r.is(i, WordClass::determiner) ||
         r.is(i, WordClass::preposition) || r.is(i, WordClass::negator) ||
         r.is(i, WordClass::conditional) || r.is(i, WordClass::interrogative) ||
         (r.is(i, WordTrait::third) && !r.is(i, WordTrait::noun) && r.gap(i + 1) < Gap::comma);
}

// The words of a bare name at [first, last); 0 where it says something. "and" or "or" may lead it
// in or join two names.
std::uint32_t words_of_member(const Reading& r, std::uint32_t first, std::uint32_t last) {
  std::uint32_t words = 0;
  for (std::uint32_t i = first; i < last; ++i) {
    const Lexeme l = r.lex(i);
    if (l == Lexeme::and_ || l == Lexeme::or_) continue;
    if (says_something(r, i)) return 0;
    // "write-ahead log" is two words here.
    if (r.gap(i) != Gap::hyphen && r.gap(i) != Gap::joiner) ++words;
  }
  return words <= kLongestMember ? words : 0;
}

class Row {
 public:
  explicit Row(Reading& reading) : r_(reading) {}

  void add(std::uint32_t first, std::uint32_t last, std::uint32_t words) {
    if (members_ == 0) begin_ = first;
    end_ = last;
    ++members_;
    words_ += words;
  }
  void finish() {
    if (members_ >= kMembers && words_ <= members_ * kAverage) {
      r_.lay(begin_, end_, Standing::unclaimed, kNone);
    }
    members_ = words_ = 0;
  }

 private:
  Reading& r_;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  std::uint32_t members_ = 0;
  std::uint32_t words_ = 0;
};

}  // namespace

void find_enumerations(Reading& r) {
  if (r.pieces() < kMembers) return;
  Row row(r);
  std::uint32_t member = r.first();  // where the piece under way begins
  for (std::uint32_t i = r.first() + 1; i <= r.last(); ++i) {
    const Gap gap = r.gap(i);
    if (i < r.last() && gap < Gap::comma) continue;
    const std::uint32_t words = words_of_member(r, member, i);
    if (words > 0) {
      row.add(member, i, words);
    } else {
      row.finish();
    }
    // A bracket or colon begins another row: what stands before it is a label or a claim.
    const bool semicolon = gap == Gap::colon && r.between(i).find(';') != std::string_view::npos;
    if (gap >= Gap::bracket && !semicolon) row.finish();
    member = i;
  }
  row.finish();
}

}  // namespace assay
