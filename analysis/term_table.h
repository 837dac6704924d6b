// Groups x terms as a table of counts: what maps and scaling start from.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/grouping.h"
#include "analysis/statistics/correspondence.h"
#include "analysis/term_counts.h"

namespace sahafa {

/// Which terms take part.
inline constexpr std::array<OptionSpec, 3> kTermChoiceOptions = {{
    {"min", "N", "only terms that occur N times in all groups together", "5", false},
    {"skip", "N", "leave out the N commonest terms, which are grammar", "0", false},
    {"top", "N", "then only the N commonest terms; 0 for all", "0", false},
}};

struct TermTable {
  std::vector<Group> groups;         ///< rows: those with a chosen term
  std::vector<std::uint32_t> terms;  ///< columns: ids in TermCounts, in byte order of their names
  CountTable table;
};

/// Chooses the terms as the options say and counts them. Throws Error(usage) where fewer than two groups or terms are left.
TermTable make_term_table(const TermCounts& counts, std::vector<Group> groups, const Options& options);

/// Each article as a group of its own.
std::vector<Group> groups_of_articles(std::span<const Selected> selection, const Group& all);

}  // namespace sahafa
