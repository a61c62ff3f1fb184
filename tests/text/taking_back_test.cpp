// What an answer only seems to say, takes back or puts off.
#include "text/standing_rows.h"

namespace assay {
namespace {

using enum Standing;

using TakenBack = StandingOf;
TEST_P(TakenBack, IsNoClaim) { expect_standing(GetParam()); }

constexpr StandingRow kSeeming[] = {
    {"An append seems enough, but isn't.", "An append seems enough", rejected},
    {"An append seems enough but it is not.", "An append seems enough", rejected},
    {"It looks safe at first. It is not.", "looks safe at first", rejected},
    {"A wall clock looks fine. It isn't.", "A wall clock looks fine", rejected},
    {"Counting at the till sounds right; it's not.", "Counting at the till", rejected},
    {"A nightly dump appears sufficient, but it isn't: deletes are lost.", "A nightly dump",
     rejected},
    {"A nightly dump appears sufficient, but it isn't: deletes are lost.", "deletes are lost",
     asserted},
    {"One copy seems to be enough. It isn't.", "One copy", rejected},
    {"a second lock seems to work but it doesnt", "a second lock", rejected},
    {"One might think a wall clock is fine; it's not.", "a wall clock is fine", attributed},
    {"You'd think a cache solves it, but it doesn't.", "a cache solves it", attributed},
    {"You might think that one ledger will do.", "one ledger will do", attributed},
    {"You would think a cache helps; the log does.", "the log does", asserted},
    {"If you think a row is late, resend it.", "resend it", asserted},
    {"A merge seems slow, but isn't.", "A merge seems slow", asserted},
    {"The lag seems high. It is not.", "The lag seems high", asserted},
    {"A batch seems enough. It is.", "A batch seems enough", asserted},
    {"A batch seems enough, and it is not expensive.", "A batch seems enough", asserted},
    {"A daily file seems enough. It is not late.", "A daily file seems enough", asserted},
    {"The price looks right. It is not null.", "The price looks right", asserted},
    {"A merge by key seems safe, but slow.", "seems safe", asserted},
    {"A merge looks fine. An append isn't.", "A merge looks fine", asserted},
    {"A queue looks wrong but is fine.", "A queue", asserted},
};
INSTANTIATE_TEST_SUITE_P(Seeming, TakenBack, testing::ValuesIn(kSeeming));

constexpr StandingRow kPutOff[] = {
    {"We postpone sharding.", "sharding", hypothetical},
    {"I would postpone a second region.", "a second region", hypothetical},
    {"Sharding is postponed.", "Sharding", hypothetical},
    {"The close is postponed until the last till has sent.", "The close", asserted},
    {"We postpone the close until all files are in.", "the close", asserted},
    {"We postpone the close by a day.", "the close", asserted},
    {"The loader postpones late rows.", "late rows", asserted},
    {"A second region is for later.", "A second region", hypothetical},
    {"Row keys and regions are for later, we start with views.", "Row keys", hypothetical},
    {"Row keys and regions are for later, we start with views.", "we start with views", asserted},
    {"Masking is left for a next iteration.", "Masking", hypothetical},
    {"Alerts by text are left for phase two.", "Alerts by text", hypothetical},
    {"Live seat maps are deferred to a later release.", "Live seat maps", hypothetical},
    {"We leave sharding for later.", "sharding", hypothetical},
    {"A bloom filter is future work.", "A bloom filter", hypothetical},
    {"A bloom filter would be future work.", "A bloom filter", hypothetical},
    {"Sharding is out of scope.", "Sharding", rejected},
    {"not now: sharding by user", "sharding by user", hypothetical},
    {"Not now: a second region.", "a second region", hypothetical},
    {"For later: a second region.", "a second region", hypothetical},
    {"For later: a second region. We merge by key.", "We merge by key", asserted},
    {"Later: the row is closed.", "the row is closed", asserted},
    {"The lock is for a later phase of the commit.", "The lock", asserted},
    {"Masks are postponed until a later release.", "Masks", hypothetical},
    {"Masks that are left for later are listed.", "Masks that are left", asserted},
    {"## Future work\n\nA bloom filter per part.", "A bloom filter", hypothetical},
    {"Dropping the column is left for the next release.", "Dropping the column", asserted},
    {"Late rows are left for the next run.", "Late rows", asserted},
    {"The parcel is left for the next driver.", "The parcel", asserted},
    {"The offset is kept for later.", "The offset", asserted},
    {"The offset is for later runs.", "The offset", asserted},
    {"Writes are deferred to the night.", "Writes", asserted},
    {"Nothing is left for later.", "left for later", negated},
    {"What is for later is parked.", "is parked", asserted},
};
INSTANTIATE_TEST_SUITE_P(PutOff, TakenBack, testing::ValuesIn(kPutOff));

constexpr StandingRow kCorrected[] = {
    {"We partition by user, no, by day.", "We partition", asserted},
    {"We partition by user, no, by day.", "by user", rejected},
    {"We partition by user, no, by day.", "by day", asserted},
    {"We partition by user - sorry, by day.", "by user", rejected},
    {"We partition by user, sorry, by day.", "by day", asserted},
    {"we split by user, no wait by day", "by user", rejected},
    {"The bus is split by user, I mean by day.", "by user", rejected},
    {"The bus is split by user, I mean by day.", "The bus is split", asserted},
    {"We bill by the hour, or rather by the minute.", "We bill", asserted},
    {"We bill by the hour, or rather by the minute.", "by the hour", rejected},
    {"The key is the order id, or rather the line id.", "The key", asserted},
    {"The key is the order id, or rather the line id.", "the order id", rejected},
    {"The store is Redis, no wait, Postgres.", "Redis", rejected},
    {"The store is Redis, no wait, Postgres.", "The store", asserted},
    {"We poll every hour, no, every minute.", "every hour", rejected},
    {"We append, no, we merge.", "We append", rejected},
    {"We append, no, we merge.", "we merge", asserted},
    {"Partition by user. Sorry, by day.", "by user", rejected},
    {"Partition by user. Sorry, by day.", "by day", asserted},
    {"Partition by user. No wait, by day.", "by user", rejected},
    {"We bill hourly, I meant daily.", "hourly", rejected},
    {"We bill at night, I mean the tills are idle then.", "at night", asserted},
    {"We append on every run, scratch that.", "We append on every run", rejected},
    {"The load never fails, no, never.", "The load", asserted},
    {"The guest pays by card, no cash by default.", "by card", asserted},
    {"Partition by day. Sorry, I ran out of time.", "by day", asserted},
    {"By late I mean past midnight.", "By late", asserted},
    {"Rows wait, no lock is held.", "Rows wait", asserted},
    {"The rows land once, no doubt, on any day.", "The rows land once", asserted},
    {"Cash: yes, card: no, by law.", "Cash", asserted},
    {"If it is off then, sorry, you get no numbers.", "you get", asserted},
    {"If it is late then, sorry, you don't get a seat.", "it is late", conditional},
    {"For a star, no, I don't, then people fetch it.", "For a star", asserted},
    {"The key is unique, no, really.", "The key is unique", asserted},
    {"| payment | no, card or cash | dropped |", "payment", asserted},
    {"We stream the seats, no, we send a file.", "We stream the seats", rejected},
    {"Yes or no, the row lands.", "the row lands", asserted},
    {"The tills are open by day, sorry guests wait by night.", "by day", asserted},
};
INSTANTIATE_TEST_SUITE_P(Corrected, TakenBack, testing::ValuesIn(kCorrected));

}  // namespace
}  // namespace assay
