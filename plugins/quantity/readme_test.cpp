// The rules that README.md shows do with its answers what it says.
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "plugin_rule.h"

namespace {

std::string in_quotes(const std::string& line) {
  const std::size_t begin = line.find('"') + 1;
  return line.substr(begin, line.rfind('"') - begin);
}

TEST(QuantityReadme, ShowsWhatItsRulesEarn) {
  std::ifstream readme(ASSAY_SOURCE_DIR "/plugins/quantity/README.md");
  std::string rule;
  int answers = 0;
  for (std::string line; std::getline(readme, line);) {
    if (line.starts_with("{ kind = ")) rule = line.substr(2, line.size() - 4);
    const bool met = line.starts_with("- Met by:");
    if (!met && !line.starts_with("- Not met by:")) continue;
    ++answers;
    const std::string words = assay::earned("quantity", rule, in_quotes(line));
    EXPECT_EQ(words != "-", met) << rule << "\n" << line << "\n" << words;
  }
  EXPECT_GE(answers, 10);
}

}  // namespace
