// Marks: what people gave an answer, read from the members that its record carries besides its
// text.
//
//   {"id": "a1", "question": "grain", "text": "...", "met": ["row-unit"], "flaws": [],
//    "band": "yellow"}                                            one marker
//   {..., "score": 1.5, "max_score": 2}                           a score instead of ids
//   {..., "marker": "kim", "met": [...]}                          of several records with one id
//   {..., "marks": [{"marker": "kim", "met": [...]}, {"marker": "lee", ...}]}   several at once
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rubric/rubric.h"

namespace assay {

// What one person gave one answer. A part without a value was not marked; a list without an id
// says that its criterion is not met, or its flaw not committed.
struct Marks {
  std::string marker;                             // empty where the record names none
  std::optional<std::vector<std::string>> met;    // criteria; sorted, without repeats
  std::optional<std::vector<std::string>> flaws;  // likewise
  std::optional<Band> band;
  std::optional<double> score;  // score / max_score, 0..1

  bool empty() const { return !met && !flaws && !band && !score; }
  friend bool operator==(const Marks&, const Marks&) = default;
};

// The marks in `members` (AnswerRecord::members), in their order; without the empty ones. A part
// that cannot be read is left out and told of in `problems`, in a sentence for its author: nothing
// of it is guessed. Members that are null count as absent; others than those above are ignored.
std::vector<Marks> read_marks(std::string_view members, std::vector<std::string>& problems);

}  // namespace assay
