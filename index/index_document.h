// What the index holds of one article: terms, positions and values (index_schema.h names them).
#pragma once

#include <xapian.h>

#include "corpus/article.h"
#include "index/search_keys.h"
#include "text/analyze.h"

namespace sahafa {

/// The index entry of an article in the cluster of `canonical`. Title first, then the paragraphs, with gaps
/// in the positions between them. Throws nothing for any text; O(text).
Xapian::Document make_index_document(const Article& article, ArticleId canonical, Analyzer& analyzer,
                                     SearchKeys& keys);

/// Moves an entry to the cluster of `canonical`.
void set_cluster(Xapian::Document& document, ArticleId canonical);

}  // namespace sahafa
