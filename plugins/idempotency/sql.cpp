#include "sql.h"

#include <array>
#include <optional>
#include <string_view>

namespace idempotency {
namespace {

using assay::Document;
using assay::TokenRange;

constexpr std::uint32_t kLongest = 120;  // tokens of one statement

class Scanner {
 public:
  explicit Scanner(const Document& document)
      : document_(document), end_(std::uint32_t(document.tokens().size())) {}

  std::vector<Statement> scan() {
    std::vector<Statement> statements;
    std::uint32_t at = 0;
    while (at < end_) {
      if (const auto verb = verb_at(at)) {
        statements.push_back(read(*verb, at));
        at = statements.back().range.last;
      } else {
        ++at;
      }
    }
    return statements;
  }

 private:
  std::string_view word(std::uint32_t token) const {
    return token < end_ ? document_.text(document_.tokens()[token]) : std::string_view();
  }

  // Statements are written in capitals or stand in code; "delete from" in prose is prose.
  bool looks_like_sql(std::uint32_t token) const {
    const assay::Token& t = document_.tokens()[token];
    if (t.in_code) return true;
    for (char c : document_.original(t.span)) {
      if (c < 'A' || c > 'Z') return false;
    }
    return true;
  }

  std::optional<Verb> verb_at(std::uint32_t at) const {
    const std::string_view first = word(at);
    const std::string_view second = word(at + 1);
    if (first == "merge" && second == "into" && looks_like_sql(at)) return Verb::merge;
    if (first == "insert" && second == "overwrite") return Verb::insert_overwrite;
    if (first == "insert" && second == "into" && looks_like_sql(at)) return Verb::insert;
    if (first == "delete" && second == "from" && looks_like_sql(at)) return Verb::erase;
    if (first == "truncate" && looks_like_sql(at)) return Verb::truncate;
    return {};
  }

  Statement read(Verb verb, std::uint32_t at) const {
    Statement s{verb, {at, at}, {}, {}, {}};
    std::uint32_t i = at + 2;
    for (; i < end_ && i < at + kLongest; ++i) {
      if (verb_at(i) || document_.block_of(i) != document_.block_of(at)) break;
      const bool prose_again = document_.tokens()[i].gap == assay::Gap::stop &&
                               !document_.tokens()[i].in_code && !looks_like_sql(i);
      if (prose_again) break;
      const std::string_view here = word(i);
      if (here == "on" && s.verb == Verb::merge && s.key.empty()) s.key = from(i);
      if (here == "on" && s.verb == Verb::insert &&
          (word(i + 1) == "conflict" || word(i + 1) == "duplicate")) {
        s.verb = Verb::merge;
        s.key = from(i);
      }
      if ((here == "where" || here == "partition") && s.scope.empty()) s.scope = from(i);
      if (s.clock.empty()) s.clock = clock_at(i);
    }
    s.range.last = std::min(i, end_);
    return s;
  }

  TokenRange from(std::uint32_t token) const { return {token, std::min(token + 6, end_)}; }

  TokenRange clock_at(std::uint32_t i) const {
    static constexpr std::array<std::string_view, 5> kClocks = {"now", "getdate", "sysdate",
                                                                "today", "utcnow"};
    for (std::string_view clock : kClocks) {
      if (word(i) == clock) return {i, i + 1};
    }
    const std::string_view next = word(i + 1);
    if (word(i) == "current" && (next == "date" || next == "timestamp" || next == "time")) {
      return {i, i + 2};
    }
    return {};
  }

  const Document& document_;
  std::uint32_t end_;
};

}  // namespace

std::vector<Statement> find_statements(const Document& document) {
  return Scanner(document).scan();
}

}  // namespace idempotency
