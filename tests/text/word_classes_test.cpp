#include "text/word_classes.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string_view>
#include <vector>

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

std::vector<ClassRow> words_of_classes() {
  using enum WordClass;
  return {{"the", determiner},      {"that", determiner},     {"we", pronoun},
          {"i", pronoun},           {"per", preposition},     {"as", preposition},
          {"because", conjunction}, {"becouse", conjunction}, {"once", conjunction},
          {"is", auxiliary},        {"not", negator},         {"nor", negator},
          {"can", modal},           {"would", modal},         {"without", negator},
          {"nobody", negator},      {"avoids", negator},      {"why", interrogative},
          {"unless", conditional},  {"should", conditional},  {"argued", speech_verb},
          {"believe", speech_verb}, {"usually", adverb},      {"idempotently", adverb}};
}
INSTANTIATE_TEST_SUITE_P(Words, WordHasClass, testing::ValuesIn(words_of_classes()));

std::vector<ClassRow> verb_forms() {
  using enum WordClass;
  return {{"merge", verb},     {"merges", verb},    {"merged", verb},      {"map", verb},
          {"mapped", verb},    {"carries", verb},   {"tried", verb},       {"caches", verb},
          {"writes", verb},    {"wrote", verb},     {"overwritten", verb}, {"goes", verb},
          {"processes", verb}, {"tokenized", verb}, {"rasterises", verb},  {"dropped", verb}};
}
INSTANTIATE_TEST_SUITE_P(VerbForms, WordHasClass, testing::ValuesIn(verb_forms()));

class WordLacksClass : public testing::TestWithParam<ClassRow> {};

TEST_P(WordLacksClass, OfAWordThatLooksLikeIt) {
  EXPECT_FALSE(has(classes_of(GetParam().word), GetParam().word_class)) << GetParam().word;
}

std::vector<ClassRow> words_that_look_like_others() {
  using enum WordClass;
  return {{"merging", verb},   {"string", verb},   {"kafka", verb},   {"partitions", negator},
          {"anomaly", adverb}, {"supply", adverb}, {"hundred", verb}, {"business", verb},
          {"is", verb},        {"notes", negator}, {"", verb},        {"s", verb},
          {"ed", verb},        {"ing", verb}};
}
INSTANTIATE_TEST_SUITE_P(Words, WordLacksClass, testing::ValuesIn(words_that_look_like_others()));

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
