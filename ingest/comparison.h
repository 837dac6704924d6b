// What two texts share, as far as their fingerprints tell: how much, in what order, how far it runs through
// them, and whether their figures agree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ingest/reuse_rules.h"
#include "ingest/sketch_store.h"

namespace sahafa {

/// Figures that stand at the same places (behind the same letters) in both texts.
struct FigureAgreement {
  std::size_t compared = 0;
  std::size_t changed = 0;
  bool other_values = false;  ///< most of them: the same page of another day
  bool other_table = false;   ///< both are tables, and of different figures
};

FigureAgreement compare_figures(const Sketch& a, const Sketch& b, const ReuseRules& rules);

/// The grams of a text as bits: one look at each gram of another text leaves those that both may have. A text is compared
/// with many that share next to nothing with it.
class GramFilter {
 public:
  explicit GramFilter(std::span<const SampledGram> grams);
  bool may_have(SampledGram gram) const { return (bits_[word_of(gram)] & bit_of(gram)) != 0; }

 private:
  static constexpr std::size_t kBits = std::size_t{1} << 16;
  static constexpr std::size_t kWordBits = 64;
  static std::size_t word_of(SampledGram gram) { return gram.hash() % kBits / kWordBits; }
  static std::uint64_t bit_of(SampledGram gram) { return std::uint64_t{1} << gram.hash() % kWordBits; }

  std::vector<std::uint64_t> bits_;
};

struct Comparison {
  double resemblance = 0;  ///< Jaccard index of the grams, counting those in the same order and distance
  double containment = 0;  ///< of the one with fewer grams
  double extent = 0;  ///< share of a text from the first to the last such gram, of the text where it is more
  double least_extent = 0;  ///< of the text where it is less; where they may be rewrites
  std::size_t grams = 0;    ///< of the one with fewer
  std::size_t run = 0;      ///< most shared grams that stand close together: a passage
};

/// The sketches are without common grams. `extent` is computed only where the rest is enough to join, `run` only
/// where it is not.
Comparison compare(const Sketch& a, const GramFilter& grams_of_a, const Sketch& b, const ReuseRules& rules);

/// Places in `a` of the grams that both have, sorted.
std::vector<std::uint32_t> shared_places(const Sketch& a, const Sketch& b);

/// What a comparison says about clusters.
enum class Verdict : std::uint8_t { apart, agree, join };

/// As compare, with figures: pages of two days are apart whatever they share.
struct Judgement {
  Verdict verdict = Verdict::apart;
  double resemblance = 0;
  bool rewrite = false;   ///< apart as it seems, but it pays to compare their sentences
  std::uint32_t run = 0;  ///< grams of a passage that may be found in the texts, 0 for none
};

Judgement judge(const Sketch& a, const GramFilter& grams_of_a, const Sketch& b, const ReuseRules& rules);

}  // namespace sahafa
