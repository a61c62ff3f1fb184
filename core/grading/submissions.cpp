#include "grading/submissions.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include "grading/answer_files.h"
#include "grading/limits.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kStandardInput = "-";

InputRecord unreadable(const std::string& path, std::string message) {
  InputRecord record;
  record.answer.id = path;
  record.place = path;
  record.error = {"unreadable-file", std::move(message), path};
  return record;
}

GradingError too_long(std::string_view what, std::size_t limit, const std::string& place) {
  return {"over-limit", over_record_bytes(what, limit), place};
}

std::string reason_of(int error) { return std::generic_category().message(error); }

}  // namespace

Submissions::Submissions(std::vector<std::string> paths, SubmissionOptions options)
    : options_(std::move(options)) {
  for (std::string& path : paths) waiting_.push_back({std::move(path), true});
}

bool Submissions::next(InputRecord& record) {
  for (;;) {
    if (options_.stop && options_.stop->load(std::memory_order_relaxed)) return false;
    if (!lines_) {
      if (waiting_.empty()) return false;
      if (open_next(record)) return true;
      continue;
    }
    std::string_view line;
    const ByteSource::Status status = lines_->next_line(line);
    ++line_;
    const std::string place = lines_path_ + ":" + std::to_string(line_);
    switch (status) {
      case ByteSource::Status::got:
        if (is_blank(line)) continue;
        record = parser_.parse(line, place, options_.question);
        return true;
      case ByteSource::Status::too_long:
        record = unreadable(place, {});
        record.error = too_long("line", options_.limit, place);
        return true;
      case ByteSource::Status::failed:
        record = unreadable(place, reason_of(lines_->failure()));
        lines_.reset();
        return true;
      case ByteSource::Status::end:
        lines_.reset();
        continue;
    }
  }
}

// True where `record` was filled; else what is to be read next is in lines_ or waiting_.
bool Submissions::open_next(InputRecord& record) {
  const Waiting first = std::move(waiting_.front());
  waiting_.pop_front();
  const std::string& path = first.path;
  std::unique_ptr<ByteSource> source;
  AnswerForm form = AnswerForm::neither;
  if (path == kStandardInput) {
    source = std::make_unique<ByteSource>(0, options_.stop, options_.limit);
  } else {
    std::error_code ignored;
    const fs::file_status status = fs::status(path, ignored);
    if (fs::is_directory(status)) {
      return !expand(first, record);
    }
    form = form_of(path);
    if (form == AnswerForm::neither && fs::is_regular_file(status)) {
      record =
          unreadable(path, "expected a .md or .txt file with an answer, or .jsonl with records");
      return true;
    }
    const int descriptor = open_for_reading(path);
    if (descriptor < 0) {
      record = unreadable(path, reason_of(errno));
      return true;
    }
    source = std::make_unique<ByteSource>(descriptor, options_.stop, options_.limit);
  }
  if (form == AnswerForm::neither) {
    form = source->begins_with_object() ? AnswerForm::records : AnswerForm::text;
  }
  if (form == AnswerForm::text) return read_text(path, *source, record);
  lines_ = std::move(source);
  lines_path_ = path;
  line_ = 0;
  return false;
}

bool Submissions::read_text(const std::string& path, ByteSource& source, InputRecord& record) {
  record = {};
  switch (source.rest(record.answer.text)) {
    case ByteSource::Status::failed:
      record = unreadable(path, reason_of(source.failure()));
      return true;
    case ByteSource::Status::too_long:
      record = unreadable(path, {});
      record.error = too_long("file", options_.limit, path);
      return true;
    case ByteSource::Status::end:
      return false;
    case ByteSource::Status::got:
      break;
  }
  record.answer.id = path;
  record.place = path;
  record.answer.question = question_of(path);
  if (record.answer.question.empty()) {
    record.error = {"unknown-question", "which question it answers is not known: name it with -q",
                    path};
  }
  return true;
}

std::string Submissions::question_of(const fs::path& path) const {
  if (!options_.question.empty() || !options_.is_question) return options_.question;
  if (const std::string stem = path.stem().string(); options_.is_question(stem)) return stem;
  for (fs::path folder = path.parent_path(); folder.has_filename(); folder = folder.parent_path()) {
    if (const std::string name = folder.filename().string(); options_.is_question(name))
      return name;
  }
  return {};
}

bool Submissions::expand(const Waiting& folder, InputRecord& record) {
  std::error_code error;
  const auto [found, left_out] = answers_in(folder.path, error);
  if (left_out_.count == 0 && !left_out.empty()) left_out_.first = left_out[0];
  left_out_.count += left_out.size();
  if (error || (found.empty() && folder.given)) {
    record = unreadable(folder.path,
                        error ? error.message() : "the folder holds no .md, .txt or .jsonl files");
    return false;
  }
  for (auto each = found.rbegin(); each != found.rend(); ++each) {
    waiting_.push_front({each->path.string(), false});
  }
  return true;
}

}  // namespace assay
