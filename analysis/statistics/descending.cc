#include "analysis/statistics/descending.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sahafa {
namespace {

using Segments = std::vector<std::uint32_t>;
using Words = std::vector<std::uint8_t>;  // by word: takes part

// Counts of the words in the two halves, and the chi-square between them, kept up to date as segments move.
class Halves {
 public:
  Halves(const Presence& presence, const Words& words, std::span<const std::uint32_t> segments)
      : presence_(presence), words_(words), left_(presence.words, 0.0), all_(presence.words, 0.0) {
    for (const std::uint32_t segment : segments) {
      for (const std::uint32_t word : presence.of(segment)) {
        if (words[word] == 0) continue;
        all_[word] += 1.0;
        all_sum_ += 1.0;
      }
    }
  }

  void move(std::uint32_t segment, double sign) {
    for (const std::uint32_t word : presence_.of(segment)) {
      if (words_[word] == 0) continue;
      // Only this word's part of the sum of squares changes.
      squares_ -= left_[word] * left_[word] / all_[word];
      left_[word] += sign;
      squares_ += left_[word] * left_[word] / all_[word];
      left_sum_ += sign;
    }
  }

  // Sum over words and halves of (O - E)^2 / E = n^2 / (l r) (sum l_w^2 / n_w - l^2 / n).
  double chi2() const {
    const double right_sum = all_sum_ - left_sum_;
    if (left_sum_ < 0.5 || right_sum < 0.5) return 0.0;
    return all_sum_ * all_sum_ / (left_sum_ * right_sum) * (squares_ - left_sum_ * left_sum_ / all_sum_);
  }

  // Chi-square of one word, signed: negative where the left half says it less than it should.
  double word_chi2(std::uint32_t word) const {
    const double rest = all_sum_ - all_[word];
    const double right_sum = all_sum_ - left_sum_;
    if (all_[word] == 0.0 || rest == 0.0 || left_sum_ == 0.0 || right_sum == 0.0) return 0.0;
    const double expected = all_[word] * left_sum_ / all_sum_;
    const double difference = left_[word] - expected;
    const double chi2 = difference * difference * all_sum_ * all_sum_ * all_sum_ /
                        (all_[word] * rest * left_sum_ * right_sum);
    return difference < 0.0 ? -chi2 : chi2;
  }

 private:
  const Presence& presence_;
  const Words& words_;
  std::vector<double> left_;
  std::vector<double> all_;
  double left_sum_ = 0.0;
  double all_sum_ = 0.0;
  double squares_ = 0.0;
};

// The first axis of correspondence analysis by reciprocal averaging: segments take the mean of their words, words the mean of their segments, the
// trivial axis taken out each time.
std::vector<double> first_axis(const Presence& presence, const Words& words, const Segments& segments) {
  constexpr int kRounds = 100;
  constexpr double kStill = 1e-9;
  std::vector<double> word_mass(presence.words, 0.0);
  std::vector<double> segment_mass(segments.size(), 0.0);
  double sum = 0.0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (const std::uint32_t word : presence.of(segments[i])) {
      if (words[word] == 0) continue;
      word_mass[word] += 1.0;
      segment_mass[i] += 1.0;
      sum += 1.0;
    }
  }
  std::vector<double> axis(segments.size());
  for (std::size_t i = 0; i < axis.size(); ++i)
    axis[i] = std::sin(static_cast<double>(i + 1));  // any start will do
  std::vector<double> word_axis(presence.words);
  double before = 0.0;
  for (int round = 0; round < kRounds; ++round) {
    std::ranges::fill(word_axis, 0.0);
    for (std::size_t i = 0; i < segments.size(); ++i) {
      for (const std::uint32_t word : presence.of(segments[i]))
        if (words[word] != 0) word_axis[word] += axis[i] / word_mass[word];
    }
    double mean = 0.0;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      double value = 0.0;
      for (const std::uint32_t word : presence.of(segments[i]))
        if (words[word] != 0) value += word_axis[word];
      axis[i] = segment_mass[i] > 0.0 ? value / segment_mass[i] : 0.0;
      mean += axis[i] * segment_mass[i] / std::max(sum, 1.0);
    }
    double norm = 0.0;
    for (std::size_t i = 0; i < axis.size(); ++i) {
      axis[i] = segment_mass[i] > 0.0 ? axis[i] - mean : 0.0;
      norm += axis[i] * axis[i] * segment_mass[i];
    }
    norm = std::sqrt(norm);
    if (norm == 0.0) break;
    for (double& value : axis) value /= norm;
    if (std::abs(norm - before) < kStill * norm) break;
    before = norm;
  }
  return axis;
}

struct Division {
  Segments left;
  Segments right;
  double chi2 = 0.0;
  Words left_words;
  Words right_words;
};

// How many of the sorted segments make the left half.
std::size_t best_cut(Halves& halves, const Segments& sorted, std::size_t smallest) {
  std::size_t best = 0;
  double highest = 0.0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    halves.move(sorted[i], 1.0);
    if (i + 1 < smallest || sorted.size() - i - 1 < smallest) continue;
    if (halves.chi2() <= highest) continue;
    highest = halves.chi2();
    best = i + 1;
  }
  return best;
}

void improve(Halves& halves, const Segments& sorted, std::vector<std::uint8_t>& in_left,
             std::size_t smallest) {
  constexpr int kRounds = 20;
  auto left = static_cast<std::size_t>(std::ranges::count(in_left, std::uint8_t{1}));
  for (int round = 0; round < kRounds; ++round) {
    bool moved = false;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      const bool was_left = in_left[i] != 0;
      if ((was_left ? left : sorted.size() - left) <= smallest) continue;
      const double before = halves.chi2();
      halves.move(sorted[i], was_left ? -1.0 : 1.0);
      if (halves.chi2() > before * (1.0 + 1e-12)) {
        in_left[i] = was_left ? 0 : 1;
        left = was_left ? left - 1 : left + 1;
        moved = true;
      } else {
        halves.move(sorted[i], was_left ? 1.0 : -1.0);
      }
    }
    if (!moved) return;
  }
}

Division divide(const Presence& presence, const Words& words, const Segments& segments,
                std::size_t smallest) {
  const std::vector<double> axis = first_axis(presence, words, segments);
  std::vector<std::size_t> order(segments.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return axis[i]; });
  Segments sorted;
  for (const std::size_t i : order) sorted.push_back(segments[i]);
  Halves search(presence, words, sorted);
  const std::size_t cut = best_cut(search, sorted, smallest);
  Division division;
  if (cut == 0) return division;
  Halves halves(presence, words, sorted);
  std::vector<std::uint8_t> in_left(sorted.size(), 0);
  for (std::size_t i = 0; i < cut; ++i) {
    in_left[i] = 1;
    halves.move(sorted[i], 1.0);
  }
  improve(halves, sorted, in_left, smallest);
  division.chi2 = halves.chi2();
  for (std::size_t i = 0; i < sorted.size(); ++i)
    (in_left[i] != 0 ? division.left : division.right).push_back(sorted[i]);
  std::ranges::sort(division.left);
  std::ranges::sort(division.right);
  constexpr double kSurprising = 3.841458820694124;  // 0.05, one degree of freedom
  division.left_words = words;
  division.right_words = words;
  for (std::uint32_t word = 0; word < presence.words; ++word) {
    if (words[word] == 0) continue;
    if (halves.word_chi2(word) < -kSurprising) division.left_words[word] = 0;
    if (halves.word_chi2(word) > kSurprising) division.right_words[word] = 0;
  }
  return division;
}

}  // namespace

std::vector<ClassNode> classify_descending(const Presence& presence, const DescendingOptions& options) {
  std::vector<ClassNode> nodes(1);
  nodes[0].segments.resize(presence.segments());
  std::iota(nodes[0].segments.begin(), nodes[0].segments.end(), 0U);
  std::vector<Words> words = {Words(presence.words, 1)};
  std::vector<std::uint8_t> closed = {0};
  std::size_t leaves = 1;
  while (leaves < options.classes) {
    std::size_t largest = nodes.size();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (closed[i] != 0 || nodes[i].segments.size() < 2 * options.smallest) continue;
      if (largest == nodes.size() || nodes[i].segments.size() > nodes[largest].segments.size()) largest = i;
    }
    if (largest == nodes.size()) break;
    closed[largest] = 1;
    Division division = divide(presence, words[largest], nodes[largest].segments, options.smallest);
    if (division.left.empty() || division.right.empty()) continue;
    nodes[largest].chi2 = division.chi2;
    nodes[largest].left = nodes.size();
    nodes[largest].right = nodes.size() + 1;
    nodes.push_back({.parent = largest, .segments = std::move(division.left)});
    nodes.push_back({.parent = largest, .segments = std::move(division.right)});
    words.push_back(std::move(division.left_words));
    words.push_back(std::move(division.right_words));
    closed.insert(closed.end(), 2, std::uint8_t{0});
    ++leaves;
  }
  return nodes;
}

}  // namespace sahafa
