

#include <gtest/gtest.h>

#include "text/shown.h"

namespace assay {
namespace {

struct Case {
  const char* answer;
  const char* tokens;  // see shown_tokens()
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.answer; }

class Tokens : public testing::TestWithParam<Case> {};

TEST_P(Tokens, AreSplit) {
  EXPECT_EQ(shown_tokens(analyze_plain(GetParam().answer)), GetParam().tokens);
}

INSTANTIATE_TEST_SUITE_P(
    Words, Tokens,
    testing::Values(
        Case{"Merge on the KEY", "|merge on the key"},
        Case{"exactly-once delivery", "|exactly-once delivery"}, Case{"order_id", "|order.id"},
        Case{"read/write, node.js", "|read.write,node.js"}, Case{"read / write", "|read write"},
        Case{"p99 and s3", "|p99 and s3"}, Case{"v1.2 p99.9", "|v1.2 p99.9"},
        Case{"the customer's key", "|the customer's key"},
        Case{"customers' keys", "|customers\"keys"}, Case{"2nd and 3rd", "|2nd and 3rd"},
        Case{"café Über", "|café über"}, Case{"pre- and post-load", "|pre and post-load"},
        Case{"run --force", "|run force"}, Case{"a - b", "|a:b"}, Case{"a — b—c", "|a:b:c"},
        Case{"a--b", "|a:b"}, Case{"Benjamini–Hochberg", "|benjamini-hochberg"},
        Case{"now()", "|now"}, Case{"\"merge\" (upsert)", "|merge(upsert"},
        Case{"say \"merge\" twice", "|say\"merge\"twice"}));

INSTANTIATE_TEST_SUITE_P(
    Contractions, Tokens,
    testing::Values(Case{"don't", "|do+n't"}, Case{"can't cannot", "|can+'t can+not"},
                    Case{"won't", "|wo+n't"}, Case{"dont isnt", "|do+nt is+nt"},
                    Case{"it's we're I'd", "|it+'s we+'re i+'d"}, Case{"let's", "|let+'s"},
                    Case{"don’t", "|do+n't"}, Case{"don´t don`t", "|do+n't do+n't"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Tokens,
    testing::Values(Case{"1,000 rows", "|1,000 rows"}, Case{"1.5 s", "|1.5 s"}, Case{"5k", "|5+k"},
                    Case{"10GB", "|10+gb"}, Case{"10 000 rows", "|10 000 rows"},
                    Case{"10\u00a0123 rows", "|10,123 rows"},
                    Case{"status 404 500", "|status 404 500"}, Case{"1_000_000", "|1_000_000"},
                    Case{"1,2,3", "|1,2,3"}, Case{"½ or 1½", "|0.5 or 1.5"}, Case{"1e-6", "|1e-6"},
                    Case{"p=.05", "|p+=+.05"}, Case{"at 02:00", "|at 02.00"},
                    Case{"2024-01-05", "|2024-01-05"}, Case{"10.0.0.1", "|10.0.0.1"},
                    Case{"2-5k", "|2-5+k"}, Case{"50 %, $5, 5€", "|50 %,$+5,5+€"}));

INSTANTIATE_TEST_SUITE_P(
    Symbols, Tokens,
    testing::Values(Case{"a -> b => c --> d → e ==> f", "|a -> b => c --> d -> e ==> f"},
                    Case{"a<-b", "|a+<-+b"}, Case{"x <= 5 ≥ 3", "|x <+= 5 >+= 3"},
                    Case{"a != b", "|a b"}, Case{"C++", "|c++++"}, Case{"------ ====", ""},
                    Case{"R&D", "|r+&+d"}, Case{"R&amp;D", "|r+&+d"}, Case{"#1", "|#+1"}));

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

}  // namespace
}  // namespace assay
