#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "rules/show.h"
#include "rules/slow_matcher.h"
#include "rules/term_table.h"
#include "text/analyzer.h"

namespace assay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Concepts = std::map<std::string, std::vector<std::string>>;

// A table of one nameless set and of concepts.
struct Terms {
  explicit Terms(const std::vector<std::string>& patterns, const Concepts& concepts = {}) {
    TermTableBuilder builder;
    std::vector<PatternError> errors;
    const auto fill = [&](TermSet added, const std::vector<std::string>& with) {
      for (const std::string& pattern : with) builder.add_pattern(added, pattern, errors);
    };
    set = builder.add_set();
    fill(set, patterns);
    for (const auto& [name, with] : concepts) {
      const TermSet added = builder.add_set();
      builder.name(added, name);
      fill(added, with);
    }
    for (const PatternError& error : errors) ADD_FAILURE() << error.message;
    table = builder.build();
  }

  // The words of each occurrence.
  std::vector<std::string> in(const std::string& text) const {
    Analyzer analyzer;
    const Document document = analyzer.analyze(text);
    TermMatcher matcher(table);
    matcher.start(document);
    std::vector<std::string> words;
    for (const TokenRange range : matcher.find(set)) {
      words.emplace_back(document.original(document.span_of(range)));
    }
    return words;
  }

  TermSet set;
  std::shared_ptr<const TermTable> table;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : "; ") + word;
  return text;
}

TEST(TermMatcher, FindsTermsInText) {
  const Concepts concepts = {{"key", {"business|natural key", "primary key"}},
                             {"merge", {"merge", "upsert"}},
                             {"keyed-merge", {"@merge ... @key"}}};
  struct Case {
    const char* pattern;
    const char* text;
    const char* found;
  };
  const Case cases[] = {
      // Words and inflection.
      {"merge", "We merge, merged and are merging it.", "merge; merged; merging"},
      {"=merge", "We merge and merged it.", "merge"},
      {"merge key", "The Merge Keys. Merge, key.", "Merge Keys"},
      {"merge key", "a merge \"key\"", "merge \"key"},
      {"merge key", "a merge (key)", ""},
      // Compounds.
      {"exactly once", "exactly-once, exactly once, exactly_once",
       "exactly-once; exactly once; exactly_once"},
      {"exactly-once", "exactly once", "exactly once"},
      {"data warehouse", "the datawarehouse, data-warehouses", "datawarehouse; data-warehouses"},
      {"backfill", "a back-fill, back_fills and back fill", "back-fill; back_fills"},
      {"backfill job", "back-fill jobs", "back-fill jobs"},
      {"dedup*", "We de-duplicate.", "de-duplicate"},
      {"=backfill", "a back-fill", ""},
      {"order_id", "ORDER ID or order.id", "ORDER ID; order.id"},
      // Wildcards.
      {"dedup*", "dedup, deduplication, duped", "dedup; deduplication"},
      {"*graph", "a subgraph of graphs", "subgraph"},
      {"wo*d", "word, wood, words", "word; wood"},
      // Alternatives, optionals, any word, any number.
      {"business|natural key", "a business key, natural key, other key",
       "business key; natural key"},
      {"merge (daily) job", "merge job or merge daily job or merge new job",
       "merge job; merge daily job"},
      {"_ key", "the key", "the key"},
      {"# rows", "5 rows, 1,000 rows, many rows", "5 rows; 1,000 rows"},
      {"# %", "up to 30% or 5 %", "30%; 5 %"},
      // Gaps.
      {"merge ... key", "merge on the natural key", "merge on the natural key"},
      {"merge ... key", "merge on the one natural key", ""},
      {"merge ...1 key", "merge, key", "merge, key"},
      {"merge ... key", "merge. Key", ""},
      {"merge ... key", "merge key key", "merge key; merge key key"},
      {"a ...2 (b) c", "a x y b c", "a x y b c"},
      // Concepts.
      {"@merge", "upserts and merges", "upserts; merges"},
      {"@merge on @key", "upsert on primary key", "upsert on primary key"},
      {"@keyed-merge", "merge by its natural key", "merge by its natural key"},
      {"delete|@merge by", "we delete by and upsert by", "delete by; upsert by"},
      // Symbols.
      {"a -> b", "a \u2192 b, a => b", "a \u2192 b; a => b"},
      {"now()", "now() is now", "now; now"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(joined(Terms({c.pattern}, concepts).in(c.text)), c.found)
        << c.pattern << " in: " << c.text;
  }
}

TEST(TermMatcher, ForgivesTyposInLongWordsOnly) {
  struct Case {
    const char* pattern;
    const char* text;
    bool found;
  };
  const Case cases[] = {
      {"idempotent", "idempotnet", true},   // two changed places
      {"idempotent", "idempotant", true},   // a wrong letter
      {"idempotent", "idmpotant", true},    // two slips
      {"idempotent", "idmptant", false},    // three
      {"idempotent", "diempotent", true},   // the first two changed places
      {"idempotent", "odempotent", false},  // a wrong first letter
      {"upsert", "upsrt", true},            // a letter missing
      {"upsert", "upserrt", true},          // a letter too many
      {"upsert", "upsatr", false},          // two slips in a short word
      {"acid", "acdi", false},              // four letters: only too many or too few
      {"acid", "accid", true},
      {"scd", "scdd", false},
      {"partition", "petition", false},  // a word of its own
      {"=idempotent", "idempotnet", false},
      {"idempotent load", "idempotnet loads", true},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(!Terms({c.pattern}).in(c.text).empty(), c.found) << c.pattern << " in " << c.text;
  }
}

TEST(TermMatcher, TakesTheNearestWordForATypo) {
  EXPECT_THAT(Terms({"upserting"}, {{"other", {"upsertion"}}}).in("upsertioon"), IsEmpty());
  EXPECT_THAT(Terms({"upsertion"}, {{"other", {"upserting"}}}).in("upsertioon"),
              ElementsAre("upsertioon"));
  // A word that another term has is no typo of this one.
  EXPECT_THAT(Terms({"flinks"}, {{"other", {"=flinkz"}}}).in("flinkz"), IsEmpty());
}

TEST(TermMatcher, FindsNothingInNothing) {
  EXPECT_THAT(Terms({"merge"}).in(""), IsEmpty());
  EXPECT_THAT(Terms({"merge"}).in(" \n "), IsEmpty());
}

TEST(TermMatcher, FindsTheFirstSoManyOccurrences) {
  std::string text;
  for (std::size_t i = 0; i < kMostOccurrences + 10; ++i) text += "merge key ";
  const Terms terms({"merge", "merge _ ...2 key"});
  EXPECT_EQ(terms.in(text).size(), kMostOccurrences);
}

TEST(TermMatcher, TellsApartWhatOneWordIsWrittenAs) {
  const Terms terms({"*other", "will*", "not*"});
  for (const auto& [earlier, text] : {std::pair{"others'  other's", "each other"},
                                      {"won't", "it will"},
                                      {"it can't", "it cannot"}}) {
    Analyzer analyzer;
    TermMatcher used(terms.table);
    const Document first = analyzer.analyze(earlier);
    used.start(first);
    const Document document = analyzer.analyze(text);
    used.start(document);
    EXPECT_EQ(used.find(terms.set).size(), 1u) << text;
  }
}

TEST(TermMatcher, FindsTheSameWhateverItSawBefore) {
  const Terms terms({"idempotent load", "dedup*"});
  Analyzer analyzer;
  TermMatcher used(terms.table);
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (int j = 0; j < 100; ++j)
      text += "word" + std::to_string(i) + "x" + std::to_string(j) + " ";
    const Document filler = analyzer.analyze(text);
    used.start(filler);
    const Document document = analyzer.analyze("an idempotnet load, dedup" + std::to_string(i));
    used.start(document);
    EXPECT_EQ(used.find(terms.set).size(), 2u) << i;
  }
}

// ---

const std::vector<std::string> kWords = {"merge", "merges", "key",      "data", "warehouse",
                                         "back",  "fill",   "backfill", "the",  "upsert",
                                         "ab",    "cd",     "10",       "%",    "datawarehouse",
                                         "key's", "won't",  "wont",     "will", "cannot"};
const std::vector<std::string> kSlips = {"mrege",         "upsrt", "wharehouse", "backfil",
                                         "datawarehuose", "abcd",  "kye"};
const std::vector<std::string> kBetween = {" ",  " ",  " ",  " ",  "-", "_",
                                           ", ", ". ", " (", ") ", ": "};

std::string pick(const std::vector<std::string>& from) { return *rc::gen::elementOf(from); }

std::string random_text() {
  std::string text;
  const int words = *rc::gen::inRange(0, 14);
  for (int i = 0; i < words; ++i) {
    text += *rc::gen::inRange(0, 4) == 0 ? pick(kSlips) : pick(kWords);
    text += pick(kBetween);
  }
  return text;
}

// Concepts below `level` may be referred to, so that there are no cycles.
std::string random_atom(int level) {
  const int kind = *rc::gen::inRange(0, 12);
  if (kind == 0) return "#";
  if (kind == 1) return "_";
  if (kind == 2) return pick({"me*", "*fill", "wa*se", "back*", "*ey", "wo*", "wi*", "no*"});
  if (kind == 3) return "=" + pick({"merge", "backfill", "upsert"});
  if (kind <= 5 && level > 0) return "@c" + std::to_string(*rc::gen::inRange(0, level));
  return pick(kWords);
}

std::string random_element(int level) {
  const int kind = *rc::gen::inRange(0, 8);
  if (kind > 0) return random_atom(level);
  std::string element = random_atom(level);
  for (int i = *rc::gen::inRange(1, 3); i > 0; --i) element += "|" + random_atom(level);
  return element;
}

std::string random_pattern(int level) {
  std::string pattern = random_element(level);
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    const int kind = *rc::gen::inRange(0, 8);
    if (kind == 0) pattern += " ..." + std::to_string(*rc::gen::inRange(0, 4));
    if (kind == 1) pattern += " ...";
    if (kind == 2) {
      pattern += " (" + random_element(level) + " " + random_element(level) + ")";
      if (*rc::gen::inRange(0, 2) == 0) pattern += " ...2";
      pattern += " " + random_element(level);
    } else {
      pattern += " " + random_element(level);
    }
  }
  return pattern;
}

RC_GTEST_PROP(TermMatcher, FindsWhatItsSlowTwinFinds, ()) {
  constexpr int kSets = 4;
  SlowTable slow;
  TermTableBuilder builder;
  std::vector<PatternError> errors;
  for (int level = 0; level < kSets; ++level) {
    const std::string name = "c" + std::to_string(level);
    const TermSet set = builder.add_set();
    builder.name(set, name);
    slow.concepts[name] = std::size_t(level);
    slow.sets.emplace_back();
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
      const std::string pattern = random_pattern(level);
      RC_LOG() << name << ": " << pattern << "\n";
      auto parsed = parse_pattern(pattern, errors);
      RC_ASSERT(parsed.has_value());
      builder.add_pattern(set, pattern, errors);
      slow.sets.back().push_back(std::move(*parsed));
    }
  }
  const std::string text = random_text();
  RC_LOG() << "text: " << text << "\n";
  Analyzer analyzer;
  const Document document = analyzer.analyze(text);
  TermMatcher matcher(builder.build());
  // What it saw before makes no difference.
  const std::string earlier = random_text();
  RC_LOG() << "earlier: " << earlier << "\n";
  const Document other = analyzer.analyze(earlier);
  matcher.start(other);
  for (int set = 0; set < kSets; ++set) matcher.find(TermSet(set));
  matcher.start(document);
  // In either order: a set may be asked for before or after those it refers to.
  const bool backwards = *rc::gen::arbitrary<bool>();
  for (int i = 0; i < kSets; ++i) {
    const int set = backwards ? kSets - 1 - i : i;
    const auto found = matcher.find(TermSet(set));
    RC_ASSERT(std::vector<TokenRange>(found.begin(), found.end()) ==
              slow_find(slow, std::size_t(set), document));
  }
}

}  // namespace
}  // namespace assay
