// The rubrics of the build, as the program loads them.
#pragma once

#include "grading/rubric_library.h"
#include "host/plugins.h"

namespace assay {

inline RubricLibrary& built_rubrics() {
  static PluginHost plugins({ASSAY_BINARY_DIR "/lib/assay/plugins"});
  static RubricLibrary rubrics({ASSAY_BINARY_DIR "/share/assay/rubrics"}, plugins);
  return rubrics;
}

}  // namespace assay
