#include "report/command_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace assay {
namespace {

using testing::HasSubstr;

TEST(CompletionOf, IsToldByTheNameOfTheValue) {
  using What = Completion::What;
  const struct {
    const char* value;
    What what;
    std::vector<std::string> words;
  } rows[] = {
      {"FILE", What::files, {}},
      {"[FORMAT=]FILE", What::files, {}},
      {"DIR", What::folders, {}},
      {"ID", What::questions, {}},
      {"QUESTION", What::questions, {}},
      {"text|json", What::words, {"text", "json"}},
      {"N|all|none", What::words, {"all", "none"}},
      {"N", What::nothing, {}},
      {"", What::nothing, {}},
  };
  for (const auto& row : rows) {
    const Completion completion = completion_of({{"--x"}, row.value, "", false, false});
    EXPECT_EQ(completion.what, row.what) << row.value;
    EXPECT_EQ(completion.words, row.words) << row.value;
  }
}

// Text that means something to every one of the languages.
CommandPage hostile() {
  CommandPage grade;
  grade.name = "grade";
  grade.summary = "Grade: it's [all] `$(here)` \\ \"there\"";
  grade.options = {{{"-q", "--question"}, "ID", "It's [a] 'b': \\c $d", false, false},
                   {{"--rubrics"}, "DIR", ".hidden", false, true},
                   {{"--watch"}, "", "Again", false, false}};
  grade.positionals = {{{}, "FILE", "A file", true, true}};
  grade.notes = "One paragraph.\n\nExamples:\n  assay grade a.md\n  .dot 'quoted'";
  CommandPage assay;
  assay.name = "assay";
  assay.summary = "Grades answers.";
  assay.notes = "Exit codes: 0 or 1.";
  assay.commands = {grade};
  return assay;
}

TEST(BashCompletions, TakeNothingOfTheText) {
  const std::string script = bash_completions(hostile());
  EXPECT_THAT(script, HasSubstr("'assay grade -q') _assay_complete questions; return ;;\n"));
  EXPECT_THAT(script, HasSubstr("words '-q --question --rubrics --watch' ;;\n"));
  EXPECT_EQ(script.find("here"), script.npos);
}

TEST(ZshCompletions, QuoteWhatDivides) {
  const std::string script = zsh_completions(hostile());
  EXPECT_THAT(script, HasSubstr(R"('grade:Grade: it'\''s [all] `$(here)` \ "there"')"));
  EXPECT_THAT(script, HasSubstr(R"('(-q --question)'{-q,--question}'[It'\''s \[a\] '\''b'\''\:)"
                                R"( \\c $d]:ID:_assay__ids')"));
  EXPECT_THAT(script, HasSubstr("'*'--rubrics'[.hidden]:DIR:_files -/'"));
  EXPECT_THAT(script, HasSubstr("'*:FILE:_files'"));
}

TEST(FishCompletions, QuoteWhatDivides) {
  EXPECT_THAT(fish_completions(hostile()),
              HasSubstr("complete -c assay -n '__assay_at assay grade' -s q -l question -x -a "
                        "'(__assay_questions)' -d 'It\\'s [a] \\'b\\': \\\\c $d'\n"));
}

TEST(ManualPages, QuoteWhatIsRoff) {
  const std::vector<ManualPage> pages = manual_pages(hostile(), "1.2.3");
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].name, "assay");
  EXPECT_THAT(pages[0].text, HasSubstr(".SH EXIT STATUS\n0 or 1.\n"));
  EXPECT_EQ(pages[1].name, "assay-grade");
  EXPECT_EQ(pages[1].text, R"(.\" Made by `assay man`.
.TH ASSAY\-GRADE 1 "" "assay 1.2.3" "assay"
.SH NAME
assay\-grade \- grade: it\(aqs [all] \(ga$(here)\(ga \e "there"
.SH SYNOPSIS
\fBassay grade\fR [\fIOPTIONS\fR] \fIFILE\fR ...
.SH DESCRIPTION
Grade: it\(aqs [all] \(ga$(here)\(ga \e "there".
.PP
One paragraph.
.SH OPTIONS
.TP
\fIFILE\fR
A file
.TP
\fB\-q\fR, \fB\-\-question\fR \fIID\fR
It\(aqs [a] \(aqb\(aq: \ec $d
.TP
\fB\-\-rubrics\fR \fIDIR\fR
\&.hidden
.TP
\fB\-\-watch\fR
Again
.SH EXAMPLES
.nf
assay grade a.md
.fi
.PP
.nf
\&.dot \(aqquoted\(aq
.fi
.SH SEE ALSO
\fBassay\fR(1)
)");
}

}  // namespace
}  // namespace assay
