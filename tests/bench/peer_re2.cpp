// The terms of the rubrics by RE2, one expression at a time:
//
//   peer_re2 patterns.json answers.jsonl > spans.jsonl
//
// Says on stderr how many CPU microseconds an answer took, without compiling.
#include <re2/re2.h>

#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

int main(int argc, char** argv) {
  using nlohmann::json;
  if (argc != 3) return 2;
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  std::map<std::string, std::vector<std::unique_ptr<re2::RE2>>> questions;
  std::ifstream patterns(argv[1]);
  const json terms = json::parse(patterns);
  for (const auto& [question, expressions] : terms.items()) {
    for (const std::string expression : expressions) {
      auto regex = std::make_unique<re2::RE2>("(" + expression + ")", options);
      if (regex->ok()) questions[question].push_back(std::move(regex));
    }
  }
  std::vector<std::string> lines;
  std::ifstream answers(argv[2]);
  for (std::string line; std::getline(answers, line);) lines.push_back(std::move(line));
  const std::clock_t begin = std::clock();
  for (const std::string& line : lines) {
    const json answer = json::parse(line);
    const std::string text = answer["text"];
    json spans = json::array();
    std::size_t index = 0;
    for (const auto& regex : questions[answer["question"]]) {
      re2::StringPiece match;
      for (std::size_t at = 0; at <= text.size() &&
                               regex->Match(text, at, text.size(), re2::RE2::UNANCHORED, &match, 1);
           at = std::size_t(match.end() - text.data()) + match.empty()) {
        spans.push_back({index, match.begin() - text.data(), match.end() - text.data()});
      }
      ++index;
    }
    std::cout << json{{"id", answer["id"]}, {"spans", spans}} << "\n";
  }
  const double seconds = double(std::clock() - begin) / CLOCKS_PER_SEC;
  std::cerr << seconds * 1e6 / double(std::max<std::size_t>(lines.size(), 1)) << "\n";
}
