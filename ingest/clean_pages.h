// Takes the lines that repeat on the pages of an outlet (repeated_lines.h) from the texts of a corpus.
#pragma once

#include "corpus/corpus.h"

namespace sahafa {

struct CleanedPages {
  std::int64_t articles = 0;  ///< from whose text something is cut now
  std::int64_t changed = 0;   ///< whose text is another than before
};

/// Finds the lines anew from all pages and cuts them, or, with `keep`, gives back what was cut. One transaction; nothing is done
/// where no page has come or gone since the last time. Where the text of an article up to `derived` changes, index and tokens are removed, so
/// that nobody reads them beside it; the next derive makes them again. Memory: some 300 bytes a page.
CleanedPages clean_pages(Corpus& corpus, bool keep, ArticleId derived);

/// Whether the last call kept the lines.
bool keeps_repeated(const Catalogue& catalogue);

}  // namespace sahafa
