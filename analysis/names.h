// `names`: pairs of names that a corpus writes in both scripts, found by their consonants, to be reviewed by a person. Nothing is
// looked for under a proposal: only what stands in a table of names is (corpus/equivalents.h).
//
// likeness (text/sounds.h) says how alike the two sound, with the long vowels that Arabic writes: Boubrik and بوبريك 1, Karim and
// كرم 0.9 less. The pairs come with the number of texts that have each, copies counted once, and the first sentence of each.
#pragma once

#include "analysis/analysis.h"

namespace sahafa {

/// Columns: fr, ar (as written first), words (1, or 2 for a name and a surname), likeness, fr_articles, ar_articles, fr_sentence,
/// ar_sentence. With --as toml: a table to be reviewed and given to `sahafa ingest --names`, each proposal behind a #.
extern const Analysis kNames;

}  // namespace sahafa
