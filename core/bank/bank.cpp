#include "bank/bank.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "bank/expectations.h"
#include "bank/front_matter.h"
#include "bank/paths.h"
#include "bank/record_places.h"
#include "grading/answer_files.h"
#include "grading/limits.h"
#include "grading/records.h"

namespace assay {
namespace {

namespace fs = std::filesystem;

bool stopped(const StopFlag* stop) { return stop && stop->load(std::memory_order_relaxed); }

class BankReader {
 public:
  explicit BankReader(const BankOptions& options) : options_(options), stop_(options.stop) {}

  void read(const std::string& given) {
    const fs::path path = fs::path(given).lexically_normal();
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    const bool is_folder = fs::is_directory(status);
    if (options_.leave_out_named && options_.leave_out_named(path, is_folder)) {
      ++bank_.ignored;
      return;
    }
    if (!is_folder) return read_file(path);
    const std::size_t before = files_ + bank_.ignored + bank_.mistakes.size();
    read_folder(path);
    if (files_ + bank_.ignored + bank_.mistakes.size() == before && !stopped(stop_)) {
      refuse(path, "the folder holds no answers", ".md, .txt or .jsonl files");
    }
  }

  Bank take() { return std::move(bank_); }

 private:
  void read_folder(const fs::path& folder) {
    std::error_code error;
    const std::vector<AnswerPath> found = answers_in(folder, error).answers;
    if (error) refuse(folder, "the folder cannot be read: " + error.message());
    for (const auto& [as_found, is_folder] : found) {
      const fs::path path = as_found.lexically_normal();
      if (stopped(stop_)) return;
      if (options_.leave_out_found && options_.leave_out_found(path, is_folder)) {
        ++bank_.ignored;
      } else if (is_folder) {
        read_folder(path);
      } else {
        read_file(path);
      }
    }
  }

  void read_file(const fs::path& path) {
    ++files_;
    if (!seen_.insert(absolute_path(path)).second) return;
    const AnswerForm form = form_of(path);
    if (form == AnswerForm::neither) {
      std::error_code ignored;
      return refuse(path, fs::exists(path, ignored) ? "this is no answer" : "there is no such file",
                    "a folder, a .md or .txt file with front matter, or .jsonl with records");
    }
    const int descriptor = open_for_reading(path);
    if (descriptor < 0) return refuse(path, std::generic_category().message(errno));
    // A file of records is held whole, too.
    const std::size_t most = form == AnswerForm::text
                                 ? options_.record_bytes
                                 : std::max(options_.record_bytes, ByteSource::kLimit);
    ByteSource source(descriptor, stop_, most);
    std::string bytes;
    switch (source.rest(bytes)) {
      case ByteSource::Status::failed:
        return refuse(path, std::generic_category().message(source.failure()));
      case ByteSource::Status::too_long:
        return refuse(path, form == AnswerForm::text
                                ? over_record_bytes("file", most)
                                : "the file is longer than " + std::to_string(most >> 20) + " MiB");
      default:
        break;
    }
    if (stopped(stop_)) return;
    const auto file = std::make_shared<const SourceText>(std::move(bytes), path.string());
    if (form == AnswerForm::text) {
      read_text(file);
    } else {
      read_records(file);
    }
  }

  void read_text(const std::shared_ptr<const SourceText>& file) {
    const FrontMatter front = read_front_matter(*file, bank_.mistakes);
    if (!front.sound) return;
    BankAnswer answer;
    answer.file = file;
    answer.record.id = file->path();
    answer.record.text = file->bytes().substr(front.answer);
    answer.text = {std::uint32_t(front.answer), std::uint32_t(file->bytes().size())};
    answer.sound = read_expectations(front.entries, front.span, answer, bank_.mistakes);
    bank_.answers.push_back(std::move(answer));
  }

  void read_records(const std::shared_ptr<const SourceText>& file) {
    std::string line;
    const std::string_view bytes = file->bytes();
    for (std::size_t begin = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0; begin < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
      line = bytes.substr(begin, end - begin);
      const Span span = {std::uint32_t(begin), std::uint32_t(end)};
      begin = end + 1;
      if (is_blank(line)) continue;
      if (line.size() > options_.record_bytes) {
        bank_.mistakes.push_back(file->diagnose(
            file->place_of(span.begin), over_record_bytes("line", options_.record_bytes), {}));
        continue;
      }
      line.append(ByteSource::kPadding, '\0');
      read_record(file, {line.data(), span.size()}, span);
    }
  }

  void read_record(const std::shared_ptr<const SourceText>& file, std::string_view line,
                   Span span) {
    const Place place = file->place_of(span.begin);
    InputRecord record = parser_.parse(line, file->path() + ":" + std::to_string(place.line), "?");
    if (record.error) {
      bank_.mistakes.push_back(
          file->diagnose(place, "this is no record: " + record.error->message,
                         "{\"question\": ..., \"text\": ..., \"met\": [...]}"));
      return;
    }
    BankAnswer answer;
    answer.file = file;
    answer.is_record = true;
    answer.record = std::move(record.answer);
    answer.record.members.clear();
    std::vector<FrontEntry> entries;
    for (FrontEntry& entry : record_members(*file, span)) {
      if (entry.key == "text") answer.text = entry.value.span;
      if (entry.key != "text" && entry.key != "id") entries.push_back(std::move(entry));
    }
    const Span whole = {span.begin, span.begin};
    answer.record.question.clear();
    answer.sound = read_expectations(entries, whole, answer, bank_.mistakes);
    bank_.answers.push_back(std::move(answer));
  }

  void refuse(const fs::path& path, std::string message, std::string expected = {}) {
    bank_.mistakes.push_back({path.string(), 0, 0, std::move(message), std::move(expected), {}});
  }

  const BankOptions& options_;
  const StopFlag* stop_;
  RecordParser parser_;
  Bank bank_;
  std::size_t files_ = 0;
  std::set<fs::path> seen_;  // absolute
};

}  // namespace

Span BankAnswer::in_file(Span of_answer) const {
  if (!is_record) return {text.begin + of_answer.begin, text.begin + of_answer.end};
  return {std::uint32_t(place_in_json_string(file->bytes(), text, of_answer.begin)),
          std::uint32_t(place_in_json_string(file->bytes(), text, of_answer.end))};
}

Bank read_bank(const std::vector<std::string>& paths, const BankOptions& options) {
  BankReader reader(options);
  for (const std::string& path : paths) reader.read(path);
  return reader.take();
}

void refuse_unsound(Bank& bank, RubricLibrary& library) {
  const auto is_wrong = [&](const BankAnswer& answer) {
    if (answer.record.question.empty()) return true;
    const RubricLibrary::Found found = library.find(answer.record.question);
    if (found.rubric) return !check_ids(answer, *found.rubric, bank.mistakes) || !answer.sound;
    if (found.error.code == "unknown-question") {
      bank.mistakes.push_back(
          answer.file->diagnose(answer.file->place_of(answer.question.begin), found.error.message,
                                "a question that `assay list questions` lists"));
    }
    return true;
  };
  std::erase_if(bank.answers, is_wrong);
}

}  // namespace assay
