// One answer of 160 words through each stage, hot: what a batch pays for it stage by stage.
//
//   stages ANSWERS.jsonl [--benchmark_...]
#include <benchmark/benchmark.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "grading/records.h"
#include "report/writer.h"
#include "rubric/score.h"
#include "rubrics.h"
#include "text/analyzer.h"
#include "text/blocks.h"
#include "text/clauses.h"
#include "text/markdown.h"
#include "text/normalise.h"
#include "text/sections.h"
#include "text/standing.h"

namespace assay {
namespace {

std::vector<std::string> lines;  // padded, as the parser wants them
std::vector<AnswerRecord> answers;

// Each iteration takes the next answer, so that none is measured alone.
template <typename Work>
void each_answer(benchmark::State& state, Work work) {
  std::size_t next = 0;
  for (auto _ : state) {
    work(next);
    next = next + 1 == answers.size() ? 0 : next + 1;
  }
}

void parse(benchmark::State& state) {
  RecordParser parser;
  each_answer(state, [&](std::size_t i) {
    const std::string_view line(lines[i].data(), lines[i].find('\n'));
    benchmark::DoNotOptimize(parser.parse(line, "", ""));
  });
}

void markdown(benchmark::State& state) {
  std::string copy;
  Outline outline;
  each_answer(state, [&](std::size_t i) {
    outline.clear();
    outline_markdown(answers[i].text, copy, outline);
  });
}

// The stages behind it, each with what it needs made before.
class Draft {
 public:
  void outline(std::string_view answer) {
    outline_.clear();
    layout_.clear();
    draft_.clear();
    draft_.original = answer;
    outline_markdown(answer, copy_, outline_);
  }
  void normalised() { normalise(outline_, draft_, layout_); }
  void tokens_and_sentences() {
    read_blocks(outline_, layout_, words_, draft_);
    find_sections(draft_);
  }
  void standing() {
    split_clauses(draft_);
    assign_standing(draft_);
  }

 private:
  Words words_;
  std::string copy_;
  Outline outline_;
  Layout layout_;
  DocumentDraft draft_;
};

// Up to and with the stage; what each adds is the difference to the one before.
template <int kStages>
void up_to(benchmark::State& state) {
  Draft draft;
  each_answer(state, [&](std::size_t i) {
    draft.outline(answers[i].text);
    if constexpr (kStages >= 1) draft.normalised();
    if constexpr (kStages >= 2) draft.tokens_and_sentences();
    if constexpr (kStages >= 3) draft.standing();
  });
}

void analyze(benchmark::State& state) {
  Analyzer analyzer;
  each_answer(state,
              [&](std::size_t i) { benchmark::DoNotOptimize(analyzer.analyze(answers[i].text)); });
}

struct Graded {
  std::shared_ptr<const Rubric> rubric;
  Document document;
};
std::vector<Graded> graded() {
  Analyzer analyzer;
  std::vector<Graded> all;
  for (const AnswerRecord& answer : answers) {
    all.push_back({built_rubrics().find(answer.question).rubric, analyzer.analyze(answer.text)});
  }
  return all;
}

void match(benchmark::State& state) {
  const std::vector<Graded> all = graded();
  std::map<const Rubric*, TermMatcher> matchers;
  each_answer(state, [&](std::size_t i) {
    auto at = matchers.find(all[i].rubric.get());
    if (at == matchers.end()) {
      at = matchers.emplace(all[i].rubric.get(), TermMatcher(all[i].rubric->terms)).first;
    }
    at->second.start(all[i].document);
  });
}

void score(benchmark::State& state) {
  const std::vector<Graded> all = graded();
  std::map<const Rubric*, Scorer> scorers;
  each_answer(state, [&](std::size_t i) {
    auto at = scorers.find(all[i].rubric.get());
    if (at == scorers.end()) at = scorers.emplace(all[i].rubric.get(), all[i].rubric).first;
    benchmark::DoNotOptimize(at->second.score(all[i].document));
  });
}

void write(benchmark::State& state) {
  std::vector<GradedAnswer> sheets;
  for (std::size_t i = 0; const Graded& each : graded()) {
    sheets.push_back({answers[i++], Scorer(each.rubric).score(each.document)});
  }
  std::size_t bytes = 0;
  const auto writer = make_jsonl_writer([&](std::string_view line) { bytes += line.size(); });
  each_answer(state, [&](std::size_t i) { writer->write(sheets[i]); });
  benchmark::DoNotOptimize(bytes);
}

void read(const char* path) {
  std::ifstream file(path);
  RecordParser parser;
  for (std::string line; std::getline(file, line);) {
    line += '\n';
    line.resize(line.size() + 64, ' ');
    const std::string_view whole(line.data(), line.find('\n'));
    InputRecord record = parser.parse(whole, "", "");
    if (record.error || !built_rubrics().find(record.answer.question).rubric) continue;
    answers.push_back(std::move(record.answer));
    lines.push_back(std::move(line));
  }
}

}  // namespace
}  // namespace assay

int main(int argc, char** argv) {
  using namespace assay;
  if (argc < 2) return 2;
  read(argv[1]);
  if (answers.empty()) return 2;
  for (int i = 2; i < argc; ++i) argv[i - 1] = argv[i];
  --argc;
  benchmark::RegisterBenchmark("JSON in", parse);
  benchmark::RegisterBenchmark("Markdown", markdown);
  benchmark::RegisterBenchmark("up to normalised text", up_to<1>);
  benchmark::RegisterBenchmark("up to tokens, sentences, sections", up_to<2>);
  benchmark::RegisterBenchmark("up to clauses and standing", up_to<3>);
  benchmark::RegisterBenchmark("the document, all in all", analyze);
  benchmark::RegisterBenchmark("words and phrases", match);
  benchmark::RegisterBenchmark("rules and score, with words and phrases", score);
  benchmark::RegisterBenchmark("JSON out", write);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
