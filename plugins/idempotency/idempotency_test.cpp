#include <gtest/gtest.h>

#include "plugin_rule.h"

namespace {

struct StatementTrial {
  const char* does;
  const char* answer;
  const char* earned;
};

TEST(IdempotencyStatement, TellsWhatASecondRunDoes) {
  const StatementTrial kTrials[] = {
      {"scoped-overwrite", "INSERT OVERWRITE TABLE sales PARTITION (day = '2024-05-01') SELECT ...",
       "INSERT OVERWRITE TABLE sales PARTITION (day = '2024-05-01"},
      {"scoped-overwrite",
       "```sql\ndelete from sales where day = :day;\ninsert into sales select 1;\n```",
       "delete from sales where day = :day;\ninsert into"},
      {"scoped-overwrite", "DELETE FROM sales; INSERT INTO sales SELECT 1;", "-"},
      {"scoped-overwrite", "DELETE FROM sales WHERE day = 1 is all we run.", "-"},
      {"scoped-overwrite", "We delete from the staging area where it is old and insert into it.",
       "-"},
      {"merge-by-key", "MERGE INTO customer t USING s ON t.no = s.no WHEN MATCHED THEN UPDATE",
       "MERGE INTO customer t USING s ON t.no = s.no"},
      {"merge-by-key", "INSERT INTO customer SELECT * FROM s ON CONFLICT (no) DO NOTHING",
       "INSERT INTO customer SELECT * FROM s ON CONFLICT (no) DO NOTHING"},
      {"merge-by-key", "MERGE INTO customer USING s", "-"},
      {"merge-by-key", "INSERT INTO customer SELECT * FROM s", "-"},
      {"plain-insert", "INSERT INTO customer SELECT * FROM s", "INSERT INTO customer"},
      {"plain-insert", "INSERT INTO customer SELECT * FROM s ON CONFLICT (no) DO NOTHING", "-"},
      {"plain-insert", "TRUNCATE TABLE stage; INSERT INTO stage SELECT * FROM s", "-"},
      {"wall-clock", "INSERT INTO t SELECT * FROM s WHERE day = current_date", "current_date"},
      {"wall-clock", "INSERT INTO t SELECT *, now() FROM s", "now"},
      {"wall-clock", "INSERT INTO t SELECT * FROM s WHERE day = :day", "-"},
      {"wall-clock", "We ask now() nowhere.", "-"},
  };
  for (const StatementTrial& trial : kTrials) {
    const std::string rule =
        "kind = \"idempotency.statement\", does = \"" + std::string(trial.does) + "\"";
    EXPECT_EQ(assay::earned("idempotency", rule, trial.answer), trial.earned)
        << trial.does << ": " << trial.answer;
  }
}

TEST(IdempotencyStatement, RefusesAnEffectItDoesNotKnow) {
  EXPECT_NE(assay::earned("idempotency", "kind = \"idempotency.statement\", does = \"merge\"", "x")
                .find("merge"),
            std::string::npos);
}

}  // namespace
