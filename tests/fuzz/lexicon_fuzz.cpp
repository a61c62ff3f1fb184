// A lexicon of any bytes is read or refused, and a rubric that uses it is so too.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "../grading/small_rubrics.h"
#include "../host/temp_folder.h"
#include "require.h"
#include "rubric/load.h"
#include "rubric/score.h"
#include "text/analyzer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace assay;
  static const TempFolder folder;
  const std::string_view toml(reinterpret_cast<const char*>(data), size);
  const auto file = folder.write("lexicons/words.toml", toml);
  Diagnostics of_lexicon;
  check_lexicon(file, of_lexicon);
  for (const Diagnostic& diagnostic : of_lexicon) {
    require(!diagnostic.to_string().empty(), "a mistake without words");
  }
  LoadEnvironment environment;
  environment.lexicon_folders = {file.parent_path()};
  Diagnostics of_rubric;
  const auto rubric = parse_rubric("lexicons = [\"words\"]\n" + rubric_toml("runs", "@run"), "runs",
                                   environment, of_rubric);
  require((rubric == nullptr) == !of_rubric.empty(), "refused without a reason, or the reverse");
  require(of_lexicon.empty() || !rubric, "a rubric of a lexicon that is refused by itself");
  if (!rubric) return 0;
  static Analyzer analyzer;
  Scorer scorer(rubric);
  const ScoreSheet sheet = scorer.score(analyzer.analyze(toml.substr(0, 4096)));
  require(sheet.score >= 0 && sheet.score <= 1, "a score out of its bounds");
  return 0;
}
