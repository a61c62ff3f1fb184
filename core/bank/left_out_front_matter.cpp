#include "bank/left_out_front_matter.h"

#include <algorithm>
#include <string_view>

#include "bank/front_matter.h"
#include "rubric/table_reader.h"

namespace assay {
namespace {

// It is read for every answer that somebody hands in, so it may not take long.
constexpr std::size_t kLongest = std::size_t{64} << 10;

// A record's place ends with its line, "marked.jsonl:12".
bool is_record(std::string_view place) {
  const std::size_t last = place.find_last_not_of("0123456789");
  return last != place.npos && last + 1 < place.size() && place[last] == ':';
}

bool begins_with_fence(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text.starts_with("+++") || text.starts_with("---");
}

}  // namespace

void leave_out_front_matter(InputRecord& record) {
  if (record.error && record.error->code != "unknown-question") return;
  std::string& text = record.answer.text;
  if (!begins_with_fence(text) || is_record(record.place)) return;
  const SourceText head(text.substr(0, kLongest), record.place);
  Diagnostics ignored;
  const FrontMatter front = read_front_matter(head, ignored);
  if (!front.sound) return;
  const auto question =
      std::find_if(front.entries.begin(), front.entries.end(), [](const FrontEntry& entry) {
        return entry.key == "question" && entry.value.type == FrontValue::Type::text &&
               !is_blank(entry.value.text);
      });
  if (question == front.entries.end()) return;
  text.erase(0, front.answer);
  if (!record.answer.question.empty()) return;
  record.answer.question = question->value.text;
  record.error.reset();
}

}  // namespace assay
