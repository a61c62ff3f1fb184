#include "report/record_json.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "assay/sdk_identity.h"
#include "report/json_text.h"

namespace assay {
namespace {

// The result's own keys, besides those of the input that it repeats.
constexpr std::array<std::string_view, 11> kOwnKeys = {"status", "band",     "points", "max_points",
                                                       "score",  "criteria", "flaws",  "flags",
                                                       "rubric", "engine",   "error"};

void append_key(std::string& out, std::string_view key) {
  out += '"';
  out += key;
  out += "\":";
}

void append_member(std::string& out, std::string_view key, std::string_view text) {
  append_key(out, key);
  append_json_string(out, text);
}

void append_member(std::string& out, std::string_view key, double number) {
  append_key(out, key);
  append_json_number(out, number);
}

// Not an overload: a string literal would rather be a bool than a string_view.
void append_truth(std::string& out, std::string_view key, bool truth) {
  append_key(out, key);
  out += truth ? "true" : "false";
}

// Appends what `each` appends for every element, with commas between.
template <typename Range, typename Each>
void append_array(std::string& out, const Range& range, Each each) {
  out += '[';
  bool first = true;
  for (const auto& element : range) {
    if (!first) out += ',';
    first = false;
    each(element);
  }
  out += ']';
}

std::string_view cut(const std::string& text, Span span) {
  return std::string_view(text).substr(span.begin, span.size());
}

// Most of a record is these: their keys are written along with what stands between.
void append_span(std::string& out, const std::string& text, Span span, std::string_view rule) {
  out += R"("begin":)";
  append_json_number(out, span.begin);
  out += R"(,"end":)";
  append_json_number(out, span.end);
  out += R"(,"text":)";
  append_json_string(out, cut(text, span));
  out += R"(,"rule":)";
  append_json_string(out, rule);
}

void append_evidence(std::string& out, const std::string& text,
                     const std::vector<Evidence>& evidence) {
  append_key(out, "evidence");
  append_array(out, evidence, [&](const Evidence& piece) {
    out += '{';
    append_span(out, text, piece.span, piece.rule);
    out += '}';
  });
}

void append_criterion(std::string& out, const std::string& text, const Criterion& criterion,
                      const CriterionScore& score) {
  out += R"({"id":)";
  append_json_string(out, criterion.id);
  out += score.met ? R"(,"met":true,"points":)" : R"(,"met":false,"points":)";
  append_json_number(out, score.points);
  out += R"(,"max_points":)";
  append_json_number(out, criterion.points);
  out += ',';
  append_evidence(out, text, score.evidence);
  out += R"(,"near_miss":)";
  if (score.near_miss) {
    out += '{';
    append_span(out, text, score.near_miss->span, score.near_miss->rule);
    out += R"(,"why":)";
    append_json_string(out, score.near_miss->why);
    out += '}';
  } else {
    out += "null";
  }
  out += '}';
}

void append_sheet(std::string& out, const std::string& text, const ScoreSheet& sheet) {
  append_member(out, "status", "graded");
  out += ',';
  append_member(out, "band", name_of(sheet.band));
  out += ',';
  append_member(out, "points", sheet.points);
  out += ',';
  append_member(out, "max_points", sheet.max_points);
  out += ',';
  append_member(out, "score", sheet.score);
  out += ',';
  append_key(out, "criteria");
  std::size_t i = 0;
  append_array(out, sheet.criteria, [&](const CriterionScore& score) {
    append_criterion(out, text, sheet.rubric->criteria[i++], score);
  });
  out += ',';
  append_key(out, "flaws");
  i = 0;
  append_array(out, sheet.flaws, [&](const FlawScore& score) {
    out += '{';
    append_member(out, "id", sheet.rubric->flaws[i++].id);
    out += ',';
    append_truth(out, "committed", score.committed);
    out += ',';
    append_evidence(out, text, score.evidence);
    out += '}';
  });
  out += ',';
  append_key(out, "flags");
  append_array(out, sheet.flags, [&](const std::string& flag) { append_json_string(out, flag); });
  out += ',';
  append_key(out, "rubric");
  out += '{';
  append_member(out, "id", sheet.rubric->id);
  out += ',';
  append_member(out, "hash", sheet.rubric->hash);
  out += "},";
}

void append_error(std::string& out, const GradingError& error) {
  append_member(out, "status", "error");
  out += ',';
  append_key(out, "error");
  out += '{';
  append_member(out, "code", error.code);
  out += ',';
  append_member(out, "message", error.message);
  out += "},";
}

// Behind the value that begins at `at`: members are compact and valid JSON.
std::size_t end_of_value(std::string_view members, std::size_t at) {
  int depth = 0;
  for (bool in_string = false; at < members.size(); ++at) {
    const char c = members[at];
    if (in_string) {
      if (c == '\\') {
        ++at;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      --depth;
    } else if (depth == 0 && (c == ',' || c == ':')) {
      return at;
    }
  }
  return at;
}

// Whoever reads the result reads the escapes of a key.
bool is_own_key(std::string_view with_quotes) {
  const auto is_own = [](std::string_view key) {
    return std::find(kOwnKeys.begin(), kOwnKeys.end(), key) != kOwnKeys.end();
  };
  if (with_quotes.find('\\') == with_quotes.npos) {
    return is_own(with_quotes.substr(1, with_quotes.size() - 2));
  }
  return is_own(nlohmann::json::parse(with_quotes).get_ref<const std::string&>());
}

void append_further_members(std::string& out, std::string_view members) {
  while (!members.empty()) {
    const std::size_t colon = end_of_value(members, 0);
    const std::size_t end = end_of_value(members, colon + 1);
    if (!is_own_key(members.substr(0, colon))) {
      out += ',';
      append_json(out, members.substr(0, end));
    }
    members.remove_prefix(std::min(end + 1, members.size()));
  }
}

}  // namespace

void append_record_json(std::string& out, const GradedAnswer& graded) {
  out += '{';
  append_member(out, "id", graded.answer.id);
  out += ',';
  append_member(out, "question", graded.answer.question);
  out += ',';
  if (const auto* sheet = std::get_if<ScoreSheet>(&graded.outcome)) {
    append_sheet(out, graded.answer.text, *sheet);
  } else {
    append_error(out, std::get<GradingError>(graded.outcome));
  }
  append_member(out, "engine", ASSAY_VERSION);
  append_further_members(out, graded.answer.members);
  out += '}';
}

}  // namespace assay
