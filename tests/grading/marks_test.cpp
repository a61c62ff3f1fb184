#include "grading/marks.h"

#include <gtest/gtest.h>

namespace assay {
namespace {

using Ids = std::vector<std::string>;

struct Case {
  const char* members;
  std::vector<Marks> marks;
  std::vector<std::string> problems;
};

const Case kCases[] = {
    {"", {}, {}},
    {R"("feedback": "well done", "max_score": 2)", {}, {}},
    {R"("met": ["b", "a", "b"], "flaws": [], "band": "green")",
     {{"", Ids{"a", "b"}, Ids{}, Band::green, {}}},
     {}},
    {R"("met": [])", {{"", Ids{}, {}, {}, {}}}, {}},
    {R"("met": null, "flaws": null, "band": null, "score": null)", {}, {}},
    {R"("score": 1.5, "max_score": 2)", {{"", {}, {}, {}, 0.75}}, {}},
    {R"("score": 0, "max_score": 0.5, "marker": "kim")", {{"kim", {}, {}, {}, 0.0}}, {}},
    {R"("marker": 7, "band": "red")", {{"7", {}, {}, Band::red, {}}}, {}},
    {R"("marker": "kim")", {}, {}},
    {R"("marks": [{"marker": "kim", "met": ["a"]}, {"marker": "lee", "met": [], "band": "red"}])",
     {{"kim", Ids{"a"}, {}, {}, {}}, {"lee", Ids{}, {}, Band::red, {}}},
     {}},
    {R"("met": ["a"], "marks": [{"marker": "lee", "met": []}])",
     {{"", Ids{"a"}, {}, {}, {}}, {"lee", Ids{}, {}, {}, {}}},
     {}},
    {R"("marks": [])", {}, {}},

    // Mistakes: told, and the rest still counts.
    {R"("met": "a", "band": "red")",
     {{"", {}, {}, Band::red, {}}},
     {R"("met" must be a list of ids, not "a")"}},
    {R"("flaws": ["a", 1])", {}, {R"("flaws" must be a list of ids, not ["a",1])"}},
    {R"("band": "amber")", {}, {R"("band" must be "green", "yellow" or "red", not "amber")"}},
    {R"("band": 2)", {}, {R"("band" must be "green", "yellow" or "red", not 2)"}},
    {R"("score": 1)", {}, {R"("score" needs "max_score" beside it)"}},
    {R"("score": 1, "max_score": 0)", {}, {R"("max_score" must be a number above 0, not 0)"}},
    {R"("score": 1, "max_score": "2")", {}, {R"("max_score" must be a number above 0, not "2")"}},
    {R"("score": 3, "max_score": 2)",
     {},
     {R"("score" must be a number from 0 to "max_score", not 3)"}},
    {R"("score": -1, "max_score": 2)",
     {},
     {R"("score" must be a number from 0 to "max_score", not -1)"}},
    {R"("score": "1", "max_score": 2)",
     {},
     {R"("score" must be a number from 0 to "max_score", not "1")"}},
    {R"("marks": {"met": []})", {}, {R"("marks" must be a list of objects, not {"met":[]})"}},
    {R"("marks": ["kim"])", {}, {R"(each of "marks" must be an object, not "kim")"}},
    {R"("met": [)", {}, {"the record's members cannot be read as JSON"}},
};

TEST(Marks, AreReadFromTheMembersOfARecord) {
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.members);
    std::vector<std::string> problems;
    EXPECT_EQ(read_marks(c.members, problems), c.marks);
    EXPECT_EQ(problems, c.problems);
  }
}

}  // namespace
}  // namespace assay
