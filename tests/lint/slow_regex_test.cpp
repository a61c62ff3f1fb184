#include "lint/lint_fixture.h"

namespace assay {
namespace {

std::string slow(const std::string& regex) {
  return kHead + criterion("[{ regex = '" + regex + "' }]");
}

TEST(SlowRegex, CountsMuchOrIsLarge) {
  expect_found("L303",
               {
                   {slow("a.{0,30}b"), {}},
                   {slow("a.{0,40}b[xy]{2,40}c"), {"'a.{0,40}b[xy]{2,40}c'"}},
                   {slow("^a.{0,40}b[xy]{2,40}c"), {}},
                   {slow("a{40}[{]b{31}"), {"'a{40}[{]b{31}'"}},
                   {slow("(ab){0,100}c"), {}},
                   {slow("([a-z0-9]+ [a-z0-9]+ ){900}x"), {"'([a-z0-9]+ [a-z0-9]+ ){900}x'"}},
               });
}

}  // namespace
}  // namespace assay
