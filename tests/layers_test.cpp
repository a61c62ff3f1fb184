// The order of the layers, what may stand where, and what it may be called. Each check reads a
// source tree and returns what is wrong with it, one line each; it is run on this project, and on
// small trees that are wrong in one way, to show that it would notice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "host/temp_folder.h"
#include "source_tree.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::vector<std::string> kLayers = {"text", "rules", "rubric", "host", "grading",
                                          "bank", "lint",  "report", "cli"};

// What a layer may not do, as the headers it would need for that.
const std::map<std::string, std::vector<std::string>> kForbidden = {
    {"text", {"fstream", "iostream", "filesystem", "spdlog/", "boost/"}},
    {"rules", {"fstream", "iostream", "filesystem", "spdlog/", "boost/"}},
    {"rubric", {"iostream", "spdlog/", "boost/", "dlfcn.h"}},
    {"host", {"iostream"}},
    {"grading", {"iostream", "spdlog/", "boost/dll", "dlfcn.h"}},
    {"bank", {"iostream", "spdlog/", "boost/dll", "dlfcn.h"}},
    {"lint", {"fstream", "iostream", "spdlog/", "boost/", "dlfcn.h"}},
    {"report", {"fstream", "iostream", "spdlog/", "boost/", "dlfcn.h"}},
    {"cli", {"spdlog/", "boost/dll", "dlfcn.h"}},
};

std::string first_part(const std::string& path) { return path.substr(0, path.find('/')); }

// text -> rules -> rubric -> host -> grading -> bank -> lint -> report -> cli, and include/assay
// before them all.
Findings check_layers(const fs::path& root) {
  Findings findings;
  for (const fs::path& folder : folders_in(root / "core")) {
    const std::string layer = folder.filename();
    const auto place = std::find(kLayers.begin(), kLayers.end(), layer);
    if (place == kLayers.end() && layer != "include") {
      findings.push_back("core/" + layer + ": no such layer");
      continue;
    }
    for (const fs::path& file : sources_below(folder)) {
      for (const Include& include : includes_of(file, root)) {
        const std::string from = first_part(include.path);
        if (!include.quoted) {
          if (layer == "include") continue;
          for (const std::string& forbidden : kForbidden.at(layer)) {
            if (include.path == forbidden ||
                (forbidden.find('/') != forbidden.npos && include.path.starts_with(forbidden))) {
              findings.push_back(include.place + ", which the layer may not");
            }
          }
        } else if (from != "assay" && (layer == "include" ||
                                       std::find(kLayers.begin(), place + 1, from) == place + 1)) {
          findings.push_back(include.place + ", which does not stand before it");
        }
      }
    }
  }
  return findings;
}

// A plugin sees the SDK, the standard library and RE2, and does no I/O.
Findings check_plugin_includes(const fs::path& root) {
  static const std::set<std::string> no_io = {"cstdio",   "filesystem", "fstream", "future",
                                              "iostream", "syncstream", "thread"};
  static const std::regex standard("[a-z_]+");
  Findings findings;
  for (const fs::path& folder : folders_in(root / "plugins")) {
    for (const fs::path& file : sources_below(folder)) {
      if (file.stem().string().ends_with("_test")) continue;
      for (const Include& include : includes_of(file, root)) {
        const bool sdk = include.path.starts_with("assay/");
        const bool own = include.quoted && fs::exists(file.parent_path() / include.path) &&
                         include.path.find("..") == include.path.npos;
        const bool library = !include.quoted && (include.path.starts_with("re2/") ||
                                                 std::regex_match(include.path, standard));
        if (no_io.contains(include.path)) {
          findings.push_back(include.place + ", but a plugin does no I/O and starts no threads");
        } else if (!sdk && !own && !library) {
          findings.push_back(include.place + ", which is not of the SDK");
        }
      }
    }
  }
  return findings;
}

Findings check_top_level(const fs::path& root) {
  static const std::set<std::string> known = {"core", "plugins", "rubrics", "samples", "tests"};
  Findings findings;
  for (const fs::path& folder : folders_in(root)) {
    const std::string name = folder.filename();
    if (!known.contains(name) && !name.starts_with(".") && !name.starts_with("build")) {
      findings.push_back(name + ": no such folder of sources");
    }
  }
  return findings;
}

// Names that say nothing of what a file or type is for.
Findings check_names(const fs::path& root) {
  static const std::regex type(R"(\b(class|struct|enum class)\s+(ASSAY_SDK\s+)?\w*)"
                               R"((Manager|Helper|Utils?|Common|Data|Info|Process)\b)");
  static const std::regex file_name(
      "(^|.*_)(manager|helpers?|utils?|common|data|info|process)(_.*|$)");
  Findings findings;
  for (const char* top : {"core", "plugins", "tests"}) {
    for (const fs::path& file : sources_below(root / top)) {
      const std::string place = fs::relative(file, root).string();
      if (std::regex_match(file.stem().string(), file_name)) {
        findings.push_back(place + ": a name that says nothing");
      }
      const std::string text = contents(file);
      std::smatch match;
      if (std::regex_search(text, match, type)) {
        findings.push_back(place + ": " + match.str() + ", a name that says nothing");
      }
    }
  }
  return findings;
}

TEST(Project, KeepsTheOrderOfItsLayers) { EXPECT_THAT(check_layers(ASSAY_SOURCE_DIR), IsEmpty()); }

TEST(Project, ShowsPluginsTheSdkAlone) {
  EXPECT_THAT(check_plugin_includes(ASSAY_SOURCE_DIR), IsEmpty());
}

TEST(Project, HasNoFurtherFolders) { EXPECT_THAT(check_top_level(ASSAY_SOURCE_DIR), IsEmpty()); }

TEST(Project, NamesThingsForWhatTheyAre) { EXPECT_THAT(check_names(ASSAY_SOURCE_DIR), IsEmpty()); }

TEST(Checks, NoticeWhatALayerMayNotInclude) {
  struct Case {
    const char* file;
    const char* text;
    std::vector<std::string> findings;
  };
  const Case cases[] = {
      {"core/text/a.cpp",
       "#include \"text/a.h\"\n#include \"assay/span.h\"\n#include <vector>\n",
       {}},
      {"core/cli/a.cpp", "#include \"text/a.h\"\n#include \"report/a.h\"\n", {}},
      {"core/rules/a.cpp",
       "  #  include \"rubric/a.h\"",
       {"core/rules/a.cpp: includes \"rubric/a.h\", which does not stand before it"}},
      {"core/include/assay/a.h",
       "#include \"text/a.h\"\n",
       {"core/include/assay/a.h: includes \"text/a.h\", which does not stand before it"}},
      {"core/text/deeper/a.h",
       "#include \"elsewhere/a.h\"\n",
       {"core/text/deeper/a.h: includes \"elsewhere/a.h\", which does not stand before it"}},
      {"core/rules/a.h",
       "#include <spdlog/spdlog.h>\n",
       {"core/rules/a.h: includes <spdlog/spdlog.h>, which the layer may not"}},
      {"core/text/a.h",
       "#include <fstream>\n",
       {"core/text/a.h: includes <fstream>, which the layer may not"}},
      {"core/web/a.cpp", "", {"core/web: no such layer"}},
  };
  for (const Case& c : cases) {
    TempFolder root;
    root.write(c.file, c.text);
    EXPECT_EQ(check_layers(root.path()), c.findings) << c.file;
  }
}

TEST(Checks, NoticeWhatAPluginMayNotInclude) {
  TempFolder root;
  root.write("plugins/grain/clause.h", "");
  root.write("plugins/grain/grain_test.cpp", "#include \"host/plugins.h\"\n");
  root.write("plugins/grain/plugin.cpp",
             "#include <assay/plugin.h>\n#include \"assay/rule.h\"\n#include \"clause.h\"\n"
             "#include <string_view>\n#include <re2/re2.h>\n");
  EXPECT_THAT(check_plugin_includes(root.path()), IsEmpty());
  root.write("plugins/cap/plugin.cpp",
             "#include \"text/analyzer.h\"\n#include <fstream>\n#include <sys/socket.h>\n"
             "#include \"../grain/clause.h\"\n");
  EXPECT_THAT(check_plugin_includes(root.path()),
              ElementsAre(HasSubstr("\"text/analyzer.h\", which is not of the SDK"),
                          HasSubstr("<fstream>, but a plugin does no I/O"),
                          HasSubstr("<sys/socket.h>, which is not of the SDK"),
                          HasSubstr("\"../grain/clause.h\", which is not of the SDK")));
}

TEST(Checks, NoticeAFurtherFolder) {
  TempFolder root;
  for (const char* name : {"core", "tests", "build", ".ci", "scripts"}) {
    fs::create_directory(root.path() / name);
  }
  EXPECT_THAT(check_top_level(root.path()), ElementsAre("scripts: no such folder of sources"));
}

TEST(Checks, NoticeANameThatSaysNothing) {
  TempFolder root;
  root.write("core/text/information.cpp", "class Database;\n");
  EXPECT_THAT(check_names(root.path()), IsEmpty());
  root.write("core/text/string_utils.h", "");
  root.write("core/text/words.h",
             "class ASSAY_SDK Word"
             "Manager {};\n");
  EXPECT_THAT(check_names(root.path()),
              ElementsAre("core/text/string_utils.h: a name that says nothing",
                          HasSubstr("words.h: class ASSAY_SDK Word")));
}

}  // namespace
}  // namespace assay
