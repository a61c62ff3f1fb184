// Any bytes make a Document that is whole, and the same one again.
#include <cstdint>
#include <string_view>

#include "../text/invariants.h"
#include "require.h"
#include "text/analyzer.h"

namespace {

void require_whole(const assay::Document& document) {
  const std::string broken = assay::broken_invariant(document);
  assay::require(broken.empty(), broken);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static assay::Analyzer analyzer;
  const std::string_view answer(reinterpret_cast<const char*>(bytes), size);
  const assay::Document document = analyzer.analyze(answer);
  require_whole(document);
  require_whole(assay::analyze_plain(answer));
  assay::require(analyzer.analyze(answer).text() == document.text(),
                 "another text the second time");
  return 0;
}
