#include <utility>

#include "report/record_json.h"
#include "report/writer.h"

namespace assay {
namespace {

// One object whose "results" are the records of the JSON Lines, a line each.
class JsonWriter final : public Writer {
 public:
  explicit JsonWriter(Sink sink) : sink_(std::move(sink)) {}

  void write(const GradedAnswer& graded) override {
    text_ = any_ ? ",\n" : "{\"results\":[\n";
    any_ = true;
    append_record_json(text_, graded);
    sink_(text_);
  }

  void finish() override { sink_(any_ ? "\n]}\n" : "{\"results\":[]}\n"); }

 private:
  Sink sink_;
  std::string text_;
  bool any_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_json_writer(Writer::Sink sink) {
  return std::make_unique<JsonWriter>(std::move(sink));
}

}  // namespace assay
