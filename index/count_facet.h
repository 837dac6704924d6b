// How many articles have each value of a field, or of a field of their claims.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "corpus/corpus.h"
#include "index/field_columns.h"
#include "index/index_reader.h"

namespace sahafa {

using ValueCounts = std::map<std::string, std::int64_t>;

/// `articles` is ascending. An article whose claims have several values counts under each of them; one without a value under the
/// empty one. O(articles), O(claims) for a field of claims.
ValueCounts count_facet_values(const Corpus& corpus, FieldColumns& columns,
                               const std::vector<Xapian::docid>& articles, Facet facet);

}  // namespace sahafa
