// Names in a row, of which nothing is said: "the blocks are chunking, embeddings and reranking".
#pragma once

#include <span>
#include <vector>

#include "mentions.h"

namespace flow {

// Which of the mentions are such names. Not those of a row that is called an order: "the steps are
// chunking, embedding and indexing".
std::vector<bool> bare_names(const assay::Document& document, std::span<const Mention> mentions);

}  // namespace flow
