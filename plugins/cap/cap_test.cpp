#include <gtest/gtest.h>

#include "plugin_rule.h"

namespace {

struct Trial {
  const char* answer;
  const char* earned;
};

const std::string kFeatures = ", feature = \"billing\", rival = \"dashboard\"";

void expect(const std::string& rule, const std::vector<Trial>& trials) {
  for (const Trial& trial : trials) {
    EXPECT_EQ(assay::earned("cap", rule, trial.answer), trial.earned) << trial.answer;
  }
}

TEST(CapAbout, FollowsWhatTheAnswerIsAbout) {
  expect("kind = \"cap.about\", says = \"cp|refuse\"" + kFeatures,
         {
             {"Billing is CP.", "Billing|CP"},
             {"Billing comes first. It must refuse a payment.", "Billing|refuse"},
             {"CP for billing and AP for the dashboard.", "CP|billing"},
             {"AP for billing and CP for the dashboard.", "-"},
             {"- Billing: CP\n- Dashboard: AP", "Billing|CP"},
             {"- Billing: AP\n- Dashboard: CP", "-"},
             {"| part | choice |\n|---|---|\n| dashboard | AP |\n| billing | CP |", "billing|CP"},
             {"| part | choice |\n|---|---|\n| dashboard | CP |\n| billing | AP |", "-"},
             {"A CP system refuses requests.", "-"},
         });
}

TEST(CapSplit, WantsTwoLevelsForTwoFeatures) {
  expect("kind = \"cap.split\", strong = \"cp\", eventual = \"ap\"" + kFeatures,
         {
             {"Billing is CP, the dashboard is AP.", "CP|AP"},
             {"The dashboard is AP. Billing is CP.", "AP|CP"},
             {"Billing is AP, the dashboard is CP.", "-"},
             {"Billing is CP, and the dashboard too.", "-"},
             {"CP or AP?", "-"},
         });
}

}  // namespace
