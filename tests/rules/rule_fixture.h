// Rules for tests, built from small tables as they stand in a rubric, and tried on answers:
//
//   EXPECT_EQ(found({{"near", List{"merge", "key"}}}, "We merge by key."), "merge|key");
//
// A string is a term, a List any of its members, a Table a rule. Every concept is in kConcepts of
// rule_fixture.cpp; the criterion "met-one" is met and "unmet-one" is not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace assay {

struct Value;
using List = std::vector<Value>;
using Table = std::vector<std::pair<std::string, Value>>;

struct Value {
  Value(const char* text) : is(std::string(text)) {}
  Value(int number) : is(std::int64_t{number}) {}
  Value(double number) : is(number) {}
  Value(bool flag) : is(flag) {}
  Value(List list) : is(std::move(list)) {}
  Value(Table table) : is(std::move(table)) {}

  std::variant<std::string, std::int64_t, double, bool, List, Table> is;
};

// The words of each match's parts, "merge|key", the matches divided by "; "; "()" for a match
// without a place, "-" where the rule does not hold.
std::string found(const Table& rule, std::string_view answer);

// "0.60 [the words it points at] why"; the brackets are empty where it points nowhere.
// REQUIRES: the rule does not hold.
std::string near_miss(const Table& rule, std::string_view answer);

// A rule, an answer, and what found() or near_miss() says of them.
struct Trial {
  Table rule;
  const char* answer;
  const char* outcome;
};
void expect_found(const std::vector<Trial>& trials);
void expect_near_miss(const std::vector<Trial>& trials);

std::string description(const Table& rule);

// What is wrong with the table: "key: message", divided by "; ".
std::string refusals(const Table& rule);

}  // namespace assay
