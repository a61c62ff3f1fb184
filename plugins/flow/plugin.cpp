// The flow plugin: parts of a design connected in an order, and actions taken in one.
#include "assay/plugin.h"

#include <array>

#include "kinds.h"

namespace {

class Flow final : public assay::Plugin {
 public:
  std::span<const assay::Kind> kinds() const override { return kinds_; }

 private:
  std::array<assay::Kind, 3> kinds_ = {flow::kPathKind, flow::kStepsKind, flow::kLinkKind};
};

}  // namespace

ASSAY_PLUGIN(Flow, "flow", "1.0.0")
