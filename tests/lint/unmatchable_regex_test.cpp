#include "lint/lint_fixture.h"

namespace assay {
namespace {

std::string expression(const std::string& regex) {
  return kHead + criterion("[{ regex = '" + regex + "' }]");
}

TEST(UnmatchableRegex, AsksForWhatNormalisedTextNeverHas) {
  expect_found("L301", {
                           {expression("p95 under \\d+ ms"), {}},
                           {expression("P95 Under"), {}},  // whatever its case
                           {expression("a\u2013b"), {"\u2013"}},
                           {expression("\u201cquoted\u201d"), {"\u201c", "\u201d"}},
                           {expression("x[-\u2013]y"), {"\u2013"}},
                           {expression("two  blanks"), {"  "}},
                           {expression("two  ?blanks"), {}},
                           {expression("[  ]x"), {}},
                           {expression("a\\tb"), {"\\t"}},
                           {expression("a\u2265b"), {"\u2265"}},
                           {expression("caf\u00e9"), {}},
                           {expression("\u00c9tat"), {}},
                           {expression("(?-i)MERGE x"), {"(?-i)"}},
                           {expression("(?-i)merge x"), {}},
                       });
}

}  // namespace
}  // namespace assay
