#include "grading/outcome_bytes.h"

#include <cmath>
#include <cstring>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

namespace assay {
namespace {

enum class Tag : std::uint8_t { error, sheet };

template <typename Record, typename Of>
concept Is = std::is_same_v<std::remove_const_t<Record>, Of>;

// The fields of each record, once for both directions: `wire` takes them in this order, to write or
// to read them.
void fields(auto& wire, Is<Evidence> auto& evidence) {
  wire(evidence.span, evidence.rule, evidence.best);
}
void fields(auto& wire, Is<SheetNearMiss> auto& miss) {
  wire(miss.span, miss.words, miss.rule, miss.why, miss.closeness);
}
void fields(auto& wire, Is<CriterionScore> auto& score) {
  wire(score.met, score.points, score.evidence, score.near_miss);
}
void fields(auto& wire, Is<FlawScore> auto& score) { wire(score.committed, score.evidence); }
void fields(auto& wire, Is<ScoreSheet> auto& sheet) {
  wire(sheet.band, sheet.points, sheet.max_points, sheet.score, sheet.criteria, sheet.flaws,
       sheet.flags);
}
void fields(auto& wire, Is<GradingError> auto& error) {
  wire(error.code, error.message, error.place);
}

class Sender {
 public:
  explicit Sender(std::string& bytes) : bytes_(bytes) {}

  template <typename... Values>
  void operator()(const Values&... values) {
    (put(values), ...);
  }

 private:
  template <typename Value>
  void put(const Value& value) {
    if constexpr (std::is_arithmetic_v<Value> || std::is_enum_v<Value>) {
      char buffer[sizeof value];
      std::memcpy(buffer, &value, sizeof value);
      bytes_.append(buffer, sizeof value);
    } else {
      fields(*this, value);
    }
  }
  void put(const std::string_view& text) {
    put(std::uint64_t(text.size()));
    bytes_ += text;
  }
  void put(const std::string& text) { put(std::string_view(text)); }
  void put(const Span& span) {
    put(span.begin);
    put(span.end);
  }
  template <typename Value>
  void put(const std::optional<Value>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <typename Value>
  void put(const std::vector<Value>& all) {
    put(std::uint64_t(all.size()));
    for (const Value& one : all) put(one);
  }

  std::string& bytes_;
};

// The names of rules in a sheet, and what its rubric is kept by.
struct NamedRubric {
  std::shared_ptr<const Rubric> rubric;
  std::unordered_set<std::string> names;
};

// Once anything is amiss, it reads nothing but zeros.
class Receiver {
 public:
  // `size`: bytes of the answer.
  Receiver(std::string_view bytes, std::size_t size, NamedRubric& named)
      : rest_(bytes), size_(size), named_(named) {}

  bool sound() const { return sound_ && rest_.empty(); }

  template <typename... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }

 private:
  template <typename Value>
  void get(Value& value) {
    if constexpr (std::is_arithmetic_v<Value> || std::is_enum_v<Value>) {
      value = Value();
      if (!has(sizeof value)) return;
      std::memcpy(&value, rest_.data(), sizeof value);
      rest_.remove_prefix(sizeof value);
    } else {
      fields(*this, value);
    }
  }
  void get(bool& value) {
    std::uint8_t byte = 0;
    get(byte);
    value = byte == 1;
    sound_ &= byte <= 1;
  }
  void get(double& value) {
    std::uint64_t bits = 0;
    get(bits);
    std::memcpy(&value, &bits, sizeof value);
    sound_ &= std::isfinite(value);
  }
  void get(Band& band) {
    std::uint8_t byte = 0;
    get(byte);
    sound_ &= byte <= std::uint8_t(Band::green);
    band = Band(byte);
  }
  void get(std::string& text) {
    const std::uint64_t size = count();
    text = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  // The name of a rule.
  void get(std::string_view& name) {
    std::string text;
    get(text);
    name = *named_.names.insert(std::move(text)).first;
  }
  void get(Span& span) {
    get(span.begin);
    get(span.end);
    sound_ &= span.begin <= span.end && span.end <= size_;
  }
  template <typename Value>
  void get(std::optional<Value>& value) {
    bool there = false;
    get(there);
    if (there) get(value.emplace());
  }
  template <typename Value>
  void get(std::vector<Value>& all) {
    const std::uint64_t size = count();
    for (std::uint64_t i = 0; sound_ && i < size; ++i) get(all.emplace_back());
  }

  bool has(std::uint64_t bytes) { return sound_ = sound_ && bytes <= rest_.size(); }
  // Of things that take at least a byte each; 0 where there cannot be so many.
  std::uint64_t count() {
    std::uint64_t number = 0;
    get(number);
    return has(number) ? number : 0;
  }

  std::string_view rest_;
  std::size_t size_;
  NamedRubric& named_;
  bool sound_ = true;
};

}  // namespace

void append_outcome(std::string& bytes, const Outcome& outcome) {
  Sender to(bytes);
  to(std::holds_alternative<GradingError>(outcome) ? Tag::error : Tag::sheet);
  std::visit([&](const auto& record) { fields(to, record); }, outcome);
}

std::optional<Outcome> read_outcome(std::string_view bytes, std::size_t size,
                                    const std::shared_ptr<const Rubric>& rubric) {
  const auto named = std::make_shared<NamedRubric>();
  named->rubric = rubric;
  Receiver from(bytes, size, *named);
  Tag tag{};
  from(tag);
  if (tag == Tag::error) {
    GradingError error;
    fields(from, error);
    if (from.sound()) return error;
    return std::nullopt;
  }
  ScoreSheet sheet;
  fields(from, sheet);
  if (!from.sound() || sheet.criteria.size() != rubric->criteria.size() ||
      sheet.flaws.size() != rubric->flaws.size()) {
    return std::nullopt;
  }
  sheet.rubric = {named, rubric.get()};
  return sheet;
}

}  // namespace assay
