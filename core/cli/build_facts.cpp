#include "cli/build_facts.h"

#include "assay/plugin.h"
#include "cli/build_configuration.h"

namespace assay {

std::string build_facts() {
  std::string facts = "compiler: " ASSAY_BUILD_COMPILER;
  facts += "\nbuild: " ASSAY_BUILD_TYPE ", ";
  facts += *ASSAY_BUILD_SANITIZERS != '\0' ? "sanitizers " ASSAY_BUILD_SANITIZERS : "no sanitizers";
  facts += "\nplugins: ABI " + std::to_string(ASSAY_PLUGIN_ABI);
  facts += ", SDK " ASSAY_SDK_HASH ", toolchain " ASSAY_TOOLCHAIN;
  facts += "\nlibraries: " ASSAY_BUILD_LIBRARIES;
  if (*ASSAY_BUILD_CHECKOUT != '\0') facts += "\ncheckout: " ASSAY_BUILD_CHECKOUT;
  return facts;
}

}  // namespace assay
