#include "grading/desk.h"

#include <exception>
#include <new>
#include <utility>

namespace assay {

GradingError plugin_failed(const Rubric& rubric, const InputRecord& record, std::string what) {
  if (!rubric.plugins.empty()) {
    what += " (plugins of the rubric:";
    for (const std::string& name : rubric.plugins) what += " " + name;
    what += ")";
  }
  return {"plugin-failed", std::move(what), record.place};
}

Outcome Desk::grade(const std::shared_ptr<const Rubric>& rubric, const InputRecord& record) {
  std::string what = "unknown exception";
  try {
    auto at = scorers_.find(rubric.get());
    if (at == scorers_.end()) at = scorers_.emplace(rubric.get(), Scorer(rubric)).first;
    return at->second.score(analyzer_.analyze(record.answer.text));
  } catch (const std::bad_alloc&) {
    what = "ran out of memory";
  } catch (const std::exception& thrown) {
    what = thrown.what();
  } catch (...) {
  }
  scorers_.erase(rubric.get());  // it was left in the middle of an answer
  return plugin_failed(*rubric, record, std::move(what));
}

}  // namespace assay
