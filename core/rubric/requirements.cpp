#include "rubric/requirements.h"

#include <algorithm>

#include "rubric/points.h"

namespace assay {
namespace {

// What one alternative is worth. `worth`: its `points`, null where it says nothing.
double read_worth(TomlSource& source, const toml::node* worth, double criterion_points) {
  if (!worth) return criterion_points;
  const std::optional<double> points = number_of(*worth);
  if (!points) {
    source.refuse(*worth, "`points` cannot be " + std::string(type_name(*worth)), "a number");
    return criterion_points;
  }
  if (!(*points >= kLeastPoints && *points <= criterion_points)) {
    source.refuse(*worth, "`points` is out of range",
                  "above 0, and at most the criterion's " + decimal(criterion_points));
  } else if (!has_four_decimals(*points)) {
    source.refuse(*worth, "`points` has too many decimals", "at most four");
  } else {
    return *points;
  }
  return criterion_points;
}

class RequirementReader {
 public:
  RequirementReader(TableReader& reader, RuleBuilder& builder, const RuleScope& scope,
                    std::optional<double> points)
      : reader_(reader), builder_(builder), scope_(scope), points_(points) {}

  Requirement read() {
    Requirement requirement;
    const std::size_t sets_before = builder_.term_sets().size();
    requirement.all = builder_.operands(reader_, "all", scope_, 1, Need::optional);
    requirement.any = alternatives("any");
    if (points_) requirement.each = alternatives("each");
    requirement.none = builder_.operands(reader_, "none", scope_, 1, Need::optional);
    requirement.terms.assign(builder_.term_sets().begin() + std::ptrdiff_t(sets_before),
                             builder_.term_sets().end());
    std::sort(requirement.terms.begin(), requirement.terms.end());
    requirement.terms.erase(std::unique(requirement.terms.begin(), requirement.terms.end()),
                            requirement.terms.end());
    const bool asks = reader_.has("any") || reader_.has("all") || (points_ && reader_.has("each"));
    if (!asks) {
      reader_.refuse(
          {}, points_ ? "this criterion looks for nothing" : "this flaw looks for nothing",
          points_ ? "at least one of `any`, `all` and `each`" : "at least one of `any` and `all`");
    } else if (points_ && sound_) {
      check_sum(requirement);
    }
    return requirement;
  }

 private:
  std::vector<Alternative> alternatives(std::string_view key) {
    std::vector<Alternative> read;
    const toml::array* array = reader_.array(key, "an array of operands");
    if (!array) return read;
    if (array->empty()) {
      reader_.refuse(key, "`" + std::string(key) + "` is empty", "at least one operand");
    }
    for (std::size_t i = 0; i < array->size(); ++i) {
      const toml::node& node = (*array)[i];
      const std::string step = "." + std::string(key) + "[" + std::to_string(i) + "]";
      const toml::node* worth = nullptr;
      auto rule = builder_.operand(node, scope_.inside(step), points_ ? &worth : nullptr);
      if (key == "each" && !worth && (rule || node.is_table())) {
        reader_.source().refuse(node, "an operand of `each` needs points",
                                "a table with `points`, as in { terms = \"...\", points = 1 }");
        sound_ = false;
      }
      const double points = read_worth(reader_.source(), worth, points_.value_or(0));
      if (rule) {
        read.push_back({std::move(rule), points});
      } else {
        sound_ = false;
      }
    }
    return read;
  }

  // A criterion that cannot be met in full is a slip of its author.
  void check_sum(const Requirement& requirement) {
    if (requirement.any.empty() && requirement.each.empty()) return;
    Units most = 0;
    for (const Alternative& each : requirement.any) most = std::max(most, units_of(each.points));
    for (const Alternative& each : requirement.each) most += units_of(each.points);
    if (most < units_of(*points_)) {
      reader_.refuse("points",
                     "at most " + decimal(points_of(most)) + " of these points can be had",
                     "rules in `any` and `each` that are worth " + decimal(*points_) + " together");
    }
  }

  TableReader& reader_;
  RuleBuilder& builder_;
  const RuleScope& scope_;
  std::optional<double> points_;
  bool sound_ = true;
};

}  // namespace

Requirement read_requirement(TableReader& reader, RuleBuilder& builder, const RuleScope& scope,
                             std::optional<double> points) {
  return RequirementReader(reader, builder, scope, points).read();
}

std::optional<double> read_points(TableReader& reader, std::string_view key, double least,
                                  double most) {
  const std::optional<double> points = reader.number(key, least, most);
  if (points && !has_four_decimals(*points)) {
    reader.refuse(key, "`" + std::string(key) + "` has too many decimals", "at most four");
    return std::nullopt;
  }
  return points;
}

}  // namespace assay
