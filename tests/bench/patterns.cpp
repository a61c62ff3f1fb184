// The rubrics' terms as regular expressions, for engines that know nothing else:
//
//   patterns > patterns.json      {"grain": ["\\brow(s|es|ed|ing)?\\b", ...], ...}
//
// Words and phrases with their inflections, wildcards and gaps. What refers to a concept is left
// out, and so are slips of the pen, standing and the rules that join terms: the peers have less to
// do. Groups are all plain, because YARA knows no others.
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>

#include "rubrics.h"
#include "rules/pattern.h"

namespace assay {
namespace {

using Type = PatternElement::Type;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\^$.|?*+()[]{}/").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string expression(const PatternSequence& sequence);

std::string expression(const PatternElement& element) {
  switch (element.type) {
    case Type::word: {
      if (element.exact || element.kind != TokenKind::word || element.text.size() < 3) {
        return escaped(element.text);
      }
      const bool silent = element.text.back() == 'e';
      const std::string stem = element.text.substr(0, element.text.size() - silent);
      return escaped(stem) + (silent ? "(e|es|ed|ing)" : "(s|es|ed|ing)?");
    }
    case Type::wildcard: {
      std::string out;
      for (const char c : element.text) out += c == '*' ? "\\w*" : escaped({&c, 1});
      return out;
    }
    case Type::any_word:
      return "\\w+";
    case Type::any_number:
      return "\\d[\\d.,]*";
    case Type::choice: {
      std::string out;
      for (const PatternSequence& branch : element.branches) {
        out += (out.empty() ? "(" : "|") + expression(branch);
      }
      return out + ")";
    }
    default:
      return {};
  }
}

// Each element but the first with what divides it from the one before.
std::string expression(const PatternSequence& sequence) {
  std::string out;
  for (const PatternElement& element : sequence) {
    const std::string between = out.empty() ? "" : "\\W+";
    if (element.type == Type::gap) {
      out += "(\\W+\\w+){0," + std::to_string(element.gap) + "}";
    } else if (element.type == Type::optional) {
      const std::string inside = expression(element.branches[0]);
      out += out.empty() ? "(" + inside + "\\W+)?" : "(" + between + inside + ")?";
    } else {
      const bool after_leading =
          !sequence.empty() && sequence.front().type == Type::optional && &element == &sequence[1];
      out += (after_leading ? "" : between) + expression(element);
    }
  }
  return out;
}

bool is_plain(const PatternSequence& pattern) {
  const std::string text = expression(pattern);
  for (const char c : text) {
    if ((c & 0x80) != 0) return false;  // YARA reads bytes
  }
  return concepts_in(pattern).empty() && text.size() > 1 && text.size() < 400;
}

std::vector<std::string> expressions(const Rubric& rubric) {
  std::set<std::string> all;
  for (std::uint32_t set = 0; set < rubric.terms->size(); ++set) {
    for (const std::string& pattern : rubric.terms->patterns(TermSet(set))) {
      std::vector<PatternError> errors;
      const auto parsed = parse_pattern(pattern, errors);
      if (parsed && is_plain(*parsed)) all.insert("\\b" + expression(*parsed) + "\\b");
    }
  }
  return {all.begin(), all.end()};
}

}  // namespace
}  // namespace assay

int main() {
  nlohmann::json out;
  assay::RubricLibrary& rubrics = assay::built_rubrics();
  for (const assay::QuestionFile& file : rubrics.questions()) {
    if (const auto rubric = rubrics.find(file.question).rubric) {
      out[file.question] = assay::expressions(*rubric);
    }
  }
  std::cout << out << "\n";
}
