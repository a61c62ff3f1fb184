#include "amounts.h"

#include <algorithm>

#include "idioms.h"
#include "measure.h"

namespace quantity {
namespace {

using assay::Gap;

class Reader {
 public:
  explicit Reader(const Lexed& lexed) : lexed_(lexed) {}

  std::vector<Amount> all() {
    for (std::uint32_t at = 0; at < lexed_.size();) {
      const std::optional<Amount> amount = read(at);
      if (!amount) {
        ++at;
        continue;
      }
      at = std::max(amount->range.last, at + 1);
      if (continues(*amount)) {
        amounts_.back().low += amount->low;
        amounts_.back().high += amount->high;
        amounts_.back().range.last = amount->range.last;
      } else {
        amounts_.push_back(*amount);
        share_unit();
      }
    }
    return std::move(amounts_);
  }

 private:
  std::optional<Amount> read(std::uint32_t at) const {
    if (lexed_.is_number(at) ? lexed_.barred(at) : lexed_.word(at) == nullptr) return std::nullopt;
    if (const auto amount = money_first(lexed_, at)) return amount;
    if (const auto amount = idiom_at(lexed_, at)) return amount;
    const auto number = numeral_at(lexed_, at);
    return number ? measured(lexed_, *number) : std::nullopt;
  }

  // "2h30m", "5 minutes and 30 seconds"
  bool continues(const Amount& next) const {
    if (amounts_.empty()) return false;
    const Amount& last = amounts_.back();
    if (last.dimension != Dimension::duration || next.dimension != Dimension::duration)
      return false;
    if (last.per != Per{} || last.bare || next.bare || last.interval || next.interval) return false;
    if (last.low != last.high || next.low != next.high) return false;
    if (!lexed_.is_number(next.range.first) && last.range.last == next.range.first) return false;
    const bool side_by_side =
        last.range.last == next.range.first && lexed_.token(next.range.first).gap <= Gap::space;
    const bool joined = last.range.last + 1 == next.range.first &&
                        lexed_.is(last.range.last, "and") && lexed_.follows(last.range.last) &&
                        lexed_.follows(next.range.first);
    if (!side_by_side && !joined) return false;
    const Word* larger = unit_at(lexed_, last.range.last - 1);
    const Word* smaller = unit_at(lexed_, next.range.last - 1);
    const double size = larger == nullptr ? 60 : larger->value;
    const double part = smaller == nullptr ? 60 : smaller->value;
    return part < size && next.high < size;
  }

  // "from 40k to 28k a month", "10 -> 5 ms": the first is of the second's unit.
  void share_unit() {
    if (amounts_.size() < 2) return;
    Amount& first = amounts_[amounts_.size() - 2];
    const Amount& second = amounts_.back();
    if (second.range.first != first.range.last + 1) return;
    const bool listed = lexed_.is(first.range.last, "and");
    if (!lexed_.is(first.range.last, "to") && !lexed_.is(first.range.last, "->") && !listed) return;
    // "1,000 writes and 5,000 reads per second"
    if (listed) {
      const bool counts = first.dimension == Dimension::count && first.named && second.named;
      if (counts && first.per == Per{} && second.per.kind == PerKind::time) first.per = second.per;
      return;
    }
    if (first.dimension == Dimension::number && second.dimension != Dimension::number) {
      const double size = second.unit;
      first.unit = size;
      first.dimension = second.dimension;
      first.low *= size;
      first.high *= size;
    }
    if (first.dimension == second.dimension && first.per == Per{} && !first.named) {
      first.per = second.per;
    }
  }

  const Lexed& lexed_;
  std::vector<Amount> amounts_;
};

}  // namespace

std::vector<Amount> amounts_in(const Lexed& lexed) { return Reader(lexed).all(); }

const Figures& figures_of(const assay::Reading& reading) {
  return reading.once<Figures>([](const assay::Document& document) { return Figures(document); });
}

}  // namespace quantity
