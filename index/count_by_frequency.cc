#include "index/count_by_frequency.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "index/index_schema.h"
#include "index/search_keys.h"

namespace sahafa {
namespace {

using Kind = PlanNode::Kind;

/// Adds the words whose places are hits; false when the plan asks for more than words.
bool collect_words(const PlanNode& node, const QueryPlan& plan, std::vector<const SoughtWord*>& words) {
  switch (node.kind) {
    case Kind::word:
      words.push_back(&plan.words[node.word]);
      return !words.back()->pattern && words.back()->title == words.front()->title;
    case Kind::any:  // an alternative that is not fulfilled counts only where it is a word, with no places
      return std::ranges::all_of(node.children, [&](const PlanNode& child) {
        return child.kind != Kind::all && collect_words(child, plan, words);
      });
    case Kind::all:
      return std::ranges::all_of(node.children,
                                 [&](const PlanNode& child) { return collect_words(child, plan, words); });
    case Kind::none:
    case Kind::filter:
    case Kind::listed:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<std::vector<std::int64_t>> count_by_frequency(const QueryPlan& plan,
                                                            const Xapian::Database& database,
                                                            const std::vector<Xapian::docid>& matches,
                                                            const CountExactly& count_exactly) {
  std::vector<const SoughtWord*> words;
  if (!collect_words(plan.root, plan, words)) return std::nullopt;
  std::set<std::string> keys;  // each once: of words with the same key the places are the same
  for (const SoughtWord* word : words) keys.insert(word->keys.begin(), word->keys.end());

  std::vector<std::int64_t> hits(matches.size());
  std::vector<std::uint8_t> french(matches.size());
  for (const std::string& key : keys) {
    const std::string term = make_term(words.front()->title ? prefix::kTitle : std::string_view(), key);
    const std::uint8_t is_french = is_arabic_word(key) ? 0 : 1;
    const auto end = database.postlist_end(term);
    auto at = database.postlist_begin(term);
    for (std::size_t i = 0; i < matches.size() && at != end; ++i) {
      while (at != end && *at < matches[i]) ++at;
      if (at == end || *at != matches[i]) continue;
      hits[i] += at.get_wdf();
      french[i] = static_cast<std::uint8_t>(std::min(french[i] + is_french, 2));
    }
  }
  std::vector<Xapian::docid> unsure;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (french[i] > 1) unsure.push_back(matches[i]);
  }
  const std::vector<std::int64_t> exact = count_exactly(unsure);
  for (std::size_t i = 0, next = 0; i < matches.size(); ++i) {
    if (french[i] > 1) hits[i] = exact[next++];
  }
  return hits;
}

}  // namespace sahafa
