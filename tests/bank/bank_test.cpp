#include "bank/bank.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "bank/bank_settings.h"
#include "host/temp_folder.h"

namespace assay {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "met row-unit", "band green", "score >= 0.5", as they stand in the file.
std::vector<std::string> expected_of(const BankAnswer& answer) {
  std::vector<std::string> lines;
  for (const Expectation& one : answer.expectations) {
    std::string line(key_of(one.what));
    if (!one.id.empty()) line += " " + one.id;
    if (one.what == Expected::band) line += " " + std::string(name_of(one.band));
    if (one.what == Expected::least_score) line += " >= " + std::to_string(one.score).substr(0, 4);
    if (one.what == Expected::exact_score) line += " = " + std::to_string(one.score).substr(0, 4);
    if (one.what == Expected::no_flaws) line += " at all";
    lines.push_back(line);
  }
  return lines;
}

// "2:9 message; expected"
std::vector<std::string> told(const Bank& bank) {
  std::vector<std::string> lines;
  for (const Diagnostic& one : bank.mistakes) {
    lines.push_back(std::to_string(one.line) + ":" + std::to_string(one.column) + " " +
                    one.message + (one.expected.empty() ? "" : "; " + one.expected));
  }
  return lines;
}

class BankTest : public testing::Test {
 protected:
  Bank read(const std::string& name, const std::string& bytes) {
    return read_bank({folder_.write(name, bytes).string()}, {});
  }
  TempFolder folder_;
};

TEST_F(BankTest, ReadsTheSameFromTomlYamlAndRecords) {
  const std::vector<std::string> expected = {"band yellow", "score = 0.50", "met a",     "met b",
                                             "not-met c",   "flaws d",      "no-flaws e"};
  const Bank toml = read("a.md",
                         "+++\nquestion = \"q\"\nband = \"yellow\"\nscore = \"= 0.5\"\n"
                         "met = [\"a\", \"b\"]\nnot-met = [\"c\"]\nflaws = [\"d\"]\n"
                         "no-flaws = [\"e\"]\n+++\nText.\n");
  const Bank yaml = read("b.txt",
                         "--- \r\nquestion: q # the question\r\nband: yellow\r\nscore: '=0.5'\r\n"
                         "met:\r\n  - a\r\n  - \"b\"\r\nnot-met: [c]\r\nflaws: [ 'd' ]\r\n"
                         "no-flaws:\r\n- e\r\n---\r\nText.\n");
  const Bank record = read("c.jsonl",
                           "\n{\"question\":\"q\",\"text\":\"Text.\\n\",\"band\":\"yellow\","
                           "\"score\":\"=0.5\",\"met\":[\"a\",\"b\"],\"not-met\":[\"c\"],"
                           "\"flaws\":[\"d\"],\"no-flaws\":[\"e\"]}\n");
  for (const Bank* bank : {&toml, &yaml, &record}) {
    EXPECT_THAT(told(*bank), IsEmpty());
    ASSERT_EQ(bank->answers.size(), 1u);
    EXPECT_EQ(expected_of(bank->answers[0]), expected);
    EXPECT_EQ(bank->answers[0].record.question, "q");
    EXPECT_EQ(bank->answers[0].record.text, "Text.\n");
  }
}

TEST_F(BankTest, KnowsWhereAnExpectationAndAWordStand) {
  const Bank toml = read("a.md", "+++\nquestion = \"q\"\nmet = [\"a\", \"b\"]\n+++\nAn é word.\n");
  ASSERT_EQ(toml.answers.size(), 1u);
  const BankAnswer& answer = toml.answers[0];
  const Place b = answer.file->place_of(answer.expectations[1].span.begin);
  EXPECT_EQ(b.line, 3u);
  EXPECT_EQ(b.column, 13u);
  const Span word = answer.in_file({6, 10});
  EXPECT_EQ(answer.file->bytes().substr(word.begin, word.size()), "word");

  // A record's text is written with escapes, of which one may stand for four bytes.
  const Bank record =
      read("a.jsonl",
           "{\"text\": \"\\ud83c\\udf75\\n\\u00e9 \\\"word\\\"\", \"question\": \"q\", "
           "\"met\": [\"a\"]}");
  ASSERT_EQ(record.answers.size(), 1u);
  const BankAnswer& other = record.answers[0];
  const std::size_t at = other.record.text.find("word");
  const Span written = other.in_file({std::uint32_t(at), std::uint32_t(at + 4)});
  EXPECT_EQ(other.file->bytes().substr(written.begin, written.size()), "word");
}

TEST_F(BankTest, RefusesAllThatIsWrongAtItsPlace) {
  struct Case {
    const char* bytes;
    std::vector<std::string> mistakes;
  };
  const Case cases[] = {
      {"Text.\n",
       {"1:1 this answer has no front matter, so nothing is expected of it; a line of +++, keys "
        "such as `question` and `met` in TOML, and another line of +++"}},
      {"+++\nquestion = \"q\"\n", {"1:1 this front matter does not end; a line of +++ behind it"}},
      {"+++\n+++\n",
       {"1:1 an answer needs the key `question`; a question's id",
        "1:1 nothing is expected of this answer; at least one of `band`, `score`, `met`, "
        "`not-met`, `flaws` and `no-flaws`"}},
      {"+++\nquestion = \"q\"\nmett = [\"a\"]\nband = \"blue\"\nscore = 2\n+++\n",
       {"3:1 an answer has no key `mett`; `met`", "4:8 this is no band; `green`, `yellow` or `red`",
        "5:9 this is no score; a number from 0 to 1 for at least so much, or \"= 0.5\" for just "
        "so much"}},
      // No double is just this.
      {"+++\nquestion = \"q\"\nscore = 9007199254740993\n+++\n",
       {"3:9 this is no score; a number from 0 to 1 for at least so much, or \"= 0.5\" for just "
        "so much"}},
      {"+++\nquestion = \"q\"\nscore = 0.50001\n+++\n",
       {"3:9 this score has too many decimals; at most four"}},
      {"+++\nquestion = \"q\"\nscore = \">= 0.12345\"\n+++\n",
       {"3:9 this score has too many decimals; at most four"}},
      {"+++\nquestion = \"q\"\nmet = [\"a\", 3, \"a\"]\nflaws = []\nno-flaws = false\n+++\n",
       {"3:13 this is no id; a string", "3:16 `a` stands in `met` twice",
        "4:9 `flaws` is empty; at least one id, or no such key",
        "5:12 `no-flaws` cannot be true or false; true, or a list of flaws' ids"}},
      {"+++\nquestion = \"q\"\nmet = [\"a\"]\nnot-met = [\"a\"]\n+++\n",
       {"4:12 `a` is expected and its opposite too; it in one of `met` and `not-met`"}},
      {"+++\nquestion = q\n+++\n",
       {"2:12 this is no value; a string in quotes, a number, true, false, an [array] or a "
        "{table}"}},
      {"---\nquestion: q\nmet: [a\nflaws: &x y\nband: yes\nnote: a: b\n  met: [a]\n---\n",
       {"3:6 this list does not end on its line; a closing bracket, or a line for each item: "
        "\"- item\"",
        "4:8 of YAML only strings, numbers, true, false and lists are read here; one of these; "
        "quotes around a string that begins so",
        "5:7 YAML reads this word in more than one way; true or false, or the word in \"quotes\"",
        "6:8 a colon in a string without quotes; \"quotes\" around the string; tables are not "
        "read here",
        "7:3 this line is indented; a key at the start of the line"}},
      {"---\nmet:\nmet: a\n- b\n\tc\n\"x\": 1\nmet: \"a\\n\"\n---\n",
       {"2:1 `met` has no value; a value behind the colon, or a line for each item: \"- item\"",
        "4:1 this item belongs to no key; \"key:\" above the items",
        "5:2 this line is indented; a key at the start of the line",
        "6:1 this line is no key with a value; \"key: value\"",
        "7:1 `met` stands twice; each key once"}},
      // Tables in a list of YAML.
      {"---\nquestion: q\nmet: [a]\nsuppress:\n- id: a\n  id: b\n  reason:\n   until: x\n"
       "---\n",
       {"6:3 `id` stands twice; each key once",
        "7:3 `reason` has no value; a value behind the colon",
        "8:4 this line is indented; a key at the start of the line"}},
  };
  for (const Case& c : cases) {
    const Bank bank = read("a.md", c.bytes);
    EXPECT_EQ(told(bank), c.mistakes) << c.bytes;
    for (const BankAnswer& answer : bank.answers) EXPECT_FALSE(answer.sound) << c.bytes;
  }
}

TEST_F(BankTest, RefusesARecordAndReadsTheOthers) {
  const Bank bank = read("a.jsonl",
                         "{\"question\":\"q\",\"text\":\"\"}\nnonsense\n"
                         "{\"question\":\"q\",\"text\":\"\",\"met\":[\"a\"]}\n");
  EXPECT_THAT(told(bank),
              ElementsAre("1:1 nothing is expected of this answer; at least one of `band`, "
                          "`score`, `met`, `not-met`, `flaws` and `no-flaws`",
                          "2:1 this is no record: not a JSON object; {\"question\": ..., "
                          "\"text\": ..., \"met\": [...]}"));
  ASSERT_EQ(bank.answers.size(), 2u);
  EXPECT_FALSE(bank.answers[0].sound);
  EXPECT_TRUE(bank.answers[1].sound);
}

TEST_F(BankTest, ReadsFoldersInOrderWithoutWhatIsLeftOut) {
  const std::string answer = "+++\nquestion = \"q\"\nband = \"red\"\n+++\n";
  for (const char* name : {"b.md", "a/z.txt", "drafts/x.md", "README.md", ".git/y.md", "c.png"}) {
    folder_.write(name, answer);
  }
  BankOptions options;
  options.leave_out_found = [](const auto& path, bool is_folder) {
    return is_folder && path.filename() == "drafts";
  };
  const Bank bank = read_bank({folder_.path().string()}, options);
  ASSERT_EQ(bank.answers.size(), 2u);
  EXPECT_EQ(bank.answers[0].file->path(), folder_.path() / "a/z.txt");
  EXPECT_EQ(bank.answers[1].file->path(), folder_.path() / "b.md");
  EXPECT_EQ(bank.ignored, 1u);
}

TEST_F(BankTest, ReadsWhatIsNamedUnlessItIsLeftOutByName) {
  const std::string draft =
      folder_.write("drafts/a.md", "+++\nquestion = \"q\"\nband = \"red\"\n+++\n").string();
  BankOptions options;
  options.leave_out_found = [](const auto&, bool) { return true; };
  EXPECT_EQ(read_bank({draft, draft}, options).answers.size(), 1u);  // once, too
  options.leave_out_named = options.leave_out_found;
  EXPECT_EQ(read_bank({draft}, options).answers.size(), 0u);
}

TEST_F(BankTest, ReadsTheSameSuppressionsFromTomlYamlAndRecords) {
  const Bank toml = read("a.md",
                         "+++\nquestion = \"q\"\nmet = [\"a\"]\n[[suppress]]\nid = \"a\"\n"
                         "finding = \"criterion-not-met\"\nreason = \"Waits: #12\"\n"
                         "until = 2027-01-31\n[[suppress]]\nfinding = \"band\"\n+++\n");
  const Bank yaml = read("b.md",
                         "---\nquestion: q\nmet: [a]\nsuppress:\n  - id: a\n    finding: "
                         "criterion-not-met\n    # why\n    reason: \"Waits: #12\"\n    until: "
                         "2027-01-31\n  - finding: band\n---\n");
  const Bank record = read("c.jsonl",
                           "{\"question\":\"q\",\"text\":\"\",\"met\":[\"a\"],\"suppress\":[{"
                           "\"id\":\"a\",\"finding\":\"criterion-not-met\",\"reason\":\"Waits: "
                           "#12\",\"until\":\"2027-01-31\"},{\"finding\":\"band\"}]}\n");
  const char* first_bytes[] = {"[[suppress]]", "id: a", "{\"id\""};
  std::size_t nth = 0;
  for (const Bank* bank : {&toml, &yaml, &record}) {
    EXPECT_THAT(told(*bank), IsEmpty());
    ASSERT_EQ(bank->answers.size(), 1u);
    const std::vector<Suppression>& all = bank->answers[0].suppressions;
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].id, "a");
    EXPECT_EQ(all[0].finding, "criterion-not-met");
    EXPECT_EQ(all[0].reason, "Waits: #12");
    ASSERT_TRUE(all[0].until);
    EXPECT_EQ(name_of(*all[0].until), "2027-01-31");
    EXPECT_EQ(all[1].finding, "band");
    EXPECT_EQ(all[1].reason, "");
    EXPECT_FALSE(all[1].until);
    const Span span = all[0].span;
    EXPECT_THAT(std::string(all[0].file->bytes().substr(span.begin, span.size())),
                testing::StartsWith(first_bytes[nth++]));
  }
}

TEST_F(BankTest, RefusesASuppressionThatIsWrong) {
  struct Case {
    const char* line;
    const char* mistake;
  };
  const Case cases[] = {
      {"suppress = \"a\"", "4:12 `suppress` cannot be a string"},
      {"suppress = [\"a\"]", "4:13 a suppression cannot be a string"},
      {"suppress = [{}]", "4:13 this suppression does not say what it is of"},
      {"suppress = [{ reason = \"x\" }]", "4:13 this suppression does not say what it is of"},
      {"suppress = [{ id = 3 }]", "4:20 `id` cannot be a number"},
      {"suppress = [{ id = \"a\", why = \"x\" }]", "4:25 a suppression has no key `why`"},
      {"suppress = [{ id = \"a\", paths = [\"x\"] }]", "4:25 a suppression has no key `paths`"},
      {"suppress = [{ finding = \"bnad\" }]", "4:25 there is no finding `bnad`; `band`"},
      {"suppress = [{ finding = \"suppression-ended\" }]",
       "4:25 there is no finding `suppression-ended`"},
      {"suppress = [{ id = \"a\", until = 2027 }]", "4:33 this is no day"},
      {"suppress = [{ id = \"a\", until = \"2027-02-29\" }]", "4:33 this is no day"},
      {"suppress = [{ id = \"a\", until = \"tomorrow\" }]", "4:33 this is no day"},
  };
  for (const Case& c : cases) {
    const Bank bank =
        read("a.md", std::string("+++\nquestion = \"q\"\nmet = [\"a\"]\n") + c.line + "\n+++\n");
    ASSERT_EQ(bank.mistakes.size(), 1u) << c.line;
    EXPECT_THAT(told(bank)[0], testing::StartsWith(c.mistake)) << c.line;
    EXPECT_FALSE(bank.answers[0].sound) << c.line;
  }
}

TEST_F(BankTest, TakesNoMoreThanTheLimit) {
  const auto text = folder_.write("a.md", "+++\nquestion = \"q\"\nmet = [\"a\"]\n+++\nText.\n");
  const auto records = folder_.write("b.jsonl",
                                     "{\"question\":\"q\",\"text\":\"Text.\",\"met\":[\"a\"]}\n"
                                     "{\"question\":\"q\",\"text\":\"Longer.\",\"met\":[\"a\"]}\n");
  BankOptions options;
  options.record_bytes = 44;
  const Bank bank = read_bank({text.string(), records.string()}, options);
  EXPECT_EQ(bank.answers.size(), 2u);
  EXPECT_THAT(told(bank), ElementsAre("2:1 the line has more than the 44 bytes of the limit "
                                      "\"record-bytes\""));
  options.record_bytes = 30;
  EXPECT_THAT(told(read_bank({text.string()}, options)),
              ElementsAre("0:0 the file has more than the 30 bytes of the limit \"record-bytes\""));
}

TEST(BankSettings, AreFoundUpwardAndReadStrictly) {
  TempFolder folder;
  folder.write("assay.toml", "rubrics = [\"mine\"]\nignore = [\"drafts/\"]\n");
  folder.write("mine/q.toml", "");
  const auto answer = folder.write("bank/deep/a.md", "");
  EXPECT_EQ(find_settings(answer), folder.path() / "assay.toml");

  Diagnostics mistakes;
  const auto settings = read_settings(folder.path() / "assay.toml", "assay.toml", mistakes);
  ASSERT_TRUE(settings);
  EXPECT_THAT(settings->rubrics, ElementsAre(folder.path() / "mine"));
  EXPECT_TRUE(settings->ignores(folder.path() / "bank/drafts/a.md", false));
  EXPECT_FALSE(settings->ignores(folder.path() / "bank/a.md", false));
  EXPECT_FALSE(settings->ignores("/elsewhere/drafts/a.md", false));

  folder.write(
      "assay.toml",
      "rubric = [\"mine\"]\nplugins = [\"none\"]\nignore = [\"[a\"]\n[[suppress]]\nid = \"x\"\n");
  EXPECT_FALSE(read_settings(folder.path() / "assay.toml", "assay.toml", mistakes));
  std::vector<std::string> told;
  for (const Diagnostic& one : mistakes) {
    told.push_back(std::to_string(one.line) + ":" + std::to_string(one.column) + " " + one.message);
  }
  EXPECT_THAT(told, testing::UnorderedElementsAre("1:1 assay.toml has no key `rubric`",
                                                  "2:12 there is no folder `none`",
                                                  "3:11 a bracket that is not closed, a class that "
                                                  "there is not, or a backslash at the end of a "
                                                  "pattern",
                                                  "4:1 this suppression does not say where it "
                                                  "holds"));
}

}  // namespace
}  // namespace assay
