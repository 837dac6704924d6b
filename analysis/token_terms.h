// Counts of the terms of selected articles: single words or sequences of them (n-grams).
#pragma once

#include <array>
#include <span>

#include "analysis/analysis.h"
#include "analysis/selection.h"
#include "analysis/term_counts.h"
#include "analysis/term_source.h"

namespace sahafa {

/// Options of every analysis that counts terms.
inline constexpr auto kCountOptions = join_options(
    kTermOptions,
    std::array<OptionSpec, 2>{{
        {"ngrams", "N", "count sequences of N tokens; they cross marks and sentence ends", "1", false},
        {"concepts", "FILE",
         "count concepts instead of words: lines concept,term in both languages; actors: the names of the "
         "codebook",
         "", false},
    }});

/// Counts the terms of a source, sequences of `ngrams` words each; a row each article, in order. O(words).
TermCounts count_terms(const Context& context, const TermSource& source, const Options& options);

/// Opens the source and counts. Throws Error as TermSource::open.
TermCounts count_terms(const Context& context, std::span<const Selected> selection, const Options& options);

/// Tells in the notes of a table what was counted.
void note_terms(const TermSource& source, const Options& options, Table& table);

}  // namespace sahafa
