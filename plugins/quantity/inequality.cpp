// quantity.inequality: "W + R > N", "2 + 2 > 3", or "N = 3, W = 2, R = 2" where that follows.
#include <algorithm>

#include "amounts.h"
#include "kinds.h"
#include "place.h"
#include "relation.h"

namespace quantity {
namespace {

using assay::Document;
using assay::TokenRange;

constexpr std::uint32_t kFiller = 4;  // words between two parts of an expression

struct Item {
  enum class Kind : std::uint8_t { operand, plus, relation };
  Kind kind;
  TokenRange range;
  std::size_t operand = 0;  // of named ones, its index
  double value = 0;         // of figures
  Dimension dimension = Dimension::number;
  Relation relation = Relation::more;
};

// One side of a relation: the operands that plus signs join, from the relation outwards.
using Side = std::vector<const Item*>;

class InequalityRule final : public assay::Rule {
 public:
  InequalityRule(std::vector<std::unique_ptr<assay::Rule>> sum, std::unique_ptr<assay::Rule> other,
                 Relation relation, assay::StandingSet accepted)
      : sum_(std::move(sum)), other_(std::move(other)), relation_(relation), accepted_(accepted) {}

  void find(const assay::Reading& reading, std::vector<assay::Match>& out) const override {
    search(reading, out, nullptr);
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    std::vector<assay::Match> none;
    assay::NearMiss miss;
    search(reading, none, &miss);
    return miss;
  }

  std::string describe() const override {
    std::string text;
    for (const auto& operand : sum_) text += (text.empty() ? "" : " + ") + operand->describe();
    return text + " " + std::string(kRelations[std::size_t(relation_)]) + " " + other_->describe();
  }

 private:
  void search(const assay::Reading& reading, std::vector<assay::Match>& out,
              assay::NearMiss* miss) const {
    const Document& document = reading.document();
    const auto& [lexed, amounts] = figures_of(reading);
    const std::vector<Item> named = named_operands(reading);
    const std::vector<Item> figures = figures_in(lexed, amounts);
    std::vector<Item> signs;
    for (std::uint32_t at = 0; at < lexed.size(); ++at) {
      if (const auto found = relation_at(lexed, at)) {
        Item item{Item::Kind::relation, found->range};
        item.relation = found->relation;
        signs.push_back(item);
      } else if (lexed.is(at, "+") || lexed.is(at, "plus") || lexed.is(at, "and")) {
        signs.push_back({Item::Kind::plus, {at, at + 1}});
      }
    }
    for (const std::vector<Item>* operands : {&named, &figures}) {
      std::vector<Item> items;
      std::ranges::merge(*operands, signs, std::back_inserter(items), {}, &Item::range,
                         &Item::range);
      for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].kind != Item::Kind::relation) continue;
        const Side left = side(document, items, i, -1);
        const Side right = side(document, items, i, 1);
        if (left.empty() || right.empty()) continue;
        judge(document, {left, items[i], right}, operands == &figures, out, miss);
      }
    }
    assigned(lexed, named, out, miss);
    std::ranges::sort(out, {}, &assay::Match::range);
    const auto same = [](const assay::Match& a, const assay::Match& b) {
      return a.range == b.range;
    };
    out.erase(std::unique(out.begin(), out.end(), same), out.end());
  }

  struct Stated {
    Side left;
    const Item& relation;
    Side right;
  };

  void judge(const Document& document, const Stated& stated, bool figures,
             std::vector<assay::Match>& out, assay::NearMiss* miss) const {
    TokenRange all = stated.relation.range;
    for (const Item* item : stated.left) all = cover(all, item->range);
    for (const Item* item : stated.right) all = cover(all, item->range);
    const Relation relation = stated.relation.relation;
    const bool straight =
        matches(stated.left, stated.right, figures) && implies(relation, relation_);
    const bool mirrored =
        matches(stated.right, stated.left, figures) && implies(turned(relation), relation_);
    const bool shaped =
        matches(stated.left, stated.right, figures) || matches(stated.right, stated.left, figures);
    if (!shaped) return;
    const bool true_figures = !figures || holds(total(stated.left), relation, total(stated.right));
    if ((straight || mirrored) && true_figures) {
      if (accepted_.has(document.standing_of(all))) {
        out.push_back({all, {{all, this}}});
      } else if (miss != nullptr && miss->closeness < 0.7) {
        *miss = {0.7, all, quoted(document, all) + " is there, but not as the answer's own claim"};
      }
    } else if (miss != nullptr && miss->closeness < 0.6) {
      *miss = {0.6, all,
               quoted(document, all) +
                   (true_figures ? " relates them, but in another way" : " does not hold")};
    }
  }

  // Whether `sums` are all operands of the sum, each once, and `other` is the other side.
  bool matches(const Side& sums, const Side& other, bool figures) const {
    if (sums.size() != sum_.size() || other.size() != 1) return false;
    if (figures) {
      return std::ranges::all_of(
          sums, [&](const Item* item) { return item->dimension == other[0]->dimension; });
    }
    std::vector<bool> seen(sum_.size());
    for (const Item* item : sums) {
      if (item->operand >= sum_.size() || seen[item->operand]) return false;
      seen[item->operand] = true;
    }
    return other[0]->operand == sum_.size();
  }

  static double total(const Side& side) {
    double sum = 0;
    for (const Item* item : side) sum += item->value;
    return sum;
  }

  // From the relation at `at` in steps of `step`: operand, plus, operand, ...
  static Side side(const Document& document, const std::vector<Item>& items, std::size_t at,
                   int step) {
    Side side;
    bool operand = true;
    const std::uint32_t sentence = document.sentence_of(items[at].range.first);
    constexpr std::size_t kMost = 8;
    for (std::size_t i = at; side.size() < kMost;) {
      if (step < 0 ? i == 0 : i + 1 == items.size()) break;
      const Item& last = items[i];
      i = step < 0 ? i - 1 : i + 1;
      const Item& item = items[i];
      const std::uint32_t between =
          step < 0 ? last.range.first - std::min(last.range.first, item.range.last)
                   : item.range.first - std::min(item.range.first, last.range.last);
      if (between > kFiller || document.sentence_of(item.range.first) != sentence) break;
      if (item.kind != (operand ? Item::Kind::operand : Item::Kind::plus)) break;
      if (operand) side.push_back(&item);
      operand = !operand;
    }
    return side;
  }

  std::vector<Item> named_operands(const assay::Reading& reading) const {
    std::vector<Item> items;
    for (std::size_t i = 0; i <= sum_.size(); ++i) {
      const assay::Rule& operand = i < sum_.size() ? *sum_[i] : *other_;
      for (const assay::Match& match : reading.matches(operand)) {
        if (match.range.empty()) continue;
        items.push_back({Item::Kind::operand, match.range, i});
      }
    }
    std::ranges::sort(items, {}, &Item::range);
    return items;
  }

  static std::vector<Item> figures_in(const Lexed& lexed, std::span<const Amount> amounts) {
    std::vector<Item> items;
    std::size_t next = 0;
    for (std::uint32_t at = 0; at < lexed.size(); ++at) {
      while (next < amounts.size() && amounts[next].range.last <= at) ++next;
      const bool amount = next < amounts.size() && amounts[next].range.first <= at;
      if (amount && amounts[next].range.first != at) continue;
      if (!amount && !lexed.is_number(at)) continue;
      Item item{Item::Kind::operand, {at, at + 1}};
      item.value = amount ? amounts[next].middle() : value_of(lexed.text(at));
      if (amount) {
        item.range = amounts[next].range;
        if (amounts[next].dimension != Dimension::count) item.dimension = amounts[next].dimension;
      }
      items.push_back(item);
    }
    return items;
  }

  // "N = 3, W = 2 and R = 2": each operand with a figure close behind it.
  void assigned(const Lexed& lexed, const std::vector<Item>& named, std::vector<assay::Match>& out,
                assay::NearMiss* miss) const {
    const Document& document = lexed.document();
    std::vector<std::optional<double>> values(sum_.size() + 1);
    std::vector<TokenRange> places(sum_.size() + 1);
    for (const Item& item : named) {
      std::uint32_t at = item.range.last;
      if (at < lexed.size() && (lexed.is(at, "=") || lexed.is(at, "is") || lexed.is(at, "of")))
        ++at;
      if (at >= lexed.size() ||
          document.sentence_of(at) != document.sentence_of(item.range.first)) {
        continue;
      }
      double value = 0;
      TokenRange range{item.range.first, at + 1};
      if (lexed.is_number(at)) {
        value = value_of(lexed.text(at));
      } else if (lexed.is(at, Role::small)) {
        value = lexed.word(at)->value;
      } else {
        // "R = W = 2"
        const auto other = std::lower_bound(named.begin(), named.end(), at,
                                            [](const Item& candidate, std::uint32_t token) {
                                              return candidate.range.first < token;
                                            });
        const bool chained = other != named.end() && other->range.first == at;
        if (!chained || !lexed.is(at + 1, "=") || !lexed.is_number(at + 2)) continue;
        value = value_of(lexed.text(at + 2));
        range.last = at + 3;
      }
      values[item.operand] = value;
      places[item.operand] = range;
    }
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!values[i]) return;
      if (i < sum_.size()) sum += *values[i];
    }
    TokenRange all = places.front();
    for (const TokenRange place : places) all = cover(all, place);
    if (holds(sum, relation_, *values.back()) && accepted_.has(document.standing_of(all))) {
      out.push_back(match_of(this, places));
    } else if (miss != nullptr && miss->closeness < 0.6) {
      *miss = {0.6, all, "the figures are there, but the relation does not hold for them"};
    }
  }

  std::vector<std::unique_ptr<assay::Rule>> sum_;
  std::unique_ptr<assay::Rule> other_;
  Relation relation_;
  assay::StandingSet accepted_;
};

std::unique_ptr<assay::Rule> build_inequality(assay::Arguments& arguments) {
  auto sum = arguments.rules("sum", 1);
  auto other = arguments.rule("to");
  const std::size_t relation = arguments.choice("relation", kRelations, 0);
  const assay::StandingSet accepted = arguments.standing();
  if (sum.empty() || other == nullptr) return nullptr;
  return std::make_unique<InequalityRule>(std::move(sum), std::move(other), Relation(relation),
                                          accepted);
}

}  // namespace

const assay::Kind kInequalityKind = {
    "inequality", "a sum of named or numeric operands, more or less than another",
    build_inequality};

}  // namespace quantity
