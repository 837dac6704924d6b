// Any bytes are a query or an Error(usage); a query's text parses to the same tree.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "index/query.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const sahafa::Query query = sahafa::Query::parse({reinterpret_cast<const char*>(data), size});
    const std::string text = query.text();
    // The text shows groups that the query left to precedence, so it may be longer and deeper.
    const auto levels =
        static_cast<std::size_t>(std::ranges::count(text, '(') + std::ranges::count(text, 'N'));
    const bool readable = text.size() <= sahafa::kMaxQueryBytes && levels < sahafa::kMaxQueryDepth;
    if (readable && sahafa::Query::parse(text).root() != query.root()) std::abort();
  } catch (const sahafa::Error& error) {
    if (error.code() != sahafa::ErrorCode::usage) std::abort();
  }
  return 0;
}
