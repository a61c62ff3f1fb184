// Rubric x Document to ScoreSheet.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/document.h"
#include "assay/export.h"
#include "rubric/rubric.h"

namespace assay {

// Evidence: bytes of the answer as received and the rule that they satisfied.
struct Evidence {
  Span span;
  std::string_view rule;  // Rule::name(); lives as long as the sheet's rubric
  bool best = false;      // of the matches that say most: what is shown of it to a person
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct SheetNearMiss {
  Span span;              // empty if nowhere
  std::string_view rule;  // the closest alternative
  std::string why;
  double closeness = 0;
  std::vector<Span> words = {};  // what to show of it; ordered, none empty
};

struct CriterionScore {
  bool met = false;  // awarded in full
  double points = 0;
  std::vector<Evidence> evidence;  // ordered by span and rule, each once; empty if by absence
  std::optional<SheetNearMiss> near_miss;  // only where not met
};

struct FlawScore {
  bool committed = false;
  std::vector<Evidence> evidence;
};

// What one answer was awarded. Entries stand in the order of the rubric's criteria and flaws.
struct ScoreSheet {
  std::shared_ptr<const Rubric> rubric;
  Band band = Band::red;
  double points = 0;  // after flaws' costs, never below 0
  double max_points = 0;
  double score = 0;  // points / max_points
  std::vector<CriterionScore> criteria;
  std::vector<FlawScore> flaws;
  std::vector<std::string> flags;  // sorted
};

// Scores answers against one rubric; keeps matching scratch, so one per thread and rubric.
class ASSAY_SDK Scorer {
 public:
  explicit Scorer(std::shared_ptr<const Rubric> rubric);
  ~Scorer();
  Scorer(Scorer&&) noexcept;

  // The same document gives the same sheet, whatever was scored before. Throws only what a plugin's
  // rule throws.
  ScoreSheet score(const Document& document);

  // How near the document comes to a flaw that it does not commit; nothing where nothing of it is
  // there. Flaws' near misses stand on no sheet: nobody is told how to commit one.
  std::optional<SheetNearMiss> near_miss_of_flaw(const Document& document, std::size_t flaw);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace assay
