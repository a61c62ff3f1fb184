#include "report/listing.h"

#include <gtest/gtest.h>

#include "parsed_json.h"

namespace assay {
namespace {

const Listing kListing = {{"kind", "summary"},
                          {{"near", "operands that hold near each other"}, {"数", "a number"}}};

TEST(ListingText, AlignsColumnsAndWrapsTheLast) {
  EXPECT_EQ(listing_text(kListing, {false, 80}),
            "near  operands that hold near each other\n"
            "数    a number\n");
  EXPECT_EQ(listing_text(kListing, {false, 30}),
            "near  operands that hold near\n"
            "      each other\n"
            "数    a number\n");
}

TEST(ListingText, IsEmptyWithoutRows) { EXPECT_EQ(listing_text({{"kind"}, {}}, {}), ""); }

TEST(ListingJson, IsAnArrayOfObjects) {
  EXPECT_EQ(listing_json(kListing),
            "[\n{\"kind\":\"near\",\"summary\":\"operands that hold near each other\"},\n"
            "{\"kind\":\"数\",\"summary\":\"a number\"}\n]\n");
  EXPECT_EQ(Json::parse(listing_json({{"kind"}, {}})).size(), 0u);
}

TEST(ListingNames, AreTheFirstCells) {
  EXPECT_EQ(listing_names(kListing), "near\n数\n");
  EXPECT_EQ(listing_names({{"kind"}, {}}), "");
}

}  // namespace
}  // namespace assay
