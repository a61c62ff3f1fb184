#include <gtest/gtest.h>

#include "plugin_rule.h"

namespace {

const std::string kExpand =
    R"(kind = "flow.steps", steps = [{ near = ["add|added|introduce|publish|gains", "new|both"] }, { near = ["reader|consumer|subscriber|everybody|they", "move|moved|migrate|switch|change|over"] }, { near = ["drop|remove|removed|retire|delete|goes|disappear", "old"] }])";

TEST(FlowSteps, AreToldInTheirOrder) {
  assay::expect_holds(
      "flow", kExpand,
      {
          {"First we add the new field, then the consumers migrate, last we drop the old one.",
           true},
          {"Add the new column. Readers move. Drop the old column.", true},
          {"1. Add the new field, null by default.\n2. Consumers switch to it.\n3. Remove the "
           "old field.",
           true},
          {"a) add new field b) all consumer change c) then delete old field", true},
          {"Add the new one -> readers move -> drop the old one", true},
          {"We drop the old field, add the new one and let the consumers move.", false},
          {"Add the new field and remove the old one; the consumers migrate afterwards.", false},
          {"Add the new field. Drop the old one.", false},
          {"Never add the new field, migrate consumers and drop the old.", false},
          {"", false},
      });
}

TEST(FlowSteps, AreTurnedRoundByAfterAndBefore) {
  assay::expect_holds(
      "flow", kExpand,
      {
          {"We add the new field; the old one is removed only after all consumers have moved.",
           true},
          {"The old one is removed once the new one has been added and every consumer has moved.",
           true},
          {"Add the new field. Before we drop the old one, readers are moved.", true},
          {"Add the new field, and before the old one is dropped, let the readers move.", true},
          {"Add the new field; readers move before the old one is dropped.", true},
          {"Add the new field; after a week, the readers move, and then the old one is removed.",
           true},
          {"Add the new field. After that readers move; when nobody asks any more, drop the old "
           "one.",
           true},
          {"Add the new field, let the readers move, and after their word drop the old one.", true},
          {"Removing the old one comes last: first the new one is added, second every consumer "
           "moves.",
           true},
          {"The old one is removed after all consumers moved to the new one added first.", true},
          {"Both the old and the new are published until every reader has moved; then we drop the "
           "old one.",
           true},
          {"Add the new field; the consumers move after the old one is removed.", false},
          {"Readers move before we add the new field; then the old one is dropped.", false},
          {"Before the readers move, the old one is dropped and the new one added.", false},
      });
}

const std::string kRag =
    R"(kind = "flow.steps", steps = ["chunk|split", "embed|embedding", "index", "retrieve|retrieval|search", "rerank|answer"])";

TEST(FlowSteps, CanBeToldByADenial) {
  const std::string rule =
      R"(kind = "flow.steps", steps = ["readers move", { terms = "drop ...2 old", standing = "any" }])";
  assay::expect_holds("flow", rule,
                      {
                          {"We do not drop the old one until all readers move.", true},
                          {"We drop the old one until all readers move.", false},
                      });
}

TEST(FlowSteps, AreNoNamesInARow) {
  assay::expect_holds(
      "flow", kRag,
      {
          {"Documents are chunked, embedded and indexed; we retrieve fifty and rerank them.", true},
          {"We split the text, embed each piece and put it in an index. Then we search and answer.",
           true},
          {"chunk -> embed -> index -> search -> rerank", true},
          {"The steps are chunking, embedding, indexing, retrieval and reranking.", true},
          {"In this order: chunking, embedding, index, retrieval, reranking.", true},
          {"The building blocks are chunking, embeddings, an index, retrieval and reranking.",
           false},
          {"A RAG needs chunks, embeddings, an index, search and an answer.", false},
          {"We need reranking, retrieval, an index, embeddings and chunks.", false},
      });
}

TEST(FlowSteps, CanBeFewer) {
  assay::expect_holds(
      "flow", kRag + ", least = 3",
      {
          {"We chunk the papers, embed the pieces and keep them in an index.", true},
          {"We chunk the papers and embed the pieces.", false},
      });
  assay::expect_holds("flow", R"(kind = "flow.steps", steps = ["chunk", "embed"], within = 2)",
                      {
                          {"We chunk. So be it. Then we embed.", true},
                          {"We chunk. So be it. So be it. Then we embed.", false},
                      });
}

}  // namespace
