// The Xapian database of a corpus, opened for reading and checked.
#pragma once

#include <xapian.h>

#include "corpus/corpus.h"
#include "index/xapian_errors.h"

namespace sahafa {

/// Throws Error: not_found when there is no index, malformed when another text analysis made it or it is damaged,
/// newer_format.
Xapian::Database open_index(const Corpus& corpus);

/// Runs `work` on the newest state of `database`; again when a writer has thrown away the one it was reading. Lets no
/// Xapian exception out.
template <class Work>
auto read_index(const Corpus& corpus, Xapian::Database& database, const Work& work) {
  constexpr int kMaxReopens = 5;
  return with_xapian(corpus.index_path(), [&] {
    database.reopen();
    for (int attempt = 0; attempt < kMaxReopens; ++attempt) {
      try {
        return work();
      } catch (const Xapian::DatabaseModifiedError&) {
        database.reopen();
      }
    }
    return work();
  });
}

}  // namespace sahafa
