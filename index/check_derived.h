// Verifies what is derived from corpus.db against it.
#pragma once

#include <string>
#include <vector>

#include "corpus/corpus.h"

namespace sahafa {

/// One line for each thing that is wrong with the token store, at most a few; empty where there is none yet. Every token is compared with a fresh
/// analysis of its article: the time of an update, the memory of a batch.
std::vector<std::string> check_tokens(const Corpus& corpus);

/// The same for the full-text index: Xapian's own check of its files, and that it holds the articles that it says it holds.
std::vector<std::string> check_index(const Corpus& corpus);

}  // namespace sahafa
