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

}  // namespace
}  // namespace assay
