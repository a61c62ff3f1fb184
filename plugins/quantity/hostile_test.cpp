// What no rule may be slow at or stumble over.
#include <gtest/gtest.h>

#include <string>

#include "plugin_rule.h"

namespace {

const char* const kRules[] = {
    R"(kind = "quantity.amount", dimension = "money", of = "cost|5", least = "$1")",
    R"(kind = "quantity.several", dimension = "duration", things = ["ms", "=a", "x"], spread = 2)",
    R"(kind = "quantity.several", dimension = "duration", things = ["ms", "=a"], within = "block")",
    R"(kind = "quantity.several", dimension = "duration", amounts = 20, of = "cost")",
    R"(kind = "quantity.arithmetic", result = "money", about = "cost")",
    R"(kind = "quantity.inequality", sum = ["=a", "5"], to = "x")",
};

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// What were quadratic would outlast the time that a test has.
TEST(QuantityHostile, EndsSoonWhateverIsRepeated) {
  const std::string kTexts[] = {
      repeated("5 ", 20000),
      repeated("5 ms ", 20000),
      repeated("a 5 x 5 ms, ", 20000),
      repeated("5 + ", 20000),
      repeated("| 5 ms ", 10000),
      repeated("a = 5 > x cost ", 10000),
      repeated("thousand ", 20000),
      repeated("tens of thousands of ", 10000),
      repeated("two hundred and ", 10000),
      repeated("- a: 5 ms\n", 10000),
      repeated("A 5 ms.\n\n", 10000),
      repeated("5 % of $5 is $5. ", 5000),
      "| a " + repeated("| x ", 5000) + "\n|---" + repeated("|---", 5000) + "\n| a " +
          repeated("| 5 ms ", 5000),
      repeated("5-", 20000),
      repeated("1/2 of ", 10000),
  };
  for (const std::string& text : kTexts) {
    for (const char* rule : kRules) {
      EXPECT_FALSE(assay::earned("quantity", rule, text).empty()) << rule << "\n"
                                                                  << text.substr(0, 40);
    }
  }
}

TEST(QuantityHostile, BearsAnyNumber) {
  const std::string nines(5000, '9');
  const std::string kTexts[] = {
      nines + " ms",
      "1e999 s, 1e308 TB a day and 1e-999 GB",
      "$" + nines + "k",
      "70 % of $1e308 is $" + nines,
      "0 ms of 0 %: 0",
      "10^" + nines + " rows",
      "-5 ms - -5 ms = -0",
      "5 / 0 = 0 ms",
      nines + " nines",
      "\xff"
      "5\xc3 ms \xe2\x82 5 \xf0\x9f",
      "$",
      "5 x",
      "sub-",
      "a half",
      "every",
      "1.5.5.5 ms 5:5 5/5/5",
  };
  for (const std::string& text : kTexts) {
    for (const char* rule : kRules) {
      const std::string words = assay::earned("quantity", rule, text);
      EXPECT_EQ(words.find("expected"), std::string::npos) << words;
    }
  }
}

}  // namespace
