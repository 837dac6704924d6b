// The terms of selected articles, read from the token store: which tokens count, and as what.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>

#include "analysis/analysis.h"
#include "analysis/selection.h"
#include "analysis/term_counts.h"

namespace sahafa {

/// Options of every analysis that counts terms.
inline constexpr std::array<OptionSpec, 3> kTermOptions = {{
    {"unit", "UNIT", "form (folded word) or stem; a stem is shown as its commonest form", "form", false},
    {"kind", "KIND", "words, numbers (words and numbers) or all (marks, too)", "words", false},
    {"ngrams", "N", "count sequences of N tokens; they cross marks and sentence ends", "1", false},
}};

/// Counts the terms of `selection` as the options unit, kind and ngrams say; a row each article, in order.
/// Articles that a running ingest has stored but not yet tokenised get empty rows and are counted in
/// unknown_rows. Throws Error: usage; not_found when there is no token store. O(tokens of the selection).
TermCounts count_terms(const Context& context, std::span<const Selected> selection, const Options& options);

/// Tells in the notes of a table what was counted.
void note_terms(const TermCounts& counts, const Options& options, TableBuilder& table);

}  // namespace sahafa
