// Finds the links of a flow: places where an answer says, or its layout shows, that what comes out
// of one stage goes into another.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "assay/kind.h"
#include "mentions.h"

namespace flow {

// From one mention to another, whichever stands first in the text.
struct Link {
  std::uint32_t from;  // indexes of mentions
  std::uint32_t to;
  assay::TokenRange by;  // the words that connect them; empty where the layout does
  // Said in one sentence of the two, rather than by sentences, items or sections in a row.
  bool told;
};

struct LinkOptions {
  std::uint32_t within = 6;  // sentences from one mention to the next where none names both
  std::optional<assay::TermSet> links;    // an author's words for moving on
  std::optional<assay::TermSet> reverse;  // for fetching
  assay::StandingSet accepted;            // of the connecting words

  // Reads the keys within, links, reverse and standing.
  static LinkOptions read(assay::Arguments& arguments);
};

// Appends the links between mentions of different stages. For each mention those from or to the
// latest of each stage before it, so their number and the time grow with the mentions.
void find_links(const assay::Reading& reading, const LinkOptions& options,
                std::span<const Mention> mentions, std::vector<Link>& out);

}  // namespace flow
