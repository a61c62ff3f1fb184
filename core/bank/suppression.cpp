#include "bank/suppression.h"

#include "bank/finding.h"
#include "rubric/table_reader.h"

namespace assay {
namespace {

class SuppressionReader {
 public:
  SuppressionReader(bool of_settings, const std::shared_ptr<const SourceText>& file,
                    Diagnostics& diagnostics)
      : of_settings_(of_settings), file_(file), diagnostics_(diagnostics) {}

  void read(const FrontValue& value, std::vector<Suppression>& suppressions) {
    if (value.type != FrontValue::Type::list) return wrong_type(value, "suppress");
    for (const FrontValue& item : value.items) {
      if (item.type != FrontValue::Type::table) {
        wrong_type(item, "a suppression");
      } else {
        suppressions.push_back(suppression(item));
      }
    }
  }

  bool sound() const { return sound_; }

 private:
  Suppression suppression(const FrontValue& table) {
    Suppression out;
    out.file = file_;
    out.span = table.span;
    out.of_settings = of_settings_;
    for (const FrontEntry& entry : table.entries) {
      if (entry.key == "id") {
        out.id = text(entry, "a criterion's or flaw's id");
        out.id_span = entry.value.span;
      } else if (entry.key == "finding") {
        out.finding = kind(entry);
      } else if (entry.key == "reason") {
        out.reason = text(entry, "a sentence");
      } else if (entry.key == "until") {
        out.until = day(entry);
        out.until_span = entry.value.span;
      } else if (entry.key == "paths" && of_settings_) {
        paths(entry, out.paths);
      } else {
        refuse(entry.key_span, "a suppression has no key " + as_code(entry.key),
               expected_name(entry.key, keys()));
      }
    }
    if (is_blank(out.reason)) out.reason.clear();
    const auto has = [&](std::string_view key) {
      for (const FrontEntry& entry : table.entries) {
        if (entry.key == key) return true;
      }
      return false;
    };
    if (!has("id") && !has("finding")) {
      refuse(table.span, "this suppression does not say what it is of",
             "`id`, of a criterion or flaw; or `finding`, a kind of finding; or both");
    }
    if (of_settings_ && !has("paths")) {
      refuse(table.span, "this suppression does not say where it holds",
             "`paths`, patterns as in `ignore`");
    }
    return out;
  }

  std::vector<std::string> keys() const {
    std::vector<std::string> keys = {"id", "finding", "reason", "until"};
    if (of_settings_) keys.push_back("paths");
    return keys;
  }

  std::string text(const FrontEntry& entry, std::string expected) {
    if (entry.value.type == FrontValue::Type::text) return entry.value.text;
    refuse(entry.value.span, as_code(entry.key) + " cannot be " + type_in_words(entry.value),
           std::move(expected));
    return {};
  }

  std::string kind(const FrontEntry& entry) {
    const std::string name = text(entry, "a kind of finding");
    std::vector<std::string> kinds;
    for (const FindingKind& kind : kFindingKinds) {
      if (kind.of_answers) kinds.emplace_back(kind.name);
      if (kind.of_answers && name == kind.name) return name;
    }
    if (entry.value.type == FrontValue::Type::text) {
      refuse(entry.value.span, "there is no finding " + as_code(name),
             nearest(name, kinds).empty() ? one_of(kinds) : expected_name(name, kinds));
    }
    return {};
  }

  std::optional<Day> day(const FrontEntry& entry) {
    const std::optional<Day> day = day_named(entry.value.text);
    if (!day) refuse(entry.value.span, "this is no day", "one as 2027-01-31");
    return day;
  }

  void paths(const FrontEntry& entry, IgnorePatterns& patterns) {
    if (entry.value.type != FrontValue::Type::list || entry.value.items.empty()) {
      refuse(entry.value.span, "`paths` is no list of patterns", "patterns as in `ignore`");
      return;
    }
    for (const FrontValue& item : entry.value.items) {
      const std::string wrong =
          item.type == FrontValue::Type::text ? patterns.add(item.text) : "this is no pattern";
      if (!wrong.empty()) refuse(item.span, wrong);
    }
  }

  void wrong_type(const FrontValue& value, const std::string& what) {
    const std::string name = what == "suppress" ? as_code(what) : what;
    refuse(value.span, name + " cannot be " + type_in_words(value),
           "a table with `id`, `finding`, `reason` and `until` for each finding to suppress");
  }

  void refuse(Span span, std::string message, std::string expected = {}) {
    sound_ = false;
    diagnostics_.push_back(
        file_->diagnose(file_->place_of(span.begin), std::move(message), std::move(expected)));
  }

  bool of_settings_;
  const std::shared_ptr<const SourceText>& file_;
  Diagnostics& diagnostics_;
  bool sound_ = true;
};

}  // namespace

bool Suppression::is_of(const std::string& kind, const std::string& id_of_finding) const {
  return (finding.empty() || finding == kind) && (id.empty() || id == id_of_finding);
}

std::string Suppression::shown() const {
  if (id.empty()) return as_code(finding);
  return finding.empty() ? as_code(id) : as_code(finding) + " of " + as_code(id);
}

bool read_suppressions(const FrontValue& value, bool of_settings,
                       const std::shared_ptr<const SourceText>& file,
                       std::vector<Suppression>& suppressions, Diagnostics& diagnostics) {
  SuppressionReader reader(of_settings, file, diagnostics);
  reader.read(value, suppressions);
  return reader.sound();
}

}  // namespace assay
