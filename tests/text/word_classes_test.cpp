#include "text/word_classes.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string_view>

namespace assay {
namespace {

struct Row {
  std::string_view word;
  WordClass word_class;
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.word; }

class WordHasClass : public testing::TestWithParam<Row> {};

TEST_P(WordHasClass, AmongOthers) {
  EXPECT_TRUE(has(classes_of(GetParam().word), GetParam().word_class)) << GetParam().word;
}

using enum WordClass;
INSTANTIATE_TEST_SUITE_P(Words, WordHasClass,
                         testing::Values(Row{"the", determiner}, Row{"that", determiner},
                                         Row{"we", pronoun}, Row{"i", pronoun},
                                         Row{"per", preposition}, Row{"as", preposition},
                                         Row{"because", conjunction}, Row{"becouse", conjunction},
                                         Row{"once", conjunction}, Row{"is", auxiliary},
                                         Row{"not", negator}, Row{"nor", negator},
                                         Row{"can", modal}, Row{"would", modal},
                                         Row{"without", negator}, Row{"nobody", negator},
                                         Row{"avoids", negator}, Row{"why", interrogative},
                                         Row{"unless", conditional}, Row{"should", conditional},
                                         Row{"argued", speech_verb}, Row{"believe", speech_verb},
                                         Row{"usually", adverb}, Row{"idempotently", adverb}));

INSTANTIATE_TEST_SUITE_P(
    VerbForms, WordHasClass,
    testing::Values(Row{"merge", verb}, Row{"merges", verb}, Row{"merged", verb}, Row{"map", verb},
                    Row{"mapped", verb}, Row{"carries", verb}, Row{"tried", verb},
                    Row{"caches", verb}, Row{"writes", verb}, Row{"wrote", verb},
                    Row{"overwritten", verb}, Row{"goes", verb}, Row{"processes", verb},
                    Row{"tokenized", verb}, Row{"rasterises", verb}, Row{"dropped", verb}));

class WordLacksClass : public testing::TestWithParam<Row> {};

TEST_P(WordLacksClass, OfAWordThatLooksLikeIt) {
  EXPECT_FALSE(has(classes_of(GetParam().word), GetParam().word_class)) << GetParam().word;
}

INSTANTIATE_TEST_SUITE_P(Words, WordLacksClass,
                         testing::Values(Row{"merging", verb}, Row{"string", verb},
                                         Row{"kafka", verb}, Row{"partitions", negator},
                                         Row{"anomaly", adverb}, Row{"supply", adverb},
                                         Row{"hundred", verb}, Row{"business", verb},
                                         Row{"is", verb}, Row{"notes", negator}, Row{"", verb},
                                         Row{"s", verb}, Row{"ed", verb}, Row{"ing", verb}));

TEST(WordTraits, TellFormsOfVerbsApart) {
  EXPECT_TRUE(has(classes_of("inserting"), WordTrait::gerund));
  EXPECT_FALSE(has(classes_of("string"), WordTrait::gerund));
  EXPECT_TRUE(has(classes_of("inserted"), WordTrait::past));
  EXPECT_TRUE(has(classes_of("inserts"), WordTrait::third));
  EXPECT_TRUE(has(classes_of("insert"), WordTrait::base));
  EXPECT_TRUE(has(classes_of("loads"), WordTrait::noun));
  EXPECT_TRUE(has(classes_of("inserts"), WordTrait::noun));
  EXPECT_FALSE(has(classes_of("insert"), WordTrait::noun));
  EXPECT_FALSE(has(classes_of("contains"), WordTrait::noun));
}

TEST(WordTraits, LexemeOfAWord) {
  EXPECT_EQ(lexeme_of(classes_of("not")), Lexeme::not_);
  EXPECT_EQ(lexeme_of(classes_of("critics")), Lexeme::people);
  EXPECT_EQ(lexeme_of(classes_of("parquet")), Lexeme::none);
}

}  // namespace
}  // namespace assay
