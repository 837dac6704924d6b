// Brings the token store of a corpus up to date: what the tokenizer makes of each article, kept as integers.
// FORMAT.md describes the files, token_store_reader.h reads them.
#pragma once

#include <cstddef>

#include "corpus/corpus.h"
#include "corpus/progress.h"
#include "index/update.h"

namespace sahafa {

/// Appends the articles that tokens/ does not have yet; makes it anew when it was made by another analysis or
/// format. The same bytes for any number of `jobs`. Killed at any moment it leaves a store that opens, and
/// the next call goes on where the last commit was (about every 8 million tokens). The caller holds the
/// corpus's WriteLock. Progress stage: "tokens". Throws Error: disk_full, unreadable, newer_format.
UpdateResult update_tokens(const Corpus& corpus, std::size_t jobs, const Progress& progress);

}  // namespace sahafa
