#include "analysis/statistics/nmf.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "analysis/statistics/random.h"

namespace sahafa {
namespace {

constexpr double kTiny = 1e-12;

// Products of all pairs of columns of `factor` (rows x topics): topics x topics.
std::vector<double> gram(const std::vector<double>& factor, std::size_t topics) {
  std::vector<double> products(topics * topics, 0.0);
  for (std::size_t row = 0; row < factor.size() / topics; ++row) {
    const double* const at = factor.data() + row * topics;
    for (std::size_t a = 0; a < topics; ++a) {
      for (std::size_t b = 0; b < topics; ++b) products[a * topics + b] += at[a] * at[b];
    }
  }
  return products;
}

// One turn of a row of one factor, the other being fixed: each entry in turn at its best.
void update_row(double* row, const double* target, const std::vector<double>& products, std::size_t topics) {
  for (std::size_t topic = 0; topic < topics; ++topic) {
    const double* const product = products.data() + topic * topics;
    const double now = std::inner_product(row, row + topics, product, 0.0);
    const double diagonal = product[topic];
    if (diagonal > kTiny) row[topic] = std::max(0.0, row[topic] + (target[topic] - now) / diagonal);
  }
}

// Both factors row by row: weights are rows x topics, columns x topics the patterns.
class Work {
 public:
  Work(const SparseRows& matrix, std::size_t topics, std::uint64_t seed) : matrix_(matrix), topics_(topics) {
    const RandomStream stream(seed, topics);
    std::uint64_t draw = 0;
    const auto fill = [&](std::vector<double>& factor, std::size_t size) {
      for (std::size_t i = 0; i < size; ++i)
        factor.push_back(static_cast<double>(stream.bits(draw++) >> 11U) * 0x1p-53);
    };
    fill(weights_, matrix.rows() * topics);
    fill(patterns_, matrix.columns * topics);
    for (const double value : matrix.values) length_ += value * value;
  }

  // One turn of both factors; gives the squared distance after it.
  double turn() {
    std::vector<double> products = gram(patterns_, topics_);
    std::vector<double> target(topics_);
    std::vector<double> transposed(matrix_.columns * topics_, 0.0);
    for (std::size_t row = 0; row < matrix_.rows(); ++row) {
      std::ranges::fill(target, 0.0);
      for (std::size_t at = matrix_.offsets[row]; at < matrix_.offsets[row + 1]; ++at)
        add(target.data(), matrix_.values[at], patterns_.data() + matrix_.indices[at] * topics_);
      double* const weight = weights_.data() + row * topics_;
      update_row(weight, target.data(), products, topics_);
      for (std::size_t at = matrix_.offsets[row]; at < matrix_.offsets[row + 1]; ++at)
        add(transposed.data() + matrix_.indices[at] * topics_, matrix_.values[at], weight);
    }
    products = gram(weights_, topics_);
    double cross = 0.0;
    for (std::size_t column = 0; column < matrix_.columns; ++column) {
      double* const pattern = patterns_.data() + column * topics_;
      const double* const wanted = transposed.data() + column * topics_;
      update_row(pattern, wanted, products, topics_);
      cross += std::inner_product(pattern, pattern + topics_, wanted, 0.0);
    }
    const std::vector<double> others = gram(patterns_, topics_);
    return length_ - 2.0 * cross + std::inner_product(products.begin(), products.end(), others.begin(), 0.0);
  }

  double length() const { return length_; }

  Factors finish(double distance, std::size_t rounds) const {
    Factors factors{.topics = topics_,
                    .weights = weights_,
                    .patterns = {},
                    .residual = distance / length_,
                    .rounds = rounds};
    factors.patterns.resize(patterns_.size());
    for (std::size_t topic = 0; topic < topics_; ++topic) {
      double squares = 0.0;
      for (std::size_t column = 0; column < matrix_.columns; ++column) {
        const double value = patterns_[column * topics_ + topic];
        factors.patterns[topic * matrix_.columns + column] = value;
        squares += value * value;
      }
      const double norm = std::sqrt(squares);
      if (norm <= kTiny) continue;
      for (std::size_t column = 0; column < matrix_.columns; ++column)
        factors.patterns[topic * matrix_.columns + column] /= norm;
      for (std::size_t row = 0; row < matrix_.rows(); ++row) factors.weights[row * topics_ + topic] *= norm;
    }
    return factors;
  }

 private:
  void add(double* sum, double factor, const double* values) const {
    for (std::size_t topic = 0; topic < topics_; ++topic) sum[topic] += factor * values[topic];
  }

  const SparseRows& matrix_;
  std::size_t topics_;
  std::vector<double> weights_;
  std::vector<double> patterns_;
  double length_ = 0.0;
};

}  // namespace

Factors factorize(const SparseRows& matrix, std::size_t topics, std::uint64_t seed, std::size_t most_rounds) {
  constexpr double kGain = 1e-5;
  Work work(matrix, topics, seed);
  double distance = work.length();
  std::size_t rounds = 0;
  while (rounds < most_rounds) {
    const double next = work.turn();
    ++rounds;
    const bool still = rounds > 2 && distance - next < kGain * std::max(distance, kTiny);
    distance = next;
    if (still) break;
  }
  return work.finish(std::max(distance, 0.0), rounds);
}

std::vector<double> match_topics(const Factors& a, const Factors& b) {
  struct Pair {
    double cosine;
    std::size_t a, b;
  };
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < a.topics; ++i) {
    for (std::size_t j = 0; j < b.topics; ++j) {
      const auto x = a.pattern(i);
      pairs.push_back({std::inner_product(x.begin(), x.end(), b.pattern(j).begin(), 0.0), i, j});
    }
  }
  std::ranges::stable_sort(pairs, std::greater<>(), &Pair::cosine);
  std::vector<double> best(a.topics, -1.0);
  std::vector<std::uint8_t> taken(b.topics, 0);
  for (const Pair& pair : pairs) {
    if (best[pair.a] >= 0.0 || taken[pair.b] != 0) continue;
    best[pair.a] = pair.cosine;
    taken[pair.b] = 1;
  }
  return best;
}

}  // namespace sahafa
