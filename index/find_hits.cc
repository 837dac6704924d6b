#include "index/find_hits.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace sahafa {
namespace {

using Kind = PlanNode::Kind;
using Extents = std::vector<Extent>;

void sort_unique(Extents& extents) {
  std::ranges::sort(extents);
  extents.erase(std::ranges::unique(extents).begin(), extents.end());
}

/// The closest pairs of a left one and a right one behind it, at most `distance` words on. O(n log n).
void pair_up(const Extents& left, const Extents& right, std::uint32_t distance, Extents& pairs) {
  Extents by_end = left;
  std::ranges::sort(by_end, {}, &Extent::end);
  for (const Extent& one : right) {
    const auto behind = std::ranges::upper_bound(by_end, one.begin, {}, &Extent::end);
    if (behind == by_end.begin()) continue;
    const Extent& before = *std::prev(behind);
    if (one.begin - before.end >= distance) continue;
    const auto next = std::ranges::lower_bound(right, before.end, {}, &Extent::begin);
    if (next->begin == one.begin) pairs.push_back({before.begin, one.end});
  }
}

/// Drops of the extents from `first` on those that lie in another one: the word inside a name that is another way to find the same. O(n log n).
void drop_inner(Extents& extents, std::size_t first) {
  const auto begin = extents.begin() + static_cast<std::ptrdiff_t>(first);
  std::sort(begin, extents.end(), [](const Extent& a, const Extent& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::uint32_t end = 0;
  const auto dropped = std::remove_if(begin, extents.end(), [&end](const Extent& extent) {
    if (extent.end <= end) return true;
    end = extent.end;
    return false;
  });
  extents.erase(dropped, extents.end());
}

class Finder {
 public:
  Finder(const ArticlePlaces& places, const FilterTest& filter) : places_(&places), filter_(&filter) {}

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
        return !find(node).empty();
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
        std::ranges::move(find(node), std::back_inserter(hits));
    }
  }

 private:
  /// The places of a node that has some.
  Extents find(const PlanNode& node) const {
    switch (node.kind) {
      case Kind::word:
      case Kind::exact:
        return places_->words[node.word];
      case Kind::near:
      case Kind::ordered:
        return find_close(node);
      case Kind::sentence:
        return find_sentences(node);
      default: {
        Extents all;
        for (const PlanNode& child : node.children) std::ranges::move(find(child), std::back_inserter(all));
        sort_unique(all);
        return all;
      }
    }
  }

  Extents find_close(const PlanNode& node) const {
    if (node.children.empty()) return {};
    Extents found = find(node.children.front());
    for (std::size_t i = 1; i < node.children.size() && !found.empty(); ++i) {
      const Extents next = find(node.children[i]);
      Extents pairs;
      pair_up(found, next, node.distance, pairs);
      if (node.kind == Kind::near) pair_up(next, found, node.distance, pairs);
      sort_unique(pairs);
      found = std::move(pairs);
    }
    return found;
  }

  std::size_t sentence_of(std::uint32_t position) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(places_->sentences, position) -
                                    places_->sentences.begin());
  }

  Extents find_sentences(const PlanNode& node) const {
    struct Found {
      std::size_t children = 0;
      Extent extent;
    };
    std::map<std::size_t, Found> sentences;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      for (const Extent& place : find(node.children[i])) {
        const std::size_t sentence = sentence_of(place.begin);
        if (sentence != sentence_of(place.end - 1)) continue;
        auto [entry, fresh] = sentences.try_emplace(sentence, Found{0, place});
        Found& found = entry->second;
        if (found.children != i) continue;  // this child was there already, or one before it is missing
        ++found.children;
        found.extent = {std::min(found.extent.begin, place.begin), std::max(found.extent.end, place.end)};
      }
    }
    Extents hits;
    for (const auto& [sentence, found] : sentences) {
      if (found.children == node.children.size()) hits.push_back(found.extent);
    }
    return hits;
  }

  const ArticlePlaces* places_;
  const FilterTest* filter_;
};

}  // namespace

bool fulfils(const PlanNode& node, const ArticlePlaces& places, const FilterTest& filter) {
  return Finder(places, filter).fulfils(node);
}

std::vector<Extent> find_hits(const PlanNode& node, const ArticlePlaces& places, const FilterTest& filter) {
  const Finder finder(places, filter);
  Extents hits;
  finder.collect(node, hits);
  sort_unique(hits);
  return hits;
}

}  // namespace sahafa
