// What a plugin exports: one plain C object, read before anything of the plugin is called.
//
//   class Grain final : public assay::Plugin { ... };
//   ASSAY_PLUGIN(Grain, "grain", "1.0.0")
//
// in plugins/grain/plugin.cpp, built to grain.so and found in a plugin folder by that name.
//
// The host compares `abi`, then `toolchain`, then `sdk`, and refuses the plugin by name on the
// first that differs: the C++ types behind `create` are only the same type where all three are. It
// does all that in a child process first, and there once creates and destroys the plugin.
//
// A plugin adds kinds of rule and nothing else: it opens no file and no socket, logs nothing,
// starts no threads, and keeps no state from one answer to the next. An exception, of whatever
// type, is caught where it leaves the plugin: from its factory or kinds() it refuses the plugin,
// from a kind's build() the rubric, and from a rule the answer it was reading, or the rubric where
// that was an example.
#pragma once

#include <span>

#include "assay/export.h"
#include "assay/kind.h"
#include "assay/sdk_identity.h"  // ASSAY_SDK_HASH, written by the build from these headers

namespace assay {

// Lives from create() to destroy(); the host makes one a process and keeps it to the end. kinds()
// is asked for once and stays valid as long as the plugin, its names and summaries included.
// build() is called by one thread at a time, whatever the kind; it is entered again by that thread
// where an operand is a rule of a plugin too. The rules it builds are called by many threads at
// once.
class ASSAY_SDK Plugin {
 public:
  virtual ~Plugin();
  virtual std::span<const Kind> kinds() const = 0;
};

}  // namespace assay

#define ASSAY_PLUGIN_ABI 1u
#define ASSAY_PLUGIN_SYMBOL "assay_plugin"

#define ASSAY_STRINGIZE_(x) #x
#define ASSAY_STRINGIZE(x) ASSAY_STRINGIZE_(x)
// gcc defines a macro for each sanitizer, clang a feature.
#if defined(__has_feature)
#define ASSAY_FEATURE_(feature) __has_feature(feature)
#else
#define ASSAY_FEATURE_(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || ASSAY_FEATURE_(address_sanitizer)
#define ASSAY_SANITIZER_ " address"
#elif defined(__SANITIZE_THREAD__) || ASSAY_FEATURE_(thread_sanitizer)
#define ASSAY_SANITIZER_ " thread"
#else
#define ASSAY_SANITIZER_ ""
#endif
#if defined(_GLIBCXX_DEBUG)
#define ASSAY_CHECKED_LIBRARY_ " debug"
#else
#define ASSAY_CHECKED_LIBRARY_ ""
#endif
// Compiler, standard, and the choices of the standard library that change its types.
#define ASSAY_TOOLCHAIN                                                    \
  __VERSION__ " c++" ASSAY_STRINGIZE(__cplusplus) " abi" ASSAY_STRINGIZE(  \
      __GXX_ABI_VERSION) " cxx11=" ASSAY_STRINGIZE(_GLIBCXX_USE_CXX11_ABI) \
      ASSAY_CHECKED_LIBRARY_ ASSAY_SANITIZER_

extern "C" {
// All pointers are to static storage; fields are read in this order, and none after one that
// differs. `name` is the file's name without ".so" and what a rubric writes before the dot.
// `create` may throw: the host catches it and refuses the plugin. `destroy` takes what `create`
// returned and must not throw.
struct AssayPluginDescriptor {
  unsigned abi;           // ASSAY_PLUGIN_ABI; first, and never moves
  const char* toolchain;  // ASSAY_TOOLCHAIN
  const char* sdk;        // ASSAY_SDK_HASH
  const char* name;       // lower-case letters, digits and hyphens
  const char* version;    // of the plugin, e.g. "1.0.0"
  assay::Plugin* (*create)();
  void (*destroy)(assay::Plugin*);
};
}

#define ASSAY_PLUGIN(Class, plugin_name, plugin_version)     \
  extern "C" {                                               \
  ASSAY_SDK extern const AssayPluginDescriptor assay_plugin; \
  constinit const AssayPluginDescriptor assay_plugin = {     \
      ASSAY_PLUGIN_ABI,                                      \
      ASSAY_TOOLCHAIN,                                       \
      ASSAY_SDK_HASH,                                        \
      plugin_name,                                           \
      plugin_version,                                        \
      []() -> assay::Plugin* { return new Class; },          \
      [](assay::Plugin* plugin) { delete plugin; },          \
  };                                                         \
  }
