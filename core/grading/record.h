// The exchange format: JSON Lines, one answer a line. See README.md ("Records").
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rubric/score.h"

namespace assay {

// One answer to grade.
struct AnswerRecord {
  std::string id;
  std::string question;
  std::string text;     // bytes as received; JSON escapes decoded
  std::string members;  // further members as JSON, `"k":v,...`, to pass through; may be empty
};

// Why an answer could not be graded. Nothing else is lost by it.
struct GradingError {
  std::string code;     // "unknown-question", "rubric-refused", "bad-record", "unreadable-file",
                        // "plugin-failed", "over-limit"
  std::string message;  // for a person
  std::string place;    // "marked.jsonl:12"; may be empty
};

// One answer as it was found: where `error` is set, `answer` holds what could be made out of it,
// and always an id (the place, where it gave none).
struct InputRecord {
  AnswerRecord answer;
  std::string place;  // "marked.jsonl:12", "answers/grain.md"
  std::optional<GradingError> error;
};

// What became of one answer, in input order.
struct GradedAnswer {
  AnswerRecord answer;
  std::variant<ScoreSheet, GradingError> outcome;
};

}  // namespace assay
