

#include <gtest/gtest.h>

#include "text/shown.h"

namespace assay {
namespace {

struct TokenCase {
  const char* answer;
  const char* tokens;  // see shown_tokens()
};

void PrintTo(const TokenCase& c, std::ostream* out) { *out << c.answer; }

class Tokens : public testing::TestWithParam<TokenCase> {};

TEST_P(Tokens, AreSplit) {
  EXPECT_EQ(shown_tokens(analyze_plain(GetParam().answer)), GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    Words, Tokens,
    testing::Values(TokenCase{"Merge on the KEY", "|merge on the key"},
                    TokenCase{"exactly-once delivery", "|exactly-once delivery"},
                    TokenCase{"order_id", "|order.id"},
                    TokenCase{"read/write, node.js", "|read.write,node.js"},
                    TokenCase{"read / write", "|read write"},
                    TokenCase{"p99 and s3", "|p99 and s3"}, TokenCase{"v1.2 p99.9", "|v1.2 p99.9"},
                    TokenCase{"the customer's key", "|the customer's key"},
                    TokenCase{"customers' keys", "|customers\"keys"},
                    TokenCase{"2nd and 3rd", "|2nd and 3rd"}, TokenCase{"café Über", "|café über"},
                    TokenCase{"pre- and post-load", "|pre and post-load"},
                    TokenCase{"run --force", "|run force"}, TokenCase{"a - b", "|a:b"},
                    TokenCase{"a — b—c", "|a:b:c"}, TokenCase{"a--b", "|a:b"},
                    TokenCase{"Benjamini–Hochberg", "|benjamini-hochberg"},
                    TokenCase{"now()", "|now"}, TokenCase{"\"merge\" (upsert)", "|merge(upsert"},
                    TokenCase{"say \"merge\" twice", "|say\"merge\"twice"}));

INSTANTIATE_TEST_SUITE_P(
    Contractions, Tokens,
    testing::Values(TokenCase{"don't", "|do+n't"}, TokenCase{"can't cannot", "|can+'t can+not"},
                    TokenCase{"won't", "|wo+n't"}, TokenCase{"dont isnt", "|do+nt is+nt"},
                    TokenCase{"it's we're I'd", "|it+'s we+'re i+'d"},
                    TokenCase{"let's", "|let+'s"}, TokenCase{"don’t", "|do+n't"},
                    TokenCase{"don´t don`t", "|do+n't do+n't"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Tokens,
    testing::Values(TokenCase{"1,000 rows", "|1,000 rows"}, TokenCase{"1.5 s", "|1.5 s"},
                    TokenCase{"5k", "|5+k"}, TokenCase{"10GB", "|10+gb"},
                    TokenCase{"10 000 rows", "|10 000 rows"},
                    TokenCase{"10\u00a0123 rows", "|10,123 rows"},
                    TokenCase{"status 404 500", "|status 404 500"},
                    TokenCase{"1_000_000", "|1_000_000"}, TokenCase{"1,2,3", "|1,2,3"},
                    TokenCase{"½ or 1½", "|0.5 or 1.5"}, TokenCase{"1e-6", "|1e-6"},
                    TokenCase{"p=.05", "|p+=+.05"}, TokenCase{"at 02:00", "|at 02.00"},
                    TokenCase{"2024-01-05", "|2024-01-05"}, TokenCase{"10.0.0.1", "|10.0.0.1"},
                    TokenCase{"2-5k", "|2-5+k"}, TokenCase{"50 %, $5, 5€", "|50 %,$+5,5+€"}));

INSTANTIATE_TEST_SUITE_P(
    Symbols, Tokens,
    testing::Values(TokenCase{"a -> b => c --> d → e ==> f", "|a -> b => c --> d -> e ==> f"},
                    TokenCase{"a<-b", "|a+<-+b"}, TokenCase{"x <= 5 ≥ 3", "|x <+= 5 >+= 3"},
                    TokenCase{"a != b", "|a b"}, TokenCase{"C++", "|c++++"},
                    TokenCase{"------ ====", ""}, TokenCase{"R&D", "|r+&+d"},
                    TokenCase{"R&amp;D", "|r+&+d"}, TokenCase{"#1", "|#+1"}));

TEST(Tokens, ShareTheIdentityOfWhatTheyMean) {
  struct {
    const char* a;
    const char* b;
  } const cases[] = {{"don't", "do not"},        {"won't", "will not"}, {"cannot", "can not"},
                     {"dont", "do not"},         {"it's", "it is"},     {"1,000", "1000"},
                     {"1 000", "1000"},          {"=>", "->"},          {"→", "-->"},
                     {"customer's", "customer"}, {"I've", "i have"}};
  for (const auto& c : cases) {
    const Document a = analyze_plain(c.a), b = analyze_plain(c.b);
    ASSERT_EQ(a.tokens().size(), b.tokens().size()) << c.a;
    for (std::size_t i = 0; i < a.tokens().size(); ++i) {
      EXPECT_EQ(a.tokens()[i].word, b.tokens()[i].word) << c.a;
      EXPECT_EQ(a.tokens()[i].stem, b.tokens()[i].stem) << c.a;
    }
  }
}

TEST(Tokenise, TellsCurrencySignsApart) {
  const Document document = Analyzer().analyze("€ £ <- ← -> →");
  ASSERT_EQ(document.tokens().size(), 6u);
  const auto word = [&](std::size_t i) { return document.tokens()[i].word; };
  EXPECT_NE(word(0), word(1));
  EXPECT_NE(word(0), word(2));
  EXPECT_EQ(word(2), word(3));
  EXPECT_EQ(word(4), word(5));
}

// Wherever in the answer they stand: the text is folded sixteen bytes at a time.
TEST(Blanks, AreOneInEveryPlace) {
  for (const char* blanks : {"  ", " \u00a0", "\u00a0 ", " &nbsp;", " \t"}) {
    for (std::size_t before = 0; before < 40; ++before) {
      const std::string answer =
          std::string(before, 'x') + " alpha" + blanks + "beta and more text";
      const Document document = analyze_plain(answer);
      EXPECT_NE(document.text().find("alpha beta and"), std::string_view::npos)
          << before << " bytes before " << testing::PrintToString(blanks);
    }
  }
}

}  // namespace
}  // namespace assay
