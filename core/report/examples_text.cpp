#include "report/examples_text.h"

#include <set>

#include "report/glyphs.h"

namespace assay {

std::string examples_text(const Rubric& rubric, std::span<const ExampleFailure> failures) {
  const std::size_t all = rubric.examples.size();
  const std::string noun = all == 1 ? " example\n" : " examples\n";
  if (failures.empty()) return "ok    " + rubric.id + ", " + std::to_string(all) + noun;
  std::set<std::uint32_t> failed;
  for (const ExampleFailure& failure : failures) failed.insert(failure.line);
  std::string out = "FAIL  " + rubric.id + ", " + std::to_string(failed.size()) + " of " +
                    std::to_string(all) + noun;
  for (const ExampleFailure& failure : failures) {
    const bool wants = failure.key == "met" || failure.key == "flaws";
    const bool flaw = failure.key == "flaws" || failure.key == "no-flaws";
    out += "  " + rubric.path + ":" + std::to_string(failure.line) + ": should " +
           (wants ? "" : "not ") + (flaw ? "commit `" : "meet `") + failure.id + "`";
    if (!failure.why.empty()) out += " (" + failure.why + ")";
    out += "\n    " + safe(failure.text) + "\n";
  }
  return out;
}

}  // namespace assay
