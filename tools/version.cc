#include "tools/version.h"

namespace sahafa::tools {

std::string version_text() {
  return "sahafa " SAHAFA_VERSION "\nBuilt with " SAHAFA_BUILT_WITH "\nLicence: GPL-3.0-or-later";
}

}  // namespace sahafa::tools
