// What bringing derived data up to date did: index and tokens report the same.
#pragma once

#include <cstdint>

namespace sahafa {

struct UpdateResult {
  std::int64_t added = 0;    ///< articles that were new
  std::int64_t changed = 0;  ///< articles that were there and of which something changed
  std::int64_t removed = 0;  ///< articles that were there and are not any more
  bool rebuilt = false;      ///< all of it was made anew (another analysis or format, or damaged)
};

}  // namespace sahafa
