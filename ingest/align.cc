#include "ingest/align.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

namespace sahafa {
namespace {

constexpr std::size_t kMostSentences = 600;
constexpr std::size_t kWidest = 3;  // sentences of a bead's longer side
constexpr double kFee = 0.12;       // of a bead's weight: less in common is chance

using Places =
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>>;  // sentences of an anchor, ascending

// One text: its sentences' weights, and where its anchors stand.
struct Side {
  explicit Side(const AnchoredText& from)
      : text(&from), weights(std::min(from.sentences.size(), kMostSentences)) {
    for (std::size_t word = 0; word + 1 < from.words.size(); ++word) {
      const std::uint32_t sentence = from.words[word].sentence;
      if (sentence >= weights.size()) break;
      weights[sentence] += from.words[word].weight;
      for (std::size_t i = from.words[word].first_anchor; i < from.words[word + 1].first_anchor; ++i) {
        std::vector<std::uint32_t>& there = places[from.anchors[i]];
        if (there.empty() || there.back() != sentence) there.push_back(sentence);
      }
    }
  }
  double total() const { return std::accumulate(weights.begin(), weights.end(), 0.0); }

  const AnchoredText* text;
  std::vector<double> weights;
  Places places;
};

// matched[width - 1][from * columns + to]: weight of the words of sentence `from` that match in `width` sentences of
// the other side from `to` on.
class Matches {
 public:
  Matches(const Side& from, const Side& to) : columns_(to.weights.size()) {
    for (auto& table : tables_) table.assign(from.weights.size() * columns_, 0.0F);
    std::vector<std::uint32_t> there;
    for (std::size_t word = 0; word + 1 < from.text->words.size(); ++word) {
      const AnchoredWord& entry = from.text->words[word];
      if (entry.sentence >= from.weights.size()) break;
      there.clear();
      for (std::size_t i = entry.first_anchor; i < from.text->words[word + 1].first_anchor; ++i)
        if (const auto found = to.places.find(from.text->anchors[i]); found != to.places.end())
          there.insert(there.end(), found->second.begin(), found->second.end());
      std::ranges::sort(there);
      add(entry, there);
    }
  }

  double operator()(std::size_t from, std::size_t to, std::size_t width) const {
    return tables_[width - 1][from * columns_ + to];
  }

 private:
  void add(const AnchoredWord& word, const std::vector<std::uint32_t>& there) {
    for (std::size_t width = 1; width <= kWidest; ++width) {
      std::size_t next = 0;  // first start not yet counted
      for (const std::size_t sentence : there) {
        const std::size_t first = sentence + 1 < width ? 0 : sentence + 1 - width;
        for (std::size_t start = std::max(first, next); start <= sentence; ++start)
          tables_[width - 1][word.sentence * columns_ + start] += word.weight;
        next = std::max(next, sentence + 1);
      }
    }
  }

  std::size_t columns_;
  std::array<std::vector<float>, kWidest> tables_;
};

struct Shape {
  std::uint8_t a;
  std::uint8_t b;
};
constexpr std::array<Shape, 7> kShapes = {{{1, 1}, {1, 2}, {2, 1}, {1, 3}, {3, 1}, {1, 0}, {0, 1}}};

class Aligner {
 public:
  Aligner(const AnchoredText& a, const AnchoredText& b) : a_(a), b_(b), of_a_(a_, b_), of_b_(b_, a_) {}

  Alignment run() {
    const std::size_t rows = a_.weights.size();
    const std::size_t columns = b_.weights.size();
    best_.assign((rows + 1) * (columns + 1), 0.0);
    choice_.assign(best_.size(), 0);
    for (std::size_t i = 0; i <= rows; ++i)
      for (std::size_t j = 0; j <= columns; ++j)
        if (i + j > 0) choose(i, j);
    return trace(rows, columns);
  }

 private:
  std::size_t at(std::size_t i, std::size_t j) const { return i * (b_.weights.size() + 1) + j; }

  double matched_a(std::size_t i, std::size_t j, Shape shape) const {
    double sum = 0.0;
    for (std::size_t x = i; x < i + shape.a; ++x) sum += of_a_(x, j, shape.b);
    return sum;
  }
  double matched_b(std::size_t i, std::size_t j, Shape shape) const {
    double sum = 0.0;
    for (std::size_t y = j; y < j + shape.b; ++y) sum += of_b_(y, i, shape.a);
    return sum;
  }
  double matched(std::size_t i, std::size_t j, Shape shape) const {
    return matched_a(i, j, shape) + matched_b(i, j, shape);
  }
  double weight(std::size_t i, std::size_t j, Shape shape) const {
    return std::accumulate(a_.weights.begin() + static_cast<std::ptrdiff_t>(i),
                           a_.weights.begin() + static_cast<std::ptrdiff_t>(i + shape.a), 0.0) +
           std::accumulate(b_.weights.begin() + static_cast<std::ptrdiff_t>(j),
                           b_.weights.begin() + static_cast<std::ptrdiff_t>(j + shape.b), 0.0);
  }

  // The best way to have used `i` and `j` sentences.
  void choose(std::size_t i, std::size_t j) {
    double best = -1.0;
    for (std::uint8_t k = 0; k < kShapes.size(); ++k) {
      const Shape shape = kShapes[k];
      if (shape.a > i || shape.b > j) continue;
      double gain = 0.0;
      if (shape.a > 0 && shape.b > 0) {
        gain = matched(i - shape.a, j - shape.b, shape) - kFee * weight(i - shape.a, j - shape.b, shape);
        if (gain <= 0.0) continue;
      }
      const double value = best_[at(i - shape.a, j - shape.b)] + gain;
      if (value > best) {
        best = value;
        choice_[at(i, j)] = k;
      }
    }
    best_[at(i, j)] = best;
  }

  Alignment trace(std::size_t i, std::size_t j) const {
    Alignment result;
    double matched_in_a = 0.0;
    double matched_in_b = 0.0;
    double in_a = 0.0;
    double in_b = 0.0;
    while (i + j > 0) {
      const Shape shape = kShapes[choice_[at(i, j)]];
      i -= shape.a;
      j -= shape.b;
      if (shape.a == 0 || shape.b == 0) continue;
      const double both = matched(i, j, shape);
      matched_in_a += matched_a(i, j, shape);
      matched_in_b += matched_b(i, j, shape);
      const double weight_a = weight(i, 0, {shape.a, 0});
      in_a += weight_a;
      const double weight_b = weight(0, j, {0, shape.b});
      in_b += weight_b;
      result.beads.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + shape.a),
                              static_cast<std::uint32_t>(j), static_cast<std::uint32_t>(j + shape.b),
                              std::min(1.0, both / (weight_a + weight_b))});
    }
    std::ranges::reverse(result.beads);
    const double total_a = a_.total();
    const double total_b = b_.total();
    if (result.beads.empty()) return result;
    // The tables hold floats: sums may pass 1 by their last digit.
    result.matched = matched_in_a + matched_in_b;
    result.score = std::min(1.0, result.matched / (total_a + total_b));
    result.of_less = std::min(1.0, total_a < total_b ? matched_in_a / total_a : matched_in_b / total_b);
    result.covered = std::min(in_a / total_a, in_b / total_b);
    return result;
  }

  Side a_;
  Side b_;
  Matches of_a_;
  Matches of_b_;
  std::vector<double> best_;
  std::vector<std::uint8_t> choice_;
};

}  // namespace

Alignment align_sentences(const AnchoredText& a, const AnchoredText& b) { return Aligner(a, b).run(); }

}  // namespace sahafa
