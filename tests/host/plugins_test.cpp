// What is loaded and what is refused. The fixtures are plugins that are wrong in one way each.
#include "host/plugins.h"

#include <elf.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>

#include "host/folders.h"
#include "host/temp_folder.h"
#include "rubric/load.h"
#include "rubric/score.h"
#include "text/analyzer.h"

namespace assay {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsNull;
using ::testing::Not;
using ::testing::NotNull;
using ::testing::StartsWith;

const fs::path kFixtures = fs::path(ASSAY_BINARY_DIR) / "tests/plugins";

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

fs::path fixture(std::string_view name) { return kFixtures / (std::string(name) + ".so"); }

TEST(PluginHost, LoadsASoundPluginByName) {
  PluginHost host({kFixtures});
  std::string why = "left over";
  const LoadedPlugin* plugin = host.load("sound", why);
  ASSERT_THAT(plugin, NotNull()) << why;
  EXPECT_THAT(why, IsEmpty());
  EXPECT_EQ(plugin->name, "sound");
  EXPECT_EQ(plugin->version, "1.0.0");
  EXPECT_EQ(plugin->path, fixture("sound"));
  ASSERT_EQ(plugin->kinds.size(), 1u);
  EXPECT_EQ(plugin->kinds[0].name, "long");
}

TEST(PluginHost, TellsWhatWasInstalledFromWhatWasNot) {
  std::string why;
  PluginHost elsewhere({kFixtures});
  const LoadedPlugin* sound = elsewhere.load("sound", why);
  ASSERT_THAT(sound, NotNull()) << why;
  EXPECT_FALSE(sound->installed);
  PluginHost own({installed_plugins()});
  const LoadedPlugin* grain = own.load("grain", why);
  ASSERT_THAT(grain, NotNull()) << why;
  EXPECT_TRUE(grain->installed);
  EXPECT_EQ(hash_of(*grain).size(), 16u);
  EXPECT_NE(hash_of(*grain), hash_of(*sound));
}

TEST(PluginHost, RefusesWhatAnybodyMayWrite) {
  TempFolder folder;
  const fs::path file = folder.path() / "sound.so";
  fs::copy_file(fixture("sound"), file);
  fs::permissions(file, fs::perms::others_write, fs::perm_options::add);
  std::string why;
  EXPECT_THAT(PluginHost({folder.path()}).load("sound", why), IsNull());
  EXPECT_THAT(why, HasSubstr("can be written by anybody; take that right away with chmod o-w"));

  fs::permissions(file, fs::perms::others_write, fs::perm_options::remove);
  fs::permissions(folder.path(), fs::perms::others_write, fs::perm_options::add);
  EXPECT_THAT(PluginHost({folder.path()}).load("sound", why), IsNull());
  EXPECT_THAT(why, HasSubstr("stands in a folder that can be written by anybody"));

  fs::permissions(folder.path(), fs::perms::others_write, fs::perm_options::remove);
  EXPECT_THAT(PluginHost({folder.path()}).load("sound", why), NotNull()) << why;
}

// Every folder and link on the way to a library, as it would be followed.
TEST(PluginHost, RefusesWhatAnybodyMayReplace) {
  constexpr auto kOpen = fs::perms::others_write;
  struct Case {
    const char* open;
    fs::perms mode;
    bool loaded;
  };
  const Case cases[] = {
      {"real/deep", kOpen, false},
      {"real", kOpen, false},
      {"real/deep/sound.so", kOpen, false},
      {"real", kOpen | fs::perms::sticky_bit, true},
      {"between", kOpen, false},
      {"plugins", kOpen, false},
      {"elsewhere", kOpen, true},
  };
  for (const Case& c : cases) {
    const TempFolder folder;
    const fs::path& root = folder.path();
    for (const char* name : {"real/deep", "between", "plugins", "elsewhere"}) {
      fs::create_directories(root / name);
    }
    fs::copy_file(fixture("sound"), root / "real/deep/sound.so");
    fs::create_directory_symlink(root / "real/deep", root / "between/link");
    fs::create_symlink("../between/link/sound.so", root / "plugins/sound.so");
    fs::permissions(root / c.open, c.mode, fs::perm_options::add);
    std::string why;
    EXPECT_EQ(PluginHost({root / "plugins"}).load("sound", why) != nullptr, c.loaded)
        << c.open << ": " << why;
    if (!c.loaded) EXPECT_THAT(why, HasSubstr("chmod o-w " + (root / c.open).string()));
  }
}

TEST(PluginHost, LoadsKindsWhoseRulesScore) {
  PluginHost host({kFixtures});
  LoadEnvironment environment;
  environment.plugin_kinds = [&](std::string_view name) {
    LoadEnvironment::PluginKinds kinds;
    if (const LoadedPlugin* plugin = host.load(name, kinds.error)) kinds.kinds = plugin->kinds;
    return kinds;
  };
  Diagnostics diagnostics;
  const auto rubric = parse_rubric(R"(
id = "length"
title = "Length"
prompt = "Say something."
plugins = ["sound"]
[[criterion]]
id = "long-enough"
says = "Has at least four words"
any = [{ kind = "sound.long", least = 4 }]
)",
                                   "length.toml", environment, diagnostics);
  ASSERT_THAT(rubric, NotNull()) << (diagnostics.empty() ? "" : diagnostics[0].to_string());

  Analyzer analyzer;
  Scorer scorer(rubric);
  const CriterionScore met = scorer.score(analyzer.analyze("It is long enough.")).criteria.at(0);
  EXPECT_TRUE(met.met);
  ASSERT_EQ(met.evidence.size(), 1u);
  EXPECT_EQ(met.evidence[0].span, (Span{0, 17}));
  const CriterionScore unmet = scorer.score(analyzer.analyze("It is short.")).criteria.at(0);
  EXPECT_FALSE(unmet.met);
  ASSERT_TRUE(unmet.near_miss.has_value());
  EXPECT_EQ(unmet.near_miss->why, "found, but too short");
}

TEST(PluginHost, LoadsAPluginOnce) {
  PluginHost host({kFixtures});
  PluginHost other({});
  std::string why;
  const LoadedPlugin* plugin = host.load("sound", why);
  ASSERT_THAT(plugin, NotNull()) << why;
  EXPECT_EQ(host.load("sound", why), plugin);
  EXPECT_EQ(host.load_file(fixture("sound"), why), plugin);
  EXPECT_EQ(other.load_file(fixture("sound"), why), plugin);
}

TEST(PluginHost, TriesWhatItExpectsUntilItIsAskedForIt) {
  TempFolder folder;
  for (const char* name : {"sound", "crashes-in-initializer", "loops-in-factory"}) {
    fs::copy_file(fixture(name), folder.path() / (std::string(name) + ".so"));
  }
  PluginHost host({folder.path()});
  EXPECT_TRUE(host.expect("sound"));
  EXPECT_FALSE(host.expect("sound")) << "its trial has begun";
  EXPECT_TRUE(host.expect("crashes-in-initializer"));
  EXPECT_TRUE(host.expect("loops-in-factory")) << "and it ends with the host";
  EXPECT_FALSE(host.expect("nowhere"));
  EXPECT_FALSE(host.expect("../sound"));
  std::string why;
  EXPECT_THAT(host.load("sound", why), NotNull()) << why;
  EXPECT_THAT(host.load("crashes-in-initializer", why), IsNull());
  EXPECT_THAT(why, HasSubstr("crashed (Segmentation fault) while loading its library"));
  EXPECT_FALSE(host.expect("sound")) << "it is loaded";
  EXPECT_FALSE(host.expect("crashes-in-initializer")) << "it is refused";
}

TEST(PluginHost, LoadsWhatFailsOnlyLater) {
  PluginHost host({kFixtures});
  std::string why;
  EXPECT_THAT(host.load("throws-in-rule", why), NotNull()) << why;
}

TEST(PluginHost, RefusesByName) {
  struct Case {
    const char* plugin;
    const char* what;
    const char* remedy;
  };
  const Case cases[] = {
      {"other-abi", "is of plugin ABI 2, this assay is of 1", "rebuild it"},
      {"other-toolchain", "was built with toolchain \"9.9.9 c++201703\", this assay with \"",
       "with the same compiler and options"},
      {"other-sdk", "was built against SDK \"0123456789abcdef\", this is \"",
       "rebuild it against the headers of this assay"},
      {"other-name", "calls itself \"grain\"", "name the file and the plugin alike"},
      {"no-version", "has no version", "ASSAY_PLUGIN"},
      {"no-factory", "has no factory", "ASSAY_PLUGIN"},
      {"no-descriptor", "exports no \"assay_plugin\"", "lacks ASSAY_PLUGIN"},
      {"undefined-symbol", "cannot be loaded: undefined symbol: ", "-Wl,--no-undefined"},
      {"throws-in-factory", "throws in its factory: no licence found", "ask its author"},
      {"throws-own-exception", "throws in its factory: mine alone", "ask its author"},
      {"throws-number", "throws in its factory: something that is not a std::exception",
       "ask its author"},
      {"throws-in-initializer", "crashed (Aborted) while loading its library", "ask its author"},
      {"crashes-in-initializer", "crashed (Segmentation fault) while loading its library",
       "ask its author"},
      {"exits-in-initializer", "ended the process (exit code 3) while loading its library",
       "ask its author"},
      {"returns-null", "its factory returns null", "ask its author"},
      {"no-kinds", "has no kinds of rule", "return them from kinds()"},
      {"throws-in-kinds", "throws in kinds(): not ready", "ask its author"},
      {"null-build", "has a kind \"hollow\" that builds nothing", "give it a function"},
      {"kind-twice", "has two kinds named \"long\"", "rename one"},
      {"kind-with-dot", "has a kind named \"very.long\"", "lower-case letters"},
      {"crashes-when-destroyed", "crashed (Bus error) while destroying it", "ask its author"},
      {"missing", "is not found in " ASSAY_BINARY_DIR "/tests/plugins", "--plugin-dir"},
      {"../sound", "is no plugin's name", "lower-case letters"},
      {"", "is no plugin's name", "lower-case letters"},
      {"Sound", "is no plugin's name", "lower-case letters"},
  };
  PluginHost host({kFixtures});
  for (const Case& c : cases) {
    std::string why;
    EXPECT_THAT(host.load(c.plugin, why), IsNull()) << c.plugin;
    EXPECT_THAT(why, AllOf(HasSubstr('"' + std::string(c.plugin) + '"'), HasSubstr(c.what),
                           HasSubstr(c.remedy), Not(HasSubstr("\n"))))
        << c.plugin;
  }
}

TEST(PluginHost, NamesTheFileItRefuses) {
  PluginHost host({kFixtures});
  std::string why;
  host.load("no-kinds", why);
  EXPECT_THAT(why, StartsWith("plugin \"no-kinds\" is refused: " + fixture("no-kinds").string()));
}

TEST(PluginHost, RefusesAPluginThatNeverReturns) {
  PluginHost host({kFixtures}, std::chrono::milliseconds(200));
  std::string why;
  EXPECT_THAT(host.load("loops-in-factory", why), IsNull());
  EXPECT_THAT(why, HasSubstr("did not return within 200 ms while calling its factory"));
}

TEST(PluginHost, DoesNotTryTwiceWhatItRefused) {
  PluginHost host({kFixtures}, std::chrono::milliseconds(400));
  std::string first;
  std::string again;
  host.load("loops-in-factory", first);
  const auto start = std::chrono::steady_clock::now();
  EXPECT_THAT(host.load("loops-in-factory", again), IsNull());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(200));
  EXPECT_EQ(again, first);
}

TEST(PluginHost, RefusesFilesThatAreNoLibrary) {
  const std::string good = bytes_of(fixture("sound"));
  ASSERT_GT(good.size(), sizeof(Elf64_Ehdr));
  const auto patched = [&](std::size_t at, char byte) {
    std::string bytes = good;
    bytes[at] = byte;
    return bytes;
  };
  struct Case {
    const char* name;
    std::string bytes;
    const char* what;
  };
  const Case cases[] = {
      {"empty", "", "is not a shared library (no ELF file)"},
      {"text", "#!/bin/sh\necho I am a plugin\n", "is not a shared library (no ELF file)"},
      {"magic", good.substr(0, SELFMAG), "is truncated: its ELF header is not complete"},
      {"header", good.substr(0, sizeof(Elf64_Ehdr)), "is truncated"},
      {"half", good.substr(0, good.size() / 2), "is truncated"},
      {"last", good.substr(0, good.size() - 1), "is truncated"},
      {"machine", patched(offsetof(Elf64_Ehdr, e_machine), EM_SPARC),
       "is built for another machine"},
      {"class", patched(EI_CLASS, ELFCLASS32), "is built for another machine"},
      {"no-class", patched(EI_CLASS, 9), "is damaged"},
      {"object", patched(offsetof(Elf64_Ehdr, e_type), ET_REL), "but not a shared library"},
      {"no-segments", patched(offsetof(Elf64_Ehdr, e_phnum), 0), "is damaged"},
      {"far-segments", patched(offsetof(Elf64_Ehdr, e_phoff) + 7, '\xff'), "is truncated"},
  };
  TempFolder folder;
  PluginHost host({folder.path()});
  for (const Case& c : cases) {
    const fs::path file = folder.write(std::string(c.name) + ".so", c.bytes);
    std::string why;
    EXPECT_THAT(host.load(c.name, why), IsNull()) << c.name;
    EXPECT_THAT(why, AllOf(HasSubstr(file.string()), HasSubstr(c.what),
                           HasSubstr("build the plugin for this machine")))
        << c.name;
  }
}

TEST(PluginHost, RefusesWhatIsNoFile) {
  TempFolder folder;
  fs::create_directory(folder.path() / "folder.so");
  fs::create_symlink("nowhere", folder.path() / "dangling.so");
  PluginHost host({folder.path(), kFixtures});
  std::string why;
  EXPECT_THAT(host.load("folder", why), IsNull());
  EXPECT_THAT(why, HasSubstr("is a folder"));
  EXPECT_THAT(host.load("dangling", why), IsNull());
  EXPECT_THAT(why, HasSubstr("does not exist"));
  EXPECT_THAT(host.load_file(folder.path() / "gone.so", why), IsNull());
  EXPECT_THAT(why, HasSubstr("does not exist"));
  EXPECT_THAT(host.load_file(folder.path() / "plugin.dll", why), IsNull());
  EXPECT_THAT(why, HasSubstr("call it <name>.so"));
}

TEST(PluginHost, TakesTheFirstFolderThatHasTheName) {
  TempFolder folder;
  folder.write("sound.so", "not even a library");
  std::string why;
  EXPECT_THAT(PluginHost({folder.path(), kFixtures}).load("sound", why), IsNull())
      << "an unfit file is not passed over for another of its name";
  EXPECT_THAT(PluginHost({kFixtures, folder.path()}).load("sound", why), NotNull()) << why;
}

TEST(PluginHost, RefusesASecondFileOfOneName) {
  TempFolder folder;
  const fs::path copy = folder.path() / "sound.so";
  fs::copy_file(fixture("sound"), copy);
  PluginHost host({kFixtures});
  std::string why;
  ASSERT_THAT(host.load("sound", why), NotNull()) << why;
  EXPECT_THAT(host.load_file(copy, why), IsNull());
  EXPECT_THAT(why, AllOf(HasSubstr(copy.string() + " has the name of " + fixture("sound").string()),
                         HasSubstr("rename one")));
}

TEST(PluginHost, ListsWhatItsFoldersHoldWithoutLoading) {
  TempFolder one;
  TempFolder two;
  one.write("grain.so", "");
  one.write("Not-A-Name.so", "");
  one.write("notes.txt", "");
  two.write("cap.so", "");
  two.write("grain.so", "");
  const PluginHost host({one.path(), two.path(), one.path() / "missing"});
  EXPECT_THAT(host.available(), ::testing::ElementsAre("cap", "grain"));
}

}  // namespace
}  // namespace assay
