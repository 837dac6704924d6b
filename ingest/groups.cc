#include "ingest/groups.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace sahafa {
namespace {

constexpr std::size_t kSampledMembers = 8;

class Groups {
 public:
  Groups(std::size_t texts, const std::vector<JudgedPair>& pairs, bool guard)
      : pairs_(pairs), guard_(guard), group_(texts), members_(texts) {
    std::iota(group_.begin(), group_.end(), 0U);
    for (std::uint32_t text = 0; text < texts; ++text) members_[text] = {text};
  }

  void join(TextPair edge) {
    std::uint32_t a = group_[edge.a];
    std::uint32_t b = group_[edge.b];
    if (a == b || (guard_ && !agree(members_[a], members_[b]))) return;
    if (members_[a].size() < members_[b].size()) std::swap(a, b);
    for (const std::uint32_t text : members_[b]) group_[text] = a;
    const auto middle = static_cast<std::ptrdiff_t>(members_[a].size());
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    std::inplace_merge(members_[a].begin(), members_[a].begin() + middle, members_[a].end());
    members_[b] = {};
  }

  std::uint32_t name(std::uint32_t text) const { return members_[group_[text]].front(); }

 private:
  bool agree(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    std::size_t pairs = 0;
    std::size_t agreeing = 0;
    for (std::size_t i = 0; i < std::min(a.size(), kSampledMembers); ++i) {
      for (std::size_t j = 0; j < std::min(b.size(), kSampledMembers); ++j) {
        ++pairs;
        agreeing += is_judged_alike(a[i], b[j]) ? 1 : 0;
      }
    }
    return agreeing * 2 > pairs;
  }

  bool is_judged_alike(std::uint32_t a, std::uint32_t b) const {
    return std::ranges::binary_search(pairs_, TextPair{std::min(a, b), std::max(a, b)}, {},
                                      &JudgedPair::texts);
  }

  const std::vector<JudgedPair>& pairs_;
  bool guard_;
  std::vector<std::uint32_t> group_;
  std::vector<std::vector<std::uint32_t>> members_;  // sorted
};

}  // namespace

std::vector<std::uint32_t> join_groups(std::size_t texts, const std::vector<JudgedPair>& pairs,
                                       const ReuseRules& rules) {
  std::vector<JudgedPair> edges;
  std::ranges::copy_if(pairs, std::back_inserter(edges), &JudgedPair::joins);
  std::ranges::sort(edges, {},
                    [](const JudgedPair& edge) { return std::pair(-edge.resemblance, edge.texts); });
  Groups groups(texts, pairs, rules.guard);
  for (const JudgedPair& edge : edges) groups.join(edge.texts);
  std::vector<std::uint32_t> names(texts);
  for (std::uint32_t text = 0; text < texts; ++text) names[text] = groups.name(text);
  return names;
}

}  // namespace sahafa
