// Claims in cells: which articles of a group hold which target responsible in which frame. Stance and
// comparison share it.
//
// One vote an article: however often an article repeats ⟨holder, target, frame, polarity⟩, it counts once.
// How copies of an article count is in the weight of its group (grouping.h). A share is the weight of the
// articles with the claim over the weight of all articles of the group; its sampling unit is the duplicate
// cluster.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/grouping.h"
#include "analysis/statistics/bootstrap.h"

namespace sahafa {

/// Options of every analysis over claims.
inline constexpr std::array<OptionSpec, 6> kClaimOptions = {{
    {"by", "FIELD", "groups: outlet, lang, country, genre, month or none", "outlet", false},
    {"voice", "VOICE", "author (the text's own voice), attributed (who it quotes) or all", "author", false},
    {"polarity", "POLARITY", "only claims that blames, defends or are neutral; or all", "all", false},
    {"per", "WHAT", "a row for each target-frame, frame or target; the other is *", "target-frame", false},
    {"draws", "N", "bootstrap replicates", "2000", false},
    {"seed", "N", "of the random draws", "1", false},
}};

/// Groups with fewer clusters get counts and no interval: there is too little to resample.
inline constexpr std::size_t kFewestClusters = 8;

/// What a row is about: ids of the codebook, or "*" for all.
struct CellKey {
  std::string target;
  std::string frame;
  friend auto operator<=>(const CellKey&, const CellKey&) = default;
};

/// An article of a group that has the claim.
struct CellMember {
  Member member;
  std::size_t claims = 0;  ///< sentences that make it
  double blames = 0.0;     ///< votes by polarity: one a holder
  double neutral = 0.0;
  double defends = 0.0;
};

using Cells = std::map<CellKey, std::vector<CellMember>>;

/// The claims of each selected article, filtered by the options voice and polarity.
std::vector<std::vector<Claim>> load_claims(const Context& context, std::span<const Selected> selection,
                                            const Options& options);

/// The cell of a claim under the option per. Throws Error(usage) for an unknown value.
CellKey cell_of(const Claim& claim, std::string_view per);

/// The cells of a group. `claims` is by position in the selection. O(claims log claims).
Cells make_cells(const Group& group, std::span<const std::vector<Claim>> claims, std::string_view per);

/// Numbers the duplicate clusters of some groups, by cluster id.
std::map<ArticleId, std::size_t> number_clusters(std::span<const Group* const> groups,
                                                 std::span<const Selected> selection);

/// A group as sampling units (clusters, numbered by `units`) with the share of each key as a ratio.
RatioSample make_sample(const Group& group, const Cells& cells, std::span<const CellKey> keys,
                        std::span<const Selected> selection, const std::map<ArticleId, std::size_t>& units);

/// Sum of the weights of the articles in a cell.
double count_articles(std::span<const CellMember> members);

BootstrapOptions bootstrap_options(const Options& options);

}  // namespace sahafa
