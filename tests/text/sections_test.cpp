#include "text/sections.h"

#include <gmock/gmock.h>

#include "text/shown.h"

namespace assay {
namespace {

using testing::ElementsAreArray;
using Strings = std::vector<std::string>;

// Section by section but for the first: level, title, parent where it is not the whole answer,
// tokens: "1 cost: high", "7 pros <1: fast".
Strings sections_in(const Document& document) {
  const auto words = [&](TokenRange range) {
    std::string out;
    for (std::uint32_t t = range.first; t < range.last; ++t) {
      if (!out.empty()) out += ' ';
      out += document.text(document.tokens()[t]);
    }
    return out;
  };
  Strings out;
  for (const Section& section : document.sections().subspan(1)) {
    std::string shown = std::to_string(section.level) + ' ' + words(section.title);
    if (section.parent != 0) shown += " <" + std::to_string(section.parent);
    out.push_back(shown + ": " + words(section.tokens));
  }
  return out;
}

struct SectionCase {
  std::string answer;
  Strings sections;
};

void PrintTo(const SectionCase& c, std::ostream* out) { *out << c.answer; }

class Sections : public testing::TestWithParam<SectionCase> {};

TEST_P(Sections, AreFound) {
  EXPECT_THAT(sections_in(analyzed(GetParam().answer)), ElementsAreArray(GetParam().sections));
}

INSTANTIATE_TEST_SUITE_P(Headings, Sections,
                         testing::Values(SectionCase{"no heading here", {}},
                                         SectionCase{"x\n# A\nb\n## C\nd\n# E\nf",
                                                     {"1 a: b c d", "2 c <1: d", "1 e: f"}},
                                         SectionCase{"**Choice**\n\nKafka\n\n**Cost**\n\nhigh",
                                                     {"6 choice: kafka", "6 cost: high"}},
                                         SectionCase{"**We must never run it twice.**\n\nx", {}},
                                         SectionCase{"## A\n### B\n## C",
                                                     {"2 a: b", "3 b <1: ", "2 c: "}}));

INSTANTIATE_TEST_SUITE_P(
    Labels, Sections,
    testing::Values(SectionCase{"Choice: Kafka.\nCost: two people.",
                                {"7 choice: kafka", "7 cost: two people"}},
                    SectionCase{"We decide. Cost: high. It stays. Switch: never",
                                {"7 cost: high it stays", "7 switch: never"}},
                    SectionCase{"Drawbacks:\n- slow\n- dear", {"7 drawbacks: slow dear"}},
                    SectionCase{"**Cost.** Two people", {"7 cost: two people"}},
                    SectionCase{"**Cost:** two\n\n**Gain**: one", {"7 cost: two", "7 gain: one"}},
                    SectionCase{"**Harm** – each team", {"7 harm: each team"}},
                    SectionCase{"- **Cost**\n- Gain: x", {"7 cost: ", "7 gain: x"}},
                    SectionCase{"# A\nCost: b\n# C\nd", {"1 a: cost b", "7 cost <1: b", "1 c: d"}},
                    SectionCase{"at 10:30 it runs, key:value and so: no", {}},
                    SectionCase{"Would I? Not yet: nobody asked.", {}},
                    SectionCase{"We looked at what there is and chose: Kafka", {}}));

INSTANTIATE_TEST_SUITE_P(
    ProsAndCons, Sections,
    testing::Values(SectionCase{"+ fast\n+ cheap\n- dear to run\n- slow",
                                {"7 pros: fast cheap", "7 cons: dear to run slow"}},
                    SectionCase{"+fast\n-slow", {"7 pros: fast", "7 cons: slow"}},
                    SectionCase{"- one\n- two", {}},
                    SectionCase{"--Cost: <li>a\n+ b", {"7 cost: a", "7 pros: b"}},
                    SectionCase{"+ one\n+ two", {}}));

TEST(Sections, DivideTheirBlocks) {
  const Document document = analyzed("We decide. Cost: high. It stays.");
  EXPECT_THAT(blocks_of(document), testing::ElementsAre("p: we decide", "p: cost high it stays"));
  EXPECT_EQ(document.section_of(0), 0u);
  EXPECT_EQ(document.section_of(2), 1u);
  EXPECT_EQ(document.section_of(5), 1u);
}

TEST(Sections, ShowTheSignForProsAndCons) {
  const Document document = analyzed("+ fast\n- slow");
  EXPECT_THAT(sources_of(document), testing::ElementsAre("+", "fast", "-", "slow"));
}

}  // namespace
}  // namespace assay
