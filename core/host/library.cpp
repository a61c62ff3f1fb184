#include "host/library.h"

#include <dlfcn.h>

#include <algorithm>
#include <boost/dll/shared_library.hpp>
#include <set>
#include <utility>
#include <vector>

#include "host/folders.h"
#include "rubric/thrown.h"

namespace assay {
namespace {

constexpr std::string_view kAskAuthor = "; ask its author, or do without it";
constexpr std::string_view kRebuild = "; rebuild it against the headers of this assay";

// Text of a plugin or of the dynamic linker, fit for one line of a message.
std::string on_one_line(std::string_view text) {
  constexpr std::size_t kMost = 300;
  std::string line(text.substr(0, kMost));
  std::replace_if(
      line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
  return text.size() > kMost ? line + "..." : line;
}

std::string quoted(const char* text) {
  return text ? '"' + on_one_line(text) + '"' : std::string("nothing");
}

// Null where it cannot be loaded, and then `why`. What is loaded is never unloaded.
boost::dll::shared_library* load_library(const std::filesystem::path& file, std::string& why) {
  namespace dll = boost::dll;
  static auto& kept = *new std::vector<std::unique_ptr<dll::shared_library>>;
  auto library = std::make_unique<dll::shared_library>();
  std::error_code error;
  ::dlerror();
  library->load(file, error, dll::load_mode::rtld_now | dll::load_mode::rtld_local);
  if (error) {
    // The error code is "bad file descriptor" whatever happened; the linker knows better.
    const char* reason = ::dlerror();
    std::string text = reason ? on_one_line(reason) : error.message();
    if (const std::string prefix = file.string() + ": "; text.starts_with(prefix)) {
      text.erase(0, prefix.size());
    }
    why = "cannot be loaded: " + text +
          "; link it with -Wl,--no-undefined and install what it depends on";
    return nullptr;
  }
  kept.push_back(std::move(library));
  return kept.back().get();
}

// In the order in which the fields may be relied on: no field is read before those that say what
// it means.
std::string why_descriptor_is_wrong(const AssayPluginDescriptor& descriptor,
                                    std::string_view name) {
  if (descriptor.abi != ASSAY_PLUGIN_ABI) {
    return "is of plugin ABI " + std::to_string(descriptor.abi) + ", this assay is of " +
           std::to_string(ASSAY_PLUGIN_ABI) + std::string(kRebuild);
  }
  if (!descriptor.toolchain || std::string_view(descriptor.toolchain) != ASSAY_TOOLCHAIN) {
    return "was built with toolchain " + quoted(descriptor.toolchain) + ", this assay with " +
           quoted(ASSAY_TOOLCHAIN) + "; rebuild it with the same compiler and options";
  }
  if (!descriptor.sdk || std::string_view(descriptor.sdk) != ASSAY_SDK_HASH) {
    return "was built against SDK " + quoted(descriptor.sdk) + ", this is " +
           quoted(ASSAY_SDK_HASH) + std::string(kRebuild);
  }
  if (!descriptor.name || descriptor.name != name) {
    return "calls itself " + quoted(descriptor.name) +
           "; name the file and the plugin alike, or ask for it by its own name";
  }
  if (!descriptor.version || !*descriptor.version) {
    return "has no version; give one to ASSAY_PLUGIN";
  }
  if (!descriptor.create || !descriptor.destroy) {
    return "has no factory; export it with ASSAY_PLUGIN";
  }
  return "";
}

std::string why_kinds_are_wrong(std::span<const Kind> kinds) {
  if (kinds.empty()) return "has no kinds of rule; return them from kinds()";
  std::set<std::string_view> seen;
  for (const Kind& kind : kinds) {
    const std::string name = '"' + on_one_line(kind.name) + '"';
    if (!is_name(kind.name)) {
      return "has a kind named " + name +
             "; name kinds in lower-case letters, digits and hyphens, a letter first";
    }
    if (!seen.insert(kind.name).second) return "has two kinds named " + name + "; rename one";
    if (kind.summary.empty() || kind.summary.find('\n') != kind.summary.npos) {
      return "has a kind " + name + " without a summary of one line; write one";
    }
    if (!kind.build) return "has a kind " + name + " that builds nothing; give it a function";
  }
  return "";
}

// Runs `call`, which enters the plugin.
template <typename Call>
std::string why_it_throws(const char* what, const Call& call) {
  const std::optional<std::string> thrown = thrown_by(call);
  if (!thrown) return "";
  return std::string("throws in ") + what + ": " + on_one_line(*thrown) + std::string(kAskAuthor);
}

}  // namespace

bool is_name(std::string_view text) {
  const auto lower = [](char c) { return 'a' <= c && c <= 'z'; };
  return !text.empty() && lower(text[0]) && std::all_of(text.begin(), text.end(), [&](char c) {
    return lower(c) || ('0' <= c && c <= '9') || c == '-';
  });
}

std::string open_plugin(const std::filesystem::path& file, std::string_view name,
                        const OnStep& on_step, OpenedPlugin& opened) {
  on_step("loading its library");
  std::string why;
  boost::dll::shared_library* library = load_library(file, why);
  if (!library) return why;
  if (!library->has(ASSAY_PLUGIN_SYMBOL)) {
    return "exports no \"" ASSAY_PLUGIN_SYMBOL "\"; it is no plugin, or lacks ASSAY_PLUGIN";
  }

  on_step("reading its descriptor");
  const auto& descriptor = library->get<const AssayPluginDescriptor>(ASSAY_PLUGIN_SYMBOL);
  if (why = why_descriptor_is_wrong(descriptor, name); !why.empty()) return why;

  on_step("calling its factory");
  Plugin* instance = nullptr;
  why = why_it_throws("its factory", [&] { instance = descriptor.create(); });
  if (!why.empty()) return why;
  if (!instance) return "makes no plugin, its factory returns null" + std::string(kAskAuthor);

  on_step("asking for its kinds");
  std::span<const Kind> kinds;
  why = why_it_throws("kinds()", [&] { kinds = instance->kinds(); });
  if (why.empty()) why = why_kinds_are_wrong(kinds);
  if (!why.empty()) return why;
  const bool installed = file.parent_path() == installed_plugins();
  opened = {{descriptor.name, descriptor.version, file, installed, kinds}, &descriptor, instance};
  return "";
}

Check check_of(const std::filesystem::path& file, std::string_view name) {
  return [file, name = std::string(name)](const OnStep& on_step) {
    OpenedPlugin opened;
    std::string why = open_plugin(file, name, on_step, opened);
    if (!why.empty()) return why;
    on_step("destroying it");
    return why_it_throws("its destructor", [&] { opened.descriptor->destroy(opened.instance); });
  };
}

std::string verdict_of(const TrialResult& result) {
  return result.finished ? result.text : result.text + std::string(kAskAuthor);
}

}  // namespace assay
