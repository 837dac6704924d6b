#include "ingest/passages.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "ingest/letters.h"
#include "ingest/repeats.h"

namespace sahafa {
namespace {

constexpr std::uint32_t kShortestPassage = 150;  // letters
constexpr std::uint32_t kMostGap = 80;
constexpr char16_t kBorder = 0xFFFF;  // no character: nothing goes on across it

constexpr std::ptrdiff_t kLeastPlaces = 3;

// Runs of `a`, the border and `b`, of which the first occurrence is in `a` and the second in `b`.
std::vector<Repeat> find_shared(const std::u16string& a, const std::u16string& b, std::uint32_t shortest) {
  const auto border = static_cast<std::uint32_t>(a.size());
  std::vector<Repeat> runs = find_repeats(a + kBorder + b);
  std::erase_if(runs, [border](const Repeat& run) { return run.from_end > border || run.at <= border; });
  std::vector<Repeat> chains = chain_repeats(runs, kMostGap);
  std::erase_if(chains, [shortest](const Repeat& chain) { return chain.at_end - chain.at < shortest; });
  for (Repeat& chain : chains) {
    chain.at -= border + 1;
    chain.at_end -= border + 1;
  }
  return chains;
}

std::vector<PassageSpans> place(std::string_view a, std::string_view b, const std::vector<Repeat>& chains) {
  if (chains.empty()) return {};
  const std::vector<std::uint32_t> places_a = places_of_letters(a);
  const std::vector<std::uint32_t> places_b = places_of_letters(b);
  std::vector<PassageSpans> passages;
  for (const Repeat& chain : chains) {
    const std::uint32_t longer = std::max(chain.from_end - chain.from, chain.at_end - chain.at);
    passages.push_back({span_of_letters(a, places_a, chain.from, chain.from_end),
                        span_of_letters(b, places_b, chain.at, chain.at_end),
                        std::min(1.0, static_cast<double>(chain.matched) / static_cast<double>(longer))});
  }
  return passages;
}

}  // namespace

LetteredText read_letters(std::string text) {
  std::u16string letters = letters_of(text).letters;
  return {std::move(text), std::move(letters)};
}

std::vector<PassageSpans> find_passages(const LetteredText& a, const LetteredText& b,
                                        std::span<const std::uint32_t> places) {
  std::vector<Repeat> chains = find_shared(a.letters, b.letters, kShortestPassage);
  std::erase_if(chains, [places](const Repeat& chain) {
    const auto first = std::ranges::lower_bound(places, chain.from);
    return std::ranges::lower_bound(places, chain.from_end) - first < kLeastPlaces;
  });
  return place(a.text, b.text, chains);
}

std::vector<PassageSpans> find_passages(std::string_view a, std::string_view b) {
  return place(a, b, find_shared(letters_of(a).letters, letters_of(b).letters, kShortestRepeat));
}

void mark_contained(std::vector<Passage>& passages, std::span<const ClusterMember> clusters) {
  struct Side {
    ArticleId article;
    Span span;
    ArticleId other_cluster;
    std::size_t passage;
  };
  std::unordered_map<std::int64_t, ArticleId> cluster_of;
  for (const ClusterMember& member : clusters) cluster_of.emplace(member.article.value, member.canonical);
  std::vector<Side> sides;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    passages[i].contained = false;
    sides.push_back({passages[i].a, passages[i].a_span, cluster_of.at(passages[i].b.value), i});
    sides.push_back({passages[i].b, passages[i].b_span, cluster_of.at(passages[i].a.value), i});
  }
  std::ranges::sort(sides, {}, [](const Side& side) { return std::tuple(side.article, side.passage); });
  const auto lies_in = [](const Side& inner, const Side& outer) {
    if (inner.other_cluster == outer.other_cluster || outer.span.size() * 2 < inner.span.size() * 3)
      return false;
    const std::uint32_t begin = std::max(inner.span.begin, outer.span.begin);
    const std::uint32_t end = std::min(inner.span.end, outer.span.end);
    return end > begin && (end - begin) * std::uint64_t{10} >= inner.span.size() * std::uint64_t{9};
  };
  for (auto begin = sides.begin(); begin != sides.end();) {
    const auto end =
        std::find_if(begin, sides.end(), [&](const Side& side) { return side.article != begin->article; });
    for (auto inner = begin; inner != end; ++inner)
      if (std::any_of(begin, end, [&](const Side& outer) { return lies_in(*inner, outer); }))
        passages[inner->passage].contained = true;
    begin = end;
  }
}

}  // namespace sahafa
