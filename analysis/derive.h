// Brings everything that is derived from corpus.db up to date: the full-text index, the tokens and the claims.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/table.h"
#include "corpus/corpus.h"
#include "corpus/options.h"
#include "corpus/progress.h"
#include "index/update.h"

namespace sahafa {

struct DeriveResult {
  UpdateResult index;
  UpdateResult tokens;
  std::int64_t articles_read = 0;  ///< articles whose claims were extracted now
  std::int64_t claims = 0;         ///< that were found in them
};

/// Does only what is missing: new articles, and all of them when tokenizer, codebook (that of the corpus) or rules have changed. The same result for any
/// number of `jobs`. Killed at any moment it leaves a corpus that opens, and the next call goes on. The caller holds the
/// corpus's WriteLock. Progress stages: "index", "tokens", "claims". Memory is bounded by a batch of articles.
/// Throws Error: disk_full, unreadable, newer_format.
DeriveResult derive(Corpus& corpus, std::size_t jobs, const Progress& progress);

/// Of the verb index.
inline constexpr std::array<OptionSpec, 2> kIndexOptions = {{
    {"no-positions", "",
     "do not keep where words stand: a smaller index; phrases, NEAR, ADJ and SENTENCE are looked for in the "
     "texts",
     "", false},
    {"arabic-stemmer", "NAME", "what Arabic words are found under: light or snowball", "light", false},
}};

/// Makes the full-text index anew as the options say; what they leave out is as usual. Later updates keep to it. Readers have
/// the old index until the new one is whole. The table has one row: articles, positions, arabic_stemmer, bytes. The
/// caller holds the WriteLock. Progress stage: "index". Throws Error: usage, and as derive().
Table remake_index(Corpus& corpus, const Options& options, std::size_t jobs, const Progress& progress);

/// Takes the files that the options `outlets`, `codebook` and `refiner` name into the corpus, for ingest() and derive() from now on. The caller holds the corpus's
/// WriteLock. Throws Error for a file that cannot be read or is not valid; the corpus is as it was then.
void adopt_rules(Corpus& corpus, const Options& options);

/// One line for each thing that is wrong with corpus.db or with what is derived from it; what has not been derived yet is not wrong.
/// Reads every text: about as long as derive() without the claims.
std::vector<std::string> check_corpus(const Corpus& corpus);

}  // namespace sahafa
