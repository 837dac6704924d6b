// Against pages of other sites: a name of theirs may point at this machine, and the browser would then let them read the
// answers. What comes under such a name has it in its Host header.
#pragma once

#include <string_view>

namespace sahafa::tools {

/// Whether a request with this Host header may be answered by a server that listens on `address`. One that listens for this
/// machine alone is only asked under the names of this machine; one that listens for others may have any name.
bool is_host_allowed(std::string_view host, std::string_view address);

}  // namespace sahafa::tools
