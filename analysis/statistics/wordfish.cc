#include "analysis/statistics/wordfish.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

#include "analysis/statistics/minimize.h"
#include "analysis/statistics/random.h"
#include "corpus/parallel.h"

namespace sahafa {
namespace {

using Vector = std::vector<double>;

// Variables in a row: u (texts; theta is u standardised), alpha, psi, beta.
class Model {
 public:
  Model(const CountTable& table, double deviation)
      : table_(table), texts_(table.rows), words_(table.columns), precision_(1.0 / (deviation * deviation)) {}

  std::size_t size() const { return 2 * (texts_ + words_); }
  std::size_t alpha() const { return texts_; }
  std::size_t psi() const { return 2 * texts_; }
  std::size_t beta() const { return 2 * texts_ + words_; }

  Vector standardised(const Vector& x, double& deviation) const {
    Vector theta(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(texts_));
    const double mean = std::accumulate(theta.begin(), theta.end(), 0.0) / static_cast<double>(texts_);
    double squares = 0.0;
    for (double& value : theta) {
      value -= mean;
      squares += value * value;
    }
    deviation = std::sqrt(squares / static_cast<double>(texts_ - 1));
    for (double& value : theta) value /= deviation;
    return theta;
  }

  double operator()(const Vector& x, Vector& gradient) const {
    double deviation = 1.0;
    const Vector theta = standardised(x, deviation);
    std::ranges::fill(gradient, 0.0);
    double value = 0.0;
    for (std::size_t i = 0; i < texts_; ++i) {
      for (std::size_t j = 0; j < words_; ++j) {
        const double b = x[beta() + j];
        const double eta = x[alpha() + i] + x[psi() + j] + b * theta[i];
        const double mean = std::exp(eta);
        const double residual = mean - table_.at(i, j);
        value += mean - table_.at(i, j) * eta;
        gradient[i] += residual * b;
        gradient[alpha() + i] += residual;
        gradient[psi() + j] += residual;
        gradient[beta() + j] += residual * theta[i];
      }
    }
    for (std::size_t j = 0; j < words_; ++j) {
      const double b = x[beta() + j];
      value += b * b * precision_ / 2.0;
      gradient[beta() + j] += b * precision_;
    }
    project(theta, deviation, gradient);
    return value;
  }

 private:
  // From the gradient by theta to that by u: what shifts or stretches all of them changes nothing.
  void project(const Vector& theta, double deviation, Vector& gradient) const {
    const auto n = static_cast<double>(texts_);
    double mean = 0.0;
    double along = 0.0;
    for (std::size_t i = 0; i < texts_; ++i) {
      mean += gradient[i] / n;
      along += gradient[i] * theta[i] / (n - 1.0);
    }
    for (std::size_t i = 0; i < texts_; ++i)
      gradient[i] = (gradient[i] - mean - theta[i] * along) / deviation;
  }

  const CountTable& table_;
  std::size_t texts_;
  std::size_t words_;
  double precision_;
};

// Two uniform draws make a normal one (Box and Muller 1958).
double normal_draw(const RandomStream& stream, std::uint64_t draw) {
  constexpr double kScale = 0x1p-53;
  const double u = (static_cast<double>(stream.bits(2 * draw) >> 11U) + 0.5) * kScale;
  const double v = static_cast<double>(stream.bits(2 * draw + 1) >> 11U) * kScale;
  return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * v);
}

// Margins give alpha and psi; the first axis of correspondence analysis, or chance, gives theta and beta.
Vector make_start(const CountTable& table, const Model& model, const CorrespondenceAnalysis& ca,
                  std::size_t start, std::uint64_t seed) {
  Vector x(model.size());
  const RandomStream stream(seed, start);
  const double n = std::accumulate(table.counts.begin(), table.counts.end(), 0.0);
  for (std::size_t i = 0; i < table.rows; ++i) {
    x[i] = start == 0 ? ca.rows.principal[0][i] : normal_draw(stream, i);
    x[model.alpha() + i] = std::log(ca.rows.masses[i] * static_cast<double>(table.rows));
  }
  for (std::size_t j = 0; j < table.columns; ++j) {
    constexpr double kSmall = 0.1;
    x[model.psi() + j] = std::log(ca.columns.masses[j] * n / static_cast<double>(table.rows));
    x[model.beta() + j] =
        start == 0 ? kSmall * ca.columns.principal[0][j] : kSmall * normal_draw(stream, table.rows + j);
  }
  return x;
}

// The curvature of one text's two numbers; alpha is taken out of it.
double standard_error(const CountTable& table, const Wordfish& fish, std::size_t i) {
  double aa = 0.0;
  double at = 0.0;
  double tt = 0.0;
  for (std::size_t j = 0; j < table.columns; ++j) {
    const double mean = std::exp(fish.alpha[i] + fish.psi[j] + fish.beta[j] * fish.theta[i]);
    aa += mean;
    at += mean * fish.beta[j];
    tt += mean * fish.beta[j] * fish.beta[j];
  }
  return 1.0 / std::sqrt(tt - at * at / aa);
}

Wordfish unpack(const CountTable& table, const Model& model, const Minimum& best,
                const WordfishOptions& options) {
  const auto slice = [&](std::size_t begin, std::size_t count) {
    const auto first = best.x.begin() + static_cast<std::ptrdiff_t>(begin);
    return Vector(first, first + static_cast<std::ptrdiff_t>(count));
  };
  Wordfish fish;
  double deviation = 1.0;
  fish.theta = model.standardised(best.x, deviation);
  fish.alpha = slice(model.alpha(), table.rows);
  fish.psi = slice(model.psi(), table.columns);
  fish.beta = slice(model.beta(), table.columns);
  const double mean =
      std::accumulate(fish.alpha.begin(), fish.alpha.end(), 0.0) / static_cast<double>(table.rows);
  for (double& value : fish.alpha) value -= mean;
  for (double& value : fish.psi) value += mean;
  if (fish.theta[options.left] > fish.theta[options.right]) {
    for (double& value : fish.theta) value = -value;
    for (double& value : fish.beta) value = -value;
  }
  for (std::size_t i = 0; i < table.rows; ++i) fish.theta_se.push_back(standard_error(table, fish, i));
  fish.objective = best.value;
  fish.gradient_norm = best.gradient_norm;
  return fish;
}

}  // namespace

Wordfish fit_wordfish(const CountTable& table, const WordfishOptions& options, std::size_t jobs) {
  const Model model(table, options.beta_deviation);
  const CorrespondenceAnalysis ca = analyze_correspondence(table);
  std::vector<Minimum> minima(std::max<std::size_t>(1, options.starts));
  parallel_for(minima.size(), jobs, [&](std::size_t start, std::size_t) {
    minima[start] =
        minimize(model, make_start(table, model, ca, start, options.seed), {.gradient_norm = 1e-7});
  });
  const auto best = std::ranges::min_element(minima, {}, &Minimum::value);
  Wordfish fish = unpack(table, model, *best, options);
  constexpr double kSame = 1e-4;
  for (const Minimum& minimum : minima) fish.reached += minimum.value <= best->value + kSame ? 1U : 0U;
  return fish;
}

}  // namespace sahafa
