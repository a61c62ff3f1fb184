// The grain plugin: rules about what one row of a fact table stands for.
#include "assay/plugin.h"

#include <array>

#include "kinds.h"

namespace {

class Grain final : public assay::Plugin {
 public:
  std::span<const assay::Kind> kinds() const override { return kinds_; }

 private:
  std::array<assay::Kind, 3> kinds_ = {grain::kDeclaredFirstKind, grain::kStatementKind,
                                       grain::kTwoGrainsKind};
};

}  // namespace

ASSAY_PLUGIN(Grain, "grain", "1.0.0")
