#include "lint/lint_fixture.h"

namespace assay {
namespace {

std::string words(const std::string& regex) {
  return kHead + criterion("[{ regex = '" + regex + "' }]");
}

TEST(RegexForTerm, AsksForWordsOnly) {
  expect_found("L302",
               {
                   {words("\\bmerge\\b"), {"'\\bmerge\\b'"}},
                   {words("\\b(merge|upsert)s?\\b"), {"'\\b(merge|upsert)s?\\b'"}},
                   {words("\\bprimary (business )?key\\b"), {"'\\bprimary (business )?key\\b'"}},
                   {words("\\bp\\d+\\b"), {}},
                   {words("merge"), {}},  // also in "emerged"
                   {words("\\bmerge.*key\\b"), {}},
                   {words("\\b[ab] key\\b"), {}},
                   {words("^merge\\b"), {}},
               });
}

}  // namespace
}  // namespace assay
