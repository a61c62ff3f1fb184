// Bytes to Document. The only maker of Documents.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "assay/document.h"
#include "assay/export.h"

namespace assay {

// Keeps a stemmer and a cache of words seen (bounded), so that a word costs its Unicode and
// stemming work once. One per thread; not copyable: copying would copy the cache, so make another
// instead.
class ASSAY_SDK Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  // Never fails, whatever the bytes. The result does not depend on what was analysed before.
  // REQUIRES: answer.size() <= 2^28: the text it is normalised to may be eleven times as long, and
  // has 32-bit offsets.
  Document analyze(std::string_view answer);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// How a plain run of words is normalised and split, for terms in rubrics: the same words, stems and
// gaps that analyze() finds in the same words of an answer. No Markdown, one sentence.
ASSAY_SDK Document analyze_plain(std::string_view words);

// What analyze_plain() finds in `text` where that is one word of ASCII letters, which most terms
// are made of; nothing where it is anything else, or two words in one ("cannot").
struct PlainWord {
  std::string text;
  std::uint64_t word;
  std::uint64_t stem;
};
ASSAY_SDK std::optional<PlainWord> analyze_word(std::string_view text);
// Whether analyze_word() finds something; takes much less time than to stem it.
ASSAY_SDK bool is_plain_word(std::string_view text);

}  // namespace assay
