// What is different in an answer's score sheet from the one before, for somebody at work on the
// answer or on its rubric.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rubric/score.h"

namespace assay {

// Indexes are those of the later sheet. Criteria and flaws are told apart by their ids; what the
// earlier rubric did not have counts as not met, or not committed, before.
struct SheetChange {
  bool rubric = false;                 // it was graded by another rubric, or another state of it
  std::vector<std::size_t> won;        // criteria met now
  std::vector<std::size_t> lost;       // met before
  std::vector<std::size_t> moved;      // not met, and their points or the nearest miss are others
  std::vector<std::string> removed;    // ids of criteria that the rubric has no more
  std::vector<std::size_t> committed;  // flaws
  std::vector<std::size_t> mended;
  std::vector<std::string> flagged;
  std::vector<std::string> unflagged;

  // Nothing of the outcome is different: the band, points, criteria, flaws and flags.
  bool none = false;
};

SheetChange change_of(const ScoreSheet& before, const ScoreSheet& now);

}  // namespace assay
