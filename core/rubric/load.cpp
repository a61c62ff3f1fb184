#include "rubric/load.h"

#include <algorithm>

#include "rubric/cycles.h"
#include "rubric/digest.h"
#include "rubric/example_reader.h"
#include "rubric/points.h"
#include "rubric/requirements.h"
#include "rubric/vocabulary.h"

namespace assay {
namespace {

constexpr std::size_t kMostCriteria = 500;  // criteria and flaws each

class RubricLoader {
 public:
  RubricLoader(TomlSource& source, const std::filesystem::path& path,
               const LoadEnvironment& environment)
      : source_(source), path_(path), environment_(environment), vocabulary_(source) {}

  // Null where anything was refused.
  std::shared_ptr<const Rubric> load(std::uint64_t digest) {
    TableReader reader(source_, source_.root(), "a rubric");
    read_head(reader);
    read_bands(reader);
    const std::vector<ListedPlugin> plugins = read_plugins(reader);
    vocabulary_.use_lexicons(reader.strings("lexicons"), environment_);
    if (const toml::table* concepts = reader.subtable("concepts")) vocabulary_.define(*concepts);
    const auto criteria = reader.tables("criterion", Need::required);
    const auto flaws = reader.tables("flaw");
    read_ids(criteria, criterion_ids_);
    read_ids(flaws, flaw_ids_);
    RuleBuilder builder(source_, vocabulary_, plugins, criterion_ids_);
    for (std::size_t i = 0; i < criteria.size(); ++i) read_criterion(*criteria[i], i, builder);
    for (std::size_t i = 0; i < flaws.size(); ++i) read_flaw(*flaws[i], i, builder);
    read_about(reader);
    refuse_met_cycles(builder.references());
    for (const toml::table* example : reader.tables("example")) {
      rubric_->examples.push_back(read_example(source_, *example, criterion_ids_, flaw_ids_));
    }
    reader.finish();
    vocabulary_.check();
    if (!source_.mistakes().empty() || !vocabulary_.lexicon_mistakes().empty()) return nullptr;
    rubric_->terms = vocabulary_.build();
    rubric_->hash = digits_of(vocabulary_.digest(digest));
    return rubric_;
  }

  const Diagnostics& lexicon_mistakes() const { return vocabulary_.lexicon_mistakes(); }

 private:
  void read_head(TableReader& reader) {
    rubric_->path = path_.string();
    rubric_->pack = path_.parent_path().filename().string();
    rubric_->id = reader.id("id").value_or("");
    rubric_->title = reader.text("title", Need::required).value_or("");
    rubric_->prompt = reader.text("prompt", Need::required).value_or("");
    const std::string stem = path_.stem().string();
    if (!rubric_->id.empty() && path_.extension() == ".toml" && rubric_->id != stem) {
      reader.refuse("id", "`" + rubric_->id + "` is not the file's name", "`" + stem + "`");
    }
  }

  void read_bands(TableReader& rubric) {
    const toml::table* table = rubric.subtable("bands");
    if (!table) return;
    TableReader reader(source_, *table, "`bands`");
    Bands& bands = rubric_->bands;
    const auto green = read_points(reader, "green", 0, 1);
    const auto yellow = read_points(reader, "yellow", 0, 1);
    reader.finish();
    bands.green = green.value_or(bands.green);
    bands.yellow = yellow.value_or(bands.yellow);
    if (bands.yellow > bands.green) {
      reader.refuse(yellow ? "yellow" : "green", "`yellow` is above `green`",
                    "0 <= yellow <= green <= 1; without a key, yellow is 0.4 and green 0.8");
    }
  }

  void read_about(TableReader& rubric) {
    const toml::table* table = rubric.subtable("about");
    if (!table) return;
    TableReader reader(source_, *table, "`about`");
    reader.find("terms", Need::required);
    const auto terms = reader.strings("terms", true);
    const auto least = reader.integer("least", 1, 20).value_or(1);
    reader.finish();
    if (!terms.empty()) rubric_->about = {vocabulary_.add(terms), std::uint32_t(least)};
  }

  std::vector<ListedPlugin> read_plugins(TableReader& reader) {
    std::vector<ListedPlugin> plugins;
    for (const auto* node : reader.strings("plugins")) {
      const std::string& name = node->get();
      LoadEnvironment::PluginKinds found;
      if (!environment_.plugin_kinds) {
        found.error = "plugins cannot be loaded here";
      } else {
        found = environment_.plugin_kinds(name);
      }
      if (!found.error.empty()) {
        const std::string near = nearest(name, environment_.plugin_names);
        source_.refuse(*node, "the plugin `" + name + "` is not to be had: " + found.error,
                       near.empty() || near == name ? std::string() : "`" + near + "`");
      }
      plugins.push_back({name, found.kinds, found.error.empty()});
      rubric_->plugins.push_back(name);
    }
    return plugins;
  }

  // The ids of all criteria, or all flaws, before any of them is read: rules refer to them. One
  // that is refused has a place in the list too, so that what refers to it is not told as well; one
  // without an id has one under a name that nothing can refer to.
  void read_ids(const std::vector<const toml::table*>& tables, std::vector<std::string>& ids) {
    if (tables.size() > kMostCriteria) {
      source_.refuse(*tables[kMostCriteria], "there are too many of these",
                     "at most " + std::to_string(kMostCriteria));
    }
    for (const toml::table* table : tables) {
      const toml::node* node = table->get("id");
      const auto* id = node ? node->as_string() : nullptr;
      ids.push_back(id ? id->get() : std::string());
      if (!is_id(ids.back())) continue;
      const Place place = TomlSource::place_of(*node);
      const auto [first, fresh] = lines_.try_emplace(ids.back(), place.line);
      if (!fresh) {
        source_.refuse(
            place,
            "`" + ids.back() + "` is already the id in line " + std::to_string(first->second),
            "an id that no other criterion or flaw has");
      }
    }
  }

  void read_criterion(const toml::table& table, std::size_t index, RuleBuilder& builder) {
    TableReader reader(source_, table, "a criterion");
    Criterion criterion;
    criterion.id = reader.id("id").value_or("criterion-" + std::to_string(index + 1));
    criterion.says = reader.text("says", Need::required).value_or("");
    criterion.hint = reader.text("hint").value_or("");
    criterion.points = read_points(reader, "points", kLeastPoints, kMostPoints).value_or(1);
    builder.begin(index);
    const RuleScope scope{criterion.id, RuleBuilder::standing(reader, StandingSet::claimed())};
    criterion.requirement = read_requirement(reader, builder, scope, criterion.points);
    reader.finish();
    rubric_->criteria.push_back(std::move(criterion));
  }

  void read_flaw(const toml::table& table, std::size_t index, RuleBuilder& builder) {
    TableReader reader(source_, table, "a flaw");
    Flaw flaw;
    flaw.id = reader.id("id").value_or("flaw-" + std::to_string(index + 1));
    flaw.says = reader.text("says", Need::required).value_or("");
    flaw.cost = read_points(reader, "cost", 0, kMostPoints).value_or(0);
    flaw.cap = Band::yellow;
    if (const auto cap = reader.text("cap")) {
      flaw.cap = band_named(*cap);
      if (*cap != "none" && (!flaw.cap || flaw.cap == Band::green)) {
        reader.refuse("cap", "`cap` cannot be `" + *cap + "`",
                      expected_name(*cap, {"yellow", "red", "none"}));
      }
    }
    builder.begin(std::nullopt);
    const RuleScope scope{flaw.id, RuleBuilder::standing(reader, StandingSet::claimed())};
    flaw.requirement = read_requirement(reader, builder, scope, std::nullopt);
    reader.finish();
    rubric_->flaws.push_back(std::move(flaw));
  }

  void refuse_met_cycles(const std::vector<MetReference>& references) {
    std::vector<std::vector<std::size_t>> edges(criterion_ids_.size());
    for (const MetReference& reference : references) edges[reference.from].push_back(reference.to);
    for (const std::vector<std::size_t>& cycle : find_cycles(edges)) {
      const std::size_t next = cycle.size() > 1 ? cycle[1] : cycle[0];
      const auto place = std::find_if(
          references.begin(), references.end(),
          [&](const MetReference& each) { return each.from == cycle[0] && each.to == next; });
      std::string path;
      for (const std::size_t node : cycle) path += criterion_ids_[node] + " -> ";
      source_.refuse(place->place,
                     cycle.size() == 1
                         ? "the criterion `" + criterion_ids_[next] + "` refers to itself"
                         : "criteria go in a circle: " + path + criterion_ids_[cycle[0]],
                     "a criterion that does not lead back to this one");
    }
  }

  TomlSource& source_;
  const std::filesystem::path& path_;
  const LoadEnvironment& environment_;
  Vocabulary vocabulary_;
  std::shared_ptr<Rubric> rubric_ = std::make_shared<Rubric>();
  std::vector<std::string> criterion_ids_;
  std::vector<std::string> flaw_ids_;
  std::map<std::string, std::uint32_t> lines_;
};

}  // namespace

std::shared_ptr<const Rubric> load_rubric(const std::filesystem::path& path,
                                          const LoadEnvironment& environment,
                                          Diagnostics& diagnostics) {
  std::optional<std::string> bytes = read_source(path, diagnostics);
  if (!bytes) {
    sort_diagnostics(diagnostics);
    return nullptr;
  }
  return parse_rubric(*bytes, path, environment, diagnostics);
}

std::shared_ptr<const Rubric> parse_rubric(std::string_view toml, const std::filesystem::path& path,
                                           const LoadEnvironment& environment,
                                           Diagnostics& diagnostics) {
  std::shared_ptr<const Rubric> rubric;
  const auto source = TomlSource::parse(std::string(toml), path.string(), diagnostics);
  if (source) {
    RubricLoader loader(*source, path, environment);
    rubric = loader.load(digest_of(toml));
    for (const Diagnostics* more : {&source->mistakes(), &loader.lexicon_mistakes()}) {
      diagnostics.insert(diagnostics.end(), more->begin(), more->end());
    }
  }
  sort_diagnostics(diagnostics);
  return rubric;
}

void check_lexicon(const std::filesystem::path& path, Diagnostics& diagnostics) {
  const Diagnostics mistakes = read_lexicon(path)->mistakes;
  diagnostics.insert(diagnostics.end(), mistakes.begin(), mistakes.end());
  sort_diagnostics(diagnostics);
}

}  // namespace assay
