#include "index/index_places.h"

#include <algorithm>
#include <string>

#include "index/index_schema.h"

namespace sahafa {
namespace {

using Kind = PlanNode::Kind;
using Articles = std::span<const Xapian::docid>;

/// Calls `visit` with the number of each of `articles` that has the term, and each position of the term there.
template <class Visit>
void visit_positions(const Xapian::Database& database, Articles articles, const std::string& term,
                     const Visit& visit) {
  const auto end = database.postlist_end(term);
  auto at = database.postlist_begin(term);
  for (std::size_t i = 0; i < articles.size() && at != end; ++i) {
    if (*at < articles[i]) at.skip_to(articles[i]);
    if (at == end || *at != articles[i]) continue;
    for (auto position = at.positionlist_begin(); position != at.positionlist_end(); ++position)
      visit(i, *position);
  }
}

class PlaceReader {
 public:
  PlaceReader(const Xapian::Database& database, Articles articles, const QueryPlan& plan)
      : database_(&database), articles_(articles), plan_(&plan), places_(articles.size()) {
    for (ArticlePlaces& places : places_) places.words.resize(plan.words.size());
  }

  void read(const PlanNode& node) {
    if (node.kind == Kind::word) read_word(node.word);
    if (node.kind == Kind::sentence && !has_sentences_) read_sentences();
    for (const PlanNode& child : node.children) read(child);
  }

  std::vector<ArticlePlaces> take() { return std::move(places_); }

 private:
  void read_word(std::size_t number) {
    const SoughtWord& word = plan_->words[number];
    const std::string_view prefix = word.title ? prefix::kTitle : std::string_view();
    for (const std::string& key : word.keys) {
      visit_positions(*database_, articles_, make_term(prefix, key),
                      [&](std::size_t article, std::uint32_t at) {
                        places_[article].words[number].push_back({at, at + 1});
                      });
    }
    if (word.keys.size() < 2) return;
    for (ArticlePlaces& places : places_) {
      std::vector<Extent>& extents = places.words[number];
      std::ranges::sort(extents);
      extents.erase(std::ranges::unique(extents).begin(), extents.end());
    }
  }

  void read_sentences() {
    has_sentences_ = true;
    visit_positions(*database_, articles_, std::string(prefix::kSentence),
                    [&](std::size_t article, std::uint32_t at) { places_[article].sentences.push_back(at); });
  }

  const Xapian::Database* database_;
  Articles articles_;
  const QueryPlan* plan_;
  std::vector<ArticlePlaces> places_;
  bool has_sentences_ = false;
};

}  // namespace

bool has_index_places(const PlanNode& node, const QueryPlan& plan) {
  if (!plan.positions) return false;
  if (node.kind == Kind::exact) return false;
  if (node.kind == Kind::word && plan.words[node.word].pattern) return false;
  return std::ranges::all_of(node.children, [&](const auto& child) { return has_index_places(child, plan); });
}

std::vector<ArticlePlaces> read_index_places(const Xapian::Database& database, Articles articles,
                                             const PlanNode& node, const QueryPlan& plan) {
  PlaceReader reader(database, articles, plan);
  reader.read(node);
  return reader.take();
}

}  // namespace sahafa
