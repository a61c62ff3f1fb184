#include "links.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "outline.h"
#include "relation.h"
#include "rows.h"

namespace flow {
namespace {

using assay::Document;
using assay::kNone;
using assay::TokenRange;

constexpr std::uint32_t kMentionReach = 60;  // words before a mention that can relate it

std::vector<TokenRange> ranges_of(std::span<const Mention> mentions) {
  std::vector<TokenRange> ranges;
  for (const Mention& mention : mentions) ranges.push_back(mention.range);
  return ranges;
}

class Finder {
 public:
  Finder(const assay::Reading& reading, const LinkOptions& options,
         std::span<const Mention> mentions, std::vector<Link>& out)
      : document_(reading.document()),
        options_(options),
        cues_(reading, ranges_of(mentions), options.links, options.reverse),
        outline_(document_),
        mentions_(mentions),
        out_(out) {
    latest_.fill(kNone);
  }

  void run() {
    for (now_ = 0; now_ < mentions_.size(); ++now_) {
      const Mention& mention = mentions_[now_];
      if (mention.sentence != sentence_) begin_sentence(mention.sentence);
      std::erase_if(pending_, [&](std::uint32_t other) {
        if (mentions_[other].range.last > mention.range.first) return false;
        settle(other);
        return true;
      });
      relate();
      lay_out(items_, outline_.item_of(mention.range.first));
      lay_out(sections_, outline_.section_of(mention.range.first));
      pending_.push_back(now_);
    }
  }

 private:
  const Mention& now() const { return mentions_[now_]; }

  void begin_sentence(std::uint32_t sentence) {
    for (const std::uint32_t other : pending_) settle(other);
    pending_.clear();
    sentence_ = sentence;
    previous_ = subject_ = head_ = between_ = moved_ = kNone;
    targets_ = {kNone, kNone};
    order_.reset();
    scanned_ = document_.sentences()[sentence].tokens.first;
  }

  // Only what has ended before a mention can be linked to it.
  void settle(std::uint32_t index) {
    const Mention& mention = mentions_[index];
    latest_[mention.stage] = last_ = index;
    if (mention.sentence != sentence_) return;
    previous_ = index;
    if (subject_ == kNone) subject_ = index;
    scanned_ = std::max(scanned_, mention.range.last);
  }

  bool accepted(TokenRange by) const {
    return by.empty() || options_.accepted.has(document_.standing_of(by));
  }

  void relate() {
    const std::uint32_t first = now().range.first;
    const std::uint32_t from =
        std::max(std::min(scanned_, first), first - std::min(first, kMentionReach));
    Relation relation =
        relation_before(document_, cues_, from, now().range, previous_ != kNone, moved_);
    for (std::uint32_t i = from; i < now().range.first; ++i) {
      if ((cues_.at(i) & (Sense::moves | Sense::keeps)) != 0) moved_ = i;
    }
    if (!accepted(relation.by)) return;
    switch (relation.way) {
      case Way::forward:
        head_ = now_;
        between_ = kNone;
        targets_ = {kNone, kNone};
        return forward(relation.by, now_);
      case Way::reverse:
        head_ = kNone;
        return reverse(relation);
      case Way::between:
        head_ = kNone;
        between_ = previous_;
        return reverse(relation);
      case Way::same:
        if (between_ != kNone) return add(between_, now_, relation.by, true);
        if (works_alone(from)) return by_its_work(from);
        if (head_ != kNone) return forward({}, head_);
        for (const std::uint32_t target : targets_) add(now_, target, {}, true);
        if (targets_[0] == kNone) by_named_order();
        return;
      case Way::none:
        return by_its_work(from);
    }
  }

  // "Kafka, Flink and Redis, in that order"
  void by_named_order() {
    if (!order_) {
      const auto tokens = document_.tokens();
      const TokenRange all = document_.sentences()[sentence_].tokens;
      order_ = TokenRange{};
      for (std::uint32_t i = all.first + 2; i < all.last; ++i) {
        const auto word = [&](std::uint32_t token) { return document_.text(tokens[token]); };
        if (word(i) != "order" || word(i - 2) != "in") continue;
        if (word(i - 1) == "this" || word(i - 1) == "that") order_ = TokenRange{i - 2, i + 1};
      }
    }
    if (!order_->empty() && accepted(*order_)) add(previous_, now_, *order_, true);
  }

  // From what the sentence named before `head`, and from the sentences before.
  void forward(TokenRange by, std::uint32_t head) {
    for (const std::uint32_t other : latest_) {
      if (other == kNone || mentions_[other].range.last > mentions_[head].range.first) continue;
      const bool told = mentions_[other].sentence == sentence_;
      if (told || near(other, options_.within)) add(other, now_, by, told);
    }
  }

  void reverse(const Relation& relation) {
    if (previous_ == kNone) {
      // "It reads from Kafka."
      const std::uint32_t first = document_.sentences()[sentence_].tokens.first;
      if (last_ != kNone && cues_.is(first, Sense::anaphor) && near(last_, 1)) {
        add(now_, last_, relation.by, false);
      }
      return;
    }
    targets_ = {previous_, relation.relative ? kNone : subject_};
    for (const std::uint32_t target : targets_) add(now_, target, relation.by, true);
  }

  // "Flink counts them": what was named before goes there.
  void by_its_work(std::uint32_t from) {
    const TokenRange work = work_after(document_, cues_, now().range, clause_end());
    if (work.empty() && outline_.opens_label(now().range.first)) return forward({}, now_);
    if (work.empty() || !accepted(work)) return;
    const Senses senses = cues_.at(work.first);
    const bool moves = flow::has(senses, Sense::moves) && !flow::has(senses, Sense::fetches);
    bool which = false;
    for (std::uint32_t i = from; i < now().range.first; ++i) {
      which = which || cues_.is(i, Sense::relative);
    }
    if (previous_ != kNone && which) {
      // "Redis, which Flink writes to"; "Kafka, which Flink reads"
      if (moves) return add(now_, previous_, work, true);
      return add(previous_, now_, work, true);
    }
    if (last_ != kNone && near(last_, 1) && fills_what_was_named(work)) {
      return add(now_, last_, work, mentions_[last_].sentence == sentence_);
    }
    for (const std::uint32_t other : latest_) {
      if (other == kNone) continue;
      if (near(other, moves ? 1 : options_.within)) add(other, now_, work, false);
    }
  }

  // "Redis holds them; Flink keeps them fresh", "... Flink fills it", but not "feeds it to".
  bool fills_what_was_named(TokenRange work) const {
    if (!cues_.is(work.first, Sense::fills)) return false;
    if (work.size() > 1) return true;
    const auto tokens = document_.tokens();
    if (work.last >= tokens.size() || tokens[work.last].gap >= assay::Gap::comma) return false;
    const std::string_view object = document_.text(tokens[work.last]);
    if (object != "it" && object != "them") return false;
    return work.last + 1 >= tokens.size() || tokens[work.last + 1].gap >= assay::Gap::comma ||
           !cues_.is(work.last + 1, Sense::to);
  }

  // The next mention, or the end of the sentence.
  std::uint32_t clause_end() const {
    const std::uint32_t end = document_.sentences()[sentence_].tokens.last;
    for (std::size_t next = now_ + 1; next < mentions_.size(); ++next) {
      const std::uint32_t begin = mentions_[next].range.first;
      // "A streaming job (Flink) counts."
      const bool aside = begin < end && document_.tokens()[begin].gap == assay::Gap::bracket &&
                         mentions_[next].stage == now().stage;
      if (begin >= now().range.last && !aside) return std::min(begin, end);
    }
    return end;
  }

  // "Kafka, Flink counts", "Kafka and Flink counts" but not "Kafka and Flink, which count".
  bool works_alone(std::uint32_t from) const {
    const TokenRange work = work_after(document_, cues_, now().range, clause_end());
    if (work.empty()) return false;
    const auto tokens = document_.tokens();
    for (std::uint32_t i = now().range.last; i <= work.first; ++i) {
      if (tokens[i].gap >= assay::Gap::comma && tokens[i].gap != assay::Gap::bracket) return false;
    }
    const bool joined = from < now().range.first;
    return !joined || document_.text(tokens[work.first]).ends_with('s');
  }

  void lay_out(Rows& rows, Place place) {
    if (place.row == kNone) return;
    for (std::uint32_t stage = 0; stage < kMostStages; ++stage) {
      const std::uint32_t other = rows.before(stage, place);
      if (other != kNone) add(other, now_, {}, false);
    }
    rows.add(now().stage, now_, place);
  }

  bool near(std::uint32_t other, std::uint32_t within) const {
    return now().sentence - mentions_[other].sentence <= within;
  }

  void add(std::uint32_t from, std::uint32_t to, TokenRange by, bool told) {
    if (from == kNone || to == kNone || mentions_[from].stage == mentions_[to].stage) return;
    out_.push_back({from, to, by, told});
  }

  const Document& document_;
  const LinkOptions& options_;
  const Cues cues_;
  const Outline outline_;
  std::span<const Mention> mentions_;
  std::vector<Link>& out_;

  std::uint32_t now_ = 0;
  std::vector<std::uint32_t> pending_;  // mentions that have begun and not ended
  std::uint32_t last_ = kNone;          // the last that has ended
  std::array<std::uint32_t, kMostStages> latest_;
  Rows items_;
  Rows sections_;

  // Of the present sentence, kNone where there is none:
  std::uint32_t sentence_ = kNone;
  std::uint32_t scanned_ = 0;
  std::uint32_t previous_ = kNone;  // the mention before
  std::uint32_t subject_ = kNone;   // the first mention
  std::uint32_t head_ = kNone;      // the last that something goes to
  std::uint32_t between_ = kNone;   // what stands between the mention before and the next
  std::array<std::uint32_t, 2> targets_ = {kNone, kNone};  // what the last one goes to
  std::optional<TokenRange> order_;  // "in that order"; empty where it is not said
  std::uint32_t moved_ = kNone;      // the last verb that moves or keeps
};

}  // namespace

LinkOptions LinkOptions::read(assay::Arguments& arguments) {
  LinkOptions options;
  options.within = std::uint32_t(arguments.integer("within", 1, 100, options.within));
  options.links = arguments.terms("links", false);
  options.reverse = arguments.terms("reverse", false);
  options.accepted = arguments.standing();
  return options;
}

void find_links(const assay::Reading& reading, const LinkOptions& options,
                std::span<const Mention> mentions, std::vector<Link>& out) {
  if (mentions.size() < 2) return;
  Finder(reading, options, mentions, out).run();
}

}  // namespace flow
