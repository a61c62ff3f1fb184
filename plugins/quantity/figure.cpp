#include "figure.h"

namespace quantity {

Figure figure_of(const Amount& amount, std::size_t index) {
  Figure f{&amount, index, amount.middle(), {}, amount.middle(), {}};
  if (amount.dimension == Dimension::money) f.plain.money = 1;
  if (amount.dimension == Dimension::bytes) f.plain.bytes = 1;
  if (amount.dimension == Dimension::duration) f.plain.time = 1;
  if (amount.per.kind == PerKind::bytes) {
    f.plain.bytes -= 1;
    f.stated /= amount.per.size;
  }
  f.powers = f.plain;
  f.value = f.stated;
  if (amount.per.kind == PerKind::time) {
    f.powers.time -= 1;
    f.value /= amount.per.size;
  }
  return f;
}

bool is_share(const Amount& a) { return a.dimension == Dimension::percent; }
bool is_bare_number(const Amount& a) {
  return a.dimension == Dimension::number || (a.dimension == Dimension::count && !a.named);
}
bool is_counted(const Amount& a) {
  return a.dimension == Dimension::number || a.dimension == Dimension::count ||
         a.dimension == Dimension::factor;
}

bool alike(const Figure& a, const Figure& b) {
  if (is_share(*a.amount) || is_share(*b.amount)) return false;
  if (a.amount->dimension == Dimension::factor || b.amount->dimension == Dimension::factor) {
    return false;
  }
  const bool same_per = a.amount->per == b.amount->per || a.amount->per.kind == PerKind::none ||
                        b.amount->per.kind == PerKind::none;
  if (!same_per) return false;
  // "from 10k we save $3k": a bare number is of the other's unit.
  if (is_bare_number(*a.amount) && is_bare_number(*b.amount)) return true;
  return a.plain == b.plain && (a.amount->dimension == b.amount->dimension ||
                                (is_counted(*a.amount) && is_counted(*b.amount)));
}

}  // namespace quantity
