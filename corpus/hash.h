// The one content hash of the project: it names bytes of sources, articles and codebooks. Not for security.
#pragma once

#include <string>
#include <string_view>

namespace sahafa {

/// XXH3-128 of `bytes` as 32 hexadecimal digits, the same on every machine. O(n). May be called from several
/// threads.
std::string content_hash(std::string_view bytes);

}  // namespace sahafa
