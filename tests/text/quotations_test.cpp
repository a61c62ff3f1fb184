#include "text/quotations.h"

#include <gtest/gtest.h>

#include "text/shown.h"

namespace assay {
namespace {

// The tokens between quotation marks: "a ""b"" 'c'" gives "b2 c1".
std::string quoted_in(std::string_view answer) {
  const Document document = analyze_plain(answer);
  DocumentDraft draft;
  draft.text = document.text();
  draft.tokens.assign(document.tokens().begin(), document.tokens().end());
  draft.marks.resize(draft.tokens.size());
  const TokenRange all{0, std::uint32_t(draft.tokens.size())};
  mark_quotations(draft, all, {0, std::uint32_t(draft.text.size())});
  std::string out;
  for (std::uint32_t t = 0; t < all.last; ++t) {
    if (draft.marks[t] == 0) continue;
    if (!out.empty()) out += ' ';
    out += draft.text_of(t);
    if (draft.marks[t] & kDoubleQuotesMark) out += '2';
    if (draft.marks[t] & kSingleQuotesMark) out += '1';
  }
  return out;
}

TEST(Quotations, ArePairsOfMarks) {
  struct {
    const char* answer;
    const char* quoted;
  } const cases[] = {
      {"he said \"use it\" to me", "use2 it2"},
      {"he said “use it” and „so“ too", "use2 it2 so2"},
      {"the 'new' key", "new1"},
      {"it's the customers' own 'key' and don't", "key1"},
      {"an unclosed \"mark is none", ""},
      {"a 5\" disk and \"one\"", "one2"},
      {"(\"a\") and \"b 'c' d\"", "a2 b2 c21 d2"},
      {"\"all of it.\"", "all2 of2 it2"},
      {"a \" b \" c", ""},
  };
  for (const auto& c : cases) EXPECT_EQ(quoted_in(c.answer), c.quoted) << c.answer;
}

}  // namespace
}  // namespace assay
