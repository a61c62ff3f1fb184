// Where a negation begins and ends, and what only looks like one.
#include "text/standing_rows.h"

namespace assay {
namespace {

using enum Standing;

using Negated = StandingOf;
TEST_P(Negated, AsFarAsItReaches) { expect_standing(GetParam()); }

constexpr StandingRow kPrepositions[] = {
    {"We merge on invoice_no instead of appending.", "merge on invoice_no", asserted},
    {"We merge on invoice_no instead of appending.", "instead of appending", negated},
    {"Instead of appending we merge on invoice_no.", "appending", negated},
    {"Instead of appending we merge on invoice_no.", "we merge on invoice_no", asserted},
    {"Instead of a nightly dump, the table is read from the log.", "nightly dump", negated},
    {"Instead of a nightly dump, the table is read from the log.", "read from the log", asserted},
    {"I replace the partition rather than adding rows to it.", "adding rows", negated},
    {"Rather than guess, measure the skew first.", "guess", negated},
    {"Rather than guess, measure the skew first.", "measure the skew", asserted},
    {"I'd rather serve an old price than charge a guest twice.", "serve an old price", asserted},
    {"I'd rather serve an old price than charge a guest twice.", "charge a guest twice", negated},
    {"The job can be repeated without losing rows.", "can be repeated", asserted},
    {"The job can be repeated without losing rows.", "losing rows", negated},
    {"A load without a key duplicates everything.", "a key", negated},
    {"A query without a date filter is refused.", "is refused", asserted},
    {"Without a watermark we cannot close the window.", "a watermark", negated},
    {"It restarts without gaps, duplicates or manual work.", "duplicates or manual work", negated},
    {"It restarts without gaps, and the operator sleeps.", "the operator sleeps", asserted},
    {"As opposed to polling, the log shows deletes.", "polling", negated},
    {"As opposed to polling, the log shows deletes.", "the log shows deletes", asserted},
    {"All tables are replicated except the audit log.", "the audit log", negated},
    {"All tables are replicated except the audit log.", "All tables are replicated", asserted},
    {"We avoid shuffling by sharing one partitioner.", "shuffling", negated},
    {"To avoid double charges we keep the payment id.", "double charges", negated},
    {"To avoid double charges we keep the payment id.", "we keep the payment id", asserted},
    {"Avoiding small files is the reason for the compaction.", "the reason for the compaction",
     asserted},
    {"Cross joins are avoided.", "Cross joins", negated},
    {"Stay away from wide tables in the serving layer.", "wide tables", negated},
    {"I advise against a shared database.", "a shared database", negated},
    {"We prefer Avro over JSON.", "Avro", asserted},
    {"We prefer Avro over JSON.", "JSON", negated},
};
INSTANTIATE_TEST_SUITE_P(Prepositions, Negated, testing::ValuesIn(kPrepositions));

constexpr StandingRow kVerbs[] = {
    {"We do not append, because a retry would double the rows.", "append", negated},
    {"We do not append because a second run doubles the rows.", "a second run doubles", asserted},
    {"The loader never touches the wall clock.", "touches the wall clock", negated},
    {"The loader never touches the wall clock.", "The loader", asserted},
    {"Payments are not eventually consistent.", "eventually consistent", negated},
    {"Payments are not eventually consistent.", "Payments", asserted},
    {"A single policy for all features is never right.", "single policy for all features", negated},
    {"The wall clock is never read.", "wall clock", negated},
    {"Today's date isn't used anywhere.", "Today's date", negated},
    {"Blind retries are not an option.", "Blind retries", negated},
    {"Rows that are not needed are dropped.", "are dropped", asserted},
    {"Rows that are not needed are dropped.", "not needed", negated},
    {"We never insert but always upsert.", "always upsert", asserted},
    {"We never insert and always upsert.", "always upsert", asserted},
    {"We don't lock the table and we don't block readers.", "lock the table", negated},
    {"We don't lock the table and the readers go on.", "the readers go on", asserted},
    {"It doesn't lose, duplicate or reorder events.", "duplicate or reorder events", negated},
    {"Do not call now() or you get different rows.", "you get different rows", asserted},
    {"The cache cannot serve stale prices, so guests trust it.", "guests trust it", asserted},
    {"The view isn't refreshed until the load has finished.", "the load has finished", asserted},
    {"A replay doesn't hurt: each event has an id.", "each event has an id", asserted},
    {"Kafka does not delete the record; the consumer skips it.", "the consumer skips it", asserted},
    {"Deletes are no longer lost.", "lost", negated},
    {"We no longer poll the source.", "poll the source", negated},
    {"Hardly anyone needs sub-second dashboards.", "Hardly", asserted},
    {"Hardly any team needs sub-second dashboards.", "sub-second dashboards", negated},
    {"We do not commit if the count differs.", "if the count differs", conditional},
    {"I don't know which region it was, the trace shows it.", "the trace shows it", asserted},
    {"I'd equally skip the bucket.", "the bucket", negated},
    {"The trap it avoids is in the totals.", "is in the totals", asserted},
    {"The loader skips the header.", "the header", asserted},
    {"Stamping rows with now() is neither needed nor wise.", "Stamping rows", negated},
};
INSTANTIATE_TEST_SUITE_P(Verbs, Negated, testing::ValuesIn(kVerbs));

constexpr StandingRow kNouns[] = {
    {"No offsets, a cursor.", "offsets", negated},
    {"No offsets, a cursor.", "a cursor", asserted},
    {"No single level of consistency fits all of it.", "fits all of it", negated},
    {"There is no second copy of the code.", "second copy of the code", negated},
    {"We keep no state on the edge, the hub counts.", "the hub counts", asserted},
    {"No locks, queues or retries are needed.", "queues or retries", negated},
    {"No joins, no scans and no surprises.", "surprises", negated},
    {"It works, with no joins and no scans.", "joins", negated},
    {"It is vital that no tenant sees another's rows.", "sees another's rows", negated},
    {"None of the readers parse JSON.", "parse JSON", negated},
    {"Nobody edits the table by hand.", "edits the table by hand", negated},
    {"Nothing is written before the check.", "written", negated},
    {"Nothing is written before the check passes.", "the check passes", asserted},
    {"A second pass changes nothing.", "A second pass changes", asserted},
    {"Neither Kafka nor Flink is involved.", "Kafka", negated},
    {"Neither Kafka nor Flink is involved.", "Flink is involved", negated},
    {"I see no reason to poll, the log has all changes.", "the log has all changes", asserted},
    {"No lake, a daily table and a merge.", "a daily table and a merge", asserted},
    {"No lake, one table and a nightly merge.", "one table", asserted},
    {"No locks, queues and retries.", "queues and retries", negated},
    {"It runs without a lock, a queue or a retry.", "a queue or a retry", negated},
    {"(1) merge by key (2) no append (3) one row per order", "merge by key", asserted},
    {"(1) merge by key (2) no append (3) one row per order", "append", negated},
    {"(1) merge by key (2) no append (3) one row per order", "one row per order", asserted},
};
INSTANTIATE_TEST_SUITE_P(Nouns, Negated, testing::ValuesIn(kNouns));

constexpr StandingRow kEmbedded[] = {
    {"An event readers cannot digest is bounced to a side topic.", "cannot digest", negated},
    {"An event readers cannot digest is bounced to a side topic.", "is bounced", asserted},
    {"What the consumer does not know is parked.", "is parked", asserted},
    {"Whatever the schema does not name is dropped.", "is dropped", asserted},
    {"A key that nobody has seen yet is stored.", "is stored", asserted},
    {"A message the parser can't read goes to a side topic.", "goes to a side topic", asserted},
    {"Any field a consumer does not understand is ignored.", "is ignored", asserted},
    {"What is not in the registry is refused.", "not in the registry", negated},
    {"What is not in the registry is refused.", "is refused", asserted},
    {"Anything not in the list is refused.", "not in the list", negated},
    {"Anything not in the list is refused.", "is refused", asserted},
    {"Rows not yet loaded are kept back.", "are kept back", asserted},
    {"Rows that never arrived are counted.", "are counted", asserted},
    {"What isn't optional is the owner.", "optional", asserted},
    {"The reader does not know what is late.", "what is late", negated},
    {"No change is made by hand.", "is made by hand", negated},
    {"No query has to join them.", "has to join them", negated},
    {"We do not think the key is unique.", "the key is unique", negated},
    {"It does not mean rows are lost.", "rows are lost", negated},
    {"We try not to read the log.", "read the log", negated},
    {"key is the cell not in the user", "in the user", negated},
};
INSTANTIATE_TEST_SUITE_P(Embedded, Negated, testing::ValuesIn(kEmbedded));

constexpr StandingRow kContrasts[] = {
    {"Not Lambda but Kappa.", "Lambda", negated},
    {"Not Lambda but Kappa.", "Kappa", asserted},
    {"Partition by event day, not by user.", "Partition by event day", asserted},
    {"Partition by event day, not by user.", "by user", negated},
    {"The key is the cell id, never the rider.", "the rider", negated},
    {"ds from the scheduler, never the wall clock.", "the wall clock", negated},
    {"Not chosen: country, because everybody reads all of them.", "everybody reads all", asserted},
    {"Parquet, not JSON, is what we store.", "JSON", negated},
    {"Parquet, not JSON, is what we store.", "is what we store", asserted},
    {"Avro (not JSON) on the bus.", "on the bus", asserted},
    {"Avro (not JSON) on the bus.", "JSON", negated},
    {"Not because it is cheap but because it is simple, we merge.", "it is cheap", negated},
    {"Not because it is cheap but because it is simple, we merge.", "it is simple", asserted},
    {"We would sooner drop a click than bill a guest twice.", "drop a click", asserted},
    {"We would sooner drop a click than bill a guest twice.", "bill a guest twice", negated},
    {"Better a late figure than a wrong one.", "a late figure", asserted},
    {"Better a late figure than a wrong one.", "a wrong one", negated},
    {"The log is better than the dump.", "the dump", asserted},
    {"Rows land sooner than at noon.", "noon", asserted},
    {"Under no circumstances do we append.", "do we append", negated},
    {"By no means is the clock read.", "the clock", negated},
    {"It is by no means rare.", "rare", negated},
    {"In one case do we append.", "do we append", asserted},
    {"We need no queue, let alone a cluster.", "a cluster", negated},
    {"A queue is not needed, much less a cluster.", "a cluster", negated},
    {"We let readers alone, let them finish.", "let them finish", asserted},
    {"All tables but the audit log are replicated.", "the audit log", negated},
    {"All tables but the audit log are replicated.", "are replicated", asserted},
    {"It is masked for everybody but the owner.", "the owner", negated},
    {"All rows are kept but the owner sees none.", "the owner", asserted},
    {"Kafka: no.", "Kafka", negated},
    {"Kafka: no broker of our own.", "Kafka", asserted},
    {"We merge: no duplicates.", "We merge", asserted},
    {"We forgo a second cluster.", "a second cluster", negated},
    {"We chose Avro over JSON.", "Avro", asserted},
    {"We chose Avro over JSON.", "JSON", negated},
    {"I chose the log over every dump, and would again.", "every dump", negated},
    {"We choose a window over 5 days.", "5 days", asserted},
    {"I chose a key that spreads the load over the nodes.", "the nodes", asserted},
};
INSTANTIATE_TEST_SUITE_P(Contrasts, Negated, testing::ValuesIn(kContrasts));

using NotNegated = StandingOf;
TEST_P(NotNegated, WhatOnlyLooksLikeIt) { expect_standing(GetParam()); }

constexpr StandingRow kIdioms[] = {
    {"It is not only cheap but also easy to replay.", "cheap", asserted},
    {"It is not only cheap but also easy to replay.", "easy to replay", asserted},
    {"We do not just append, we merge.", "append", asserted},
    {"No doubt the log is the better source.", "the log is the better source", asserted},
    {"The log is better, not least for deletes.", "for deletes", asserted},
    {"The value of a written grain cannot be overstated.", "value of a written grain", asserted},
    {"The lag must not exceed five minutes.", "five minutes", asserted},
    {"Figures are no more than 5 minutes old.", "5 minutes old", asserted},
    {"The dashboard is not more than a minute behind.", "a minute behind", asserted},
    {"Figures shall not be older than 10 minutes.", "older than 10 minutes", asserted},
    {"The pack leaves no later than 7:00.", "7:00", asserted},
    {"It stores nothing but ids.", "ids", asserted},
    {"The result is the same no matter how often it runs.", "how often it runs", asserted},
    {"Every table is partitioned without exception.", "Every table is partitioned", asserted},
    {"The key is unique and not null.", "unique", asserted},
    {"When not matched then insert the row.", "insert the row", asserted},
    {"A no-op update is skipped.", "A no-op update is skipped", asserted},
    {"We write to a do_not_train table.", "do_not_train table", asserted},
    {"Consistency is not negotiable.", "negotiable", asserted},
    {"No, because the key is unique.", "the key is unique", asserted},
    {"With or without a broker, ids are checked.", "a broker", asserted},
    {"You can't go wrong with Parquet.", "Parquet", asserted},
};
INSTANTIATE_TEST_SUITE_P(Idioms, NotNegated, testing::ValuesIn(kIdioms));

constexpr StandingRow kDouble[] = {
    {"Never deploy without a rollback plan.", "a rollback plan", asserted},
    {"Never deploy without a rollback plan.", "deploy", negated},
    {"No table without an owner.", "an owner", asserted},
    {"We don't write anything without a business key.", "a business key", asserted},
    {"A replay is not impossible.", "impossible", asserted},
    {"Nothing stops us from replaying the topic.", "replaying the topic", asserted},
    {"Never forget to store the offsets.", "to store the offsets", asserted},
    {"Don't forget the tombstones.", "the tombstones", asserted},
};
INSTANTIATE_TEST_SUITE_P(Double, NotNegated, testing::ValuesIn(kDouble));

constexpr StandingRow kTerse[] = {
    {"upsert on contract nr, dont append", "upsert on contract nr", asserted},
    {"upsert on contract nr, dont append", "append", rejected},
    {"key is the hexagon not the user", "the user", negated},
    {"key is the hexagon not the user", "key is the hexagon", asserted},
    {"i never take now() only the date of airflow", "take", negated},
    {"rerun same day overwrite same day and not make double", "overwrite same day", asserted},
    {"rerun same day overwrite same day and not make double", "make double", negated},
    {"every engine write same table so no second copy", "write same table", asserted},
    {"every engine write same table so no second copy", "second copy", negated},
    {"polling can not see delete, log can", "see delete", negated},
    {"with retry is no problem becouse merge", "becouse merge", asserted},
    {"json never, only parquet", "only parquet", asserted},
};
INSTANTIATE_TEST_SUITE_P(Terse, Negated, testing::ValuesIn(kTerse));

constexpr StandingRow kFormerBugs[] = {
    {"if frame come and they dont know the port they do flooding", "they do flooding", asserted},
    {"A code not raising the rate is enough.", "is enough", asserted},
    {"Not in code (it stores names, it is slow) but in a table.", "but in a table", asserted},
    {"A type I error is kept below 5 percent.", "error is kept", asserted},
    {"We merge on invoice_no.", "invoice_no", asserted},
    {"Reads go on with no unnecessary hops.", "unnecessary hops", negated},
    {"Something that no longer exists will never answer.", "will never answer", negated},
    {"What was never stored cannot leak.", "cannot leak", negated},
    {"It has not been seen for a while.", "for a while", negated},
    {"Duplicates are avoided by merging on the key.", "merging on the key", asserted},
    {"Duplicates are avoided by merging on the key.", "Duplicates", negated},
    {"We avoid duplicates with a unique key.", "a unique key", asserted},
    {"No this assumption does not hold.", "does not hold", negated},
    {"A preamble is not needed as all stations have a clock.", "stations have a clock", asserted},
    {"Given a perfect clock the preamble is not needed.", "a perfect clock", asserted},
    {"If it has no entry for the address it floods all ports.", "floods all ports", asserted},
    {"An export that was not run blocks the rest.", "blocks the rest", asserted},
    {"The rows can not come twice and the lag wont cause problems.", "cause problems", negated},
    {"now() never, we pass the date", "we pass the date", asserted},
    {"It is not stored as a table, it is a view.", "it is a view", asserted},
};
INSTANTIATE_TEST_SUITE_P(FormerBugs, Negated, testing::ValuesIn(kFormerBugs));

}  // namespace
}  // namespace assay
