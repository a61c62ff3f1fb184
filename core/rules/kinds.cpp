#include "rules/kinds.h"

namespace assay {

std::span<const Kind> core_kinds() {
  static const Kind kinds[] = {
      kAllKind,  kAnyKind, kAtLeastKind, kBeforeKind, kCountKind, kInKind,    kMetKind,
      kNearKind, kNotKind, kNumberKind,  kOrderKind,  kRegexKind, kTermsKind,
  };
  return kinds;
}

}  // namespace assay
