// A score sheet as a page for a person, and the parts that pages about changes have too.
#pragma once

#include <string>
#include <string_view>

#include "report/page.h"
#include "rubric/score.h"

namespace assay {

// "GREEN", and its ink.
std::string band_in_capitals(Band band);
Ink ink_of(Band band);
// "3 of 4 points".
std::string points_in_words(const ScoreSheet& sheet);
// "YELLOW  3 of 4 points, held there by a flaw", with `behind` behind it.
void add_band(Page& page, const ScoreSheet& sheet, std::string_view behind = {});

// Each adds a blank line, what it is about behind `label`, and the words of the answer. `index` is
// into the sheet's criteria or flaws. REQUIRES: met, not met, committed, in this order.
void add_met(Page& page, const std::string& answer, const ScoreSheet& sheet, std::size_t index,
             std::string_view label = {});
void add_missed(Page& page, const std::string& answer, const ScoreSheet& sheet, std::size_t index,
                std::string_view label = {});
void add_flaw(Page& page, const std::string& answer, const ScoreSheet& sheet, std::size_t index,
              std::string_view label = "Flaw: ");
// Adds a blank line and what the flag means, in a sentence.
void add_flag(Page& page, std::string_view flag);

// The band, and then all of the above that the sheet has; of an answer of which nothing was read,
// why.
void add_sheet(Page& page, const std::string& answer, const ScoreSheet& sheet);

}  // namespace assay
