// What a linear model sees of a text: weighted, hashed features. Words and pieces of words of the text; where the target is another
// text, which words both share and how far they agree; where it is one of a few topics, the words crossed with it.
//
// Feature hashing (Weinberger et al. 2009) into 2^20 buckets; term weights are 1 + ln tf times smoothed idf; each block of features is
// scaled to a length of its own, so that no block drowns another.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "analysis/learning/examples.h"

namespace sahafa {

inline constexpr std::uint32_t kFeatureBuckets = 1U << 20U;

struct Feature {
  std::uint32_t bucket = 0;
  float value = 0.0F;
};

/// The features of one example, by bucket, each once.
using FeatureRow = std::vector<Feature>;

/// Fitted on the training examples; constant afterwards and usable from several threads.
class FeatureSpace {
 public:
  /// A feature before weighting.
  struct Count {
    std::uint8_t block;
    std::uint32_t bucket;
    float count;
  };

  /// Counts in how many examples each feature occurs and whether targets are topics or texts; `rows` becomes their features.
  static FeatureSpace fit(std::span<const Example> examples, std::vector<FeatureRow>& rows);
  FeatureSpace(bool has_text_targets, std::vector<float> idf)
      : has_text_targets_(has_text_targets), idf_(std::move(idf)) {}

  FeatureRow row(const Example& example) const;

  bool has_text_targets() const { return has_text_targets_; }
  /// By bucket; 0 for one that no training example had, whose features count nothing.
  std::span<const float> idf() const { return idf_; }

 private:
  FeatureRow weigh(std::vector<Count> counts) const;

  bool has_text_targets_ = false;
  std::vector<float> idf_;
};

}  // namespace sahafa
