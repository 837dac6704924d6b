// Non-negative matrix factorisation (Lee and Seung 1999): rows of a sparse matrix as sums of a few non-negative patterns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sahafa {

struct SparseRows {
  std::size_t columns = 0;
  std::vector<std::size_t> offsets{0};
  std::vector<std::uint32_t> indices;
  std::vector<double> values;  ///< not negative

  std::size_t rows() const { return offsets.size() - 1; }
};

struct Factors {
  std::size_t topics = 0;
  std::vector<double> weights;   ///< rows x topics
  std::vector<double> patterns;  ///< topics x columns, each of length 1
  double residual =
      0.0;  ///< squared distance over the squared length of the matrix: 0 perfect, 1 nothing found
  std::size_t rounds = 0;

  std::span<const double> pattern(std::size_t topic) const {
    const std::size_t columns = patterns.size() / topics;
    return std::span(patterns).subspan(topic * columns, columns);
  }
};

/// Minimises the squared distance by turns (HALS: Cichocki and Phan 2009) from a random start that the seed decides, until a round gains less than 1e-5 of it. The
/// distance never rises. O(rounds x topics x (occupied cells + topics x (rows + columns))).
Factors factorize(const SparseRows& matrix, std::size_t topics, std::uint64_t seed,
                  std::size_t most_rounds = 200);

/// For each topic of `a` the cosine of its pattern with the nearest one of `b`, each of `b` taken once (the closest pairs first).
std::vector<double> match_topics(const Factors& a, const Factors& b);

}  // namespace sahafa
