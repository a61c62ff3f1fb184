#include "lint/lint_fixture.h"

namespace assay {
namespace {

TEST(TellingHint, HasTheWordsOfARule) {
  const auto hint = [](const std::string& text, const std::string& any) {
    return kHead + criterion(any) + "hint = \"" + text + "\"\n";
  };
  const std::string near = "[{ near = [\"merge|upsert\", \"key|id\"] }]";
  expect_found("L405",
               {
                   {hint("What keeps a second run from adding them again?", near), {}},
                   {hint("By what key does one merge?", near), {"\"By what key does one merge?\""}},
                   {hint("What do you merge?", near), {}},  // half of it
                   {hint("What of an upsert?", "[\"upsert\"]"), {"\"What of an upsert?\""}},
                   // The question has that word.
                   {hint("And which rows?", "[\"row\"]"), {}},
                   {hint("What of 5 keys?", "[{ all = [\"key\", { number = \"key\" }] }]"), {}},
               });
}

}  // namespace
}  // namespace assay
