// One line of JSON Lines to one answer.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "grading/record.h"

namespace assay {

// Keeps a parser's scratch, so one per thread.
class RecordParser {
 public:
  RecordParser();
  ~RecordParser();
  RecordParser(const RecordParser&) = delete;
  RecordParser& operator=(const RecordParser&) = delete;

  // Reads `{"id": ..., "question": ..., "text": ..., ...}`: strings all three; further members may
  // be anything and are kept as they are written, but for blanks. An answer without an id gets
  // `place` for one; one without a question gets `question`, and where that is empty too the record
  // is bad, as it is without a text, with a member that stands twice, and with anything that is not
  // JSON. A bad record keeps what was read of it before.
  // REQUIRES: ByteSource::kPadding bytes may be read behind `line`.
  InputRecord parse(std::string_view line, std::string_view place, std::string_view question = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Whether a line holds nothing but blanks; such a line is no record.
bool is_blank(std::string_view line);

}  // namespace assay
