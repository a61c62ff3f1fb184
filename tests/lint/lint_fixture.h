// Rubrics of a few lines and what one check finds in them.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "host/temp_folder.h"
#include "lint/check.h"
#include "lint/lint.h"

namespace assay {

// What a rubric begins with.
inline const std::string kHead =
    "id = \"q\"\ntitle = \"Rows\"\nprompt = \"How do you write the rows?\"\n";

// One criterion that asks for `any`, an array of operands.
inline std::string criterion(const std::string& any, const std::string& id = "it") {
  return "[[criterion]]\nid = \"" + id + "\"\nsays = \"Says it\"\nany = " + any + "\n";
}
// A concept that the criterion asks for.
inline std::string with_concept(const std::string& terms) {
  return kHead + "[concepts]\nc = " + terms + "\n" + criterion("[\"@c\"]");
}
inline std::string example(const std::string& text, const std::string& asserts) {
  return "[[example]]\ntext = '''" + text + "'''\n" + asserts + "\n";
}

struct Linted {
  std::vector<std::string> found;  // the words that each finding of the check is about, in order
  std::vector<std::string> messages;
  std::vector<std::string> advice;
  std::vector<std::string> allowed;  // the reasons of those that were allowed
  std::string mended;  // the rubric once everything that can be mended is, in one round
};

struct LintSetting {
  std::string lexicon;  // lexicons/words.toml, where it is not empty
  bool whole = true;
  bool mutate = false;
  bool of_lexicon = false;  // look at the lexicon's findings instead
};

// A rubric that does not load fails the test.
inline Linted lint_for(std::string_view code, const std::string& rubric,
                       const LintSetting& setting = {}) {
  const TempFolder folder;
  LintBank bank;
  bank.whole = setting.whole;
  bank.mutate = setting.mutate;
  bank.environment.lexicon_folders = {folder.path()};
  Diagnostics mistakes;
  std::string path = folder.path() / "pack/q.toml";
  std::string text = rubric;
  if (!setting.lexicon.empty()) {
    const auto lexicon = folder.write("words.toml", setting.lexicon);
    EXPECT_TRUE(add_lexicon(bank, lexicon, mistakes));
    if (setting.of_lexicon) {
      path = lexicon;
      text = setting.lexicon;
    }
  }
  EXPECT_TRUE(add_rubric(bank, rubric, folder.path() / "pack/q.toml", mistakes)) << rubric;
  LintFindings findings = lint(bank, mistakes);
  for (const Diagnostic& mistake : mistakes) ADD_FAILURE() << mistake.to_string();
  std::erase_if(findings, [&](const LintFinding& f) { return f.code != code || f.path != path; });
  Linted linted;
  for (const LintFinding& finding : findings) {
    const SourceText line(finding.line, {});
    const std::size_t begin = line.offset_of({1, finding.begin.column});
    linted.found.push_back(
        finding.line.substr(begin, line.offset_of({1, finding.end.column}) - begin));
    linted.messages.push_back(finding.message);
    linted.advice.push_back(finding.advice);
    if (!finding.allowed.empty()) linted.allowed.push_back(finding.allowed);
    EXPECT_FALSE(finding.advice.empty()) << finding.message;
  }
  std::size_t made = 0;
  linted.mended = mended(text, path, findings, made);
  return linted;
}

// A rubric, and the words that findings of the check are about.
struct LintRow {
  std::string rubric;
  std::vector<std::string> found;
  LintSetting setting = {};
};

inline void expect_found(std::string_view code, const std::vector<LintRow>& rows) {
  ASSERT_NE(lint_check(code), nullptr);
  for (const LintRow& row : rows) {
    const Linted linted = lint_for(code, row.rubric, row.setting);
    EXPECT_EQ(linted.found, row.found) << row.rubric << "\n"
                                       << testing::PrintToString(linted.messages);
  }
}

}  // namespace assay
