#include <gtest/gtest.h>

#include "plugin_rule.h"

namespace {

const std::string kFeatures = ", feature = \"billing\", rival = \"dashboard\"";

TEST(CapAbout, FollowsWhatTheAnswerIsAbout) {
  assay::expect_earned(
      "cap", "kind = \"cap.about\", says = \"cp|refuse\"" + kFeatures,
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

TEST(CapAbout, TakesASentenceWholeUnlessItTurns) {
  assay::expect_earned(
      "cap", "kind = \"cap.about\", says = \"cp|refuse\"" + kFeatures,
      {
          {"Since it must refuse, billing waits.", "refuse|billing"},
          {"The dashboard is AP. Since it must refuse, billing waits.", "refuse|billing"},
          {"Billing is strict. It must refuse; the dashboard goes on.", "Billing|refuse"},
          {"Billing is strict. It must refuse, while the dashboard goes on.", "Billing|refuse"},
          {"The dashboard goes on. It will not be CP, unlike billing.", "-"},
          {"The dashboard is less strict than billing. CP is not for it.", "-"},
      });
}

TEST(CapAbout, ReadsATablesColumnsWhereTheHeaderNamesBoth) {
  assay::expect_earned(
      "cap", "kind = \"cap.about\", says = \"cp|refuse\"" + kFeatures,
      {
          {"| | billing | dashboard |\n|---|---|---|\n| level | CP | AP |", "billing|CP"},
          {"| | billing | dashboard |\n|---|---|---|\n| level | AP | CP |", "-"},
          {"| | dashboard | billing |\n|---|---|---|\n| level | AP | CP |", "billing|CP"},
      });
}

TEST(CapAbout, FollowsPointersAndLabels) {
  assay::expect_earned(
      "cap", "kind = \"cap.about\", says = \"cp|refuse\"" + kFeatures,
      {
          {"Billing is delicate. The dashboard is AP. The other one is CP.", "Billing|CP"},
          {"Billing is delicate, the dashboard is not. The former is CP.", "Billing|CP"},
          {"The dashboard is not delicate, billing is. The former is CP.", "-"},
          {"It shuts its door, so to refuse. That is billing.", "refuse|billing"},
          {"Q: What of billing?\nA: CP.", "billing|CP"},
      });
}

TEST(CapAbout, ForgetsTheFeatureWhereTheTalkTurnsToNeither) {
  assay::expect_earned(
      "cap", "kind = \"cap.about\", says = \"cp|refuse\", neither = \"a _ system\"" + kFeatures,
      {
          {"Billing is strict. It is CP.", "Billing|CP"},
          {"Billing is strict. A CP system is strict.", "-"},
      });
}

TEST(CapAbout, CountsWhatNamesNeitherWhereAsked) {
  assay::expect_earned("cap", "kind = \"cap.about\", says = \"refund\", unnamed = true" + kFeatures,
                       {
                           {"We would have to refund it.", "refund"},
                           {"The dashboard shows each refund.", "-"},
                       });
}

TEST(CapAbout, LeavesOutWhatStandsBesideTheWordsThatSpoil) {
  assay::expect_earned(
      "cap", "kind = \"cap.about\", says = \"consistent\", without = \"eventually\"" + kFeatures,
      {
          {"Billing is consistent.", "Billing|consistent"},
          {"Billing is eventually consistent.", "-"},
          {"Billing is consistent; eventually we sleep.", "Billing|consistent"},
      });
}

TEST(CapSplit, WantsTwoLevelsForTwoFeatures) {
  assay::expect_earned("cap",
                       "kind = \"cap.split\", strong = \"cp\", eventual = \"ap\"" + kFeatures,
                       {
                           {"Billing is CP, the dashboard is AP.", "CP|AP"},
                           {"The dashboard is AP. Billing is CP.", "AP|CP"},
                           {"Billing is AP, the dashboard is CP.", "-"},
                           {"Billing is CP, and the dashboard too.", "-"},
                           {"CP or AP?", "-"},
                       });
}

}  // namespace
