// An answer bank: answers under version control, each with what it must earn.
//
// An answer is a .md or .txt file with front matter, or a record with the same members:
//
//   +++
//   question = "grain"
//   band = "yellow"                 at least
//   score = 0.5                     at least, 0..1, as ">= 0.5"; "= 0.5" exactly
//   met = ["row-unit"]              criteria that are met
//   not-met = ["additivity"]        criteria that are not
//   flaws = ["mixed-grain"]         flaws that are committed
//   no-flaws = true                 no flaw at all; or a list of those that are not committed
//   note = "why it is here"         for people
//   suppress = [...]                findings that may stand for a while; see suppression.h
//   +++
//   One row per order line.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "assay/span.h"
#include "bank/suppression.h"
#include "grading/byte_source.h"
#include "grading/record.h"
#include "grading/rubric_library.h"
#include "rubric/source_text.h"

namespace assay {

enum class Expected : std::uint8_t {
  band,
  least_score,
  exact_score,
  met,
  not_met,
  flaw,
  no_flaw,
  no_flaws,  // of any kind
};
// The key that says so: "met".
std::string_view key_of(Expected what);

// One thing that an answer must earn, and is checked by itself.
struct Expectation {
  Expected what;
  std::string id;         // of the criterion or flaw; else empty
  Band band = Band::red;  // of Expected::band
  double score = 0;       // of the two scores, 0..1
  Span span;              // its value in the file
};

struct BankAnswer {
  AnswerRecord record;  // its id is the file's path, or what the record says
  std::shared_ptr<const SourceText> file;
  std::vector<Expectation> expectations;  // as they stand in the file; never empty
  std::vector<Suppression> suppressions;
  Span question;           // where the file names it
  Span text;               // where the answer stands in the file
  bool is_record = false;  // `text` is then a JSON string with its quotes
  bool sound = true;       // false: the bank's mistakes tell of it

  // Bytes of the answer as bytes of the file.
  Span in_file(Span of_answer) const;
};

struct Bank {
  std::vector<BankAnswer> answers;  // ordered by file as given, then by place
  Diagnostics mistakes;             // of these answers, and of others that could not be read
  std::size_t ignored = 0;          // files and folders left out
};

// Whether a path is left out. Where none is given, none is.
using IgnoreFilter = std::function<bool(const std::filesystem::path& path, bool is_folder)>;

struct BankOptions {
  IgnoreFilter leave_out_named;  // of the paths given
  IgnoreFilter leave_out_found;  // of what stands in folders
  const StopFlag* stop = nullptr;
  // Bytes of a file of text or a line of records; more is a mistake. A file of records may have
  // ByteSource::kLimit, or that many if it is more.
  std::size_t record_bytes = ByteSource::kLimit;
};

// Reads files, each once, and of folders what answers_in() has of them, and below. Every mistake
// that can be known without a rubric is told.
Bank read_bank(const std::vector<std::string>& paths, const BankOptions& options);

// Adds questions and ids that do not exist to the bank's mistakes, and then removes all answers
// that have mistakes or a refused rubric; what is wrong with rubrics, `library` tells. Loads them.
void refuse_unsound(Bank& bank, RubricLibrary& library);

}  // namespace assay
