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

class PlaceFinder {
 public:
  explicit PlaceFinder(const Places& places) : places_(&places) {}

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

 private:
  /// Without a copy where the places are there.
  const Extents& look_up(const PlanNode& node, Extents& made) const {
    if (node.kind == Kind::word || node.kind == Kind::exact) return places_->words[node.word];
    made = find(node);
    return made;
  }

  Extents find_close(const PlanNode& node) const {
    if (node.children.empty()) return {};
    if (node.children.size() == 1) return find(node.children.front());
    Extents found;
    for (std::size_t i = 1; i < node.children.size(); ++i) {
      Extents made_before;
      Extents made_next;
      const Extents& before = i == 1 ? look_up(node.children.front(), made_before) : found;
      const Extents& next = look_up(node.children[i], made_next);
      Extents pairs;
      pair_up(before, next, node.distance, pairs);
      if (node.kind == Kind::near) {
        const std::size_t middle = pairs.size();
        pair_up(next, before, node.distance, pairs);
        merge_halves(pairs, middle);
      }
      sort_unique(pairs);
      found = std::move(pairs);
    }
    return found;
  }

  /// The first place in each sentence that has one, by sentence.
  struct InSentence {
    std::size_t sentence = 0;
    Extent extent;
  };
  std::vector<InSentence> first_in_sentences(const Extents& extents) const {
    std::vector<InSentence> found;
    const std::vector<std::uint64_t>& begins = places_->sentences;
    auto next = begins.begin();  // the first sentence behind the place
    for (const Extent& extent : extents) {
      while (next != begins.end() && *next <= extent.begin) ++next;
      if (next != begins.end() && *next < extent.end) continue;  // over the edge of two
      const auto sentence = static_cast<std::size_t>(next - begins.begin());
      if (found.empty() || found.back().sentence != sentence) found.push_back({sentence, extent});
    }
    return found;
  }

  Extents find_sentences(const PlanNode& node) const {
    std::vector<InSentence> together;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      Extents made;
      std::vector<InSentence> child = first_in_sentences(look_up(node.children[i], made));
      if (i > 0) keep_shared(together, child);
      together = std::move(child);
    }
    Extents hits;
    for (const InSentence& found : together) hits.push_back(found.extent);
    return hits;
  }

  /// Leaves of `child` the sentences that `before` has, too, each from the first to the last of both.
  static void keep_shared(const std::vector<InSentence>& before, std::vector<InSentence>& child) {
    auto at = before.begin();
    std::size_t kept = 0;
    for (const InSentence& found : child) {
      while (at != before.end() && at->sentence < found.sentence) ++at;
      if (at == before.end()) break;
      if (at->sentence != found.sentence) continue;
      child[kept++] = {
          found.sentence,
          {std::min(at->extent.begin, found.extent.begin), std::max(at->extent.end, found.extent.end)}};
    }
    child.resize(kept);
  }

  const Places* places_;
};

/// Reads a plan in one article.
class ArticleFinder {
 public:
  ArticleFinder(const Places& places, const FilterTest& filter) : finder_(places), filter_(&filter) {}

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
        return !finder_.find(node).empty();
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
        std::ranges::move(finder_.find(node), std::back_inserter(hits));
    }
  }

 private:
  PlaceFinder finder_;
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

Extents find_places(const PlanNode& node, const Places& places) { return PlaceFinder(places).find(node); }

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
