// Brings what a corpus knows about text reuse up to date with its articles: sketches, clusters, passages.
#pragma once

#include <cstddef>

#include "corpus/corpus.h"

namespace sahafa {

/// Makes the sketches again from the texts where rules of another version made them. To be called before
/// articles with sketches of this version are stored; one transaction.
void update_sketches(Corpus& corpus, std::size_t jobs);

/// Finds clusters and passages anew from all stored sketches and stores them; changes nothing where they are
/// right already. Reads only the texts of pairs that were not compared before.
void update_reuse(Corpus& corpus, std::size_t jobs);

}  // namespace sahafa
