// Grades the same files again and again while somebody writes in them or in their rubrics.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grading/grader.h"
#include "grading/record.h"
#include "grading/rubric_library.h"
#include "grading/submissions.h"

namespace assay {

// An answer whose text or rubric is another than at the time before.
struct Regraded {
  GradedAnswer now;
  // The last that it had, errors between them passed over.
  std::optional<ScoreSheet> before;
};

// Made and called from one thread.
class Regrader {
 public:
  // As Submissions takes them; standard input cannot be read twice. `library` must outlive this.
  // `taken`: what is done to each record that was read; may be empty.
  Regrader(std::vector<std::string> paths, SubmissionOptions options, RubricLibrary& library,
           const GraderOptions& grading = {}, std::function<void(InputRecord&)> taken = {});

  // Reads the files anew, and loads the rubrics that changed; in the files' order. What has not
  // changed is not graded and left out, and so is an error that was told before. The first time:
  // all answers, without `before`.
  std::vector<Regraded> grade();

  // Where files are to be watched for changes that matter: those of the answers and rubrics.
  std::vector<std::filesystem::path> folders() const;

 private:
  struct Known {
    std::string text;
    std::string question;
    std::shared_ptr<const Rubric> rubric;  // by which it was graded; null where there was none
    std::string error;                     // the message; empty where it was graded
    std::optional<ScoreSheet> sheet;       // the last there was
  };
  bool is_known(const Known& known, const InputRecord& record);

  std::vector<std::string> paths_;
  SubmissionOptions options_;
  RubricLibrary& library_;
  GraderOptions grading_;
  std::function<void(InputRecord&)> taken_;
  bool graded_before_ = false;
  std::map<std::string, Known> known_;  // by id, and which one of that id
};

}  // namespace assay
