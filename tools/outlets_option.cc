#include "tools/outlets_option.h"

#include <string>

namespace sahafa::tools {

OutletRegistry outlet_registry(const Options& options) {
  const std::string file(options.get("outlets"));
  return file.empty() ? OutletRegistry::bundled() : OutletRegistry::load(file);
}

}  // namespace sahafa::tools
