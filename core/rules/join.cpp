#include "rules/join.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory_resource>
#include <tuple>
#include <utility>

#include "rules/matches.h"

namespace assay {
namespace {

struct Event {
  TokenRange range;
  std::uint32_t operand;
  const Match* match;
};

// Memory for one join: most need no more than stands on the stack.
class Room {
 public:
  std::pmr::memory_resource* get() { return &memory_; }

 private:
  std::array<std::byte, 4096> first_;
  std::pmr::monotonic_buffer_resource memory_{first_.data(), first_.size()};
};

// Matches of all operands that have a place, from left to right.
std::pmr::vector<Event> events_of(std::span<const Matches> operands, Room& room) {
  std::pmr::vector<Event> events(room.get());
  std::size_t count = 0;
  for (const Matches& matches : operands) count += matches.size();
  events.reserve(count);
  for (std::uint32_t i = 0; i < operands.size(); ++i) {
    for (const Match& match : operands[i]) {
      if (!match.range.empty()) events.push_back({match.range, i, &match});
    }
  }
  std::sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
    return std::tie(a.range, a.operand) < std::tie(b.range, b.operand);
  });
  return events;
}

// From overlapping candidates, the earliest to end and of those the shortest.
template <typename Candidates>
void choose(Candidates& candidates) {
  const auto before = [](const auto& a, const auto& b) {
    return std::tuple(a.range.last, b.range.first) < std::tuple(b.range.last, a.range.first);
  };
  // Nearly always so already; to sort stably takes memory.
  if (!std::is_sorted(candidates.begin(), candidates.end(), before)) {
    std::stable_sort(candidates.begin(), candidates.end(), before);
  }
  std::uint32_t end = 0;
  std::erase_if(candidates, [&](const auto& candidate) {
    if (candidate.range.first < end) return true;
    end = candidate.range.last;
    return false;
  });
}

std::uint32_t unit_of(const Document& document, Scope::Unit unit, std::uint32_t token) {
  switch (unit) {
    case Scope::Unit::clause:
      return document.tokens()[token].clause;
    case Scope::Unit::sentence:
      return document.sentence_of(token);
    case Scope::Unit::block:
      return document.block_of(token);
    case Scope::Unit::section:
      return document.section_of(token);
    case Scope::Unit::words:
    case Scope::Unit::answer:
      break;
  }
  return 0;
}

// One of each of the operands in `done`, so far.
struct Partial {
  TokenRange range;
  std::uint32_t done;      // bits of operands; in order, the number of the first ones
  std::uint32_t event;     // the last one taken
  std::uint32_t previous;  // the partial it was added to, or kNone
};

// Goes through the events from left to right and keeps, for each subset of the operands, the
// partial that begins last: whatever can complete an earlier one completes it too.
class Joiner {
 public:
  Joiner(const Document& document, std::span<const Matches> operands, const JoinOptions& options,
         Room& room)
      : document_(document),
        options_(options),
        events_(events_of(operands, room)),
        operands_(std::uint32_t(operands.size())),
        seen_in_(operands.size(), 0, room.get()),
        without_(room.get()),
        partials_(room.get()),
        best_(options.ordered ? operands.size() + 1 : std::size_t{1} << operands.size(), kNone,
              room.get()),
        waiting_(room.get()),
        fresh_(room.get()),
        complete_(room.get()) {
    std::uint32_t last = 0;
    for (const Match& match : options.without) {
      last = std::max(last, match.range.last);
      without_.push_back({match.range.first, last});
    }
    partials_.reserve(events_.size());
    fresh_.reserve(events_.size());
  }

  std::vector<Match> run() {
    for (std::uint32_t begin = 0, end = 0; begin < events_.size(); begin = end) {
      end = stretch_from(begin);
      if (!has_all(begin, end)) continue;
      std::fill(best_.begin(), best_.end(), kNone);
      waiting_.clear();
      run(begin, end);
    }
    choose(complete_);
    std::vector<Match> matches;
    matches.reserve(complete_.size());
    for (const Partial& partial : complete_) matches.push_back(spell(partial));
    return matches;
  }

 private:
  bool words() const { return options_.scope.unit == Scope::Unit::words; }

  // The end of the events that are in reach one of the next: no combination leads out of them. In
  // sections, which can go on behind those inside them, and in whole answers that is all.
  std::uint32_t stretch_from(std::uint32_t begin) const {
    const auto [unit, reach] = options_.scope;
    const auto count = std::uint32_t(events_.size());
    if (unit == Scope::Unit::answer || unit == Scope::Unit::section) return count;
    std::uint32_t end = begin + 1;
    if (words()) {
      for (std::uint32_t last = events_[begin].range.last; end < count; ++end) {
        if (last + reach < events_[end].range.first) break;
        last = std::max(last, events_[end].range.last);
      }
    } else {
      for (std::uint32_t at = unit_of(document_, unit, events_[begin].range.first); end < count;
           ++end) {
        const std::uint32_t next = unit_of(document_, unit, events_[end].range.first);
        if (next - std::exchange(at, next) >= reach) break;
      }
    }
    return end;
  }

  bool has_all(std::uint32_t begin, std::uint32_t end) {
    if (end - begin < operands_) return false;
    std::uint32_t missing = operands_;
    for (std::uint32_t event = begin; event < end && missing > 0; ++event) {
      // Which stretch an operand was seen in: that which begins at event n is stretch n + 1.
      if (std::exchange(seen_in_[events_[event].operand], begin + 1) != begin + 1) --missing;
    }
    return missing == 0;
  }

  void run(std::uint32_t begin, const std::uint32_t stretch_end) {
    for (std::uint32_t end = begin; begin < stretch_end; begin = end) {
      // Events with the same range are no partners of each other.
      while (end < stretch_end && events_[end].range == events_[begin].range) ++end;
      settle(events_[begin].range.first);
      fresh_.clear();
      for (std::uint32_t event = begin; event < end; ++event) take(event);
      for (const Partial& partial : fresh_) keep(partial);
    }
  }

  std::uint32_t all() const { return options_.ordered ? operands_ : (1u << operands_) - 1; }

  // Partials that wait become the best of their subset once what follows may follow them; those out
  // of reach are dropped.
  void settle(std::uint32_t token) {
    if (words()) {
      std::erase_if(waiting_, [&](std::uint32_t partial) {
        return partials_[partial].range.last + options_.scope.reach < token;
      });
    } else if (options_.ordered) {
      std::erase_if(waiting_, [&](std::uint32_t partial) {
        if (partials_[partial].range.last > token) return false;
        improve(partial);
        return true;
      });
    }
  }

  void take(std::uint32_t event) {
    const Event& e = events_[event];
    const std::uint32_t bit = 1u << (options_.ordered ? 0 : e.operand);
    const std::uint32_t before = e.operand;  // in order: all of these must be done
    if (!options_.ordered || before == 0) {
      add({e.range, options_.ordered ? 1 : bit, event, kNone});
    }
    const auto extend = [&](std::uint32_t index) {
      const Partial& partial = partials_[index];
      if (options_.ordered ? partial.done != before : (partial.done & bit) != 0) return;
      if (options_.ordered && partial.range.last > e.range.first) return;
      const std::uint32_t done = options_.ordered ? before + 1 : partial.done | bit;
      add({cover(partial.range, e.range), done, event, index});
    };
    if (words()) {
      for (const std::uint32_t partial : waiting_) extend(partial);
    } else if (options_.ordered) {
      if (best_[before] != kNone) extend(best_[before]);
    } else {
      for (const std::uint32_t partial : best_) {
        if (partial != kNone) extend(partial);
      }
    }
  }

  void add(Partial partial) {
    const Scope scope = options_.scope;
    // Words are counted within a block: a heading is no neighbour of the text under it.
    if (words() &&
        document_.block_of(partial.range.first) != document_.block_of(partial.range.last - 1)) {
      return;
    }
    if (!words() && scope.unit != Scope::Unit::answer) {
      const std::uint32_t first = unit_of(document_, scope.unit, partial.range.first);
      const std::uint32_t last = unit_of(document_, scope.unit, partial.range.last - 1);
      if (last - first >= scope.reach) return;
    }
    if (partial.done == all()) {
      if (!blocked(partial.range)) complete_.push_back(partial);
      return;
    }
    fresh_.push_back(partial);
  }

  void keep(const Partial& partial) {
    if (!words() && !options_.ordered) {
      const std::uint32_t best = best_[partial.done];
      if (best == kNone || partials_[best].range.first < partial.range.first) {
        best_[partial.done] = store(partial);
      }
      return;
    }
    if (!options_.ordered) {
      // What begins and ends no later than another of the same subset can do nothing more.
      const auto worse = [](const Partial& a, const Partial& b) {
        return a.done == b.done && a.range.first <= b.range.first && a.range.last <= b.range.last;
      };
      for (const std::uint32_t other : waiting_) {
        if (worse(partial, partials_[other])) return;
      }
      std::erase_if(waiting_,
                    [&](std::uint32_t other) { return worse(partials_[other], partial); });
    }
    waiting_.push_back(store(partial));
  }

  std::uint32_t store(const Partial& partial) {
    partials_.push_back(partial);
    return std::uint32_t(partials_.size() - 1);
  }

  void improve(std::uint32_t index) {
    std::uint32_t& best = best_[partials_[index].done];
    if (best == kNone || partials_[best].range.first < partials_[index].range.first) best = index;
  }

  bool blocked(TokenRange range) const {
    if (without_.empty()) return false;
    const TokenRange zone = zone_of(document_, options_.scope, range);
    const auto after = std::partition_point(without_.begin(), without_.end(),
                                            [&](TokenRange w) { return w.first < zone.last; });
    return after != without_.begin() && std::prev(after)->last > zone.first;
  }

  Match spell(const Partial& partial) const {
    std::vector<const Match*> matches{events_[partial.event].match};
    for (std::uint32_t p = partial.previous; p != kNone; p = partials_[p].previous) {
      matches.push_back(events_[partials_[p].event].match);
    }
    return united(matches);
  }

  const Document& document_;
  const JoinOptions& options_;
  std::pmr::vector<Event> events_;
  std::uint32_t operands_;
  std::pmr::vector<std::uint32_t> seen_in_;  // one an operand
  std::pmr::vector<TokenRange> without_;     // first of each; the last token of any up to it
  std::pmr::vector<Partial> partials_;       // all that were ever kept
  std::pmr::vector<std::uint32_t> best_;     // one a subset
  std::pmr::vector<std::uint32_t> waiting_;  // not yet, or only for a while, of use
  std::pmr::vector<Partial> fresh_;          // from events of the same range
  std::pmr::vector<Partial> complete_;
};

}  // namespace

std::optional<Scope> Scope::parse(std::string_view text) {
  if (text == "clause") return Scope{Unit::clause, 1};
  if (text == "sentence") return Scope{Unit::sentence, 1};
  if (text == "block") return Scope{Unit::block, 1};
  if (text == "section") return Scope{Unit::section, 1};
  std::uint32_t count = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || count > kMostReach) return std::nullopt;
  const std::string_view unit(rest, std::size_t(text.data() + text.size() - rest));
  if (unit == " words" || unit == " word") return Scope{Unit::words, count};
  if (count > 0 && (unit == " sentences" || unit == " sentence")) {
    return Scope{Unit::sentence, count};
  }
  return std::nullopt;
}

std::string Scope::missed() const {
  switch (unit) {
    case Unit::clause:
      return "not in the same part of a sentence";
    case Unit::sentence:
      return reach == 1 ? "not in the same sentence"
                        : "not within " + std::to_string(reach) + " sentences";
    case Unit::block:
      return "not in the same paragraph";
    case Unit::section:
      return "not in the same section";
    case Unit::words:  // a student who counts words writes no better sentence
    case Unit::answer:
      break;
  }
  return "too far apart";
}

TokenRange zone_of(const Document& document, Scope scope, TokenRange range) {
  const std::uint32_t first = unit_of(document, scope.unit, range.first);
  const std::uint32_t last = unit_of(document, scope.unit, range.last - 1);
  const auto whole = [&](const auto& units) {
    return cover(units[first].tokens, units[last].tokens);
  };
  switch (scope.unit) {
    case Scope::Unit::words: {
      const TokenRange block = document.blocks()[document.block_of(range.first)].tokens;
      return {range.first - std::min(range.first - block.first, scope.reach),
              std::min(std::max(block.last, range.last), range.last + scope.reach)};
    }
    case Scope::Unit::clause:
      return whole(document.clauses());
    case Scope::Unit::sentence:
      return whole(document.sentences());
    case Scope::Unit::block:
      return whole(document.blocks());
    case Scope::Unit::section:
      return whole(document.sections());
    case Scope::Unit::answer:
      break;
  }
  return {0, std::uint32_t(document.tokens().size())};
}

std::vector<Match> join(const Document& document, std::span<const Matches> operands,
                        const JoinOptions& options) {
  Room room;
  std::pmr::vector<Matches> placed(room.get());
  placed.reserve(operands.size());
  for (const Matches& matches : operands) {
    if (matches.empty()) return {};
    if (!holds_anywhere(matches)) placed.push_back(matches);
  }
  if (holds_anywhere(options.without)) return {};
  if (placed.empty()) return {Match{}};
  return Joiner(document, placed, options, room).run();
}

std::vector<Match> gather(std::span<const Matches> operands, std::size_t needed) {
  Room room;
  std::pmr::vector<Matches> placed(room.get());
  placed.reserve(operands.size());
  for (const Matches& matches : operands) {
    if (!holds_anywhere(matches)) {
      placed.push_back(matches);
    } else if (needed > 0) {
      --needed;
    }
  }
  if (needed == 0) return {Match{}};
  if (needed > placed.size()) return {};

  struct Candidate {
    TokenRange range;
    std::vector<const Match*> matches;
  };
  std::vector<Candidate> candidates;
  std::pmr::vector<Event> latest(room.get());  // of each operand so far, the newest first
  for (const Event& event : events_of(placed, room)) {
    std::erase_if(latest, [&](const Event& e) { return e.operand == event.operand; });
    latest.insert(latest.begin(), event);
    if (latest.size() < needed) continue;
    Candidate candidate{event.range, {}};
    for (std::size_t i = 0; i < needed; ++i) {
      candidate.range = cover(candidate.range, latest[i].range);
      candidate.matches.push_back(latest[i].match);
    }
    candidates.push_back(std::move(candidate));
  }
  choose(candidates);
  std::vector<Match> matches;
  for (const Candidate& candidate : candidates) matches.push_back(united(candidate.matches));
  return matches;
}

}  // namespace assay
