// From the pieces of a query to its tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/query.h"

namespace sahafa {

/// The tree of a query in the stored form; filters `duplicates` are still in it. Throws Error(usage), see Query::parse. `remarks`: see
/// Query::remarks.
QueryNode parse_query_tree(std::string_view query, const Codebook& codebook,
                           std::vector<std::string>& remarks);

/// The tree in the one spelling that parses to it again.
std::string print_query_tree(const QueryNode& root);

}  // namespace sahafa
