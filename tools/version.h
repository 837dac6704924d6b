// What --version prints.
#pragma once

#include <string>

namespace sahafa::tools {

std::string version_text();

}  // namespace sahafa::tools
