#include "vocabulary.h"

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>

#include "assay/document.h"

namespace quantity {
namespace {

using Words = std::unordered_map<std::uint64_t, Word>;

struct Named {
  std::string_view names;  // divided by blanks
  double value;
};

constexpr double kMinute = 60, kHour = 3600, kDay = 86400, kWeek = 7 * kDay, kMonth = 30 * kDay,
                 kYear = 365 * kDay;

constexpr Named kSmall[] = {
    {"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
    {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
    {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
    {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19},
};
constexpr Named kTens[] = {
    {"twenty", 20}, {"thirty", 30},  {"forty fourty", 40}, {"fifty", 50},
    {"sixty", 60},  {"seventy", 70}, {"eighty", 80},       {"ninety", 90},
};
constexpr Named kMagnitudes[] = {
    {"dozen", 12},     {"hundred", 100},        {"thousand thousend", 1e3},
    {"lakh", 1e5},     {"million milion", 1e6}, {"crore", 1e7},
    {"milliard", 1e9}, {"billion bilion", 1e9}, {"trillion", 1e12}};
constexpr Named kShortMagnitudes[] = {
    {"k", 1e3}, {"m mn mm mio mil", 1e6}, {"b bn bln mrd", 1e9}, {"tn trn", 1e12}};
constexpr Named kParts[] = {
    {"half", 1.0 / 2},     {"third", 1.0 / 3},       {"quarter", 1.0 / 4},
    {"fifth", 1.0 / 5},    {"sixth", 1.0 / 6},       {"seventh", 1.0 / 7},
    {"eighth", 1.0 / 8},   {"ninth", 1.0 / 9},       {"tenth", 1.0 / 10},
    {"twelfth", 1.0 / 12}, {"twentieth", 1.0 / 20},  {"hundredth", 1.0 / 100},
    {"thousandth", 1e-3},  {"millionth", 1.0 / 1e6},
};
// Names that take an s.
constexpr Named kDurations[] = {
    {"nanosecond nanosec", 1e-9},
    {"microsecond microsec", 1e-6},
    {"millisecond millisec milli milisecond", 1e-3},
    {"second", 1},
    {"minute", kMinute},
    {"hour", kHour},
    {"day night", kDay},
    {"week", kWeek},
    {"fortnight", 2 * kWeek},
    {"month", kMonth},
    {"year", kYear},
    {"decade", 10 * kYear},
};
constexpr Named kShortDurations[] = {
    {"ns nsec", 1e-9},
    {"us \u03bcs \u00b5s usec", 1e-6},
    {"ms msec msecs", 1e-3},
    {"s sec secs", 1},
    {"min mins", kMinute},
    {"h hr hrs", kHour},
    {"d", kDay},
    {"w wk wks", kWeek},
    {"mo mos mth mths", kMonth},
    {"y yr yrs annum", kYear},
};
constexpr Named kBytes[] = {
    {"byte", 1},
    {"kilobyte", 1e3},
    {"megabyte meg", 1e6},
    {"gigabyte gig", 1e9},
    {"terabyte", 1e12},
    {"petabyte", 1e15},
    {"exabyte", 1e18},
    {"zettabyte", 1e21},
    {"kibibyte", 1024.0},
    {"mebibyte", 1048576.0},
    {"gibibyte", 1073741824.0},
    {"tebibyte", 1099511627776.0},
    {"kilobit", 1e3 / 8},
    {"megabit", 1e6 / 8},
    {"gigabit", 1e9 / 8},
};
constexpr Named kShortBytes[] = {
    {"kb kbyte kbytes", 1e3},
    {"mb mbs mbyte mbytes", 1e6},
    {"gb gbs gbyte gbytes", 1e9},
    {"tb tbs tbyte tbytes", 1e12},
    {"pb pbs", 1e15},
    {"eb", 1e18},
    {"zb", 1e21},
    {"kib", 1024.0},
    {"mib", 1048576.0},
    {"gib", 1073741824.0},
    {"tib", 1099511627776.0},
    {"pib", 1125899906842624.0},
    {"kbit kbits", 1e3 / 8},
    {"mbit mbits", 1e6 / 8},
    {"gbit gbits", 1e9 / 8},
};
constexpr Named kMoney[] = {
    {"$ \u20ac \u00a3 \u00a5 \u20b9 \u20bd \u20a9 \u00a2", 1},
    {"usd eur gbp chf jpy inr cad aud sek nok dkk pln", 1},
    {"dollar dollars euro euros pound pounds franc francs yen rupee rupees bucks buck quid", 1},
    {"grand", 1e3},
    {"cent cents pence", 0.01},
};
constexpr Named kPercents[] = {{"% percent pct pp", 1}};
constexpr Named kRatesPerSecond[] = {{"qps rps tps wps eps iops mps hz cps", 1},
                                     {"kqps krps ktps kops keps khz", 1e3},
                                     {"mqps mrps mtps", 1e6}};
constexpr Named kRatesPerMinute[] = {{"qpm rpm tpm epm", 1}};
constexpr Named kByteRates[] = {
    {"bps", 1.0 / 8}, {"kbps", 1e3 / 8}, {"mbps", 1e6 / 8}, {"gbps", 1e9 / 8}, {"tbps", 1e12 / 8}};
constexpr Named kOften[] = {
    {"hourly", kHour},   {"daily nightly", kDay},  {"weekly", kWeek},
    {"monthly", kMonth}, {"quarterly", kYear / 4}, {"yearly annually annual", kYear},
};
constexpr Named kFolds[] = {
    {"twofold", 2},         {"threefold", 3},  {"fourfold", 4},
    {"fivefold", 5},        {"tenfold", 10},   {"twice doubles doubled doubling", 2},
    {"triples tripled", 3}, {"quadrupled", 4}, {"hundredfold", 100},
    {"thousandfold", 1000},
};
constexpr std::string_view kNamedByNumber =
    "port ports version versions release step steps phase stage tier level layer section chapter "
    "page pages figure fig table line row rule rfc http https status code error item option no nr "
    "number question answer part point slide priority p sev severity tls ipv python java spark "
    "kafka flink postgres postgresql mysql airflow iso volume vol appendix exercise case scenario";
constexpr std::string_view kOpeners =
    "a an sub subsecond submillisecond subminute single double triple every each once halved "
    "halving";
constexpr std::string_view kMonths =
    "january february march april june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec";
constexpr std::string_view kClock = "am pm o'clock utc gmt cet est pst percentile bit bits";

void each(std::string_view names, const auto& take) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(' '), names.size());
    take(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

class Table {
 public:
  Table() {
    add(kSmall, {Role::small, 0});
    add(kTens, {Role::tens, 0});
    add_with_plural(kMagnitudes, {Role::magnitude, 0});
    put("tens", {Role::magnitude, 10, Dimension::number, 0, true, true});
    Word brief{Role::magnitude, 0};
    brief.spelt = false;
    add(kShortMagnitudes, brief);
    add_with_plural(kParts, {Role::part, 0});
    put("halves", {Role::part, 0.5, Dimension::number, 0, true, true});
    put("few", {Role::some, 2, Dimension::number, 5});
    put("several", {Role::some, 3, Dimension::number, 9});
    put("couple", {Role::some, 2, Dimension::number, 3});
    add_with_plural(kDurations, {Role::unit, 0, Dimension::duration});
    add_with_plural(kBytes, {Role::unit, 0, Dimension::bytes});
    Word unit{Role::unit, 0};
    unit.spelt = false;
    unit.dimension = Dimension::duration;
    add(kShortDurations, unit);
    unit.dimension = Dimension::bytes;
    add(kShortBytes, unit);
    unit.dimension = Dimension::money;
    add(kMoney, unit);
    unit.dimension = Dimension::percent;
    add(kPercents, unit);
    add(kRatesPerSecond, {Role::rate, 0, Dimension::count, 1, false});
    add(kRatesPerMinute, {Role::rate, 0, Dimension::count, kMinute, false});
    add(kByteRates, {Role::rate, 0, Dimension::bytes, 1, false});
    add(kOften, {Role::often, 0, Dimension::duration});
    add(kFolds, {Role::fold, 0, Dimension::factor});
    each(kNamedByNumber, [&](auto name) { put(name, {Role::ordinal_of, 0}); });
    each(kMonths, [&](auto name) { put(name, {Role::month, 0}); });
    each(kOpeners, [&](auto name) { put(name, {Role::opener, 0}); });
    each(kClock, [&](auto name) { put(name, {Role::clock, 0}); });
  }

  const Word* find(std::uint64_t word) const {
    if (!seen_[word % kSlots]) return nullptr;
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
  }

 private:
  void put(std::string_view name, const Word& word) {
    const std::uint64_t identity = assay::identity_of(name);
    words_.emplace(identity, word);
    seen_[identity % kSlots] = true;
  }
  template <std::size_t N>
  void add(const Named (&list)[N], Word word) {
    for (const Named& named : list) {
      word.value = named.value;
      each(named.names, [&](std::string_view name) { put(name, word); });
    }
  }
  template <std::size_t N>
  void add_with_plural(const Named (&list)[N], Word word) {
    add(list, word);
    for (const Named& named : list) {
      word.value = named.value;
      word.plural = true;
      each(named.names, [&](std::string_view name) { put(std::string(name) + "s", word); });
    }
  }

  static constexpr std::size_t kSlots = 8192;  // for some 500 words

  Words words_;
  std::bitset<kSlots> seen_;  // turns most other words away at once
};

}  // namespace

const Word* word_named(std::uint64_t word) {
  static const Table table;
  return table.find(word);
}

}  // namespace quantity
