// Descending hierarchical classification (Reinert 1983, 1990): segments of text are divided in two again and again, each time so that the two halves use
// different words, until no division is worth it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sahafa {

/// Which words each segment has, each once.
struct Presence {
  std::size_t words = 0;
  std::vector<std::size_t> offsets{0};
  std::vector<std::uint32_t> indices;

  std::size_t segments() const { return offsets.size() - 1; }
  std::span<const std::uint32_t> of(std::size_t segment) const {
    return std::span(indices).subspan(offsets[segment], offsets[segment + 1] - offsets[segment]);
  }
};

/// A node of the tree. Children follow their parent.
struct ClassNode {
  std::size_t parent = 0;
  std::size_t left = 0;  ///< 0: a class that is not divided
  std::size_t right = 0;
  double chi2 = 0.0;  ///< of the division, over the words x halves table
  std::vector<std::uint32_t> segments;
};

struct DescendingOptions {
  std::size_t classes = 8;    ///< at most
  std::size_t smallest = 10;  ///< segments of a class
};

/// Divides the largest class until there are enough. A division: the segments in the order of the first axis of correspondence analysis, cut where the
/// chi-square between the halves is largest, then segments moved to the other half as long as that raises it. Words that one half says less than it should
/// (chi-square above 3.84) do not take part in its own divisions. Deterministic. O(depth x occupied cells x rounds). The root is node 0.
std::vector<ClassNode> classify_descending(const Presence& presence, const DescendingOptions& options);

}  // namespace sahafa
