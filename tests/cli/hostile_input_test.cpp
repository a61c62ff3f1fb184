// Whatever somebody hands in, it is graded or becomes an error of its own, its neighbours are
// graded as if it were not there, and nothing of it works on a terminal or a file system.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "cli/program.h"
#include "host/temp_folder.h"
#include "parsed_json.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using testing::AnyOf;
using testing::HasSubstr;

const std::string kGood =
    "Each run replaces the partition of its own day, so a rerun leaves the same rows.";

// One line of JSON Lines; further members stand in `more`, each behind a comma.
std::string record(const std::string& id, const std::string& text,
                   const std::string& question = "idempotency", const std::string& more = "") {
  return "{\"id\":" + json_string(id) + ",\"question\":" + json_string(question) +
         ",\"text\":" + json_string(text) + more + "}\n";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string counting(std::size_t times, const std::function<std::string(std::size_t)>& line) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += line(i);
  return all;
}

// --- Lines that are no records, or hardly ---

struct Line {
  const char* name;
  std::string bytes;
  const char* code;  // of the error; "graded" where there is none
};

void PrintTo(const Line& line, std::ostream* out) { *out << line.name; }

class HostileRecord : public testing::TestWithParam<Line> {};

TEST_P(HostileRecord, CostsItselfAndNothingElse) {
  const TempFolder folder;
  folder.write("clean.jsonl", record("before", kGood) + record("after", kGood));
  folder.write("hostile.jsonl",
               record("before", kGood) + GetParam().bytes + "\n" + record("after", kGood));
  const std::string grade = "assay grade --format jsonl --threads 2 2>/dev/null ";
  const std::vector<std::string> clean = lines_of(run(folder.path(), grade + "clean.jsonl").out);
  const Ran ran = run(folder.path(), grade + "hostile.jsonl");
  const std::vector<std::string> lines = lines_of(ran.out);
  ASSERT_EQ(clean.size(), 2u);
  ASSERT_EQ(lines.size(), 3u) << ran.out.substr(0, 2000);
  EXPECT_EQ(lines[0], clean[0]);
  EXPECT_EQ(lines[2], clean[1]);
  ASSERT_TRUE(is_json(lines[1])) << lines[1].substr(0, 2000);
  const Json result = Json::parse(lines[1]);
  EXPECT_EQ(result.contains("error") ? result["error"]["code"].text() : "graded", GetParam().code);
  EXPECT_EQ(ran.exit, result.contains("error") ? 2 : 0);
}

INSTANTIATE_TEST_SUITE_P(
    Classes, HostileRecord,
    testing::Values(
        Line{"NotJson", "one row per order line", "bad-record"},
        Line{"Truncated", R"({"id": "x", "question": "idempotency", "text": "a run)", "bad-record"},
        Line{"NoBrace", R"({"id": "x", "question": "idempotency", "text": "a run")", "bad-record"},
        Line{"TwoOnALine", R"({"text": "a"} {"text": "b"})", "bad-record"},
        Line{"Array", R"(["id", "x"])", "bad-record"}, Line{"Null", "null", "bad-record"},
        Line{"Bracket", repeated("[", 100'000), "bad-record"},
        Line{"DeepMember",
             R"({"text": "a", "question": "idempotency", "x": )" + repeated("[", 100'000) +
                 repeated("]", 100'000) + "}",
             "bad-record"},
        Line{"UnclosedObjects", repeated(R"({"a":)", 100'000), "bad-record"},
        Line{"KeyTwice", R"({"text": "a", "text": "b", "question": "idempotency"})", "bad-record"},
        Line{"NumberForText", R"({"text": 5, "question": "idempotency"})", "bad-record"},
        Line{"ListForId", R"({"id": [1], "text": "a", "question": "idempotency"})", "bad-record"},
        Line{"NoText", R"({"id": "x", "question": "idempotency"})", "bad-record"},
        Line{"NoQuestion", R"({"id": "x", "text": "a"})", "bad-record"},
        Line{"NoSuchQuestion", R"({"text": "a", "question": "../../etc/passwd"})",
             "unknown-question"},
        Line{"HalfAnEscape", R"({"text": "a\u12", "question": "idempotency"})", "bad-record"},
        Line{"SecondSurrogateAlone", R"({"text": "a\udc00b", "question": "idempotency"})",
             "bad-record"},
        Line{"FirstSurrogateAlone", R"({"text": "a\ud800b", "question": "idempotency"})",
             "bad-record"},
        Line{"NotUtf8", "{\"text\": \"caf\xE9 \xC0\xAF \xF8\x88\", \"question\": \"idempotency\"}",
             "bad-record"},
        Line{"Nul", R"({"text": "a\u0000b", "question": "idempotency"})", "graded"},
        Line{"RawNul",
             R"({"text": "a)" + std::string(1, '\0') + R"(b", "question": "idempotency"})",
             "bad-record"},
        Line{"Empty", R"({"text": "", "question": "idempotency"})", "graded"},
        Line{"BomWithin",
             "\xEF\xBB\xBF"
             R"({"text": "a", "question": "idempotency"})",
             "bad-record"},
        Line{"SameIdAgain", R"({"id": "before", "text": "a", "question": "idempotency"})",
             "graded"},
        Line{"IdIsAPath", R"({"id": "../../x.md", "text": "a", "question": "idempotency"})",
             "graded"},
        Line{"ManyMembers",
             R"({"text": "a", "question": "idempotency")" +
                 counting(20'000,
                          [](std::size_t i) {
                            return ",\"m" + std::to_string(i) + "\":" + std::to_string(i);
                          }) +
                 "}",
             "graded"}),
    [](const auto& each) { return each.param.name; });

// --- Texts that are built to be dear ---

struct Shape {
  const char* name;
  std::string text;
};

std::vector<Shape> shapes() {
  const std::string zero_width = "\xE2\x80\x8B";
  const std::string combining = "\xCC\x81";
  return {
      {"OneWord", repeated("a", 2'000'000)},
      {"OneTermAgainAndAgain", repeated("merge key ", 50'000)},
      {"Newlines", repeated("\n", 100'000)},
      {"Blanks", repeated(" ", 500'000)},
      {"NestedBullets", repeated("- ", 100'000) + "x"},
      {"IndentedBullets",
       counting(1'000, [](std::size_t i) { return std::string(2 * i, ' ') + "- x\n"; })},
      {"NestedQuotes", repeated("> ", 100'000) + "x"},
      {"FenceThatNeverEnds", "```\n" + repeated("x\n", 100'000)},
      {"FencesThatNeverEnd",
       counting(2'000, [](std::size_t i) { return std::string(3 + i % 50, '`') + "\n"; })},
      {"Brackets", repeated("[", 100'000)},
      {"LinksWithoutEnd", repeated("[a](", 50'000)},
      {"Stars", repeated("*a ", 100'000)},
      {"Strong", repeated("**a*", 50'000)},
      {"Underscores", repeated("_a_", 100'000)},
      {"Backticks", counting(800, [](std::size_t i) { return std::string(i, '`') + " "; })},
      {"WideTable", repeated("|a", 50'000) + "\n" + repeated("|-", 50'000) + "\n"},
      {"LongTable", "|a|b|\n|-|-|\n" + repeated("|x|y|\n", 50'000)},
      {"Headings", repeated("# a\n", 100'000)},
      {"References",
       counting(20'000, [](std::size_t i) { return "[" + std::to_string(i) + "]: x\n"; })},
      {"OpenTags", repeated("<div>", 100'000)},
      {"Comments", repeated("<!-- ", 100'000)},
      {"Entities", repeated("&amp;", 100'000)},
      {"Autolinks", repeated("<http://a", 50'000)},
      {"CombiningMarks", "e" + repeated(combining, 200'000)},
      {"MarksInNoOrder", "e" + repeated("\xCC\x95", 200'000) + repeated("\xCC\xB4", 200'000)},
      {"ZeroWidth", repeated("id" + zero_width, 100'000)},
      {"Sentences", repeated(kGood + " ", 5'000)},
      {"Commas", repeated("cache, ", 100'000)},
      {"Denials", repeated("not ", 150'000)},
      {"Conditions", repeated("if we would not, ", 30'000)},
      {"FullStops", repeated(". ", 150'000)},
      {"QuotationMarks", repeated("\"a ", 100'000)},
      {"Parentheses", repeated("(", 200'000)},
      {"Semicolons", repeated("we; ", 100'000)},
      {"Colons", repeated("a: ", 100'000)},
      {"Shafts", repeated("=-", 200'000)},
      {"Dashes", "a .." + repeated(" --", 150'000) + " b"},
      {"Groups", "1" + repeated(" 000", 100'000) + " 001"},
      {"GroupsOfAName", "1" + repeated("_000", 100'000) + "a"},
      {"Arrows", repeated("Kafka -> Flink -> Redis ", 20'000)},
      {"Amounts", repeated("70 % of $500K is $350K, ", 20'000)},
      {"Bytes",
       counting(300'000, [](std::size_t i) { return std::string(1, char(i * 7919 >> 3)); })},
  };
}

TEST(HostileText, IsGradedOrIsOverALimit) {
  const TempFolder folder;
  std::string records;
  const std::vector<Shape> all = shapes();
  for (const Shape& shape : all) {
    records += record(shape.name, shape.text) + record("good", kGood);
  }
  folder.write("shapes.jsonl", records);
  const Ran ran = run(folder.path(), "assay grade --format jsonl shapes.jsonl 2>/dev/null");
  const std::vector<std::string> lines = lines_of(ran.out);
  ASSERT_EQ(lines.size(), 2 * all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Json result = Json::parse(lines[2 * i]);
    EXPECT_EQ(result["id"], all[i].name);
    if (result.contains("error")) {
      EXPECT_EQ(result["error"]["code"], "over-limit") << all[i].name;
    }
    EXPECT_EQ(lines[2 * i + 1], lines[1]) << "behind " << all[i].name;
  }
}

// --- Terms that are hidden or faked ---

TEST(HostileText, IsFlaggedWhereItHidesWhatItSays) {
  const TempFolder folder;
  struct Case {
    const char* name;
    std::string text;
    const char* flag;
  };
  const Case cases[] = {
      {"zero-width",
       "Each r\xE2\x80\x8Bun repl\xE2\x80\x8B"
       "aces its own p\xE2\x80\x8B"
       "artition.",
       "hidden-characters"},
      {"look-alike",
       "Each run repl\xD0\xB0"
       "ces its own p\xD0\xB0rtition, so a r\xD0\xB5run is safe.",
       "look-alikes"},
  };
  for (const Case& one : cases) {
    folder.write("one.jsonl", record(one.name, one.text));
    const Ran ran = run(folder.path(), "assay grade --format jsonl one.jsonl");
    EXPECT_THAT(Json::parse(ran.out)["flags"].dump(), HasSubstr(one.flag)) << one.name;
  }
}

// --- What a terminal, a spreadsheet or a browser would obey ---

// Bytes that move the cursor, colour, ring, retitle, hide or reorder.
const std::vector<std::string> kCommands = {
    "\x1b[2J",
    "\x1b]0;owned\x07",
    "\x1b[31m",
    "\x08\x08",
    "\x7f",

    "\x0e",
    "\xC2\x9B"
    "2J",
    "\xC2\x9D"
    "0;x\x07",
    "\xE2\x80\xAE",
    "\xE2\x80\xAD",
    "\xE2\x81\xA6",
    "\xE2\x81\xA9",
    "\xE2\x80\x8F",
};

std::string commands() {
  std::string all = "rerun ";
  for (const std::string& command : kCommands) all += command + "run ";
  return all;
}

void expect_harmless(const std::string& out, const std::string& from) {
  for (std::size_t at = out.find('\r'); at != out.npos; at = out.find('\r', at + 1)) {
    EXPECT_EQ(out.substr(at, 2), "\r\n") << from << " goes back to the start of a line";
  }
  for (const std::string& command : kCommands) {
    EXPECT_EQ(out.find(command), out.npos) << from << " writes " << json_string(command);
  }
}

TEST(HostileFolder, HoldsNothingUp) {
  const TempFolder folder;
  folder.write("in/idempotency/ann.md", kGood);
  const Ran graded = run(folder.path(),
                         "mkfifo in/pipe.md in/idempotency/pipe.jsonl; "
                         "timeout 60 assay grade in --format csv");
  EXPECT_EQ(graded.exit, 0) << graded.out;
  EXPECT_EQ(lines_of(graded.out).size(), 2u) << graded.out;
  const Ran checked = run(folder.path(), "timeout 60 assay check in");
  EXPECT_EQ(checked.exit, 2) << checked.out;
  EXPECT_THAT(checked.out, HasSubstr("0 answers, 0 expectations: no findings, 1 error\n"));
}

TEST(HostileText, WorksOnNoTerminal) {
  const TempFolder folder;
  const std::string evil = commands();
  const std::string marks = R"(,"met":["interval-scoped-output"],"flaws":[])";
  folder.write("answers.jsonl",
               record(evil, evil + kGood) + record(evil, evil, evil) + "{\"id\": \"x\x1b[2J\n");
  folder.write("marked.jsonl", record(evil, evil + kGood, "idempotency", marks));
  folder.write("bank/" + evil.substr(0, 40) + ".md",
               "+++\nquestion = \"idempotency\"\nmet = [\"merge-by-key\"]\n+++\n" + evil + kGood);
  folder.write("rubrics/mine/idempotency.toml", "id = \"" + evil + "\"\n" + evil);
  folder.write("answer" + evil + ".md", evil + kGood);
  const std::string lines[] = {
      "assay grade answers.jsonl",
      "assay grade answers.jsonl --format json",
      "assay grade answers.jsonl --format jsonl",
      "assay grade answers.jsonl --format csv",
      "assay grade -q idempotency answer*",
      "assay grade -q \"$(cat answer*)\" answers.jsonl",
      "assay grade no-such-file-\"$(printf '\\033[2J')\"",
      "assay grade --rubrics rubrics -q idempotency answer*",
      "assay lint --rubrics rubrics",
      "assay agree marked.jsonl",
      "assay agree marked.jsonl --format json",
      "assay agree marked.jsonl --format html",
      "assay mine marked.jsonl",
      "assay check bank",
      "assay check bank --format json",
      "assay check bank --format junit",
      "assay check bank --format sarif",
      "assay check bank --format github",
      "assay check bank --format rdjsonl",
  };
  for (const std::string& line : lines) {
    const Ran ran = run(folder.path(), line);
    EXPECT_THAT(ran.exit, AnyOf(0, 1, 2)) << line << "\n" << ran.out;
    EXPECT_FALSE(ran.out.empty()) << line;
    expect_harmless(ran.out, line);
  }
}

TEST(HostileId, IsNoPathNoFormulaAndNoMarkup) {
  const TempFolder folder;
  const std::string ids[] = {"../outside.md",
                             "/tmp/outside",
                             "=HYPERLINK(\"http://x\")",
                             "@SUM(1)",
                             "-1+1",
                             "+1",
                             "<script>alert(1)</script>",
                             "\"><img src=x onerror=alert(1)>"};
  std::string records;
  const std::string marks = R"(,"met":[],"flaws":[])";
  for (const std::string& id : ids) records += record(id, kGood, "idempotency", marks);
  folder.write("in/ids.jsonl", records);
  const Ran graded =
      run(folder.path(), "assay grade in/ids.jsonl --format csv -o out.csv; cat out.csv");
  for (const std::string& line : lines_of(graded.out)) {
    const std::size_t first = line.find_first_not_of('"');
    ASSERT_NE(first, line.npos);
    EXPECT_EQ(std::string("=+-@").find(line[first]), std::string::npos) << line;
  }
  const Ran html =
      run(folder.path(), "assay agree in/ids.jsonl --format html -o out.html; cat out.html");
  EXPECT_EQ(html.out.find("<script>alert"), html.out.npos);
  EXPECT_EQ(html.out.find("<img src=x"), html.out.npos);
  std::vector<std::string> there;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
    there.push_back(fs::relative(entry.path(), folder.path()).string());
  }
  EXPECT_THAT(there, testing::UnorderedElementsAre("in", "in/ids.jsonl", "out.csv", "out.html"));
  EXPECT_FALSE(fs::exists(folder.path().parent_path() / "outside.md"));
}

}  // namespace
}  // namespace assay
