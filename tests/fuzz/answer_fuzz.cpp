// Any bytes make a Document that is whole, and the same one again.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../text/invariants.h"
#include "text/analyzer.h"

namespace {

void require(const std::string& broken) {
  if (broken.empty()) return;
  std::fprintf(stderr, "%s\n", broken.c_str());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static assay::Analyzer analyzer;
  const std::string_view answer(reinterpret_cast<const char*>(bytes), size);
  const assay::Document document = analyzer.analyze(answer);
  require(assay::broken_invariant(document));
  require(assay::broken_invariant(assay::analyze_plain(answer)));
  const assay::Document again = analyzer.analyze(answer);
  require(again.text() == document.text() ? "" : "another text the second time");
  return 0;
}
