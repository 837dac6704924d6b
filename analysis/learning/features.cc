#include "analysis/learning/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_set>

#include "text/analyze.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostTopics = 50;  // more different targets than these are texts
constexpr std::size_t kShortestGram = 2;
constexpr std::size_t kLongestGram = 5;

/// Blocks of features and how much each weighs in the row; the weights were chosen on Arabic stance data.
enum Block : std::uint8_t { kWords, kGrams, kRoles, kCrossed, kShared, kOverlap, kBlocks };
constexpr std::array<float, kBlocks> kTopicWeights = {1.0F, 1.3F, 0.0F, 0.3F, 0.0F, 0.6F};
constexpr std::array<float, kBlocks> kTextWeights = {0.0F, 0.0F, 1.0F, 0.5F, 1.2F, 3.2F};

using Count = FeatureSpace::Count;

using Key = std::uint64_t;
using Keys = std::vector<Key>;

constexpr Key mix(Key key) {
  key = (key ^ (key >> 32U)) * 0xD6E8FEB86659FD93U;
  return key ^ (key >> 29U);
}

/// FNV-1a.
constexpr Key key_of(std::string_view text) {
  Key key = 0xCBF29CE484222325U;
  for (const char byte : text) key = (key ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
  return key;
}

constexpr Key join(Key left, Key right) { return mix(left * 3 + mix(right)); }

/// Block and bucket in one number, once for each occurrence: plain numbers sort fastest.
class Counts {
 public:
  void add(Block block, Key key, int times = 1) {
    const std::uint32_t place =
        block * kFeatureBuckets + static_cast<std::uint32_t>(join(key, block) % kFeatureBuckets);
    places_.insert(places_.end(), static_cast<std::size_t>(times), place);
  }

  /// Equal features added up; by block, then bucket.
  std::vector<Count> finish() {
    std::ranges::sort(places_);
    std::vector<Count> counts;
    for (const std::uint32_t place : places_) {
      const auto block = static_cast<Block>(place / kFeatureBuckets);
      const std::uint32_t bucket = place % kFeatureBuckets;
      if (!counts.empty() && counts.back().block == block && counts.back().bucket == bucket) {
        counts.back().count += 1;
      } else {
        counts.push_back({block, bucket, 1});
      }
    }
    return counts;
  }

 private:
  std::vector<std::uint32_t> places_;
};

Keys sorted_unique(Keys keys) {
  std::ranges::sort(keys);
  const auto repeated = std::ranges::unique(keys);
  keys.erase(repeated.begin(), repeated.end());
  return keys;
}

bool is_negator(std::string_view form) {
  static constexpr std::array<std::string_view, 21> kNegators = {
      "لا", "لم", "لن",  "ليس",  "ليست",  "غير",    "عدم", "نفي",    "ينفي",   "تنفي", "نفت",
      "ne", "n'", "pas", "sans", "aucun", "aucune", "nie", "dement", "jamais", "non"};
  return std::ranges::find(kNegators, form) != kNegators.end();
}

/// A text as keys: its words and marks in order, and what the comparison of two texts needs.
struct Reading {
  Keys forms;
  Keys stems;
  Keys grams;  ///< pieces of two to five characters of each word, its ends marked
  Keys numbers;
  Keys marks;               ///< of punctuation and faces: what a tweet says without words
  bool is_negated = false;  ///< by an odd number of negators
};

void add_grams(std::string_view form, Keys& grams) {
  thread_local std::string padded;
  padded.assign(" ").append(form).append(" ");
  std::array<std::size_t, kLongestGram + 1> starts{};  // of the last characters
  std::size_t characters = 0;
  for (std::size_t i = 0; i <= padded.size(); ++i) {
    if (i < padded.size() && (static_cast<unsigned char>(padded[i]) & 0xC0U) == 0x80U) continue;
    for (std::size_t length = kShortestGram; length <= std::min(characters, kLongestGram); ++length) {
      const std::size_t from = starts[(characters - length) % starts.size()];
      grams.push_back(key_of(std::string_view(padded).substr(from, i - from)));
    }
    starts[characters++ % starts.size()] = i;
  }
}

Reading read(std::string_view text) {
  thread_local Analyzer analyzer;
  const AnalyzedText analyzed = analyzer.analyze(text);
  Reading reading;
  for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) {
    const std::string_view form = analyzed.forms[i];
    if (form.empty()) continue;
    if (analyzed.tokens[i].kind == TokenKind::mark) {
      reading.marks.push_back(key_of(form));
      continue;
    }
    reading.forms.push_back(key_of(form));
    reading.stems.push_back(key_of(analyzed.stems[i]));
    reading.is_negated = reading.is_negated != is_negator(form);
    if (form.front() >= '0' && form.front() <= '9') reading.numbers.push_back(reading.forms.back());
    add_grams(form, reading.grams);
  }
  return reading;
}

/// A share as steps, so that a linear model can bend: "at least this much".
void add_steps(std::string_view name, double value, Counts& out) {
  constexpr int kSteps = 10;
  for (int step = 1; step <= kSteps && value * kSteps + 1e-9 >= step; ++step) {
    out.add(kOverlap, join(key_of(name), static_cast<Key>(step)));
  }
}

void add_topic(const Reading& reading, Key target, Counts& out) {
  constexpr Key kStem = 1;
  constexpr Key kMark = 2;
  Key before = 0;
  for (const Key form : reading.forms) {
    out.add(kWords, form);
    out.add(kWords, join(before, form));
    out.add(kCrossed, join(target, form));
    before = form;
  }
  for (const Key stem : reading.stems) {
    out.add(kWords, join(kStem, stem));
    out.add(kCrossed, join(target, join(kStem, stem)));
  }
  for (const Key mark : reading.marks) out.add(kWords, join(kMark, mark));
  for (const Key gram : reading.grams) out.add(kGrams, gram);
  constexpr double kLongTweet = 50;  // words
  add_steps("words", std::min(static_cast<double>(reading.forms.size()) / kLongTweet, 1.0), out);
  out.add(kOverlap, join(target, kMark));
}

/// Two sets of keys, taken apart.
struct Split {
  Keys both;
  Keys left;
  Keys right;

  Split(const Keys& a, const Keys& b) {
    std::ranges::set_intersection(a, b, std::back_inserter(both));
    std::ranges::set_difference(a, b, std::back_inserter(left));
    std::ranges::set_difference(b, a, std::back_inserter(right));
  }
  double shared() const { return share(both.size(), both.size() + left.size() + right.size()); }
  double left_covered() const { return share(both.size(), both.size() + left.size()); }
  double right_covered() const { return share(both.size(), both.size() + right.size()); }

 private:
  static double share(std::size_t part, std::size_t all) {
    return all == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(all);
  }
};

void add_agreement(std::string_view name, bool agrees, int times, Counts& out) {
  out.add(kOverlap, join(key_of(name), agrees ? 1 : 2), times);
}

/// How far two texts agree: shared words, stems and pieces, length, negation, numbers.
void add_overlap(const Reading& text, const Reading& target, const Split& stems, const Split& grams,
                 Counts& out) {
  const Split forms(sorted_unique(text.forms), sorted_unique(target.forms));
  add_steps("forms", forms.shared(), out);
  add_steps("stems", stems.shared(), out);
  add_steps("grams", grams.shared(), out);
  add_steps("left", stems.left_covered(), out);
  add_steps("right", stems.right_covered(), out);
  const std::size_t shorter = std::min(text.forms.size(), target.forms.size());
  const std::size_t longer = std::max(text.forms.size(), target.forms.size());
  add_steps("length", longer == 0 ? 0.0 : static_cast<double>(shorter) / static_cast<double>(longer), out);
  add_agreement("negation", text.is_negated == target.is_negated, 2, out);
  if (!text.numbers.empty() && !target.numbers.empty()) {
    add_agreement("numbers", sorted_unique(text.numbers) == sorted_unique(target.numbers), 2, out);
  }
  const bool has_words = !text.stems.empty() && !target.stems.empty();
  add_agreement("start", has_words && text.stems.front() == target.stems.front(), 1, out);
}

/// Which words both texts have, which only one, and which word of one stands against which of the other; the same for pieces.
void add_pair(const Reading& text, const Reading& target, Counts& out) {
  const Split stems(sorted_unique(text.stems), sorted_unique(target.stems));
  const Split grams(sorted_unique(text.grams), sorted_unique(target.grams));
  for (const auto& [block, split] : {std::pair(kRoles, &stems), std::pair(kShared, &grams)}) {
    for (const Key key : split->both) out.add(block, join(1, key));
    for (const Key key : split->left) out.add(block, join(2, key));
    for (const Key key : split->right) out.add(block, join(3, key));
  }
  for (const Key left : stems.left) {
    for (const Key right : stems.right) out.add(kCrossed, join(left, right));
  }
  add_overlap(text, target, stems, grams, out);
}

std::vector<Count> counts_of(const Example& example, bool has_text_targets) {
  Counts counts;
  const Reading text = read(example.text);
  if (has_text_targets) {
    add_pair(text, read(example.target), counts);
  } else {
    add_topic(text, key_of(example.target), counts);
  }
  return counts.finish();
}

}  // namespace

FeatureSpace FeatureSpace::fit(std::span<const Example> examples, std::vector<FeatureRow>& rows) {
  std::unordered_set<std::string_view> targets;
  for (const Example& example : examples) targets.insert(example.target);
  const bool has_text_targets = targets.size() > kMostTopics;
  std::vector<float> idf(kFeatureBuckets, 0.0F);
  std::vector<std::vector<Count>> counted;
  for (const Example& example : examples) {
    counted.push_back(counts_of(example, has_text_targets));
    for (const Count& count : counted.back()) idf[count.bucket] += 1;
  }
  for (float& value : idf) {
    value = value > 0 ? 1 + std::log((1 + static_cast<float>(examples.size())) / (1 + value)) : 0.0F;
  }
  FeatureSpace space(has_text_targets, std::move(idf));
  rows.clear();
  for (std::vector<Count>& counts : counted) rows.push_back(space.weigh(std::move(counts)));
  return space;
}

FeatureRow FeatureSpace::row(const Example& example) const {
  return weigh(counts_of(example, has_text_targets_));
}

FeatureRow FeatureSpace::weigh(std::vector<Count> counts) const {
  std::array<double, kBlocks> squares{};
  for (Count& count : counts) {
    const float idf = count.block == kOverlap ? 1.0F : idf_[count.bucket];
    count.count = (1 + std::log(count.count)) * idf;
    squares[count.block] += static_cast<double>(count.count) * static_cast<double>(count.count);
  }
  const auto& weights = has_text_targets_ ? kTextWeights : kTopicWeights;
  FeatureRow row;
  for (const Count& count : counts) {
    if (count.count > 0 && weights[count.block] > 0) {
      const auto length = static_cast<float>(std::sqrt(squares[count.block]));
      row.push_back({count.bucket, weights[count.block] * count.count / length});
    }
  }
  std::ranges::stable_sort(row, {}, &Feature::bucket);
  std::size_t kept = 0;
  for (const Feature& feature : row) {
    if (kept > 0 && row[kept - 1].bucket == feature.bucket) {
      row[kept - 1].value += feature.value;
    } else {
      row[kept++] = feature;
    }
  }
  row.resize(kept);
  return row;
}

}  // namespace sahafa
