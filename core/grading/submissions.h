// What somebody handed in, files and folders, to answers in order.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grading/byte_source.h"
#include "grading/record.h"
#include "grading/records.h"

namespace assay {

struct SubmissionOptions {
  // The question of every answer that names none itself.
  std::string question;
  // Whether there is a question of that name; for taking it from a file's or a folder's name.
  std::function<bool(std::string_view)> is_question;
  // Bytes of a line of records or a file of text; more is an "over-limit" error.
  std::size_t limit = ByteSource::kLimit;
  // Ends the reading early; may be null.
  const StopFlag* stop = nullptr;
};

// Reads as it goes, so that any number of answers may stream through. Paths are
//   *.md, *.markdown, *.txt   one answer; its id is the path
//   *.jsonl, *.ndjson         records; see RecordParser. Blank lines are passed over.
//   - and pipes               records where a JSON object comes first, else one answer
//   a folder                  the files above in it and in its folders, as answers_in() has them
// A text's question is the one of the options, else the file's name without its extension if there
// is a question of that name, else the name of the nearest folder of its path for which there is.
// Whatever cannot be read becomes a record with an error in its place.
class Submissions {
 public:
  Submissions(std::vector<std::string> paths, SubmissionOptions options);

  // False at the end.
  bool next(InputRecord& record);

  // Files of the folders read so far that are no answers by their names.
  struct LeftOut {
    std::size_t count = 0;
    std::filesystem::path first;
  };
  const LeftOut& left_out() const { return left_out_; }

 private:
  struct Waiting {
    std::string path;
    bool given;  // by the caller; else found in a folder
  };

  bool open_next(InputRecord& record);
  bool read_text(const std::string& path, ByteSource& source, InputRecord& record);
  bool expand(const Waiting& folder, InputRecord& record);
  std::string question_of(const std::filesystem::path& path) const;

  std::deque<Waiting> waiting_;
  SubmissionOptions options_;
  RecordParser parser_;
  std::unique_ptr<ByteSource> lines_;  // the records being read; null between files
  std::string lines_path_;
  std::size_t line_ = 0;
  LeftOut left_out_;
};

}  // namespace assay
