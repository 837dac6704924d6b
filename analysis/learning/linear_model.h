// A linear classifier, one against the rest: L2-regularised squared-hinge support vector machine, trained by dual coordinate descent (Hsieh
// et al. 2008, the algorithm of LIBLINEAR). The same rows and seed give the same weights. Rare classes weigh as much as frequent ones.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/learning/features.h"

namespace sahafa {

struct TrainingOptions {
  double cost = 0.2;            ///< the larger, the closer to the training set
  std::size_t iterations = 60;  ///< at most
  double tolerance = 0.05;      ///< stop when no dual gradient is farther from optimal
  std::uint64_t seed = 1;       ///< of the order in which rows are visited
};

class LinearModel {
 public:
  /// `labels`: class of each row, below `classes`. O(iterations x features x classes).
  static LinearModel train(std::span<const FeatureRow> rows, std::span<const std::size_t> labels,
                           std::size_t classes, const TrainingOptions& options);
  /// `weights`: by bucket, then class; the last kFeatureBuckets-th row is the bias.
  LinearModel(std::size_t classes, std::vector<float> weights)
      : classes_(classes), weights_(std::move(weights)) {}

  std::size_t classes() const { return classes_; }
  /// One score a class; the highest is the decision.
  std::vector<double> scores(const FeatureRow& row) const;
  std::span<const float> weights() const { return weights_; }

 private:
  std::size_t classes_ = 0;
  std::vector<float> weights_;
};

}  // namespace sahafa
