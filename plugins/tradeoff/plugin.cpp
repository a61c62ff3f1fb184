// The tradeoff plugin: a decision's template, its slots filled with something specific.
#include "assay/plugin.h"

#include <array>

#include "kinds.h"

namespace {

class Tradeoff final : public assay::Plugin {
 public:
  std::span<const assay::Kind> kinds() const override { return kinds_; }

 private:
  std::array<assay::Kind, 3> kinds_ = {tradeoff::kChoiceKind, tradeoff::kSlotKind,
                                       tradeoff::kSwitchKind};
};

}  // namespace

ASSAY_PLUGIN(Tradeoff, "tradeoff", "1.0.0")
