#include "rules/compiled_terms.h"

#include <algorithm>
#include <utility>

namespace assay {
namespace {

using Type = PatternElement::Type;
using Op = TermStep::Op;

// What becomes a TermProgram, and a CompiledTerms::Set, once all is counted.
struct ProgramDraft {
  std::uint32_t set = 0;
  bool starts_anywhere = false;
  std::vector<TermStep> steps;
  std::vector<std::uint32_t> start_sets;
  std::vector<Lexeme> needed_lexemes;
  std::vector<std::uint32_t> needed_sets;
};
struct SetLinks {
  std::vector<std::uint32_t> includes;
  std::vector<std::uint32_t> needs;
  std::vector<std::uint32_t> programs;
};

class Compiler {
 public:
  Compiler(std::vector<TermSetDraft> drafts,
           const std::unordered_map<std::string, std::uint32_t>& concepts)
      : drafts_(std::move(drafts)), concepts_(concepts) {}

  CompiledTerms compile() {
    links_.resize(drafts_.size());
    for (std::uint32_t set = 0; set < drafts_.size(); ++set) {
      const TermSetDraft& draft = drafts_[set];
      for (const PatternSequence& pattern : draft.shared ? draft.shared->parsed : draft.parsed) {
        add(set, pattern);
      }
      for (std::vector<std::uint32_t>* others : {&links_[set].includes, &links_[set].needs}) {
        std::sort(others->begin(), others->end());
        others->erase(std::unique(others->begin(), others->end()), others->end());
      }
    }
    table_.lexemes.seal();
    index_starts();
    lay_together();
    return std::move(table_);
  }

 private:
  void add(std::uint32_t set, const PatternSequence& pattern) {
    if (pattern.size() == 1 && pattern[0].type == Type::choice) {
      for (const PatternSequence& branch : pattern[0].branches) add(set, branch);
      return;
    }
    if (pattern.size() == 1 && pattern[0].type == Type::concept_ref) {
      links_[set].includes.push_back(concepts_.at(pattern[0].text));
      return;
    }
    ProgramDraft program;
    program.set = set;
    sequence(pattern, program.steps);
    const bool lexemes_only = std::all_of(program.steps.begin(), program.steps.end(),
                                          [](const TermStep& s) { return s.op == Op::lexeme; });
    if (lexemes_only && program.steps.size() == 1) {
      starts_.push_back({program.steps[0].value, {TermStart::Kind::word, set}});
      return;
    }
    find_needs(program);
    const auto index = std::uint32_t(programs_.size());
    begin(program, {lexemes_only ? TermStart::Kind::phrase : TermStart::Kind::waiting, index});
    if (!lexemes_only) {
      links_[set].programs.push_back(index);
      for (const TermStep& step : program.steps) {
        if (step.op == Op::concept_ref) links_[set].needs.push_back(step.value);
      }
    }
    programs_.push_back(std::move(program));
  }

  void sequence(const PatternSequence& elements, std::vector<TermStep>& steps) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
      const PatternElement& element = elements[i];
      switch (element.type) {
        case Type::word:
        case Type::wildcard:
        case Type::any_number: {
          const Lexeme lexeme = table_.lexemes.of(element);
          const Lexeme joined =
              i + 1 < elements.size() ? table_.lexemes.joined(element, elements[i + 1]) : kNoLexeme;
          steps.push_back({Op::lexeme, lexeme, joined});
          break;
        }
        case Type::any_word:
          steps.push_back({Op::any_word});
          break;
        case Type::concept_ref:
          steps.push_back({Op::concept_ref, concepts_.at(element.text)});
          break;
        case Type::gap:
          steps.push_back({Op::gap, element.gap});
          break;
        case Type::optional: {
          const std::size_t fork = steps.size();
          steps.push_back({Op::fork});
          sequence(element.branches[0], steps);
          steps[fork].value = std::uint32_t(steps.size());
          break;
        }
        case Type::choice:
          choice(element, steps);
          break;
      }
    }
  }

  // The branches that are one lexeme become one lexeme together.
  void choice(const PatternElement& element, std::vector<TermStep>& steps) {
    std::vector<Lexeme> single;
    std::vector<const PatternSequence*> others;
    for (const PatternSequence& branch : element.branches) {
      const bool one = branch.size() == 1 && branch[0].type != Type::concept_ref &&
                       branch[0].type != Type::any_word;
      if (one) {
        single.push_back(table_.lexemes.of(branch[0]));
      } else {
        others.push_back(&branch);
      }
    }
    std::vector<std::size_t> jumps;
    for (std::size_t i = 0; i < others.size(); ++i) {
      const bool last = i + 1 == others.size() && single.empty();
      const std::size_t fork = steps.size();
      if (!last) steps.push_back({Op::fork});
      sequence(*others[i], steps);
      if (last) break;
      jumps.push_back(steps.size());
      steps.push_back({Op::jump});
      steps[fork].value = std::uint32_t(steps.size());
    }
    if (!single.empty()) {
      steps.push_back({Op::lexeme, table_.lexemes.any_of(std::move(single))});
    }
    for (const std::size_t jump : jumps) steps[jump].value = std::uint32_t(steps.size());
  }

  // Completes a start whose next step is `index`.
  static TermStart followed(TermStart start, const ProgramDraft& program, std::size_t index) {
    if (index >= program.steps.size() || program.steps[index].op != Op::lexeme) return start;
    const TermStep& step = program.steps[index];
    start.next = {step.value, step.joined};
    start.next_signs = sign_of(step.value);
    if (step.joined != kNoLexeme) start.next_signs |= sign_of(step.joined);
    return start;
  }

  // The steps that every way through the program takes: those that no fork or jump leads past.
  static void find_needs(ProgramDraft& program) {
    std::size_t passed = 0;  // steps before this one can be passed over
    for (std::size_t i = 0; i < program.steps.size(); ++i) {
      const TermStep& step = program.steps[i];
      if (step.op == Op::fork || step.op == Op::jump) {
        passed = std::max<std::size_t>(passed, step.value);
      } else if (step.op == Op::lexeme && step.joined != kNoLexeme) {
        passed = std::max(passed, i + 2);
      } else if (i < passed) {
        continue;
      } else if (step.op == Op::lexeme) {
        program.needed_lexemes.push_back(step.value);
      } else if (step.op == Op::concept_ref) {
        program.needed_sets.push_back(step.value);
      }
    }
  }

  // Collects what can begin the program: the steps reached without a token.
  void begin(ProgramDraft& program, const TermStart& start) {
    std::vector<bool> reached(program.steps.size() + 1);
    reached[0] = true;
    for (std::size_t i = 0; i < program.steps.size(); ++i) {
      if (!reached[i]) continue;
      const TermStep& step = program.steps[i];
      switch (step.op) {
        case Op::lexeme:
          starts_.push_back({step.value, followed(start, program, i + 1)});
          if (step.joined != kNoLexeme) {
            starts_.push_back({step.joined, followed(start, program, i + 2)});
          }
          break;
        case Op::any_word:
          program.starts_anywhere = true;
          break;
        case Op::concept_ref:
          program.start_sets.push_back(step.value);
          break;
        case Op::gap:  // never first: the parser refuses it
          break;
        case Op::fork:
          reached[i + 1] = true;
          reached[step.value] = true;
          break;
        case Op::jump:
          reached[step.value] = true;
          break;
      }
    }
  }

  void index_starts() {
    std::stable_sort(starts_.begin(), starts_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    table_.starts.reserve(starts_.size());
    table_.starts_of.assign(table_.lexemes.size() + 1, 0);
    for (const auto& [lexeme, start] : starts_) {
      ++table_.starts_of[lexeme + 1];
      table_.starts.push_back(start);
    }
    for (std::size_t i = 1; i < table_.starts_of.size(); ++i) {
      table_.starts_of[i] += table_.starts_of[i - 1];
    }
  }

  // Into pieces as large as is needed, which no span sees move.
  void lay_together() {
    std::size_t steps = 0;
    std::size_t numbers = 0;
    for (const ProgramDraft& each : programs_) {
      steps += each.steps.size();
      numbers += each.start_sets.size() + each.needed_lexemes.size() + each.needed_sets.size();
    }
    for (const SetLinks& each : links_) {
      numbers += each.includes.size() + each.needs.size() + each.programs.size();
    }
    table_.steps.reserve(steps);
    table_.numbers.reserve(numbers);
    table_.programs.reserve(programs_.size());
    for (const ProgramDraft& each : programs_) {
      table_.programs.push_back({each.set, each.starts_anywhere, laid(each.steps, table_.steps),
                                 laid(each.start_sets, table_.numbers),
                                 laid(each.needed_lexemes, table_.numbers),
                                 laid(each.needed_sets, table_.numbers)});
    }
    table_.sets.reserve(links_.size());
    for (std::size_t set = 0; set < links_.size(); ++set) {
      TermSetDraft& draft = drafts_[set];
      table_.sets.push_back(
          {draft.shared
               ? draft.shared->written
               : std::make_shared<const std::vector<std::string>>(std::move(draft.patterns)),
           laid(links_[set].includes, table_.numbers), laid(links_[set].needs, table_.numbers),
           laid(links_[set].programs, table_.numbers)});
    }
  }

  template <typename T>
  static std::span<const T> laid(const std::vector<T>& from, std::vector<T>& into) {
    const T* begin = into.data() + into.size();
    into.insert(into.end(), from.begin(), from.end());
    return {begin, from.size()};
  }

  std::vector<TermSetDraft> drafts_;
  const std::unordered_map<std::string, std::uint32_t>& concepts_;
  CompiledTerms table_;
  std::vector<ProgramDraft> programs_;
  std::vector<SetLinks> links_;
  std::vector<std::pair<Lexeme, TermStart>> starts_;
};

}  // namespace

CompiledTerms compile_terms(std::vector<TermSetDraft> sets,
                            const std::unordered_map<std::string, std::uint32_t>& concepts) {
  return Compiler(std::move(sets), concepts).compile();
}

}  // namespace assay
