// Changes that leave what an answer says as it is.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "robustness/transformations.h"
#include "text/analyzer.h"

namespace assay {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// Whether layout carries meaning: a fence, a table, a list, a heading.
bool is_prose(const std::string& answer) {
  Analyzer analyzer;
  const Document document = analyzer.analyze(answer);
  return std::all_of(document.blocks().begin(), document.blocks().end(),
                     [](const Block& block) { return block.kind == BlockKind::paragraph; }) &&
         document.sections().size() == 1;
}

std::string lower_case(const std::string& answer) {
  std::string out = answer;
  for (char& c : out) c = char(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string typographic_quotes(const std::string& answer) {
  std::string out;
  bool open = false;
  for (std::size_t i = 0; i < answer.size(); ++i) {
    if (answer[i] == '"') {
      out += (open = !open) ? "\u201c" : "\u201d";
    } else if (answer[i] == '\'' && i > 0 && is_letter(answer[i - 1])) {
      out += "\u2019";
    } else {
      out += answer[i];
    }
  }
  return out;
}

std::string typographic_dashes(const std::string& answer) {
  return is_prose(answer) ? replaced(answer, " - ", " \u2013 ") : answer;
}

std::string decomposed(const std::string& answer) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  std::string out;
  nfd->normalize(icu::UnicodeString::fromUTF8(answer), status).toUTF8String(out);
  return out;
}

std::string wrapped(const std::string& answer) {
  if (!is_prose(answer)) return answer;
  std::string out;
  std::size_t column = 0;
  for (std::size_t i = 0; i < answer.size(); ++i) {
    ++column;
    // A line must not begin with what Markdown takes for a bullet, a heading or a quotation.
    const bool may = i + 2 < answer.size() && is_letter(answer[i + 1]) && is_letter(answer[i + 2]);
    if (answer[i] == ' ' && column > 38 && may) {
      out += '\n';
      column = 0;
    } else {
      out += answer[i];
    }
  }
  return out;
}

std::string bulleted(const std::string& answer) {
  if (!is_prose(answer)) return answer;
  Analyzer analyzer;
  const Document document = analyzer.analyze(answer);
  std::string out;
  const auto sentences = document.sentences();
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const std::uint32_t begin = document.span_of(sentences[s].tokens).begin;
    const std::uint32_t end = s + 1 < sentences.size()
                                  ? document.span_of(sentences[s + 1].tokens).begin
                                  : std::uint32_t(answer.size());
    std::string text = answer.substr(begin, end - begin);
    std::replace(text.begin(), text.end(), '\n', ' ');
    out.append("- ").append(text).append("\n");
  }
  return out;
}

std::string courteous(const std::string& answer) {
  return "Thank you for the question, I am glad that you ask.\n\n" + answer +
         "\n\nI hope this helps. Please let me know if anything is unclear.";
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kSpellings = {{
    {"normalis", "normaliz"},
    {"optimis", "optimiz"},
    {"materialis", "materializ"},
    {"serialis", "serializ"},
    {"summaris", "summariz"},
    {"organis", "organiz"},
    {"behaviour", "behavior"},
    {"colour", "color"},
    {"favour", "favor"},
    {"catalogue", "catalog"},
    {"centre", "center"},
    {"labelled", "labeled"},
    {"analyse ", "analyze "},
    {"modelling", "modeling"},
}};

std::string american(const std::string& answer) {
  std::string out = answer;
  for (const auto& [british, american] : kSpellings) out = replaced(out, british, american);
  return out;
}

std::string british(const std::string& answer) {
  std::string out = answer;
  for (const auto& [british, american] : kSpellings) {
    if (american != "catalog" && american != "color") out = replaced(out, american, british);
  }
  return out;
}

// Swaps two letters in the middle of the first and of the last plain word of nine letters or more.
std::string mistyped(const std::string& answer) {
  Analyzer analyzer;
  const Document document = analyzer.analyze(answer);
  std::vector<Span> long_words;
  for (const Token& token : document.tokens()) {
    const std::string_view word = document.original(token.span);
    if (word.size() >= 9 && token.known && !token.in_code &&
        std::all_of(word.begin(), word.end(),
                    [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; })) {
      long_words.push_back(token.span);
    }
  }
  std::string out = answer;
  const auto slip = [&](Span word) {
    for (std::uint32_t at = word.begin + word.size() / 2; at + 1 < word.end; ++at) {
      if (out[at] == out[at + 1]) continue;
      std::swap(out[at], out[at + 1]);
      return;
    }
  };
  if (!long_words.empty()) slip(long_words.front());
  if (long_words.size() > 1) slip(long_words.back());
  return out;
}

}  // namespace

std::span<const Transformation> changes() {
  static constexpr Transformation kChanges[] = {
      {"lower-case", lower_case}, {"quotes", typographic_quotes}, {"dashes", typographic_dashes},
      {"decomposed", decomposed}, {"wrapped", wrapped},           {"bulleted", bulleted},
      {"courteous", courteous},   {"american", american},         {"british", british},
      {"mistyped", mistyped}};
  return kChanges;
}

}  // namespace assay
