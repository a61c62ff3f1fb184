// The quantity plugin: amounts with units, in running text and tables.
#include "assay/plugin.h"

#include <array>

#include "kinds.h"

namespace {

class Quantity final : public assay::Plugin {
 public:
  std::span<const assay::Kind> kinds() const override { return kinds_; }

 private:
  std::array<assay::Kind, 4> kinds_ = {quantity::kAmountKind, quantity::kSeveralKind,
                                       quantity::kArithmeticKind, quantity::kInequalityKind};
};

}  // namespace

ASSAY_PLUGIN(Quantity, "quantity", "1.0.0")
