#include "index/find_hits.h"

#include <algorithm>
#include <iterator>

namespace sahafa {
namespace {

using Kind = PlanNode::Kind;

/// The closest pairs of a left one and a right one behind it, at most `distance` words on. O(n), and sorting where extents overlap.
void pair_up(const Extents& left, const Extents& right, std::uint32_t distance, Extents& pairs) {
  Extents sorted;
  if (!std::ranges::is_sorted(left, {}, &Extent::end)) {
    sorted = left;
    std::ranges::sort(sorted, {}, &Extent::end);
  }
  const Extents& by_end = sorted.empty() ? left : sorted;
  auto behind = by_end.begin();  // the first that does not end before the right one
  auto next = right.begin();     // the first of the right ones behind the left one
  for (const Extent& one : right) {
    while (behind != by_end.end() && behind->end <= one.begin) ++behind;
    if (behind == by_end.begin()) continue;
    const Extent& before = *std::prev(behind);
    if (one.begin - before.end >= distance) continue;
    while (next->begin < before.end) ++next;
    if (next->begin == one.begin) pairs.push_back({before.begin, one.end});
  }
}

/// Sorts extents of which both parts, as a rule, are sorted.
void merge_halves(Extents& extents, std::size_t middle) {
  const auto begin_of_second = extents.begin() + static_cast<std::ptrdiff_t>(middle);
  if (!std::is_sorted(extents.begin(), begin_of_second)) std::sort(extents.begin(), begin_of_second);
  if (!std::is_sorted(begin_of_second, extents.end())) std::sort(begin_of_second, extents.end());
  std::inplace_merge(extents.begin(), begin_of_second, extents.end());
}

/// The first place in each sentence that has one, by sentence.
struct InSentence {
  std::size_t sentence = 0;
  Extent extent;
};

std::vector<InSentence> first_in_sentences(const Extents& extents, const std::vector<std::uint64_t>& begins) {
  std::vector<InSentence> found;
  auto next = begins.begin();  // the first sentence behind the place
  for (const Extent& extent : extents) {
    while (next != begins.end() && *next <= extent.begin) ++next;
    if (next != begins.end() && *next < extent.end) continue;  // over the edge of two
    const auto sentence = static_cast<std::size_t>(next - begins.begin());
    if (found.empty() || found.back().sentence != sentence) found.push_back({sentence, extent});
  }
  return found;
}

/// The places of a node in one article.
Extents find(const PlanNode& node, const Places& places) {
  switch (node.kind) {
    case Kind::word:
    case Kind::exact:
      return places.words[node.word];
    case Kind::near:
    case Kind::ordered: {
      Extents found;
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        Extents next = find(node.children[i], places);
        found = i == 0 ? std::move(next) : join_close(node, found, next);
      }
      return found;
    }
    case Kind::sentence: {
      Extents found;
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        Extents next = find(node.children[i], places);
        found = join_sentence(i == 0 ? next : found, next, places.sentences);
      }
      return found;
    }
    default: {
      Extents all;
      for (const PlanNode& child : node.children)
        std::ranges::move(find(child, places), std::back_inserter(all));
      sort_unique(all);
      return all;
    }
  }
}

/// Reads a plan in one article.
class ArticleFinder {
 public:
  ArticleFinder(const Places& places, const FilterTest& filter) : places_(&places), filter_(&filter) {}

  bool fulfils(const PlanNode& node) const {
    switch (node.kind) {
      case Kind::all:
        return std::ranges::all_of(node.children, [&](const auto& child) { return fulfils(child); });
      case Kind::any:
        return std::ranges::any_of(node.children, [&](const auto& child) { return fulfils(child); });
      case Kind::none:
        return !fulfils(node.children.front());
      case Kind::filter:
      case Kind::listed:
        return (*filter_)(node);
      default:
        return !find(node, *places_).empty();
    }
  }

  void collect(const PlanNode& node, Extents& hits) const {
    switch (node.kind) {
      case Kind::all:
        for (const PlanNode& child : node.children) collect(child, hits);
        return;
      case Kind::any: {
        const std::size_t before = hits.size();
        for (const PlanNode& child : node.children) {
          // Of words that stand in no place nothing is collected anyway.
          if (child.kind != Kind::all || fulfils(child)) collect(child, hits);
        }
        drop_inner(hits, before);
        return;
      }
      case Kind::none:
      case Kind::filter:
      case Kind::listed:
        return;
      default:
        std::ranges::move(find(node, *places_), std::back_inserter(hits));
    }
  }

 private:
  const Places* places_;
  const FilterTest* filter_;
};

}  // namespace

void drop_inner(Extents& extents, std::size_t first) {
  const auto begin = extents.begin() + static_cast<std::ptrdiff_t>(first);
  const auto outer_first = [](const Extent& a, const Extent& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  };
  if (!std::is_sorted(begin, extents.end(), outer_first)) std::sort(begin, extents.end(), outer_first);
  std::uint64_t end = 0;
  const auto dropped = std::remove_if(begin, extents.end(), [&end](const Extent& extent) {
    if (extent.end <= end) return true;
    end = extent.end;
    return false;
  });
  extents.erase(dropped, extents.end());
}

void sort_unique(Extents& extents) {
  if (!std::ranges::is_sorted(extents)) std::ranges::sort(extents);
  extents.erase(std::ranges::unique(extents).begin(), extents.end());
}

Extents join_close(const PlanNode& node, const Extents& before, const Extents& next) {
  Extents pairs;
  pair_up(before, next, node.distance, pairs);
  if (node.kind == Kind::near) {
    const std::size_t middle = pairs.size();
    pair_up(next, before, node.distance, pairs);
    merge_halves(pairs, middle);
  }
  sort_unique(pairs);
  return pairs;
}

Extents join_sentence(const Extents& before, const Extents& next, const std::vector<std::uint64_t>& begins) {
  const std::vector<InSentence> first = first_in_sentences(before, begins);
  Extents joined;
  auto at = first.begin();
  for (const InSentence& second : first_in_sentences(next, begins)) {
    while (at != first.end() && at->sentence < second.sentence) ++at;
    if (at == first.end()) break;
    if (at->sentence != second.sentence) continue;
    joined.push_back(
        {std::min(at->extent.begin, second.extent.begin), std::max(at->extent.end, second.extent.end)});
  }
  return joined;
}

bool fulfils(const PlanNode& node, const Places& places, const FilterTest& filter) {
  return ArticleFinder(places, filter).fulfils(node);
}

Extents find_hits(const PlanNode& node, const Places& places, const FilterTest& filter) {
  const ArticleFinder finder(places, filter);
  Extents hits;
  finder.collect(node, hits);
  sort_unique(hits);
  return hits;
}

}  // namespace sahafa
