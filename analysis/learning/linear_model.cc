#include "analysis/learning/linear_model.h"

#include <Eigen/Core>
#include <Eigen/SparseCore>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/statistics/random.h"

namespace sahafa {
namespace {

using Rows = Eigen::SparseMatrix<float, Eigen::RowMajor>;

/// The rows with a constant feature for the bias behind the others.
Rows matrix_of(std::span<const FeatureRow> rows) {
  Rows matrix(static_cast<Eigen::Index>(rows.size()), kFeatureBuckets + 1);
  Eigen::VectorXi sizes(static_cast<Eigen::Index>(rows.size()));
  for (std::size_t i = 0; i < rows.size(); ++i)
    sizes[static_cast<Eigen::Index>(i)] = static_cast<int>(rows[i].size()) + 1;
  matrix.reserve(sizes);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto at = static_cast<Eigen::Index>(i);
    for (const Feature& feature : rows[i]) matrix.insert(at, feature.bucket) = feature.value;
    matrix.insert(at, kFeatureBuckets) = 1.0F;
  }
  matrix.makeCompressed();
  return matrix;
}

/// Visits the rows in an order that depends on seed and pass alone (Fisher and Yates).
void shuffle(std::vector<Eigen::Index>& order, std::uint64_t seed, std::uint64_t pass) {
  const RandomStream random(seed, pass);
  for (std::size_t i = order.size(); i > 1; --i) {
    std::swap(order[i - 1], order[static_cast<std::size_t>(random.below(i, i))]);
  }
}

/// Minimises 1/2 |w|^2 + sum_i C_i max(0, 1 - y_i w x_i)^2 in the dual.
Eigen::VectorXf train_one(const Rows& rows, const std::vector<float>& signs, const std::vector<double>& costs,
                          const TrainingOptions& options) {
  Eigen::VectorXf weights = Eigen::VectorXf::Zero(rows.cols());
  std::vector<double> alpha(signs.size(), 0.0);
  std::vector<double> diagonal(signs.size());
  for (std::size_t i = 0; i < signs.size(); ++i) {
    diagonal[i] = 0.5 / costs[i] + static_cast<double>(rows.row(static_cast<Eigen::Index>(i)).squaredNorm());
  }
  std::vector<Eigen::Index> order(signs.size());
  std::iota(order.begin(), order.end(), Eigen::Index{0});
  for (std::size_t pass = 0; pass < options.iterations; ++pass) {
    shuffle(order, options.seed, pass);
    double farthest = 0.0;
    for (const Eigen::Index at : order) {
      const auto i = static_cast<std::size_t>(at);
      const double margin = static_cast<double>(signs[i] * rows.row(at).dot(weights));
      const double gradient = margin - 1.0 + 0.5 * alpha[i] / costs[i];
      const double projected = alpha[i] > 0 ? gradient : std::min(gradient, 0.0);
      farthest = std::max(farthest, std::abs(projected));
      if (projected == 0.0) {
        continue;
      }
      const double before = alpha[i];
      alpha[i] = std::max(before - gradient / diagonal[i], 0.0);
      const auto step = static_cast<float>((alpha[i] - before) * static_cast<double>(signs[i]));
      for (Rows::InnerIterator cell(rows, at); cell; ++cell) weights[cell.col()] += step * cell.value();
    }
    if (farthest < options.tolerance) {
      break;
    }
  }
  return weights;
}

}  // namespace

LinearModel LinearModel::train(std::span<const FeatureRow> rows, std::span<const std::size_t> labels,
                               std::size_t classes, const TrainingOptions& options) {
  const Rows matrix = matrix_of(rows);
  std::vector<double> sizes(classes, 0.0);
  for (const std::size_t label : labels) sizes[label] += 1;
  std::vector<float> all((kFeatureBuckets + 1) * classes, 0.0F);
  for (std::size_t c = 0; c < classes; ++c) {
    std::vector<float> signs;
    std::vector<double> costs;
    const double total = static_cast<double>(labels.size());
    for (const std::size_t label : labels) {
      const double size = label == c ? sizes[c] : total - sizes[c];
      signs.push_back(label == c ? 1.0F : -1.0F);
      costs.push_back(options.cost * total / (2.0 * std::max(size, 1.0)));
    }
    const Eigen::VectorXf weights = train_one(matrix, signs, costs, options);
    for (std::size_t bucket = 0; bucket <= kFeatureBuckets; ++bucket) {
      all[bucket * classes + c] = weights[static_cast<Eigen::Index>(bucket)];
    }
  }
  return {classes, std::move(all)};
}

std::vector<double> LinearModel::scores(const FeatureRow& row) const {
  using Weights = Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>;
  const Weights weights(weights_.data(), kFeatureBuckets + 1, static_cast<Eigen::Index>(classes_));
  Eigen::RowVectorXd sum = weights.row(kFeatureBuckets).cast<double>();
  for (const Feature& feature : row) {
    sum += static_cast<double>(feature.value) * weights.row(feature.bucket).cast<double>();
  }
  return {sum.begin(), sum.end()};
}

}  // namespace sahafa
