// The cap plugin: consistency decided feature by feature.
#include "assay/plugin.h"

#include <array>

#include "kinds.h"

namespace {

class Cap final : public assay::Plugin {
 public:
  std::span<const assay::Kind> kinds() const override { return kinds_; }

 private:
  std::array<assay::Kind, 2> kinds_ = {cap::kAboutKind, cap::kSplitKind};
};

}  // namespace

ASSAY_PLUGIN(Cap, "cap", "1.0.0")
