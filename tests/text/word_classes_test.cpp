#include "text/word_classes.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string_view>

namespace assay {
namespace {

struct ClassRow {
  std::string_view word;
  WordClass word_class;
};
std::ostream& operator<<(std::ostream& out, const ClassRow& row) { return out << row.word; }

class WordHasClass : public testing::TestWithParam<ClassRow> {};

TEST_P(WordHasClass, AmongOthers) {
  EXPECT_TRUE(has(classes_of(GetParam().word), GetParam().word_class)) << GetParam().word;
}

using enum WordClass;
INSTANTIATE_TEST_SUITE_P(
    Words, WordHasClass,
    testing::Values(ClassRow{"the", determiner}, ClassRow{"that", determiner},
                    ClassRow{"we", pronoun}, ClassRow{"i", pronoun}, ClassRow{"per", preposition},
                    ClassRow{"as", preposition}, ClassRow{"because", conjunction},
                    ClassRow{"becouse", conjunction}, ClassRow{"once", conjunction},
                    ClassRow{"is", auxiliary}, ClassRow{"not", negator}, ClassRow{"nor", negator},
                    ClassRow{"can", modal}, ClassRow{"would", modal}, ClassRow{"without", negator},
                    ClassRow{"nobody", negator}, ClassRow{"avoids", negator},
                    ClassRow{"why", interrogative}, ClassRow{"unless", conditional},
                    ClassRow{"should", conditional}, ClassRow{"argued", speech_verb},
                    ClassRow{"believe", speech_verb}, ClassRow{"usually", adverb},
                    ClassRow{"idempotently", adverb}));

INSTANTIATE_TEST_SUITE_P(VerbForms, WordHasClass,
                         testing::Values(ClassRow{"merge", verb}, ClassRow{"merges", verb},
                                         ClassRow{"merged", verb}, ClassRow{"map", verb},
                                         ClassRow{"mapped", verb}, ClassRow{"carries", verb},
                                         ClassRow{"tried", verb}, ClassRow{"caches", verb},
                                         ClassRow{"writes", verb}, ClassRow{"wrote", verb},
                                         ClassRow{"overwritten", verb}, ClassRow{"goes", verb},
                                         ClassRow{"processes", verb}, ClassRow{"tokenized", verb},
                                         ClassRow{"rasterises", verb}, ClassRow{"dropped", verb}));

class WordLacksClass : public testing::TestWithParam<ClassRow> {};

TEST_P(WordLacksClass, OfAWordThatLooksLikeIt) {
  EXPECT_FALSE(has(classes_of(GetParam().word), GetParam().word_class)) << GetParam().word;
}

INSTANTIATE_TEST_SUITE_P(Words, WordLacksClass,
                         testing::Values(ClassRow{"merging", verb}, ClassRow{"string", verb},
                                         ClassRow{"kafka", verb}, ClassRow{"partitions", negator},
                                         ClassRow{"anomaly", adverb}, ClassRow{"supply", adverb},
                                         ClassRow{"hundred", verb}, ClassRow{"business", verb},
                                         ClassRow{"is", verb}, ClassRow{"notes", negator},
                                         ClassRow{"", verb}, ClassRow{"s", verb},
                                         ClassRow{"ed", verb}, ClassRow{"ing", verb}));

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
