// Conditions, judgements, opinions of others, questions, quotations and piles of terms.
#include "text/standing.h"

#include <algorithm>

#include "text/standing_rows.h"

namespace assay {
namespace {

using enum Standing;

TEST_P(StandingOf, APhrase) { expect_standing(GetParam()); }

constexpr StandingRow kClaims[] = {
    {"I would use Kafka for the clicks.", "would use Kafka", asserted},
    {"I'd partition by day.", "partition by day", asserted},
    {"One could add a bloom filter.", "add a bloom filter", asserted},
    {"billing -> CP, dashboard -> AP", "billing -> CP", asserted},
    {"app send ride request and driver free event -> kafka topic hex", "kafka topic", asserted},
    {"upsert, matched on contract number", "matched on contract number", asserted},
    {"Replication and partitioning.", "Replication and partitioning", asserted},
    {"The auditors say they need the figures by 7:00.", "the figures by 7:00", asserted},
    {"The contract says within one minute.", "within one minute", asserted},
    {"Some teams use a shared cluster.", "a shared cluster", asserted},
    {"According to the contract, rows stay seven years.", "rows stay seven years", asserted},
    {"We check whether the file arrived.", "the file arrived", asserted},
    {"The figure on page one is wrong.", "The figure", asserted},
    {"Once a day the folder is emptied.", "Once a day the folder", asserted},
    {"The risk of a mistake is small.", "risk of a mistake", asserted},
    {"CI rejects a job without an owner.", "CI rejects a job", asserted},
    {"The gateway rejects late events.", "late events", asserted},
    {"It protects against double charges.", "double charges", asserted},
    {"Most claims are settled in the log.", "settled in the log", asserted},
};
INSTANTIATE_TEST_SUITE_P(Claims, StandingOf, testing::ValuesIn(kClaims));

constexpr StandingRow kConditions[] = {
    {"If a region is cut off, billing stops.", "a region is cut off", conditional},
    {"If a region is cut off, billing stops.", "billing stops", asserted},
    {"When a row changes we close the old one.", "a row changes", conditional},
    {"When a row changes we close the old one.", "we close the old one", asserted},
    {"We close the old row when the tier changes.", "when the tier changes", conditional},
    {"Once loaded, the table is checked.", "Once loaded", conditional},
    {"The pack is held back unless the sums agree.", "the sums agree", conditional},
    {"If the key exists and the hash differs, update it.", "the hash differs", conditional},
    {"If the key does not exist, insert the row.", "does not exist", negated},
    {"If the key does not exist, insert the row.", "insert the row", asserted},
    {"If it fails the scheduler repeats it.", "it fails", conditional},
    {"If I had to choose, I would take Postgres.", "I would take Postgres", asserted},
    {"If you asked me, I'd merge by key.", "merge by key", asserted},
    {"If it were up to me, I'd drop the cache.", "drop the cache", asserted},
    {"If the count drops by half, I'd stop the release.", "I'd stop the release", asserted},
    {"if rows > 1 M then partition by month", "partition by month", asserted},
};
INSTANTIATE_TEST_SUITE_P(Conditions, StandingOf, testing::ValuesIn(kConditions));

constexpr StandingRow kHypotheses[] = {
    {"If the limit were tighter, I would take Flink.", "the limit were tighter", hypothetical},
    {"If the limit were tighter, I would take Flink.", "I would take Flink", hypothetical},
    {"I would take Flink if the limit were tighter.", "take Flink", hypothetical},
    {"Should the business begin to trade at night, I would stream.", "I would stream",
     hypothetical},
    {"Had we kept the log, a replay would have fixed it.", "a replay would have fixed it",
     hypothetical},
    {"Were the table ten times larger, we would shard it.", "we would shard it", hypothetical},
    {"If the team had known Scala, Spark might have won.", "Spark might have won", hypothetical},
    {"If the job was interrupted, the next run picks up.", "the next run picks up", asserted},
    {"We merge by key; if it were cheap, I would also keep history.", "We merge by key", asserted},
    {"Were money no object, I'd run two regions.", "run two regions", hypothetical},
    {"In an ideal world we'd have two regions.", "two regions", hypothetical},
    {"With more time I would add a registry.", "add a registry", hypothetical},
    {"With more people on call, the desk answers at night.", "the desk answers", asserted},
    {"The members were alignment and storage.", "alignment and storage", asserted},
};
INSTANTIATE_TEST_SUITE_P(Hypotheses, StandingOf, testing::ValuesIn(kHypotheses));

constexpr StandingRow kJudgements[] = {
    {"Don't use the wall clock.", "use the wall clock", rejected},
    {"Please do not shard by customer.", "shard by customer", rejected},
    {"Sharding by customer is a mistake.", "Sharding by customer", rejected},
    {"Reading now() in a query is an anti-pattern.", "now() in a query", rejected},
    {"One level for everything is a bad idea.", "One level for everything", rejected},
    {"Exactly-once across systems is a myth.", "Exactly-once across systems", rejected},
    {"Tuning before measuring is pointless.", "Tuning before measuring", rejected},
    {"Appending on every run is wrong.", "Appending on every run", rejected},
    {"It is wrong to append on every run.", "append on every run", rejected},
    {"A common mistake is to mix two grains.", "mix two grains", rejected},
    {"The classic misconception is that P can be given up.", "P can be given up", rejected},
    {"The naive approach is to scan the table.", "scan the table", rejected},
    {"The naive approach: scan the whole table.", "scan the whole table", rejected},
    {"Wrong: append on every run. Right: overwrite the day.", "append on every run", rejected},
    {"Wrong: append on every run. Right: overwrite the day.", "overwrite the day", asserted},
    {"Myth: polling sees deletes.", "polling sees deletes", rejected},
    {"Pitfall: late rows change closed days.", "late rows change closed days", asserted},
    {"Random functions are banned in loads.", "Random functions", rejected},
    {"I don't buy the two-layer story.", "the two-layer story", rejected},
    {"I wouldn't sign off one setting for the whole product.", "one setting", rejected},
    {"I reject the single source of truth.", "the single source of truth", rejected},
    {"I refuse to shard by customer.", "shard by customer", rejected},
    {"Row filters I'd avoid entirely.", "Row filters", rejected},
    {"The second cluster I would leave out.", "The second cluster", rejected},
    {"The cluster I would use is small.", "The cluster", asserted},
    {"The rows I would skip are marked.", "The rows", asserted},
    {"Summing up on the edge is a popular trick, and I would advise against it.", "Summing up",
     attributed},
    {"Late data is a bogeyman.", "Late data", rejected},
    {"Sharding by customer is a mistake, so we hash the order.", "we hash the order", asserted},
    {"Sharding by customer is not a mistake.", "Sharding by customer", asserted},
    {"Mistakes are harder to correct in a stream.", "harder to correct", asserted},
    {"The mistake is permanent.", "The mistake is permanent", asserted},
    {"A graph store would be over-engineering here.", "A graph store", rejected},
    {"Kafka would be gold-plating.", "Kafka", rejected},
    {"Splitting the table now would be premature.", "Splitting the table", rejected},
    {"A second cluster would be a waste of money.", "A second cluster", rejected},
    {"At a thousand rows a second cluster would be overkill, so one node does.", "one node does",
     asserted},
    {"A second cluster would not be over-engineering.", "A second cluster", asserted},
    {"The alert was premature.", "The alert", asserted},
    {"The gold layer is over there.", "The gold layer", asserted},
    {"A cache would be cheaper.", "A cache", asserted},
    {"It is tempting to append on every run.", "append on every run", rejected},
    {"One might be tempted to append, but a rerun doubles the rows.", "to append", rejected},
    {"One might be tempted to append, but a rerun doubles the rows.", "a rerun doubles", asserted},
    {"We resist the urge to shard.", "to shard", rejected},
    {"I'd push back on a second cluster.", "a second cluster", rejected},
    {"We push back pressure on the source.", "pressure on the source", asserted},
    {"I would think twice before sharding.", "sharding", rejected},
    {"I'm sceptical of a second cluster.", "a second cluster", rejected},
    {"I was sceptical at first.", "at first", asserted},
    {"We refuse to shard.", "to shard", rejected},
    {"A second cluster buys us nothing here.", "A second cluster", rejected},
    {"Most nights bring nothing.", "Most nights", asserted},
    {"A second pass adds nothing but time.", "A second pass", asserted},
    {"A second cluster is out of the question.", "A second cluster", rejected},
    {"We used to append; now we merge.", "append", negated},
    {"We used to append; now we merge.", "now we merge", asserted},
    {"The key used to merge is the order id.", "used to merge", asserted},
    {"Sharding by customer makes no sense here.", "Sharding by customer", rejected},
    {"A second cluster does not make sense.", "A second cluster", rejected},
    {"The keys that make no sense are null.", "The keys", asserted},
    {"Sharding is beyond the scope.", "Sharding", rejected},
    {"We state what is out of scope.", "We state", asserted},
    {"I used to think the log is slow.", "the log is slow", negated},
    {"Spot instances I refuse.", "Spot instances", rejected},
    {"What late rows do I reject here?", "late rows", question},
    {"Monitoring tells us that something is wrong.", "Monitoring tells us", asserted},
};
INSTANTIATE_TEST_SUITE_P(Judgements, StandingOf, testing::ValuesIn(kJudgements));

constexpr StandingRow kCorrections[] = {
    {"We append on every run, or rather we merge on the key.", "We append", rejected},
    {"We append on every run, or rather we merge on the key.", "we merge on the key", asserted},
    {"The key is the order id, or rather the line id.", "the line id", asserted},
    {"We append on every run. Scratch that: we merge.", "append on every run", rejected},
    {"We append on every run. Scratch that: we merge.", "we merge", asserted},
    {"We append on every run - scratch that - we merge.", "append on every run", rejected},
    {"We append on every run. Wait, no, we merge.", "append on every run", rejected},
    {"We append on every run. Wait, no, we merge.", "we merge", asserted},
    {"We split by user. Correction: we split by day.", "split by user", rejected},
    {"We split by user. Correction: we split by day.", "we split by day", asserted},
    {"We merge, rather than append.", "We merge", asserted},
    {"Rows are held, or rather late ones are.", "late ones", asserted},
    {"The readers wait, no lock is held.", "The readers wait", asserted},
    {"The job scratches that disk.", "that disk", asserted},
};
INSTANTIATE_TEST_SUITE_P(Corrections, StandingOf, testing::ValuesIn(kCorrections));

constexpr StandingRow kOpinions[] = {
    {"Some would say that a queue is enough.", "a queue is enough", attributed},
    {"Many argue batch is dead.", "batch is dead", attributed},
    {"Purists claim that every join is evil.", "every join is evil", attributed},
    {"Most engineers think a cache solves it.", "a cache solves it", attributed},
    {"Critics will say it costs too much, and it is slow.", "it is slow", attributed},
    {"People say consistency is optional, but I keep it strict.", "consistency is optional",
     attributed},
    {"People say consistency is optional, but I keep it strict.", "I keep it strict", asserted},
    {"Textbooks argue for 3NF; we denormalise.", "we denormalise", asserted},
    {"It is often said that streams replace tables.", "streams replace tables", attributed},
    {"According to the textbook, facts never change.", "facts never change", attributed},
    {"Conventional wisdom says to normalise.", "normalise", attributed},
    {"Vendors claim exactly-once. We check ids.", "We check ids", asserted},
    {"Some people would stamp the rows with now.", "stamp the rows with now", attributed},
    {"Some users would see an old figure.", "see an old figure", asserted},
    {"Purists would add a foreign key.", "a foreign key", attributed},
    {"With a stale price people would drive to the wrong place.", "wrong place", asserted},
    {"Two people can run this.", "run this", asserted},
    {"The report is open, everyone can read it.", "read it", asserted},
    {"One could argue that a lock is simpler.", "a lock is simpler", attributed},
    {"Many tutorials append on every run.", "append on every run", attributed},
    {"Interviewers like to hear a number here.", "a number", attributed},
    {"People quote three thousand writes a second.", "three thousand writes", attributed},
    {"One school says to stack control upon control.", "control upon control", attributed},
    {"One school has a bus.", "a bus", asserted},
    {"Some would count the sessions twice.", "count the sessions", attributed},
    {"Others would let each client choose.", "let each client choose", attributed},
    {"Somebody will tell you that a cache solves it.", "a cache solves it", attributed},
    {"Streaming is said to solve it.", "solve it", attributed},
    {"Streaming is said to solve it, but a batch does.", "a batch does", asserted},
    {"The textbook has a queue between them.", "a queue", attributed},
    {"You will often hear that a cache solves it.", "a cache solves it", attributed},
    {"One reads that a cache solves it.", "a cache solves it", attributed},
    {"A bus gets recommended by every blog.", "A bus", attributed},
    {"Most textbooks simply overwrite the old row.", "overwrite the old row", attributed},
    {"Purists shard by customer.", "shard by customer", attributed},
    {"The tutorials of the app are cached for a day.", "cached for a day", asserted},
    {"My predecessor insisted on one table for both.", "one table for both", attributed},
    {"My predecessor appended on every run.", "appended on every run", attributed},
    {"My predecessor appended on every run; we overwrite the day.", "overwrite the day", asserted},
    {"A colleague wanted to cache it for a week.", "cache it for a week", attributed},
    {"The vendor touts one cluster for everything.", "one cluster for everything", attributed},
    {"The vendor sends one file each night.", "one file each night", asserted},
    {"There is a common prejudice that a cache solves it.", "a cache solves it", attributed},
    {"A widespread belief is that a cache solves it.", "a cache solves it", attributed},
    {"Our belief is that a cache solves it.", "a cache solves it", asserted},
    {"We merge by key, although some say it is slow.", "We merge by key", asserted},
    {"We merge by key, although some say it is slow.", "it is slow", attributed},
    {"Some stamp the rows with now() and call it done.", "stamp the rows", attributed},
    {"Some stamp the rows with now() and call it done.", "call it done", attributed},
    {"Some stamp the rows with now(), but we pass the date.", "we pass the date", asserted},
    {"Many append on every run, we overwrite the day.", "append on every run", attributed},
    {"Many append on every run, we overwrite the day.", "we overwrite the day", asserted},
    {"Plenty of people shard by customer.", "shard by customer", attributed},
    {"Most people buy more nodes.", "buy more nodes", attributed},
    {"Most teams bolt on a cache.", "bolt on a cache", attributed},
    {"Some rows arrive late.", "arrive late", asserted},
    {"Some consumers read twice.", "read twice", asserted},
    {"Some teams run the load by hand.", "run the load", asserted},
    {"Plenty of rows go to quarantine.", "go to quarantine", asserted},
    {"Most carry an id.", "carry an id", asserted},
    {"Conventional wisdom is to shard by customer.", "to shard by customer", attributed},
    {"Conventional wisdom is right here.", "right here", asserted},
    {"The usual advice is to shard by customer, but we hash the order.", "to shard", attributed},
    {"The usual advice is to shard by customer, but we hash the order.", "we hash the order",
     asserted},
    {"Our advice is to shard by customer.", "to shard by customer", asserted},
    {"The textbook answer is a star.", "a star", attributed},
    {"Marketing will look at the numbers daily.", "look at the numbers", asserted},
    {"Marketing would like it snappier.", "like it snappier", attributed},
    {"Vendors will tell you it is slow, so we test it.", "it is slow", attributed},
    {"Vendors will tell you it is slow, so we test it.", "we test it", asserted},
    {"Test any key somebody proposes: one value for each row.", "one value", asserted},
    {"The medical people said it has to ring within a minute.", "within a minute", asserted},
    {"Kafka people say it has to be a stream.", "a stream", attributed},
    {"Received wisdom: one cache for all.", "one cache for all", attributed},
    {"Fashion has it that a cache solves it.", "a cache solves it", attributed},
    {"Bloggers demand that clocks be banned.", "clocks be banned", attributed},
    {"Auditors demand that rows stay.", "rows stay", asserted},
    {"Bloggers' names are masked in the lake.", "masked in the lake", asserted},
    {"My predecessor used to say: the reports are daily, so we file by day.", "we file by day",
     attributed},
};
INSTANTIATE_TEST_SUITE_P(Opinions, StandingOf, testing::ValuesIn(kOpinions));

constexpr StandingRow kDenials[] = {
    {"It is not true that polling sees deletes.", "polling sees deletes", attributed},
    {"It isn't the case that a cache solves it.", "a cache solves it", attributed},
    {"I do not claim that rows are unique.", "rows are unique", attributed},
    {"By no means do I think that one key is enough.", "one key is enough", attributed},
    {"It would be wrong to say that the log is slow.", "the log is slow", attributed},
    {"It is a myth that streams replace tables.", "streams replace tables", attributed},
    {"It is false that when a row changes, we close it.", "we close it", attributed},
    {"It is not true that polling sees deletes, but the log does.", "the log does", asserted},
    {"It is not true that a row closes, I open another.", "I open another", attributed},
    {"It is not only true that rows repeat.", "rows repeat", asserted},
    {"I think that the log is ordered.", "the log is ordered", asserted},
    {"A vendor argues that a cache solves it, and I disagree.", "a cache solves it", attributed},
    {"One table holds both grains. I disagree.", "One table holds both grains", attributed},
    {"Every row needs a clock. That is not true.", "Every row needs a clock", attributed},
    {"Some teams append daily. That is a mistake.", "append daily", rejected},
    {"The revenue counts twice. That is wrong.", "The revenue counts twice", asserted},
    {"We append nothing. I disagree with those who do.", "We append", asserted},
    {"Do you think that a cache solves it?", "a cache solves it", attributed},
    {"Is it true that polling sees deletes?", "polling sees deletes", attributed},
    {"My predecessor claimed that a cache solves it.", "a cache solves it", attributed},
    {"We rename the field now. No: the new field is added first.", "rename the field", rejected},
    {"We rename the field now. No: the new field is added first.", "new field is added", asserted},
    {"Redis holds the sessions. No persistence is needed.", "holds the sessions", asserted},
};
INSTANTIATE_TEST_SUITE_P(Denials, StandingOf, testing::ValuesIn(kDenials));

constexpr StandingRow kTentative[] = {
    {"A merge could be considered.", "A merge", hypothetical},
    {"Logs might one day flow into a lakehouse.", "flow into a lakehouse", hypothetical},
    {"Perhaps a key helps.", "a key helps", hypothetical},
    {"Partition overwrite and a merge are on the roadmap.", "Partition overwrite", hypothetical},
    {"It would be worth exploring a cache.", "a cache", hypothetical},
    {"In the long run one definition will do.", "one definition", hypothetical},
    {"A stale read could charge a customer twice.", "charge a customer twice", asserted},
    {"We plan on partitions of 2 GB.", "partitions of 2 GB", asserted},
    {"We considered a cache and took a view.", "took a view", asserted},
    {"Whether the CFO is told is for others to decide.", "the CFO is told", question},
    {"We check whether the CFO is told.", "the CFO is told", asserted},
    {"We merge on the key, and that's not a maybe.", "We merge on the key", asserted},
    {"Every row has an owner, no maybe.", "Every row has an owner", asserted},
    {"A cache is a maybe.", "A cache", hypothetical},
    {"Maybe a cache is not needed.", "a cache", hypothetical},
    {"The policy must be evaluated at query time.", "evaluated at query time", asserted},
    {"The gateway can evaluate the rule per tenant.", "evaluate the rule", asserted},
    {"We can evaluate a cache.", "a cache", hypothetical},
    {"A cache could be evaluated at the next review.", "A cache", hypothetical},
    {"Costs must be evaluated.", "Costs", hypothetical},
    {"Later we might add a cache.", "add a cache", hypothetical},
    {"A cache may eventually be added.", "A cache", hypothetical},
    {"The log could later be moved to a lake.", "moved to a lake", hypothetical},
    {"A late click may later be merged.", "merged", asserted},
    {"The replicas may eventually agree.", "agree", asserted},
    {"An owner may add rows later than noon.", "add rows", asserted},
    {"We add a cache later.", "add a cache", asserted},
    {"One could append, but a rerun doubles the rows.", "append", hypothetical},
    {"One could append, but a rerun doubles the rows.", "a rerun doubles", asserted},
    {"We could stream it, but nobody reads it before nine.", "stream it", hypothetical},
    {"One could add a cache.", "add a cache", asserted},
    {"A reader could see stale rows, but only for a minute.", "see stale rows", asserted},
    {"We could append and merge later.", "append", asserted},
    {"Partitions by day keep a scan to perhaps twenty seconds.", "keep a scan", asserted},
    {"It takes maybe 20 seconds.", "takes maybe 20 seconds", asserted},
    {"It is late by maybe a day.", "late by maybe a day", asserted},
    {"It takes maybe a cache.", "a cache", hypothetical},
    {"A password will leak at some point.", "A password", asserted},
    {"At some point we will need a cache.", "need a cache", hypothetical},
    {"The codes change maybe twice a year.", "codes change", asserted},
    {"Readers get a copy which they can explore.", "they can explore", asserted},
};
INSTANTIATE_TEST_SUITE_P(Tentative, StandingOf, testing::ValuesIn(kTentative));

constexpr StandingRow kHearsay[] = {
    {"I have read that many take Cassandra for writes.", "take Cassandra", attributed},
    {"I know that many put a cache at this place.", "put a cache", attributed},
    {"We know that the queue is ordered.", "the queue is ordered", asserted},
    {"A competitor of ours sends nulls into its topics.", "sends nulls", attributed},
    {"Keyset is what purists would have me use.", "Keyset", attributed},
    {"Streaming is often said to be expensive.", "expensive", attributed},
    {"A lake has been proposed by another team.", "A lake", attributed},
    {"\"Overwrite the partition, merge on the key\" is the answer on the card.", "merge on the key",
     quoted},
    {"## Out of scope\n\nA mask for names.", "A mask for names", rejected},
    {"**Left out on purpose:** Airflow.", "Airflow", rejected},
    {"**Not only fast:** the cache is small.", "the cache is small", asserted},
    {"We are told a cache solves it.", "a cache solves it", attributed},
    {"I was taught to append on every run.", "append on every run", attributed},
    {"I was taught a warehouse needs a star.", "a warehouse needs a star", attributed},
    {"I have been told the log is slow, but it is not.", "the log is slow", attributed},
    {"You read append-only everywhere.", "append-only", attributed},
    {"The operator is told the new offset.", "the new offset", asserted},
    {"We are told which file failed.", "which file failed", asserted},
    {"We are told by a flag when a file is late.", "a file is late", conditional},
    {"We are told the offset.", "the offset", asserted},
    {"I was told the log is slow.", "the log is slow", asserted},
    {"A rival derivation cannot come up, so we rebuild nothing.", "A rival derivation", asserted},
    {"A rival sends nulls into its topics.", "sends nulls", attributed},
    {"The day is the key, because that is what people filter by.", "people filter by", asserted},
    {"A rival firm settles its bets hourly.", "settles its bets", attributed},
    {"A copy for each reader is what people did before.", "A copy for each reader", attributed},
};
INSTANTIATE_TEST_SUITE_P(Hearsay, StandingOf, testing::ValuesIn(kHearsay));

constexpr StandingRow kRows[] = {
    {"We know WAL, binlog, redo log, LSN, GTID, slots, heartbeats, snapshots, Kafka.", "binlog",
     unclaimed},
    {"CDC: WAL, binlog, redo, LSN, GTID, slots, Debezium, GoldenGate.", "Debezium", unclaimed},
    {"The layers are network, identity, policy, encryption and audit.", "encryption", asserted},
    {"We store the id, the tier, the start, the end, the flag, the hash, the key and the source.",
     "the hash", asserted},
};
INSTANTIATE_TEST_SUITE_P(Rows, StandingOf, testing::ValuesIn(kRows));

constexpr StandingRow kQuestions[] = {
    {"Should we use Kafka?", "use Kafka", question},
    {"Why a surrogate key? Because tiers change.", "a surrogate key", question},
    {"Why a surrogate key? Because tiers change.", "Because tiers change", asserted},
    {"Then I ask the owner: did all files arrive?", "did all files arrive", question},
    {"Then I ask the owner: did all files arrive?", "I ask the owner", asserted},
    {"Kafka or Pulsar?", "Kafka or Pulsar", question},
    {"The question is whether a cache solves it.", "a cache solves it", question},
    {"It is unclear whether a cache solves it.", "a cache solves it", question},
    {"Is p below 0.05? Then we stop the test.", "p below 0.05", conditional},
    {"Row changed? Then close it.", "Row changed", conditional},
    {"We merge by key, right?", "We merge by key", asserted},
    {"An open order waits until the job asks whether it is closed.", "it is closed", asserted},
    {"Unknown ids: the loader decides whether to park them.", "to park them", asserted},
    {"It is an open question whether a cache helps.", "a cache helps", question},
    {"It is undecided whether a cache helps.", "a cache helps", question},
    {"Whether or not the row exists, we merge.", "we merge", asserted},
    {"Whether a key is new or known, the row lands once.", "the row lands once", asserted},
    {"Whether the key is new or known, and since when, is unclear.", "the key is new", question},
    {"Whether we merge or append is open, because nobody asked.", "we merge", question},
    {"Crash in between? Start again.", "Crash in between", conditional},
    {"Row changed? Close it and open another.", "Row changed", conditional},
    {"Sharded by customer or by day? Take the day.", "by customer", question},
    {"A cache in front? Skip it.", "A cache in front", question},
    {"Has the row changed? Close it.", "the row changed", question},
    {"No query wants more than eight columns, so why read the rest?", "wants more", negated},
    {"We load at night, so why stream it?", "We load at night", asserted},
    {"We load at night, so why stream it?", "stream it", question},
    {"You would stream it and pay for that?", "pay for that", question},
    {"Are rows erased? Yes -> the log.", "rows erased", conditional},
    {"Are rows erased? No.", "rows erased", question},
    {"We ask the owner: if a row changes, what do we keep?", "a row changes", question},
    {"I ask the sources: did all files come, is one doubled?", "did all files come", question},
    {"We merge by key, don't we?", "We merge by key", asserted},
    {"merge by key\noverwrite the day\nshould we use kafka?", "merge by key", asserted},
    {"merge by key\noverwrite the day\nshould we use kafka?", "overwrite the day", asserted},
    {"merge by key\noverwrite the day\nshould we use kafka?", "we use kafka", question},
    {"orders by day\nno joins\nwhy a star?", "orders by day", asserted},
    {"orders by day\nno joins\nwhy a star?", "a star", question},
    {"beds are counted hourly\nis that often enough?\nwards send a list", "beds are counted",
     asserted},
    {"beds are counted hourly\nis that often enough?\nwards send a list", "often enough", question},
    {"You would stream it\nand pay for that?", "stream it", question},
    {"What happens when a row\nis late and the key\nis new?", "the key", question},
    {"Should we keep the rows\nwhich arrive late?", "which arrive late", question},
    {"Sharded by customer\nor by day?", "by customer", question},
};
INSTANTIATE_TEST_SUITE_P(Questions, StandingOf, testing::ValuesIn(kQuestions));

constexpr StandingRow kQuotations[] = {
    {"The vendor wrote \"our broker never loses a message\" in its mail.", "our broker", quoted},
    {"The boss said \"just use the wall clock\" and left.", "use the wall clock", quoted},
    {"The boss said \"just use the wall clock\" and left.", "left", asserted},
    {"Tickets such as \"my dashboard is empty\" went up.", "my dashboard is empty", quoted},
    {"~~Append on every run.~~ Merge by key.", "Append on every run", quoted},
    {"~~Append on every run.~~ Merge by key.", "Merge by key", asserted},
    {"> Use one policy everywhere.\n\nTwo policies are needed.", "one policy", quoted},
    {"The entry \"A can be reached over port 2\" is stored.", "A can be reached", asserted},
    {"We fix the \"grain\" first.", "grain", asserted},
    {"The label \"order line\" is the grain.", "order line", asserted},
    {"I write down \"one row is one order line\" before anything else.",
     "one row is one order line", asserted},
    {"> We merge by key.\n\n> A rerun replaces the row.", "We merge by key", asserted},
    {"# Reruns\n\n> We merge by key, so a rerun replaces the row and adds none.",
     "replaces the row", asserted},
    {"> We merge by key, so a rerun replaces the row and adds none.\n\nWrong.", "merge by key",
     quoted},
    {"The vendor says:\n\n> We merge by key, so that a rerun replaces the row and adds none.",
     "merge by key", quoted},
    {"> We merge by key, so a rerun replaces the row.\n\nIs it so?", "merge by key", quoted},
    {"> Use one policy everywhere.\n\nOne key for each.", "one policy", quoted},
    {"Thank you for the question.\n\n> We merge by key.\n\nI hope this helps you.", "merge by key",
     asserted},
    {"> **One row is one order line.**\n\nWe fix this line first and then the columns.",
     "One row is one order line", asserted},
    {"> One row is one **order line**.\n\nWe fix this line first and then the columns.", "One row",
     quoted},
};
INSTANTIATE_TEST_SUITE_P(Quotations, StandingOf, testing::ValuesIn(kQuotations));

constexpr StandingRow kPiles[] = {
    {"Kafka, Flink, Spark, watermarks, exactly-once, idempotency, upsert, partitioning",
     "Flink, Spark", unclaimed},
    {"idempotent upsert merge key watermark dedup partition overwrite checkpoint replay",
     "upsert merge key", unclaimed},
    {"CAP/PACELC/consistency/availability/partition tolerance/quorum/latency/replication",
     "consistency", unclaimed},
    {"We use Kafka, Flink, Spark, Redis, Iceberg, Trino, Airflow and dbt.", "Kafka", asserted},
    {"Columns: sk, customer, tier, from, to, current, source, batch, hash", "tier", asserted},
    {"rerun same day overwrite same day", "overwrite same day", asserted},
    {"hot to redis, warm to view, cold to base table", "warm to view", asserted},
    {"# A cache\n\n# Keys\n\nWe merge on the order id.", "A cache", unclaimed},
    {"# A cache\n\n# Keys\n\nWe merge on the order id.", "Keys", asserted},
    {"# A cache\n\n## Redis\n\nIt holds the sessions.", "A cache", asserted},
    {"# We cache the sessions\n\n# Keys\n\nWe merge.", "cache the sessions", asserted},
};
INSTANTIATE_TEST_SUITE_P(Piles, StandingOf, testing::ValuesIn(kPiles));

constexpr StandingRow kFormerStandingBugs[] = {
    {"bills are critical, views not so", "bills are critical", asserted},
    {"We land on Postgres if nothing speaks against.", "We land on Postgres", asserted},
    {"**Not in the picture:** a merge view. The output is the next job's input.", "a merge view",
     rejected},
    {"**Not in the picture:** a merge view. The output is the next job's input.", "The output",
     asserted},
    {"If the row is known already it is updated.", "it is updated", asserted},
    {"Messages come more than once, the sink drops repeats.", "once", asserted},
    {"Mistakes are harder to correct here.", "harder to correct", asserted},
    {"In a later version one could think about a text index.", "a text index", asserted},
    {"A would be better if noise were a problem, but B would be cheaper.", "B would be cheaper",
     asserted},
    {"If packets get dropped by the queue, acks would be missing.", "acks would be missing",
     asserted},
    {"Das Protokoll und der Dienst nutzen bei der Codierung von Bits zwei Symbole", "Das Protokoll",
     asserted},
    {"10.0.0.0-10.255.255.255 127.0.0.0-127.255.255.255 192.168.0.0-192.168.255.255", "10.0.0.0",
     asserted},
    {"Edge nodes produce log events (time, client, url, status, bytes, cache, delay).",
     "log events", asserted},
    {"Either party refuses the load or the gateway does.", "refuses the load", asserted},
};
INSTANTIATE_TEST_SUITE_P(FormerBugs, StandingOf, testing::ValuesIn(kFormerStandingBugs));

bool has_pile(std::string_view text) {
  const Document document = Analyzer().analyze(text);
  return std::count(document.flags().begin(), document.flags().end(), "term-pile") > 0;
}

TEST(TermPile, FlagsAnAnswerThatOnlyListsTerms) {
  EXPECT_TRUE(
      has_pile("Kafka, Flink, Spark, watermarks, exactly-once, idempotency, upsert, "
               "partition overwrite, dedup, checkpointing, merge key, replay"));
  EXPECT_FALSE(
      has_pile("We merge on the order number, so a rerun changes nothing. Kafka, Flink "
               "and Spark are not needed for that."));
  EXPECT_FALSE(has_pile(""));
}

TEST(StandingOfARange, WithItsCueInsideIsAsserted) {
  const std::string_view text = "Keys come from the data, never the wall clock.";
  const Document document = Analyzer().analyze(text);
  const auto range = [&](std::string_view phrase) {
    const auto begin = std::uint32_t(text.find(phrase));
    return document.tokens_of_text(begin, begin + std::uint32_t(phrase.size()));
  };
  EXPECT_EQ(document.standing_of(range("wall clock")), negated);
  EXPECT_EQ(document.standing_of(range("never the wall clock")), asserted);
  EXPECT_EQ(document.standing_of(range("Keys come")), asserted);
}

TEST(StandingNames, ReadBackAsTheSameStanding) {
  for (int s = 0; s < kStandings; ++s) {
    EXPECT_EQ(standing_named(name_of(Standing(s))), Standing(s));
  }
  EXPECT_EQ(standing_named("assert"), std::nullopt);
  EXPECT_EQ(standing_named(""), std::nullopt);
}

}  // namespace
}  // namespace assay
