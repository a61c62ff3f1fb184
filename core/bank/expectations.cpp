#include "bank/expectations.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "rubric/points.h"
#include "rubric/table_reader.h"

namespace assay {
namespace {

const std::vector<std::string> kKeys = {"question", "band",     "score",    "met", "not-met",
                                        "flaws",    "no-flaws", "suppress", "note"};
constexpr std::string_view kScoreForm =
    "a number from 0 to 1 for at least so much, or \"= 0.5\" for just so much";

class Reader {
 public:
  Reader(BankAnswer& answer, Diagnostics& diagnostics)
      : answer_(answer), diagnostics_(diagnostics) {}

  void read(const FrontEntry& entry) {
    const FrontValue& value = entry.value;
    if (entry.key == "question") {
      read_question(value);
    } else if (entry.key == "note") {
      if (value.type != FrontValue::Type::text) wrong_type(entry, "a string");
    } else if (entry.key == "band") {
      read_band(entry);
    } else if (entry.key == "score") {
      read_score(entry);
    } else if (entry.key == "met") {
      read_ids(entry, Expected::met);
    } else if (entry.key == "not-met") {
      read_ids(entry, Expected::not_met);
    } else if (entry.key == "flaws") {
      read_ids(entry, Expected::flaw);
    } else if (entry.key == "no-flaws") {
      read_no_flaws(entry);
    } else if (entry.key == "suppress") {
      sound_ &= read_suppressions(value, false, answer_.file, answer_.suppressions, diagnostics_);
    } else {
      asserts_ = true;  // it meant to
      refuse(entry.key_span, "an answer has no key " + as_code(entry.key),
             expected_name(entry.key, kKeys));
    }
  }

  // What can be said only once all is read.
  void finish(Span whole) {
    if (!has_question_) refuse(whole, "an answer needs the key `question`", "a question's id");
    if (!asserts_) {
      refuse(whole, "nothing is expected of this answer",
             "at least one of `band`, `score`, `met`, `not-met`, `flaws` and `no-flaws`");
    }
    std::vector<Expectation>& all = answer_.expectations;
    for (const Expectation& one : all) {
      const bool denies = one.what == Expected::not_met || one.what == Expected::no_flaw;
      const bool denies_all = one.what == Expected::no_flaws;
      for (const Expectation& other : all) {
        if ((denies && other.id == one.id && is_opposite(one.what, other.what)) ||
            (denies_all && other.what == Expected::flaw)) {
          refuse(
              one.span, as_code(other.id) + " is expected and its opposite too",
              "it in one of " + as_code(key_of(other.what)) + " and " + as_code(key_of(one.what)));
        }
      }
    }
    std::stable_sort(all.begin(), all.end(), [](const Expectation& a, const Expectation& b) {
      return a.span.begin < b.span.begin;
    });
  }

  bool sound() const { return sound_; }

 private:
  static bool is_opposite(Expected a, Expected b) {
    return (a == Expected::not_met && b == Expected::met) ||
           (a == Expected::no_flaw && b == Expected::flaw);
  }

  void read_question(const FrontValue& value) {
    has_question_ = true;
    answer_.question = value.span;
    if (value.type != FrontValue::Type::text || is_blank(value.text)) {
      refuse(value.span, "`question` cannot be " + type_in_words(value), "a question's id");
    } else {
      answer_.record.question = value.text;
    }
  }

  void read_band(const FrontEntry& entry) {
    asserts_ = true;
    const std::optional<Band> band = band_named(entry.value.text);
    if (entry.value.type != FrontValue::Type::text || !band) {
      refuse(entry.value.span, "this is no band", "`green`, `yellow` or `red`");
      return;
    }
    Expectation& expectation = add(Expected::band, entry.value);
    expectation.band = *band;
  }

  void read_score(const FrontEntry& entry) {
    asserts_ = true;
    const FrontValue& value = entry.value;
    bool exact = false;
    std::optional<double> score;
    if (value.type == FrontValue::Type::number) {
      score = value.number;
    } else if (value.type == FrontValue::Type::text) {
      std::string_view text = value.text;
      exact = text.starts_with('=');
      if (exact || text.starts_with(">=")) {
        text.remove_prefix(exact ? 1 : 2);
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        double number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error == std::errc() && end == text.data() + text.size()) score = number;
      }
    }
    if (!score || !(*score >= 0 && *score <= 1)) {
      refuse(value.span, "this is no score", std::string(kScoreForm));
      return;
    }
    if (!has_four_decimals(*score)) {
      refuse(value.span, "this score has too many decimals", "at most four");
      return;
    }
    add(exact ? Expected::exact_score : Expected::least_score, value).score = *score;
  }

  void read_no_flaws(const FrontEntry& entry) {
    if (entry.value.type == FrontValue::Type::truth && entry.value.truth) {
      asserts_ = true;
      add(Expected::no_flaws, entry.value);
    } else if (entry.value.type == FrontValue::Type::list) {
      read_ids(entry, Expected::no_flaw);
    } else {
      wrong_type(entry, "true, or a list of flaws' ids");
    }
  }

  void read_ids(const FrontEntry& entry, Expected what) {
    asserts_ = true;
    if (entry.value.type != FrontValue::Type::list) {
      wrong_type(entry, "a list of ids");
      return;
    }
    if (entry.value.items.empty()) {
      refuse(entry.value.span, as_code(entry.key) + " is empty", "at least one id, or no such key");
    }
    std::vector<std::string> taken;
    for (const FrontValue& item : entry.value.items) {
      if (item.type != FrontValue::Type::text || is_blank(item.text)) {
        refuse(item.span, "this is no id", "a string");
      } else if (std::find(taken.begin(), taken.end(), item.text) != taken.end()) {
        refuse(item.span, as_code(item.text) + " stands in " + as_code(entry.key) + " twice");
      } else {
        add(what, item).id = item.text;
        taken.push_back(item.text);
      }
    }
  }

  Expectation& add(Expected what, const FrontValue& value) {
    Expectation expectation;
    expectation.what = what;
    expectation.span = value.span;
    answer_.expectations.push_back(std::move(expectation));
    return answer_.expectations.back();
  }

  void wrong_type(const FrontEntry& entry, std::string expected) {
    refuse(entry.value.span, as_code(entry.key) + " cannot be " + type_in_words(entry.value),
           std::move(expected));
  }

  void refuse(Span span, std::string message, std::string expected = {}) {
    sound_ = false;
    diagnostics_.push_back(answer_.file->diagnose(answer_.file->place_of(span.begin),
                                                  std::move(message), std::move(expected)));
  }

  BankAnswer& answer_;
  Diagnostics& diagnostics_;
  bool has_question_ = false;
  bool asserts_ = false;
  bool sound_ = true;
};

template <class Entries>
std::vector<std::string> ids_of(const Entries& entries) {
  std::vector<std::string> ids;
  for (const auto& entry : entries) ids.push_back(entry.id);
  return ids;
}

}  // namespace

std::string_view key_of(Expected what) {
  switch (what) {
    case Expected::band:
      return "band";
    case Expected::least_score:
    case Expected::exact_score:
      return "score";
    case Expected::met:
      return "met";
    case Expected::not_met:
      return "not-met";
    case Expected::flaw:
      return "flaws";
    case Expected::no_flaw:
    case Expected::no_flaws:
      break;
  }
  return "no-flaws";
}

bool read_expectations(const std::vector<FrontEntry>& entries, Span whole, BankAnswer& answer,
                       Diagnostics& diagnostics) {
  Reader reader(answer, diagnostics);
  for (const FrontEntry& entry : entries) reader.read(entry);
  reader.finish(whole);
  return reader.sound();
}

bool check_ids(const BankAnswer& answer, const Rubric& rubric, Diagnostics& diagnostics) {
  const std::vector<std::string> criteria = ids_of(rubric.criteria);
  const std::vector<std::string> flaws = ids_of(rubric.flaws);
  const auto has = [](const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  bool sound = true;
  for (const Expectation& expectation : answer.expectations) {
    if (expectation.id.empty()) continue;
    const bool flaw = expectation.what == Expected::flaw || expectation.what == Expected::no_flaw;
    const std::string what = flaw ? "flaw" : "criterion";
    if (has(flaw ? flaws : criteria, expectation.id)) continue;
    sound = false;
    const bool other = has(flaw ? criteria : flaws, expectation.id);
    diagnostics.push_back(answer.file->diagnose(
        answer.file->place_of(expectation.span.begin),
        other ? as_code(expectation.id) + " is no " + what
              : "the question " + as_code(rubric.id) + " has no " + what + " " +
                    as_code(expectation.id),
        other ? "a " + what + "'s id" : expected_name(expectation.id, flaw ? flaws : criteria)));
  }
  for (const Suppression& suppression : answer.suppressions) {
    const std::string& id = suppression.id;
    if (id.empty() || has(criteria, id) || has(flaws, id)) continue;
    sound = false;
    std::vector<std::string> all = criteria;
    all.insert(all.end(), flaws.begin(), flaws.end());
    diagnostics.push_back(answer.file->diagnose(
        answer.file->place_of(suppression.id_span.begin),
        "the question " + as_code(rubric.id) + " has no criterion and no flaw " + as_code(id),
        expected_name(id, all)));
  }
  return sound;
}

}  // namespace assay
