#include "index/index_places.h"

#include <algorithm>
#include <string>

#include "index/index_schema.h"

namespace sahafa {
namespace {

using Kind = PlanNode::Kind;

void read_positions(const Xapian::Database& database, Xapian::docid article, const std::string& term,
                    std::vector<std::uint32_t>& positions) {
  const auto end = database.positionlist_end(article, term);
  for (auto at = database.positionlist_begin(article, term); at != end; ++at) positions.push_back(*at);
}

std::vector<Extent> read_word(const Xapian::Database& database, Xapian::docid article,
                              const SoughtWord& word) {
  std::vector<std::uint32_t> positions;
  const std::string_view prefix = word.title ? prefix::kTitle : std::string_view();
  for (const std::string& key : word.keys)
    read_positions(database, article, make_term(prefix, key), positions);
  std::ranges::sort(positions);
  positions.erase(std::ranges::unique(positions).begin(), positions.end());
  std::vector<Extent> extents;
  extents.reserve(positions.size());
  for (const std::uint32_t position : positions) extents.push_back({position, position + 1});
  return extents;
}

class PlaceReader {
 public:
  PlaceReader(const Xapian::Database& database, Xapian::docid article, const QueryPlan& plan)
      : database_(&database), article_(article), plan_(&plan) {
    places_.words.resize(plan.words.size());
  }

  void read(const PlanNode& node) {
    if (node.kind == Kind::word)
      places_.words[node.word] = read_word(*database_, article_, plan_->words[node.word]);
    if (node.kind == Kind::sentence && places_.sentences.empty())
      read_positions(*database_, article_, std::string(prefix::kSentence), places_.sentences);
    for (const PlanNode& child : node.children) read(child);
  }

  ArticlePlaces take() { return std::move(places_); }

 private:
  const Xapian::Database* database_;
  Xapian::docid article_;
  const QueryPlan* plan_;
  ArticlePlaces places_;
};

}  // namespace

bool has_index_places(const PlanNode& node, const QueryPlan& plan) {
  if (node.kind == Kind::exact) return false;
  if (node.kind == Kind::word && plan.words[node.word].pattern) return false;
  return std::ranges::all_of(node.children, [&](const auto& child) { return has_index_places(child, plan); });
}

ArticlePlaces read_index_places(const Xapian::Database& database, Xapian::docid article, const PlanNode& node,
                                const QueryPlan& plan) {
  PlaceReader reader(database, article, plan);
  reader.read(node);
  return reader.take();
}

}  // namespace sahafa
