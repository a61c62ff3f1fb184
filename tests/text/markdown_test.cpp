#include "text/markdown.h"

#include <gmock/gmock.h>

#include "text/shown.h"

namespace assay {
namespace {

using testing::ElementsAreArray;
using Strings = std::vector<std::string>;

struct Case {
  std::string answer;
  Strings blocks;  // see blocks_of()
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.answer; }

class Blocks : public testing::TestWithParam<Case> {};

TEST_P(Blocks, AreFound) {
  EXPECT_THAT(blocks_of(analyzed(GetParam().answer)), ElementsAreArray(GetParam().blocks));
}

INSTANTIATE_TEST_SUITE_P(
    Markdown, Blocks,
    testing::Values(Case{"one\ntwo\n\nthree", {"p: one two", "p: three"}},
                    Case{"# Cost\nhigh\n## Why\nlow", {"h1: cost", "p: high", "h2: why", "p: low"}},
                    Case{"Cost\n---\nhigh", {"h2: cost", "p: high"}},
                    Case{"- a\n- b\n  - c\n- d", {"li1: a", "li1: b", "li2: c", "li1: d"}},
                    Case{"1. a\n2. b\n\n   more", {"li1#1: a", "li1#2: b", "li1#2: more"}},
                    Case{"- a\n\n  b\n", {"li1: a", "li1: b"}},
                    Case{"- a\n  - b\n\n  c", {"li1: a", "li2: b", "li1: c"}},
                    Case{"> quoted\n\nmine", {"q: quoted", "p: mine"}},
                    Case{"| key | value |\n|---|---|\n| a | b |\n| c | |",
                         {"tr0: key(value", "tr1: a(b", "tr2: c"}},
                    Case{"```sql\nMERGE INTO t;\n```\nthen", {"code: merge into t", "p: then"}},
                    Case{"a `merge` b **c** _d_ e_f_g", {"p: a merge b c d e f g"}},
                    Case{"[the docs](http://x.y/upsert) ![a chart](z.png)",
                         {"p: the docs a chart"}},
                    Case{"see https://x.y/merge_upsert?a=b. Then <https://z.w> and www.a.b/c, so",
                         {"p: see then and so"}},
                    Case{"a <!-- upsert --> b", {"p: a b"}},
                    Case{"a <!-- upsert", {"p: a < upsert"}},
                    Case{"un**friggin**g", {"p: unfrigging"}}));

INSTANTIATE_TEST_SUITE_P(
    WhatOnlyLooksLikeMarkdown, Blocks,
    testing::Values(Case{"price*qty*tax and 2*3*4", {"p: price qty tax and 2 3 4"}},
                    Case{"from ~5 min to~10 min", {"p: from 5 min to 10 min"}},
                    Case{"> 5 minutes late is dropped", {"p: > 5 minutes late is dropped"}},
                    Case{">99% of rows", {"p: > 99 % of rows"}},
                    Case{"> 5 reasons\n> to stop", {"q: 5 reasons to stop"}},
                    Case{"[Cost]: high", {"p: cost high"}},
                    Case{"\tindented\n\ttwice", {"p: indented twice"}},
                    Case{"We write it once. It stays.\n---\nThen",
                         {"p: we write it once it stays", "p: then"}},
                    Case{"a\n```\nnot closed\nb", {"p: a not closed b"}},
                    Case{"if a<b then c>d", {"p: if a < b then c > d"}}));

INSTANTIATE_TEST_SUITE_P(BulletsUnknownToMarkdown, Blocks,
                         testing::Values(Case{"• a\n• b c\nd", {"li1: a", "li1: b c d"}},
                                         Case{"Why:\n– a\n– b", {"p: why", "li1: a", "li1: b"}},
                                         Case{"-first\n-second", {"li1: first", "li1: second"}},
                                         Case{"a) x\nb) y", {"li1#1: x", "li1#2: y"}},
                                         Case{"(1) x\n(2) y", {"li1#1: x", "li1#2: y"}},
                                         Case{"Steps.\n2) then x", {"p: steps", "li1#2: then x"}},
                                         Case{"from (1) to the line\n(2) of it",
                                              {"p: from(1(to the line 2(of it"}}));

INSTANTIATE_TEST_SUITE_P(
    Html, Blocks,
    testing::Values(
        Case{"<p>one</p><p>two<br>three</p>", {"p: one", "p: two three"}},
        Case{"<ul><li>a</li><li class=\"x\">b</li></ul><p>c", {"li1: a", "li1: b", "p: c"}},
        Case{"<h2>Cost</h2>high", {"h2: cost", "p: high"}},
        Case{"<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>",
             {"tr0: a(b", "tr1: c(d"}},
        Case{"<blockquote>his</blockquote>mine", {"q: his", "p: mine"}},
        Case{"<b>exactly</b>-once &amp; <i>once</i>&nbsp;only", {"p: exactly once & once only"}},
        Case{"<script> x <unknown>", {"p: < script > x < unknown >"}}));

TEST(Html, MarksWhatItStrikesThroughAndCodes) {
  const Document document = analyzed("we <code>merge</code> and `upsert` it");
  std::vector<bool> in_code;
  for (const Token& token : document.tokens()) in_code.push_back(token.in_code);
  EXPECT_THAT(in_code, testing::ElementsAre(false, true, false, true, false));
}

TEST(Html, ParagraphBreaksEndSentences) {
  EXPECT_THAT(sentences_of(analyzed("one<br>two<br/>three")),
              testing::ElementsAre("one", "two", "three"));
}

}  // namespace
}  // namespace assay
