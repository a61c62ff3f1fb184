// The commands and options of the program as what other forms of them are made of.
#pragma once

#include "report/command_page.h"

namespace CLI {
class App;
}

namespace assay {

// Without what is hidden from --help.
CommandPage page_of(const CLI::App& app);

}  // namespace assay
