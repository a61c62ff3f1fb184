#include "report/obeyed.h"

#include <gtest/gtest.h>

#include <string>

namespace assay {
namespace {

TEST(Obeyed, TellsWhatATerminalObeysFromWhatItShows) {
  struct Case {
    std::string bytes;
    std::size_t size;
  };
  const Case cases[] = {
      {"", 0},
      {"a", 0},
      {"\t", 0},
      {"\n", 0},
      {"\r", 0},
      {std::string(1, '\0'), 1},
      {"\x1b[2J", 1},
      {"\x7f", 1},
      {"\xC2\x80", 2},  // U+0080
      {"\xC2\x9F", 2},  // U+009F
      {"\xC2\xA0", 0},  // no-break space
      {"\xC2", 0},      // cut off
      {"\xD8\x9C", 2},  // Arabic letter mark
      {"\xD8\x9D", 0},
      {"\xE2\x80\x8D", 0},  // zero-width joiner
      {"\xE2\x80\x8E", 3},  // left-to-right mark
      {"\xE2\x80\x90", 0},  // hyphen
      {"\xE2\x80\xAA", 3},  // left-to-right embedding
      {"\xE2\x80\xAE"
       "abc",
       3},                  // right-to-left override
      {"\xE2\x80\xAF", 0},  // narrow no-break space
      {"\xE2\x81\xA6", 3},  // left-to-right isolate
      {"\xE2\x81\xA9", 3},  // pop directional isolate
      {"\xE2\x81\xAA", 0},
      {"\xE2\x81", 0},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(obeyed(one.bytes), one.size) << testing::PrintToString(one.bytes);
  }
}

}  // namespace
}  // namespace assay
