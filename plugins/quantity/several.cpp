// quantity.several: amounts of one dimension that belong to different things: a latency for each of
// two tiers, a budget split over steps.
#include <algorithm>
#include <limits>

#include "asked.h"
#include "kinds.h"
#include "owners.h"
#include "place.h"

namespace quantity {
namespace {

using assay::BlockKind;
using assay::Document;
using assay::Gap;
using assay::TokenRange;

constexpr std::string_view kWindows[] = {"answer", "section", "block"};
enum class Window : std::uint8_t { answer, section, block };

// For each block the number of the paragraph, list or table it is part of.
std::vector<std::uint32_t> runs_of(const Document& document) {
  std::vector<std::uint32_t> runs;
  const auto blocks = document.blocks();
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const bool goes_on = b > 0 && blocks[b].kind == blocks[b - 1].kind &&
                         (blocks[b].kind == BlockKind::list_item ||
                          (blocks[b].kind == BlockKind::table_row && blocks[b].ordinal > 0));
    runs.push_back(runs.empty() ? 0 : runs.back() + (goes_on ? 0 : 1));
  }
  return runs;
}

// What stands between amounts: whether it parts the things that they are of.
struct Between {
  bool breaks = false;
  bool names = false;
  bool cell = false;

  bool parts() const { return cell || (breaks && names); }

  // The words from `first` on, and what is written up to `last`.
  void read(const Lexed& lexed, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t at = first; at <= last && !parts(); ++at) {
      const Gap gap = lexed.token(at).gap;
      if (gap >= Gap::comma) breaks = true;
      if (gap >= Gap::bracket && lexed.before(at).find('|') != std::string_view::npos) cell = true;
      if (at == last) break;
      constexpr std::string_view kBreaks[] = {"->", "+", "and", "then", "while", "versus", "vs"};
      if (std::find(std::begin(kBreaks), std::end(kBreaks), lexed.text(at)) != std::end(kBreaks)) {
        breaks = true;
      } else if (lexed.is_content(at)) {
        names = true;
      }
    }
  }
};

class SeveralRule final : public assay::Rule {
 public:
  SeveralRule(Asked asked, std::vector<std::unique_ptr<assay::Rule>> things, std::size_t count,
              double spread, Window window, std::optional<assay::TermSet> of,
              std::optional<assay::TermSet> without, assay::StandingSet accepted)
      : asked_(std::move(asked)),
        things_(std::move(things)),
        count_(count),
        spread_(spread),
        window_(window),
        of_(of),
        without_(without),
        accepted_(accepted) {}

  void find(const assay::Reading& reading, std::vector<assay::Match>& out) const override {
    const Lexed& lexed = figures_of(reading).lexed;
    const std::vector<Amount> amounts = amounts_of(figures_of(reading));
    const auto places = places_of_things(reading);
    for (const std::vector<std::size_t>& window : windows(reading, amounts)) {
      const std::vector<Owned> found = distinct(reading, lexed, amounts, window, places);
      if (found.size() < count_ || !spreads(amounts, found)) continue;
      const TokenRange of = named_by(reading, amounts, window);
      if (of_ && of.empty()) continue;
      std::vector<TokenRange> parts{of};
      for (const Owned& pair : found) {
        parts.push_back(amounts[pair.amount].range);
        parts.push_back(pair.thing);
      }
      out.push_back(match_of(this, std::move(parts)));
    }
    std::ranges::sort(out, {}, &assay::Match::range);
  }

  assay::NearMiss near_miss(const assay::Reading& reading) const override {
    const Document& document = reading.document();
    const Lexed& lexed = figures_of(reading).lexed;
    const std::vector<Amount> amounts = amounts_of(figures_of(reading));
    assay::NearMiss best;
    const auto places = places_of_things(reading);
    for (const std::vector<std::size_t>& window : windows(reading, amounts)) {
      const std::vector<Owned> found = distinct(reading, lexed, amounts, window, places);
      const TokenRange first = amounts[found.empty() ? window.front() : found.front().amount].range;
      const std::string words = quoted(document, first);
      double closeness = 0.3;
      std::string why = words + " is an amount, but nothing says of which part";
      if (found.size() >= count_) {
        closeness = 0.7;
        why = spreads(amounts, found) ? "the amounts are there, but nothing says what they split"
                                      : "the amounts are too close to each other";
      } else if (found.size() == 1 && window.size() == 1) {
        closeness = 0.5;
        why = words + " is the only amount";
      } else if (!found.empty()) {
        closeness = 0.5;
        why = "the amounts stand beside " + std::to_string(found.size()) +
              (found.size() == 1 ? " part only" : " parts only");
      }
      if (closeness > best.closeness) best = {closeness, first, why};
    }
    for (const Amount& amount : amounts) {
      if (best.closeness > 0 || !asked_.is_of_dimension(amount)) continue;
      best = {0.2, amount.range,
              asked_.fits(amount)
                  ? quoted(document, amount.range) + " is an amount, but not the answer's own claim"
                  : "an amount, but " + quoted(document, amount.range) + " is " +
                        asked_.misfit(amount)};
    }
    return best;
  }

  std::string describe() const override {
    return std::to_string(count_) + " times " + asked_.describe() +
           (things_.empty() ? ", of different things" : ", each beside another thing");
  }

 private:
  // Where units are left out after the first, as in "Kafka 1 s, window 10, sink 2", bare numbers
  // are of that unit.
  std::vector<Amount> amounts_of(const Figures& figures) const {
    const Lexed& lexed = figures.lexed;
    const Document& document = lexed.document();
    std::vector<Amount> amounts = figures.amounts;
    for (std::size_t i = 1; i < amounts.size(); ++i) {
      Amount& amount = amounts[i];
      const Amount& last = amounts[i - 1];
      if (amount.dimension != Dimension::number || amount.magnitude) continue;
      if (last.dimension == Dimension::number || last.dimension == Dimension::count) continue;
      if (!asked_.is_of_dimension(last) || last.bare || last.interval) continue;
      if (document.block_of(amount.range.first) != document.block_of(last.range.first)) continue;
      if (!parted(lexed, last.range, amount.range)) continue;
      amount.dimension = last.dimension;
      amount.per = last.per;
      amount.unit = last.unit;
      amount.low *= last.unit;
      amount.high *= last.unit;
    }
    return amounts;
  }

  // The fitting amounts, window by window.
  std::vector<std::vector<std::size_t>> windows(const assay::Reading& reading,
                                                std::span<const Amount> amounts) const {
    const Document& document = reading.document();
    const std::vector<std::uint32_t> runs =
        window_ == Window::block ? runs_of(document) : std::vector<std::uint32_t>{};
    std::vector<std::vector<std::size_t>> windows;
    std::uint32_t current = assay::kNone;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      if (!asked_.fits(amounts[i])) continue;
      if (!accepted_.has(standing_of(document, amounts[i].range))) continue;
      if (without_ && belongs(document, amounts, i, reading.find(*without_))) continue;
      const std::uint32_t block = document.block_of(amounts[i].range.first);
      const std::uint32_t id = window_ == Window::answer    ? 0
                               : window_ == Window::section ? document.blocks()[block].section
                                                            : runs[block];
      if (windows.empty() || id != current) windows.emplace_back();
      current = id;
      windows.back().push_back(i);
    }
    return windows;
  }

  std::vector<Owned> distinct(const assay::Reading& reading, const Lexed& lexed,
                              const std::vector<Amount>& amounts,
                              const std::vector<std::size_t>& window,
                              const std::vector<std::vector<TokenRange>>& places) const {
    return things_.empty() ? apart(lexed, amounts, window)
                           : owned(reading, amounts, window, places);
  }

  // Amounts with another word and a break between each and the next.
  static std::vector<Owned> apart(const Lexed& lexed, std::span<const Amount> amounts,
                                  std::span<const std::size_t> window) {
    std::vector<Owned> found;
    Between between;
    TokenRange last{};
    for (const std::size_t index : window) {
      const TokenRange range = amounts[index].range;
      if (!found.empty()) between.read(lexed, last.last, range.first);
      last = range;
      if (!found.empty() && !between.parts()) continue;
      found.push_back({index, {}});
      between = {};
    }
    return found;
  }

  static bool parted(const Lexed& lexed, TokenRange a, TokenRange b) {
    Between between;
    between.read(lexed, a.last, b.first);
    return between.parts();
  }

  // For each thing where it stands.
  std::vector<std::vector<TokenRange>> places_of_things(const assay::Reading& reading) const {
    std::vector<std::vector<TokenRange>> places;
    for (const auto& thing : things_) {
      places.emplace_back();
      for (const assay::Match& match : reading.matches(*thing)) {
        if (!match.range.empty()) places.back().push_back(match.range);
      }
      std::ranges::sort(places.back());
    }
    return places;
  }

  static double size_of(double value, const Amount& amount) {
    return amount.per.kind == PerKind::time ? value / amount.per.size : value;
  }

  bool spreads(std::span<const Amount> amounts, std::span<const Owned> found) const {
    if (spread_ <= 1) return true;
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    for (const Owned& pair : found) {
      const Amount& amount = amounts[pair.amount];
      least = std::min(least, size_of(amount.low > 0 ? amount.low : amount.high, amount));
      most = std::max(most, size_of(amount.high, amount));
    }
    return most >= least * spread_ * (1 - 1e-9);
  }

  // Where `of` stands in the window or heads it.
  TokenRange named_by(const assay::Reading& reading, std::span<const Amount> amounts,
                      std::span<const std::size_t> window) const {
    if (!of_) return {};
    const Document& document = reading.document();
    for (const std::size_t index : window) {
      const TokenRange of =
          beside(reading, amounts[index].range, reading.find(*of_), {Reach::Unit::block, 0});
      if (!of.empty()) return of;
    }
    const TokenRange all = cover(amounts[window.front()].range, amounts[window.back()].range);
    const std::uint32_t block = document.block_of(all.first);
    const TokenRange before = block > 0 ? document.blocks()[block - 1].tokens : TokenRange{};
    for (const TokenRange place : {all, before}) {
      const auto here = assay::beginning_in(reading.find(*of_), place);
      if (!here.empty()) return here.front();
    }
    return {};
  }

  Asked asked_;
  std::vector<std::unique_ptr<assay::Rule>> things_;
  std::size_t count_;
  double spread_;
  Window window_;
  std::optional<assay::TermSet> of_;
  std::optional<assay::TermSet> without_;
  assay::StandingSet accepted_;
};

std::unique_ptr<assay::Rule> build_several(assay::Arguments& arguments) {
  Asked asked = Asked::read(arguments);
  const bool named = arguments.has("things");
  auto things = named ? arguments.rules("things", 2) : std::vector<std::unique_ptr<assay::Rule>>{};
  const auto count = std::size_t(arguments.integer("amounts", 2, 20, 2));
  const double spread = arguments.number("spread", 1, 1e12, 1);
  const std::size_t window =
      arguments.choice("within", kWindows, std::size_t(named ? Window::answer : Window::block));
  const auto of = arguments.terms("of", false);
  const auto without = arguments.terms("without", false);
  const assay::StandingSet accepted = arguments.standing();
  if (named && things.size() < count) {
    arguments.refuse("amounts", "more amounts than `things` to stand beside");
    return nullptr;
  }
  return std::make_unique<SeveralRule>(std::move(asked), std::move(things), count, spread,
                                       Window(window), of, without, accepted);
}

}  // namespace

const assay::Kind kSeveralKind = {
    "several", "amounts of one dimension that belong to different things", build_several};

}  // namespace quantity
