#include "rules/regex_gate.h"

namespace assay {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

// The index after the bracket expression that opens at `at`.
std::size_t after_class(std::string_view expression, std::size_t at) {
  std::size_t i = at + 1;
  if (i < expression.size() && expression[i] == '^') ++i;
  if (i < expression.size() && expression[i] == ']') ++i;
  for (; i < expression.size() && expression[i] != ']'; ++i) {
    if (expression[i] == '\\') ++i;
    if (expression.substr(i, 2) == "[:") {
      const std::size_t end = expression.find(":]", i);
      if (end == std::string_view::npos) return expression.size();
      i = end + 1;
    }
  }
  return i + 1;
}

// The index after the group that opens at `at`.
std::size_t after_group(std::string_view expression, std::size_t at) {
  int depth = 0;
  for (std::size_t i = at; i < expression.size();) {
    if (expression[i] == '\\') {
      i += 2;
    } else if (expression[i] == '[') {
      i = after_class(expression, i);
    } else {
      if (expression[i] == '(') ++depth;
      if (expression[i] == ')' && --depth == 0) return i + 1;
      ++i;
    }
  }
  return expression.size();
}

}  // namespace

std::string required_literal(std::string_view expression) {
  // Quoting, and escapes whose length is not plain, are not worth reading.
  for (const char* odd : {"\\Q", "\\x", "\\p", "\\P", "\\0", "\\1", "\\2", "\\3", "(?s", "(?m"}) {
    if (expression.find(odd) != std::string_view::npos) return {};
  }
  std::string best, run;
  const auto end_run = [&] {
    if (run.size() > best.size()) best = run;
    run.clear();
  };
  for (std::size_t i = 0; i < expression.size();) {
    const char c = expression[i];
    if (c == '|') return {};
    if (c == '(') {
      end_run();
      i = after_group(expression, i);
    } else if (c == '[') {
      end_run();
      i = after_class(expression, i);
    } else if (c == '*' || c == '?' || c == '{') {
      if (!run.empty()) run.pop_back();  // what stands before it may be left out
      end_run();
      i = c == '{' ? expression.find('}', i) : i;
      if (i == std::string_view::npos) return {};
      ++i;
    } else if (c == '+' || c == '.' || c == '^' || c == '$') {
      end_run();
      ++i;
    } else if (c == '\\') {
      const char escaped = i + 1 < expression.size() ? expression[i + 1] : '\0';
      const bool punctuation = escaped > ' ' && escaped < 0x7F &&
                               !(lower(escaped) >= 'a' && lower(escaped) <= 'z') &&
                               !(escaped >= '0' && escaped <= '9');
      if (punctuation) {
        run += escaped;
      } else {
        end_run();
      }
      i += 2;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      end_run();
      ++i;
    } else {
      run += lower(c);
      ++i;
    }
  }
  end_run();
  return best;
}

}  // namespace assay
