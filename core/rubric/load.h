// TOML to Rubric.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assay/export.h"
#include "assay/kind.h"
#include "rubric/diagnostics.h"
#include "rubric/rubric.h"

namespace assay {

// Lexicons already read, by path. Thread-safe.
class LexiconCache;
ASSAY_SDK std::shared_ptr<LexiconCache> make_lexicon_cache();
// Forgets the lexicons whose files have changed since they were read; returns their paths.
ASSAY_SDK std::vector<std::filesystem::path> forget_changed(LexiconCache& cache);

// What a rubric file may refer to besides itself.
struct LoadEnvironment {
  // Folders searched, in order, for `<lexicon>.toml`.
  std::vector<std::filesystem::path> lexicon_folders;
  // The kinds of a plugin by its name. On failure: no kinds and a message for the author, which the
  // loader reports at the name's place. Null: no plugins can be had.
  struct PluginKinds {
    std::span<const Kind> kinds;
    std::string error;  // empty on success
  };
  std::function<PluginKinds(std::string_view plugin)> plugin_kinds;
  // Names for "did you mean"; may be empty.
  std::vector<std::string> plugin_names;
  // A lexicon is read once for all rubrics loaded with this environment and its copies, until
  // forget_changed(). Null: read anew for each rubric.
  std::shared_ptr<LexiconCache> lexicons = make_lexicon_cache();
  // Told of each lexicon's file that a rubric uses, be the rubric refused or not. May be null.
  std::function<void(const std::filesystem::path&)> lexicon_used;
};

// Null where anything was wrong; then `diagnostics` has gained all of the file's mistakes and those
// of the lexicons it uses. Reads files; never throws on their content.
ASSAY_SDK std::shared_ptr<const Rubric> load_rubric(const std::filesystem::path& path,
                                                    const LoadEnvironment& environment,
                                                    Diagnostics& diagnostics);
// The same for a rubric that is in memory; `path` is for messages, and its folder is not read.
ASSAY_SDK std::shared_ptr<const Rubric> parse_rubric(std::string_view toml,
                                                     const std::filesystem::path& path,
                                                     const LoadEnvironment& environment,
                                                     Diagnostics& diagnostics);

// Finds the mistakes of a lexicon by itself, as a rubric that uses it would be told of them.
ASSAY_SDK void check_lexicon(const std::filesystem::path& path, Diagnostics& diagnostics);

}  // namespace assay
