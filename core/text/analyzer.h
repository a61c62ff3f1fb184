// Bytes to Document. The only maker of Documents.
#pragma once

#include <memory>
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
  // REQUIRES: answer.size() < 2^31.
  Document analyze(std::string_view answer);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// How a plain run of words is normalised and split, for terms in rubrics: the same words, stems and
// gaps that analyze() finds in the same words of an answer. No Markdown, one sentence.
ASSAY_SDK Document analyze_plain(std::string_view words);

}  // namespace assay
