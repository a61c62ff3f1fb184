// A rule: one thing to look for in an answer. This is the whole extension point; a kind of rule is
// one class derived from Rule, hidden in one source file behind one Kind (assay/kind.h).
//
// Rules form an algebra: each yields the places where it holds, and a rule of rules joins the
// places of its parts. The words that earned a point are the places of the very match that scored
// it.
//
// Rules are immutable once built, never allocate anything that outlives a call except in `out`, and
// may be used by many threads at once, each with a Reading of its own. They have no way to say that
// they failed: what one throws all the same costs the answer it was reading (assay/plugin.h).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assay/document.h"
#include "assay/export.h"
#include "assay/match.h"

namespace assay {

// One group of terms in a rubric's TermTable: what `terms = [...]`, a concept or one operand names.
enum class TermSet : std::uint32_t {};

// How close an unmet rule came.
struct NearMiss {
  double closeness = 0;  // 0: nothing of it found; below 1
  TokenRange range;      // where; empty if nowhere
  std::string why;       // one clause for a person, e.g. "found, but negated by \"never\""
  std::vector<TokenRange> words = {};  // what to show, in any order; `range` where there are none
};

// A document as one rubric reads it: the document, where each of the rubric's terms stands in it,
// and what its rules have found so far. Made per answer by the rubric; not for sharing between
// threads.
class ASSAY_SDK Reading {
 public:
  Reading();
  virtual ~Reading();
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

  virtual const Document& document() const = 0;
  // Every occurrence of any term of the set, whatever its standing; ordered, without repeats; may
  // overlap. Valid as long as the Reading.
  virtual std::span<const TokenRange> find(TermSet terms) const = 0;
  // The words that best show that the criterion with this index (in the rubric's order) is met;
  // null where it is not. The loader has refused cycles.
  virtual const MatchParts* met(std::uint32_t criterion) const = 0;

  // What rule.find() appends, worked out when it is first asked for. Valid as long as the Reading.
  std::span<const Match> matches(const Rule& rule) const;

  // What `make(document())` returns, a T, worked out by the first rule that asks for it: for what
  // several rules need of every answer. One a T and library; valid as long as the Reading.
  template <typename T, typename Make>
  const T& once(Make make) const {
    static const char key = 0;  // its address stands for T
    return once<T>(&key, make);
  }
  // One for each `of`, an object that outlives the Reading and is asked for with this T alone.
  template <typename T, typename Make>
  const T& once(const void* of, Make make) const {
    if (const void* made = made_before(of)) return *static_cast<const T*>(made);
    auto made = std::make_shared<const T>(make(document()));
    keep(of, made);
    return *made;
  }

 protected:
  // Forgets what was worked out: another document begins.
  void begin();

 private:
  struct Memory;
  const void* made_before(const void* key) const;
  void keep(const void* key, std::shared_ptr<const void> made) const;

  std::unique_ptr<Memory> memory_;
};

class ASSAY_SDK Rule {
 public:
  virtual ~Rule();

  // Appends every place where the rule holds, ordered by range. Appends nothing if it does not
  // hold.
  virtual void find(const Reading& reading, std::vector<Match>& out) const = 0;

  // The closest the answer came. REQUIRES: find() appends nothing for this reading.
  virtual NearMiss near_miss(const Reading& reading) const = 0;

  // The rule in one line for a person, e.g. "@merge near @business-key in a sentence".
  virtual std::string describe() const = 0;

  // Where the rule stands in its rubric, e.g. "merge-by-key.any[1]", or the id its author gave it.
  const std::string& name() const { return name_; }
  void set_name(std::string name) { name_ = std::move(name); }

 private:
  std::string name_;
};

}  // namespace assay
