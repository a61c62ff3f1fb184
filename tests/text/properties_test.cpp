// What holds of all answers, tried on answers that nobody would write.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "text/invariants.h"
#include "text/shown.h"

namespace assay {
namespace {

// Strings made of what the analyzer treats specially.
rc::Gen<std::string> markup() {
  static const std::vector<std::string> pieces = {"a",
                                                  "b",
                                                  "Merge",
                                                  "key",
                                                  "don't",
                                                  "e",
                                                  "I",
                                                  "1",
                                                  "2",
                                                  "1,000",
                                                  "½",
                                                  "10 000",
                                                  ".5",
                                                  "k",
                                                  " ",
                                                  " ",
                                                  " ",
                                                  "\n",
                                                  "\n",
                                                  "\n\n",
                                                  "\r\n",
                                                  "\t",
                                                  "    ",
                                                  "\u00a0",
                                                  "\u202f",
                                                  "\u200b",
                                                  "\u00ad",
                                                  "\u0301",
                                                  "é",
                                                  "ﬁ",
                                                  "ß",
                                                  "İ",
                                                  "Å",
                                                  "漢",
                                                  "。",
                                                  "а",
                                                  "👩‍👩‍👧",
                                                  "\ufffd",
                                                  ".",
                                                  ".",
                                                  ",",
                                                  ";",
                                                  ":",
                                                  "!",
                                                  "?",
                                                  "...",
                                                  "…",
                                                  "'",
                                                  "\"",
                                                  "’",
                                                  "“",
                                                  "”",
                                                  "´",
                                                  "`",
                                                  "-",
                                                  "–",
                                                  "—",
                                                  "--",
                                                  "_",
                                                  "/",
                                                  "\\",
                                                  "@",
                                                  "(",
                                                  ")",
                                                  "[",
                                                  "]",
                                                  "{",
                                                  "}",
                                                  "|",
                                                  "->",
                                                  "→",
                                                  "=>",
                                                  "<-",
                                                  "<",
                                                  ">",
                                                  "=",
                                                  "+",
                                                  "%",
                                                  "$",
                                                  "€",
                                                  "&",
                                                  "#",
                                                  "*",
                                                  "**",
                                                  "~",
                                                  "~~",
                                                  "```",
                                                  "~~~",
                                                  "- ",
                                                  "* ",
                                                  "+ ",
                                                  "1. ",
                                                  "2) ",
                                                  "a) ",
                                                  "> ",
                                                  "• ",
                                                  "# ",
                                                  "## ",
                                                  "---",
                                                  "===",
                                                  "|---|",
                                                  "| a | b |\n|---|---|\n",
                                                  "<p>",
                                                  "</p>",
                                                  "<br>",
                                                  "<li>",
                                                  "<ul>",
                                                  "<del>",
                                                  "</del>",
                                                  "<blockquote>",
                                                  "<tr>",
                                                  "<td>",
                                                  "<h2>",
                                                  "<pre>",
                                                  "<!--",
                                                  "-->",
                                                  "&amp;",
                                                  "&nbsp;",
                                                  "&#8217;",
                                                  "&#0;",
                                                  "&lt;",
                                                  "http://a.b/c",
                                                  "www.a.b",
                                                  "[a](b)",
                                                  "![a](b)",
                                                  "[a]: b",
                                                  "Cost: ",
                                                  "**Cost.** ",
                                                  "e.g. ",
                                                  "\x01",
                                                  "\x80",
                                                  "\x92",
                                                  "\xff",
                                                  "\xc3",
                                                  "\xe2\x80",
                                                  "\xf0\x9f",
                                                  std::string(1, '\0')};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const std::vector<std::string>& parts) {
                        std::string out;
                        for (const std::string& part : parts) out += part;
                        return out;
                      });
}

std::string normal_form_of(std::string_view source) {
  return std::string(analyze_plain(source).text());
}

TEST(Properties, EveryDocumentIsWhole) {
  EXPECT_TRUE(rc::check([] {
    const auto answer = *rc::gen::resize(60, markup());
    const std::string broken = broken_invariant(analyzed(answer));
    if (!broken.empty()) RC_FAIL(broken);
    const std::string plainly = broken_invariant(analyze_plain(answer));
    if (!plainly.empty()) RC_FAIL("plain: " + plainly);
  }));
}

TEST(Properties, EveryDocumentOfAnyBytesIsWhole) {
  EXPECT_TRUE(rc::check([] {
    const auto answer = *rc::gen::string<std::string>();
    const std::string broken = broken_invariant(analyzed(answer));
    if (!broken.empty()) RC_FAIL(broken);
  }));
}

TEST(Properties, SpansCutOutWhatTheirTokensSay) {
  EXPECT_TRUE(rc::check([] {
    const auto answer = *rc::gen::resize(40, markup());
    const Document document = analyze_plain(answer);
    for (const Token& token : document.tokens()) {
      // What maps as a whole may hold more than one token: "1⁄2".
      const std::string cut = normal_form_of(document.original(token.span));
      if (cut.find(document.text(token)) == std::string::npos) {
        RC_FAIL("'" + std::string(document.text(token)) + "' is cut out as '" + cut + "'");
      }
    }
  }));
}

// Answers without markup take a shorter way.
TEST(Properties, MarkupElsewhereChangesNothing) {
  EXPECT_TRUE(rc::check([] {
    static const std::vector<std::string> pieces = {
        "a",   "B",    "don't", "e.g.", "1.5",  ". ", ", ", ": ",       "; ",  " ",      " ",
        "\n",  "\n\n", "\r\n",  "\t",   "  \n", "é",  "/",  "order_id", "a.b", "Cost: ", "\v",
        "a) ", "-x ",  "2*3",   "~5",   "(",    ")",  "->", "\"",       "• ",  "x@y",    "\r"};
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    std::string answer;
    for (const std::string& part : parts) answer += part;
    const Document shorter = analyzed(answer), longer = analyzed(answer + "\n\n`x`");
    RC_ASSERT(shorter.text() == longer.text().substr(0, shorter.text().size()));
    RC_ASSERT(shown_tokens(shorter) + "|x" == shown_tokens(longer));
    auto blocks = blocks_of(shorter);
    blocks.push_back("p: x");
    RC_ASSERT(blocks == blocks_of(longer));
  }));
}

TEST(Properties, NothingIsRemembered) {
  EXPECT_TRUE(rc::check([] {
    const auto before = *rc::gen::resize(30, markup());
    const auto answer = *rc::gen::resize(30, markup());
    Analyzer fresh, used;
    used.analyze(before);
    const Document a = fresh.analyze(answer), b = used.analyze(answer);
    RC_ASSERT(a.text() == b.text());
    RC_ASSERT(shown_tokens(a) == shown_tokens(b));
    RC_ASSERT(blocks_of(a) == blocks_of(b));
  }));
}

// Words and marks that mean the same in every form they are written in.
rc::Gen<std::vector<std::string>> prose() {
  static const std::vector<std::string> words = {
      "we",     "merge", "on",    "the", "business", "key,", "and",   "don't", "café", "über",
      "\"so\"", "it's",  "Kafka", "p99", "1.5",      "it.",  "naïve", "10GB",  "a",    "Å"};
  return rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words)));
}

std::string joined(const std::vector<std::string>& words, std::string_view blank) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += blank;
    out += word;
  }
  return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

TEST(Properties, WrapsAndLineEndsChangeNoToken) {
  EXPECT_TRUE(rc::check([] {
    const auto words = *prose();
    const auto plain = texts_of(analyzed(joined(words, " ")));
    RC_ASSERT(texts_of(analyzed(joined(words, "\n"))) == plain);
    RC_ASSERT(texts_of(analyzed(joined(words, "\r\n"))) == plain);
    RC_ASSERT(texts_of(analyzed(joined(words, "\u00a0"))) == plain);
    RC_ASSERT(texts_of(analyzed(joined(words, " \t ") + "\n")) == plain);
  }));
}

TEST(Properties, TypographyChangesNoToken) {
  EXPECT_TRUE(rc::check([] {
    const std::string plain = joined(*prose(), " ");
    const auto expected = texts_of(analyzed(plain));
    std::string typeset = plain;
    replace_all(typeset, " \"", " “");
    replace_all(typeset, "\"", "”");
    replace_all(typeset, "'", "’");
    RC_ASSERT(texts_of(analyzed(typeset)) == expected);
    std::string decomposed = plain;
    replace_all(decomposed, "é", "e\u0301");
    replace_all(decomposed, "ü", "u\u0308");
    replace_all(decomposed, "ï", "i\u0308");
    replace_all(decomposed, "Å", "\u212b");
    RC_ASSERT(texts_of(analyzed(decomposed)) == expected);
    std::string hyphenated = plain;
    replace_all(hyphenated, "business", "busi\u00adness");
    RC_ASSERT(texts_of(analyzed(hyphenated)) == expected);
  }));
}

}  // namespace
}  // namespace assay
