// L303: an expression that is large once its repetitions are written out, or has so many counted
// ones that RE2 cannot keep its states and goes over the text step by step.
#include <re2/re2.h>

#include <cstdlib>

#include "lint/check.h"
#include "lint/expressions.h"

namespace assay {
namespace {

// RE2's own measure, in instructions; each may be looked at for every byte of an answer.
constexpr int kLargest = 1500;
// Of characters counted by {n,m}. Up to about 60 an expression takes 2 ms a megabyte whatever it
// says, at 75 it takes 15 and at 120 it takes 360.
constexpr unsigned long kMostCounted = 70;

// The sum of the upper bounds of its repetitions of single characters.
unsigned long counted_in(std::string_view expression) {
  unsigned long sum = 0;
  bool group = false;  // what stands before is one
  for (std::size_t at = 0; at < expression.size();) {
    const char c = expression[at];
    if (c == '[') {
      at = end_of_class(expression, at);
    } else if (c == '\\') {
      at += 2;
    } else if (c == '{' && at > 0) {
      const std::size_t end = std::min(expression.find('}', at), expression.size());
      const std::string bounds(expression.substr(at + 1, end - at - 1));
      const std::size_t comma = bounds.find(',');
      const std::string last = comma == bounds.npos ? bounds : bounds.substr(comma + 1);
      if (!group) sum += std::strtoul(last.c_str(), nullptr, 10);
      at = end + 1;
    } else {
      ++at;
    }
    group = c == ')';
  }
  return sum;
}

void find_slow_regexes(const LintBank& bank, LintSink& sink) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  for_each_expression(bank, [&](const LintFile& file, const toml::value<std::string>& node) {
    const RE2 compiled(node.get(), options);
    if (!compiled.ok()) return;
    const unsigned long counted = counted_in(node.get());
    if (compiled.ProgramSize() > kLargest) {
      sink.add(file, node,
               "this expression has " + std::to_string(compiled.ProgramSize()) +
                   " steps once its repetitions are written out",
               "ask for fewer repetitions");
    } else if (counted > kMostCounted && !node.get().starts_with('^')) {
      sink.add(file, node,
               "this expression counts up to " + std::to_string(counted) +
                   " characters from every place of a text",
               "count fewer, above all at its beginning: it is looked for everywhere");
    }
  });
}

}  // namespace

const LintCheck kSlowRegex{"L303", "slow-regex", "An expression is slow by the way it is made",
                           find_slow_regexes};

}  // namespace assay
