#include <array>
#include <utility>

#include "report/glyphs.h"
#include "report/page.h"
#include "report/sheet_text.h"
#include "report/writer.h"

namespace assay {
namespace {

class TextWriter final : public Writer {
 public:
  TextWriter(Sink sink, const WriterOptions& options) : sink_(std::move(sink)), options_(options) {}

  void write(const GradedAnswer& graded) override {
    std::string head;
    std::string body;
    render(graded, head, body);
    ++answers_;
    if (answers_ == 1) {
      // Whether it needs its name depends on whether another answer follows.
      first_head_ = std::move(head);
      first_body_ = std::move(body);
      return;
    }
    if (answers_ == 2) sink_(first_head_ + first_body_);
    sink_("\n\n" + head + body);
  }

  void finish() override {
    if (answers_ == 0) sink_("No answers.\n");
    if (answers_ == 1) sink_(first_body_);
    if (answers_ < 2) return;
    std::string line = "\n\n";
    Page page(line, options_.width, options_.color);
    page.paragraph(summary(), Ink::bold);
    sink_(line);
  }

 private:
  void render(const GradedAnswer& graded, std::string& head, std::string& body) {
    Page page(body, options_.width, options_.color);
    std::string title = graded.answer.question;
    if (const auto* sheet = std::get_if<ScoreSheet>(&graded.outcome)) {
      title = sheet->rubric->title;
      ++bands_[std::size_t(sheet->band)];
      add_sheet(page, graded.answer.text, *sheet);
    } else {
      ++errors_;
      page.headed("ERROR", Ink::red, std::get<GradingError>(graded.outcome).message);
    }
    head = inked(safe(graded.answer.id), Ink::bold, options_.color);
    if (!title.empty()) head += "  " + inked(safe(title), Ink::faint, options_.color);
    head += '\n';
  }

  std::string summary() const {
    std::string line = counted(double(answers_), "answer") + ":";
    std::string_view before = " ";
    const auto add = [&](std::size_t count, std::string_view what) {
      if (count == 0) return;
      line += std::string(before) + std::to_string(count) + " " + std::string(what);
      before = ", ";
    };
    for (const Band band : {Band::green, Band::yellow, Band::red}) {
      add(bands_[std::size_t(band)], name_of(band));
    }
    add(errors_, errors_ == 1 ? "error" : "errors");
    return line;
  }

  Sink sink_;
  WriterOptions options_;
  std::size_t answers_ = 0;
  std::array<std::size_t, 3> bands_ = {};
  std::size_t errors_ = 0;
  std::string first_head_;
  std::string first_body_;
};

}  // namespace

std::unique_ptr<Writer> make_text_writer(Writer::Sink sink, const WriterOptions& options) {
  return std::make_unique<TextWriter>(std::move(sink), options);
}

}  // namespace assay
