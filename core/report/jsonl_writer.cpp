#include <utility>

#include "report/record_json.h"
#include "report/writer.h"

namespace assay {
namespace {

class JsonlWriter final : public Writer {
 public:
  explicit JsonlWriter(Sink sink) : sink_(std::move(sink)) {}

  void write(const GradedAnswer& graded) override {
    line_.clear();
    append_record_json(line_, graded);
    line_ += '\n';
    sink_(line_);
  }

  void finish() override {}

 private:
  Sink sink_;
  std::string line_;
};

}  // namespace

std::unique_ptr<Writer> make_jsonl_writer(Writer::Sink sink) {
  return std::make_unique<JsonlWriter>(std::move(sink));
}

}  // namespace assay
