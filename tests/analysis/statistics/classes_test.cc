// Descending classification and factorisation on texts whose themes are known.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "analysis/statistics/descending.h"
#include "analysis/statistics/nmf.h"
#include "analysis/statistics/random.h"

namespace sahafa {
namespace {

// Sixty segments of three themes: ten words each of its own, and five that all use.
Presence three_themes() {
  Presence presence;
  presence.words = 35;
  const RandomStream random(11, 0);
  std::uint64_t draw = 0;
  for (std::uint32_t segment = 0; segment < 60; ++segment) {
    const std::uint32_t theme = segment % 3;
    std::set<std::uint32_t> words;
    for (int i = 0; i < 6; ++i)
      words.insert(theme * 10 + static_cast<std::uint32_t>(random.below(draw++, 10)));
    for (int i = 0; i < 2; ++i) words.insert(30 + static_cast<std::uint32_t>(random.below(draw++, 5)));
    presence.indices.insert(presence.indices.end(), words.begin(), words.end());
    presence.offsets.push_back(presence.indices.size());
  }
  return presence;
}

TEST(Descending, FindsTheThemesAndNothingElse) {
  const auto nodes = classify_descending(three_themes(), {.classes = 3, .smallest = 5});
  ASSERT_EQ(nodes.size(), 5U);
  std::size_t leaves = 0;
  for (const ClassNode& node : nodes) {
    if (node.left != 0) {
      EXPECT_GT(node.chi2, 0.0);
      continue;
    }
    ++leaves;
    EXPECT_EQ(node.segments.size(), 20U);
    for (const std::uint32_t segment : node.segments) EXPECT_EQ(segment % 3, node.segments.front() % 3);
  }
  EXPECT_EQ(leaves, 3U);
}

TEST(Descending, ChildrenShareTheSegmentsOfTheirParent) {
  const Presence presence = three_themes();
  for (const ClassNode& node : classify_descending(presence, {.classes = 6, .smallest = 4})) {
    EXPECT_GE(node.segments.size(), 4U);
    if (node.left == 0) continue;
    const auto nodes = classify_descending(presence, {.classes = 6, .smallest = 4});
    auto both = nodes[node.left].segments;
    both.insert(both.end(), nodes[node.right].segments.begin(), nodes[node.right].segments.end());
    std::ranges::sort(both);
    EXPECT_EQ(both, node.segments);
  }
}

TEST(Descending, TooFewSegmentsStayTogether) {
  EXPECT_EQ(classify_descending(three_themes(), {.classes = 3, .smallest = 31}).size(), 1U);
}

SparseRows as_rows(const Presence& presence) {
  SparseRows rows;
  rows.columns = presence.words;
  rows.offsets = presence.offsets;
  rows.indices = presence.indices;
  rows.values.assign(presence.indices.size(), 1.0);
  return rows;
}

TEST(Nmf, PatternsAreTheThemesWhateverTheStart) {
  const SparseRows rows = as_rows(three_themes());
  const Factors first = factorize(rows, 3, 1);
  const Factors other = factorize(rows, 3, 2);
  for (const double cosine : match_topics(first, other)) EXPECT_GT(cosine, 0.98);
  std::set<std::size_t> themes;
  for (std::size_t topic = 0; topic < 3; ++topic) {
    const auto pattern = first.pattern(topic);
    themes.insert(static_cast<std::size_t>(std::ranges::max_element(pattern.first(30)) - pattern.begin()) /
                  10);
  }
  EXPECT_EQ(themes.size(), 3U);
}

TEST(Nmf, MoreRoundsNeverFitWorse) {
  const SparseRows rows = as_rows(three_themes());
  double before = 1.0;
  for (std::size_t rounds = 1; rounds < 12; ++rounds) {
    const double residual = factorize(rows, 4, 5, rounds).residual;
    EXPECT_LE(residual, before + 1e-12);
    before = residual;
  }
  const Factors factors = factorize(rows, 4, 5);
  EXPECT_TRUE(std::ranges::all_of(factors.weights, [](double value) { return value >= 0.0; }));
}

}  // namespace
}  // namespace sahafa
