#include "vocabulary.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace flow {
namespace {

using std::string;
using std::string_view;

constexpr Senses kMoves = Senses(Sense::moves);
constexpr Senses kFetches = Senses(Sense::fetches);
constexpr Senses kWorks = Senses(Sense::works);
constexpr Senses kKeeps = Senses(Sense::keeps);
constexpr Senses kThen = Senses(Sense::then);
constexpr Senses kTo = Senses(Sense::to);
constexpr Senses kThrough = Senses(Sense::through);
constexpr Senses kBehind = Senses(Sense::behind);
constexpr Senses kAhead = Senses(Sense::ahead);
constexpr Senses kAnaphor = Senses(Sense::anaphor);
// What is made is kept in a part of the design: "the prices in Redis are computed by Flink".
constexpr Senses kMakes = Sense::works | Sense::fills;
constexpr Senses kFills = Sense::moves | Sense::fills;

// Blank-separated verbs. An inflected one is written as its forms: "write/wrote/written/writing".
// A "?" marks those that are nouns as well.
struct Verbs {
  Senses senses;
  string_view words;
};

constexpr Verbs kVerbTable[] = {
    {kFills,
     "feed?/feeds?/fed/feeding populate fill/fills/filled/filling supply?/supplies?/supplied "
     "hydrate refill/refills/refilled"},
    {kMakes,
     "compute recompute calculate derive generate create maintain build?/builds?/built/building"},
    {kFills, "produce update? refresh materialize materialise"},
    {kMoves,
     "write?/writes/wrote/written/writing send/sends/sent/sending publish push? stream? emit/emits/"
     "emitted/emitting forward? deliver ship/ships/shipped/shipping transfer? transport? move? "
     "pass/passes/passed/passing hand?/hands?/handed/handing go/goes/went/gone/going flow? land? "
     "arrive enter reach/reaches/reached end/ends/ended load? export? dump/dumps/dumped/dumping "
     "sink?/sinks?/sunk/sinking insert? upsert? output?/outputs?/outputted commit?/commits?/"
     "committed/committing upload? relay? route? fan/fans/fanned replicate mirror? copy?/copies?/"
     "copied/copying drop?/drops?/dropped/dropping direct transmit/transmits/transmitted "
     "travel/travels/travelled/traveled pour funnel?/funnels?/funnelled/funneled pipe? offload "
     "append/appends/appended come/comes/came bring/brings/brought lead?/leads?/led post? "
     "trickle get/gets/got/gotten deposit? return? place? put/puts/putting set? flush? "
     "submit/submits/submitted throw/throws/threw/thrown "
     "hit?/hits/hitting hset hop?/hops?/hopped report? enqueue queue? run/runs/ran/running follow"},
    {kFetches,
     "read?/reads/reading consume subscribe pull? poll? fetch? tail? receive take?/takes?/took/"
     "taken/taking collect gather listen query?/queries?/queried/querying drain? retrieve "
     "capture? ingest scan?/scans?/scanned/scanning import? download? select? pick?/picks?/picked/"
     "picking grab?/grabs?/grabbed"},
    {kWorks,
     "process?/processes?/processed/processing count? aggregate? transform enrich parse clean "
     "cleanse join? window? dedupe?/dedupes/deduped deduplicate filter? validate "
     "summarise summarize total?/totals?/totalled/totaled sum?/sums?/summed group? score? "
     "detect analyse analyze normalise normalize convert map?/maps?/mapped/mapping handle? "
     "combine merge? evaluate crunch sessionise sessionize roll?/rolls?/rolled "
     "turn?/turns?/turned key?/keys?/keyed work? smooth split?/splits?/splitting cut?/cuts? "
     "chunk? embed/embeds/embedded/embedding rank? rerank?/reranks? classify/classifies/classified "
     "model? apply/applies/applied refine watch? make/makes/making perform tally/tallies/tallied"},
    {kKeeps,
     "sit/sits/sat live?/lives/lived reside appear leave?/leaves/left store? "
     "keep/keeps/kept/keeping hold?/holds?/held/holding save cache? persist serve index? "
     "answer? expose host? archive? record? retain show?/shows?/shown display? visualise "
     "visualize"},
};

struct Words {
  Senses senses;
  string_view phrases;  // divided by commas
};

constexpr Words kWordTable[] = {
    {kTo, "to,into,in,onto,on,inside,towards,toward,at,within"},
    {Senses(Sense::from), "from,off,out of,off of"},
    {Senses(Sense::by), "by"},
    {Senses(Sense::between), "between"},
    {kThrough, "via,through,with,using"},
    {kBehind, "downstream of,downstream from,behind,on top of,sits on,based on,after"},
    {kAhead, "upstream of,upstream from,in front of,ahead of,before"},
    {kThen, "then,next,afterwards,afterward,thereafter,subsequently,in turn,followed by"},
    {kThen, "finally,lastly,eventually,in the middle,at the end,in the end,in a second step"},
    {kThen, "after that,after this,after which,after it,whence,thence,by which,downstream"},
    {kThen, "from there,from here,from this,from that,from which,from where,from it,from them"},
    {kThen, "on top of which,on top of it,on top of that,on top of these"},
    {kThen, "downstream of it,downstream of that,behind it,behind that,behind this"},
    {kThen, "whose output,whose outputs,whose result,whose results"},
    {Senses(Sense::relative), "which,that,who,where,whose"},
    {kAnaphor, "it,them,this,these,those,they,there,its,their,such"},
    {kAnaphor, "result,results,output,outputs,outcome"},
    {kFetches, "subscribe to,subscribes to,subscribed to,subscribing to"},
    {kFetches, "listen to,listens to,listens on,listen on,listening to,listening on"},
    {kFetches, "stands beside,sits beside,sits next to,sits behind,stands behind"},
    {kFetches, "hangs off,hang off,sourced from,attached to,attach to,attaches to,connects to"},
    {kFetches, "looks at,runs over,run over,runs on,run on,runs off,chews through"},
    {kFetches, "work over,works over,works on,works off,go over,goes over"},
    {kFetches, "built on,build on,builds on,source is,sources are,input is,inputs are"},
    {kFetches, "kept fresh by,kept up to date by,kept current by,kept warm by"},
    {kWorks, "does,kick in,kicks in,take over,takes over"},
    {kWorks, "only consumer,its consumer,the consumer,a consumer,main consumer"},
    {Sense::keeps | Sense::fills, "keeps it fresh,keeps them fresh,keeps it current"},
    {Sense::keeps | Sense::fills, "keeps it up to date,keeps them up to date,keeps them current"},
    {Senses(0), "does not,does nothing"},
    {kMoves, "sink is,sinks are,output is,outputs are,target is,destination is"},
    {kMoves, "show up,shows up,turn up,turns up"},
    {Sense::moves | Sense::through, "picked up by,taken up by,taken over by,handed over to"},
};

string base_form(string_view verb, string_view ending) {
  string form(verb);
  const char last = verb.back();
  const string_view vowels = "aeiou";
  if (ending == "s") {
    const bool sibilant = verb.ends_with("sh") || verb.ends_with("ch") || last == 's' ||
                          last == 'x' || last == 'z' || last == 'o';
    return form + (sibilant ? "es" : "s");
  }
  if (last == 'e') form.pop_back();
  if (last == 'y' && ending == "ed" && vowels.find(verb[verb.size() - 2]) == vowels.npos) {
    form.back() = 'i';
  }
  return form + string(ending);
}

class Vocabulary {
 public:
  Vocabulary() {
    for (const Verbs& verbs : kVerbTable) {
      for (string_view word : parts_of(verbs.words, ' ')) add_verb(word, verbs.senses);
    }
    for (const Words& words : kWordTable) {
      for (string_view phrase : parts_of(words.phrases, ',')) add(phrase, words.senses, false);
    }
    for (auto& [first, phrases] : phrases_) {
      std::ranges::stable_sort(phrases, std::greater(),
                               [](const Phrase& phrase) { return phrase.words.size(); });
    }
  }

  std::span<const Phrase> with(std::uint64_t first) const {
    const auto found = phrases_.find(first);
    return found == phrases_.end() ? std::span<const Phrase>() : std::span(found->second);
  }

 private:
  static std::vector<string_view> parts_of(string_view list, char divider) {
    std::vector<string_view> parts;
    for (std::size_t begin = 0; begin < list.size();) {
      const std::size_t end = std::min(list.find(divider, begin), list.size());
      if (end > begin) parts.push_back(list.substr(begin, end - begin));
      begin = end + 1;
    }
    return parts;
  }

  void add_verb(string_view written, Senses senses) {
    const std::vector<string_view> forms = parts_of(written, '/');
    if (forms.size() > 1) {
      for (string_view form : forms) add(form, senses, true);
      return;
    }
    const bool noun_like = written.ends_with('?');
    if (noun_like) written.remove_suffix(1);
    const string mark = noun_like ? "?" : "";
    add(string(written) + mark, senses, true);
    add(base_form(written, "s") + mark, senses, true);
    add(base_form(written, "ed"), senses, true);
    add(base_form(written, "ing"), senses, true);
  }

  void add(string_view written, Senses senses, bool verb) {
    Phrase phrase{{}, senses, written.ends_with('?'), false};
    if (phrase.noun_like) written.remove_suffix(1);
    phrase.gerund = verb && written.ends_with("ing");
    for (string_view word : parts_of(written, ' ')) {
      phrase.words.push_back(assay::identity_of(word));
    }
    std::vector<Phrase>& known = phrases_[phrase.words.front()];
    // A word of two lists has the senses of both.
    for (Phrase& other : known) {
      if (other.words != phrase.words) continue;
      other.senses = Senses(other.senses | phrase.senses);
      return;
    }
    known.push_back(std::move(phrase));
  }

  std::unordered_map<std::uint64_t, std::vector<Phrase>> phrases_;
};

}  // namespace

std::span<const Phrase> phrases_with(std::uint64_t first_word) {
  static const Vocabulary vocabulary;
  return vocabulary.with(first_word);
}

}  // namespace flow
