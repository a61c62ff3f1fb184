#include "grading/outcome_bytes.h"

#include <cmath>
#include <cstring>
#include <type_traits>
#include <utility>
#include <vector>

namespace assay {
namespace {

enum class Tag : std::uint8_t { error, sheet };

class Sender {
 public:
  explicit Sender(std::string& bytes) : bytes_(bytes) {}

  template <typename T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void put(T value) {
    char buffer[sizeof value];
    std::memcpy(buffer, &value, sizeof value);
    bytes_.append(buffer, sizeof value);
  }
  void put(std::string_view text) {
    put(std::uint64_t(text.size()));
    bytes_ += text;
  }
  void put(Span span) {
    put(span.begin);
    put(span.end);
  }
  void put(const Evidence& evidence) {
    put(evidence.span);
    put(evidence.rule);
  }
  void put(const SheetNearMiss& miss) {
    put(miss.span);
    put(miss.rule);
    put(std::string_view(miss.why));
    put(miss.closeness);
  }
  void put(const CriterionScore& score) {
    put(score.met);
    put(score.points);
    put_all(score.evidence);
    put(score.near_miss.has_value());
    if (score.near_miss) put(*score.near_miss);
  }
  void put(const FlawScore& score) {
    put(score.committed);
    put_all(score.evidence);
  }
  template <typename T>
  void put_all(const std::vector<T>& all) {
    put(std::uint64_t(all.size()));
    for (const T& one : all) put(one);
  }
  void put(const std::string& text) { put(std::string_view(text)); }

 private:
  std::string& bytes_;
};

// Once anything is amiss, it reads nothing but zeros.
class Receiver {
 public:
  Receiver(std::string_view bytes, std::size_t size, RuleNames& names)
      : rest_(bytes), size_(size), names_(names) {}

  bool sound() const { return sound_ && rest_.empty(); }

  template <typename T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void get(T& value) {
    value = T();
    if (!has(sizeof value)) return;
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
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
  void get(std::string_view& text) {
    text = {};
    const std::uint64_t size = count(1);
    if (!sound_) return;
    text = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  void get(std::string& text) {
    std::string_view view;
    get(view);
    text = view;
  }
  void get(Span& span) {
    get(span.begin);
    get(span.end);
    sound_ &= span.begin <= span.end && span.end <= size_;
  }
  void get(Evidence& evidence) {
    get(evidence.span);
    get_name(evidence.rule);
  }
  void get(SheetNearMiss& miss) {
    get(miss.span);
    get_name(miss.rule);
    get(miss.why);
    get(miss.closeness);
  }
  void get(CriterionScore& score) {
    get(score.met);
    get(score.points);
    get_all(score.evidence);
    bool near = false;
    get(near);
    if (near) get(score.near_miss.emplace());
  }
  void get(FlawScore& score) {
    get(score.committed);
    get_all(score.evidence);
  }
  template <typename T>
  void get_all(std::vector<T>& all) {
    const std::uint64_t size = count(1);
    for (std::uint64_t i = 0; sound_ && i < size; ++i) get(all.emplace_back());
  }

 private:
  bool has(std::uint64_t bytes) { return sound_ = sound_ && bytes <= rest_.size(); }
  // Of things that take at least `least` bytes each.
  std::uint64_t count(std::uint64_t least) {
    std::uint64_t number = 0;
    get(number);
    sound_ = sound_ && number <= rest_.size() / least;
    return sound_ ? number : 0;
  }
  void get_name(std::string_view& name) {
    get(name);
    name = *names_.emplace(name).first;
  }

  std::string_view rest_;
  std::size_t size_;
  RuleNames& names_;
  bool sound_ = true;
};

}  // namespace

void append_outcome(std::string& bytes, const Outcome& outcome) {
  Sender to(bytes);
  if (const auto* error = std::get_if<GradingError>(&outcome)) {
    to.put(Tag::error);
    to.put(error->code);
    to.put(error->message);
    to.put(error->place);
    return;
  }
  const auto& sheet = std::get<ScoreSheet>(outcome);
  to.put(Tag::sheet);
  to.put(sheet.band);
  to.put(sheet.points);
  to.put(sheet.max_points);
  to.put(sheet.score);
  to.put_all(sheet.criteria);
  to.put_all(sheet.flaws);
  to.put_all(sheet.flags);
}

std::optional<Outcome> read_outcome(std::string_view bytes, std::size_t size,
                                    const std::shared_ptr<const Rubric>& rubric, RuleNames& names) {
  Receiver from(bytes, size, names);
  Tag tag{};
  from.get(tag);
  if (tag == Tag::error) {
    GradingError error;
    from.get(error.code);
    from.get(error.message);
    from.get(error.place);
    if (from.sound()) return error;
    return std::nullopt;
  }
  ScoreSheet sheet;
  sheet.rubric = rubric;
  from.get(sheet.band);
  from.get(sheet.points);
  from.get(sheet.max_points);
  from.get(sheet.score);
  from.get_all(sheet.criteria);
  from.get_all(sheet.flaws);
  from.get_all(sheet.flags);
  if (!from.sound() || sheet.criteria.size() != rubric->criteria.size() ||
      sheet.flaws.size() != rubric->flaws.size()) {
    return std::nullopt;
  }
  return sheet;
}

}  // namespace assay
