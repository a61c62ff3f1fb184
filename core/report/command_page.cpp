#include "report/command_page.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

bool is_literal(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

Completion completion_of(const CommandOption& option) {
  constexpr std::array<std::string_view, 5> kFiles = {"FILE", "MARKED", "BANK", "RUBRIC",
                                                      "[FORMAT=]FILE"};
  constexpr std::array<std::string_view, 2> kQuestions = {"ID", "QUESTION"};
  const auto is_one_of = [&option](const auto& names) {
    return std::find(names.begin(), names.end(), option.value) != names.end();
  };
  if (is_one_of(kFiles)) return {Completion::What::files, {}};
  if (is_one_of(kQuestions)) return {Completion::What::questions, {}};
  if (option.value == "DIR") return {Completion::What::folders, {}};
  Completion completion;
  std::string_view rest = option.value;
  while (!rest.empty()) {
    const std::size_t bar = std::min(rest.find('|'), rest.size());
    if (is_literal(rest.substr(0, bar))) completion.words.emplace_back(rest.substr(0, bar));
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  if (!completion.words.empty()) completion.what = Completion::What::words;
  return completion;
}

}  // namespace assay
