#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "grading/agreement_parts.h"
#include "rubric/diagnostics.h"

namespace assay {
namespace {

using Key = std::pair<std::string, std::string>;  // question, id

bool blank(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
  });
}

std::string name_of(const AnswerRecord& answer) {
  return answer.question.empty() ? answer.id : answer.question + "/" + answer.id;
}

// Ids in marks that the rubric does not have, told once each.
class UnknownIds {
 public:
  void check(const MarkedAnswer& marked) {
    const Rubric& rubric = *marked.sheet.rubric;
    std::vector<std::string> criteria, flaws;
    for (const Criterion& c : rubric.criteria) criteria.push_back(c.id);
    for (const Flaw& f : rubric.flaws) flaws.push_back(f.id);
    for (const Marks& marks : marked.marks) {
      check(rubric.id, "criterion", marks.met, criteria);
      check(rubric.id, "flaw", marks.flaws, flaws);
    }
  }
  void tell(std::vector<std::string>& problems) const {
    for (const auto& [message, times] : seen_) {
      problems.push_back(message + (times > 1 ? " (" + std::to_string(times) + " times)" : ""));
    }
  }

 private:
  void check(const std::string& question, const char* what,
             const std::optional<std::vector<std::string>>& given,
             const std::vector<std::string>& known) {
    if (!given) return;
    for (const std::string& id : *given) {
      if (std::find(known.begin(), known.end(), id) != known.end()) continue;
      std::string message =
          question + ": marks name the " + what + " \"" + id + "\", which the rubric does not have";
      if (const std::string near = nearest(id, known); !near.empty()) {
        message += "; is it \"" + near + "\"?";
      }
      ++seen_[message];
    }
  }
  std::map<std::string, std::size_t> seen_;
};

}  // namespace

Votes votes(const std::vector<Marks>& marks, const std::string& id, bool flaw) {
  Votes out;
  for (const Marks& one : marks) {
    const auto& given = flaw ? one.flaws : one.met;
    if (!given) continue;
    ++out.markers;
    out.given += std::binary_search(given->begin(), given->end(), id);
  }
  return out;
}

std::vector<MarkedAnswer> join_marks(std::vector<GradedAnswer> answers, Agreement& into) {
  std::vector<MarkedAnswer> out;
  std::map<Key, std::size_t> places;
  std::map<std::pair<std::string, std::string>, std::size_t> skipped;  // question, why

  for (GradedAnswer& graded : answers) {
    AnswerRecord& answer = graded.answer;
    if (const auto* error = std::get_if<GradingError>(&graded.outcome)) {
      if (error->code == "unknown-question") {
        ++skipped[{answer.question, "no rubric"}];
      } else if (error->code == "rubric-refused") {
        ++skipped[{answer.question, "rubric refused"}];
      } else {
        into.problems.push_back((error->place.empty() ? name_of(answer) : error->place) + ": " +
                                error->message);
      }
      continue;
    }
    std::vector<std::string> wrong;
    std::vector<Marks> marks = read_marks(answer.members, wrong);
    for (const std::string& what : wrong) into.problems.push_back(name_of(answer) + ": " + what);

    const auto [place, is_new] = places.try_emplace({answer.question, answer.id}, out.size());
    if (is_new) {
      const bool is_blank = blank(answer.text);
      out.push_back(
          {std::move(answer), std::get<ScoreSheet>(std::move(graded.outcome)), {}, is_blank});
    } else if (out[place->second].answer.text != answer.text) {
      into.problems.push_back(name_of(answer) + ": another text has this id; left out");
      continue;
    }
    MarkedAnswer& marked = out[place->second];
    for (Marks& one : marks) {
      const auto same = [&](const Marks& other) { return other.marker == one.marker; };
      if (std::any_of(marked.marks.begin(), marked.marks.end(), same)) {
        into.problems.push_back(name_of(marked.answer) + ": marked twice " +
                                (one.marker.empty() ? "without a \"marker\" to tell them apart"
                                                    : "by \"" + one.marker + "\"") +
                                "; the first counts");
        continue;
      }
      marked.marks.push_back(std::move(one));
    }
  }

  for (const auto& [question, count] : skipped) {
    into.skipped.push_back({question.first, count, question.second});
  }
  const auto unmarked = [](const MarkedAnswer& marked) { return marked.marks.empty(); };
  into.unmarked = std::size_t(std::count_if(out.begin(), out.end(), unmarked));
  std::erase_if(out, unmarked);

  UnknownIds unknown;
  std::set<std::string> questions, markers;
  for (MarkedAnswer& marked : out) {
    std::stable_sort(marked.marks.begin(), marked.marks.end(),
                     [](const Marks& a, const Marks& b) { return a.marker < b.marker; });
    unknown.check(marked);
    questions.insert(marked.answer.question);
    for (const Marks& one : marked.marks) markers.insert(one.marker);
    into.blank += marked.blank;
  }
  unknown.tell(into.problems);
  into.questions = questions.size();
  into.markers = markers.size();
  return out;
}

}  // namespace assay
