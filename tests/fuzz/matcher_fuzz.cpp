// The matcher of a table of terms finds what its slow twin finds. The first line is patterns
// between semicolons, the others are the answer.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "../rules/slow_matcher.h"
#include "require.h"
#include "rules/term_table.h"
#include "text/analyzer.h"

namespace {

using namespace assay;

// The twin is slow.
constexpr std::size_t kLongestPattern = 60;
constexpr std::size_t kMostPatterns = 4;
constexpr std::size_t kLongestText = 300;

// Two sets: a concept, and the patterns, which may refer to it.
struct Twins {
  Twins() {
    slow.sets.resize(2);
    slow.concepts["key"] = 0;
    builder.name(builder.add_set(), "key");
    builder.add_set();
    for (const char* pattern : {"business|natural key", "idempotency-key", "order_id"}) {
      add(0, pattern);
    }
  }

  // Passes over a pattern that is wrong.
  void add(std::size_t set, std::string_view pattern) {
    std::vector<PatternError> errors;
    TermTableBuilder::check_pattern(pattern, errors);
    const std::vector<std::string> concepts = TermTableBuilder::concepts_in(pattern);
    const bool known = std::all_of(concepts.begin(), concepts.end(),
                                   [](const std::string& name) { return name == "key"; });
    if (!errors.empty() || !known || pattern.size() > kLongestPattern) return;
    builder.add_pattern(TermSet(set), pattern, errors);
    slow.sets[set].push_back(*parse_pattern(pattern, errors));
  }

  SlowTable slow;
  TermTableBuilder builder;
};

// Every range with its words.
std::string shown(const Document& document, const std::vector<TokenRange>& ranges) {
  std::string all;
  for (const TokenRange range : ranges) {
    all += std::to_string(range.first) + ".." + std::to_string(range.last) + " \"";
    all += document.original(document.span_of(range));
    all += "\" ";
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  std::string_view patterns = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(patterns.size() + 1, text.size()));
  Twins twins;
  for (std::size_t i = 0; i < kMostPatterns && !patterns.empty(); ++i) {
    const std::size_t end = std::min(patterns.find(';'), patterns.size());
    twins.add(1, patterns.substr(0, end));
    patterns.remove_prefix(std::min(end + 1, patterns.size()));
  }
  static Analyzer analyzer;
  const Document document = analyzer.analyze(text.substr(0, kLongestText));
  TermMatcher matcher(twins.builder.build());
  matcher.start(document);
  for (const std::size_t set : {1, 0}) {
    const auto found = matcher.find(TermSet(set));
    const std::string fast = shown(document, {found.begin(), found.end()});
    const std::string slow = shown(document, slow_find(twins.slow, set, document));
    require(fast == slow, "found: " + fast + "\nits slow twin finds: " + slow);
  }
  return 0;
}
