// Which concepts a part of a file mentions.
#pragma once

#include <toml++/toml.h>

#include <set>
#include <string>

namespace assay {

// Adds the name behind every @ in the strings of `node`, whatever they are for.
void add_mentions(const toml::node& node, std::set<std::string>& names);

}  // namespace assay
