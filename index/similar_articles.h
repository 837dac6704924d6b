// Articles that share the words that are typical of one.
#pragma once

#include <xapian.h>

namespace sahafa {

/// The `limit` articles nearest to `article` by the words that set it apart from the rest, one a cluster, without its
/// own cluster. Throws Error(not_found) when the index does not have it.
Xapian::MSet match_similar(const Xapian::Database& database, Xapian::docid article, Xapian::doccount limit);

}  // namespace sahafa
