// Results to bytes. One format, one file; each hides its class behind one factory.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "grading/record.h"

namespace assay {

struct WriterOptions {
  bool color = false;
  unsigned width = 80;  // columns of the terminal; text only
};

// Receives answers in input order; writes what it has with each call to the sink it was made with.
// No I/O of its own.
class Writer {
 public:
  using Sink = std::function<void(std::string_view bytes)>;
  virtual ~Writer() = default;
  virtual void write(const GradedAnswer& graded) = 0;
  // After the last answer; once.
  virtual void finish() = 0;
};

std::unique_ptr<Writer> make_text_writer(Writer::Sink sink, const WriterOptions& options);
std::unique_ptr<Writer> make_json_writer(Writer::Sink sink);
std::unique_ptr<Writer> make_jsonl_writer(Writer::Sink sink);
std::unique_ptr<Writer> make_csv_writer(Writer::Sink sink);

}  // namespace assay
