// The idempotency plugin: what an answer's SQL does when it is run a second time.
#include "assay/plugin.h"

#include <array>

#include "kinds.h"

namespace {

class Idempotency final : public assay::Plugin {
 public:
  std::span<const assay::Kind> kinds() const override { return kinds_; }

 private:
  std::array<assay::Kind, 1> kinds_ = {idempotency::kStatementKind};
};

}  // namespace

ASSAY_PLUGIN(Idempotency, "idempotency", "1.0.0")
