// The destructors of the classes that plugins derive from or are handed. They stand here, in one
// library, so that each class has one vtable and one type_info in the process: without that,
// dynamic_cast and catch would not see through the boundary between program and plugin.
#include "assay/kind.h"
#include "assay/plugin.h"
#include "assay/rule.h"

namespace assay {

Arguments::~Arguments() = default;
Plugin::~Plugin() = default;
Rule::~Rule() = default;

}  // namespace assay
