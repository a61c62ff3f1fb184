// A rubric: all criteria for one question, compiled. The file format is in rubrics/README.md.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assay/export.h"
#include "assay/rule.h"
#include "rules/term_table.h"

namespace assay {

enum class Band : std::uint8_t { red, yellow, green };
ASSAY_SDK std::string_view name_of(Band band);
ASSAY_SDK std::optional<Band> band_named(std::string_view name);

// A rule of a criterion and what it is worth there.
struct Alternative {
  std::unique_ptr<Rule> rule;
  double points;
};

// What a criterion or a flaw looks for. Holds when every rule of `all` holds, at least one of `any`
// (if there are any), and none of `none`. An empty list asks for nothing; the loader refuses a
// Requirement with no rule in `any`, `all` and `each`.
struct Requirement {
  std::vector<std::unique_ptr<Rule>> all;
  std::vector<Alternative> any;   // awards the most points of those that hold
  std::vector<Alternative> each;  // awards the sum, up to the criterion's points
  std::vector<std::unique_ptr<Rule>> none;
  std::vector<TermSet> terms;  // every set that a rule here reads; sorted, without repeats
};

struct Criterion {
  std::string id;
  std::string says;  // what earns it, in a sentence
  std::string hint;  // for a person who missed it; gives no key away; may be empty
  double points = 1;
  Requirement requirement;
};

struct Flaw {
  std::string id;
  std::string says;
  double cost = 0;          // points taken off the total, which never falls below 0
  std::optional<Band> cap;  // the best band an answer with this flaw can have
  Requirement requirement;
};

struct Example {
  std::string text;
  std::vector<std::string> met;       // criteria the text must meet
  std::vector<std::string> unmet;     // criteria it must not meet
  std::vector<std::string> flaws;     // flaws it must commit
  std::vector<std::string> no_flaws;  // flaws it must not commit
  std::uint32_t line = 0;             // in the rubric's file
};

// The least score (0..1 of the points) for a band.
struct Bands {
  double green = 0.8;
  double yellow = 0.4;
};

// What an answer to the question speaks of, whatever it says of it. An answer of some length with
// fewer different ones of these words answers another question.
struct Subject {
  TermSet terms;
  std::uint32_t least = 1;  // different stems
};
inline constexpr std::size_t kTooShortToStray = 30;  // tokens of an answer

// Immutable; shared by all threads. Owns its rules and their terms. The libraries of its plugins'
// kinds stay loaded as long as the process.
struct Rubric {
  std::string id;
  std::string title;
  std::string prompt;
  std::string path;
  std::string pack;  // the folder it stands in: "foundation"
  std::string hash;  // 16 hex digits over the rubric's and its lexicons' bytes
  std::vector<std::string> plugins;
  Bands bands;
  std::optional<Subject> about;  // none: everything is an answer to it
  std::vector<Criterion> criteria;
  std::vector<Flaw> flaws;
  std::vector<Example> examples;
  std::shared_ptr<const TermTable> terms;

  ASSAY_SDK double max_points() const;
};

}  // namespace assay
