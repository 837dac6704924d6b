#include "index/query_runner.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "corpus/codebook.h"
#include "index/corpus_places.h"
#include "index/count_by_frequency.h"
#include "index/expand_query.h"
#include "index/index_metadata.h"
#include "index/index_schema.h"
#include "index/match_plan.h"
#include "index/plan_query.h"
#include "index/text_places.h"
#include "text/error.h"

namespace sahafa {
namespace {

/// The entry and what stands below it in its tree: who is asked for CNSS is asked for its director.
void add_with_children(const QueryNode& filter, const Codebook& codebook, std::vector<std::string>& ids) {
  ids.push_back(filter.text);
  if (filter.field == "actor" || filter.field == "target" || filter.field == "holder") {
    for (const Actor& actor : codebook.actors()) {
      if (actor.id != filter.text && codebook.is_under(actor.id, filter.text)) ids.push_back(actor.id);
    }
  }
  if (filter.field == "frame") {
    for (const Frame& frame : codebook.frames()) {
      if (frame.id != filter.text && codebook.is_frame_under(frame.id, filter.text)) ids.push_back(frame.id);
    }
  }
}

/// What one filter, or several of one field of which one has to hold, ask of a claim.
ClaimField claim_field(const QueryNode& node, const Codebook& codebook) {
  if (node.kind == QueryNode::Kind::filter) return claim_field({.children = {node}}, codebook);
  ClaimField asked{node.children.front().field, {}};
  for (const QueryNode& filter : node.children) add_with_children(filter, codebook, asked.values);
  std::ranges::sort(asked.values);
  const auto doubles = std::ranges::unique(asked.values);
  asked.values.erase(doubles.begin(), doubles.end());
  return asked;
}

}  // namespace

QueryRunner::QueryRunner(const Corpus& corpus, Xapian::Database& database)
    : corpus_(&corpus), database_(&database), choice_(choice_of(database)), keys_(choice_.arabic) {}

void QueryRunner::follow() {
  if (!words_ || words_->record() != get_metadata(*database_, index_metadata::kWords))
    words_.emplace(*database_, corpus_->index_path());
  const Catalogue& catalogue = corpus_->catalogue();
  const bool newest = get_number(*database_, index_metadata::kRevision) == catalogue.revision();
  removed_ = newest ? std::vector<ArticleId>() : catalogue.list_removed_ids();
}

bool QueryRunner::is_held(Xapian::docid id) const {
  return !std::ranges::binary_search(removed_, ArticleId{id});
}

QueryPlan QueryRunner::prepare(const Query& query) {
  follow();
  const PlanSources sources{
      .database = *database_,
      .words = *words_,
      .analyzer = analyzer_,
      .keys = keys_,
      .outlets = corpus_->outlets(),
      .positions = choice_.positions,
      .find_claims = [&](std::span<const QueryNode> filters) { return find_claims(filters); }};
  return plan_query(expand_names(query, corpus_->codebook(), corpus_->equivalents()).query, sources);
}

template <class Work>
auto QueryRunner::with_matcher(const QueryPlan& plan, const Work& work) {
  const CorpusPlaces places(plan, *words_);
  const PlanMatcher matcher(plan, *database_, places,
                            [&](const PlanNode& node, const DocumentSet& candidates) {
                              return verify_in_texts(plan, node, candidates);
                            });
  return work(matcher, places);
}

std::vector<Xapian::docid> QueryRunner::match_all(const QueryPlan& plan) {
  return with_matcher(plan, [&](const PlanMatcher& matcher, const CorpusPlaces& /*places*/) {
    std::vector<Xapian::docid> matches = matcher.match(plan.root).list();
    if (!removed_.empty()) std::erase_if(matches, [&](Xapian::docid id) { return !is_held(id); });
    return matches;
  });
}

std::vector<std::int64_t> QueryRunner::count_hits(const QueryPlan& plan,
                                                  const std::vector<Xapian::docid>& matches) {
  const auto count_exactly = [&](std::span<const Xapian::docid> articles) {
    return plan.positions ? count_places(plan, articles) : count_in_texts(plan, articles);
  };
  auto hits = count_by_frequency(plan, *database_, matches, count_exactly);
  return hits ? *std::move(hits) : count_exactly(matches);
}

std::vector<std::int64_t> QueryRunner::count_places(const QueryPlan& plan,
                                                    std::span<const Xapian::docid> articles) {
  return with_matcher(plan, [&](const PlanMatcher& matcher, const CorpusPlaces& places) {
    DocumentSet set(database_->get_lastdocid());
    for (const Xapian::docid article : articles) set.add(article);
    const Extents hits = places.find_hits(set, [&](const PlanNode& node) { return matcher.match(node); });
    std::vector<std::int64_t> counts;
    auto hit = hits.begin();
    for (const Xapian::docid article : articles) {
      const auto begin = hit;
      while (hit != hits.end() && article_of(hit->begin) == article) ++hit;
      counts.push_back(hit - begin);
    }
    return counts;
  });
}

std::vector<std::int64_t> QueryRunner::count_in_texts(const QueryPlan& plan,
                                                      std::span<const Xapian::docid> articles) {
  TextPlaces texts(plan, analyzer_, keys_);
  std::vector<std::int64_t> counts;
  for (const Xapian::docid id : articles)
    counts.push_back(std::ssize(find_hits(plan.root, texts.read(get_article(id)).places, filter_test(id))));
  return counts;
}

DocumentSet QueryRunner::verify_in_texts(const QueryPlan& plan, const PlanNode& node,
                                         const DocumentSet& candidates) {
  TextPlaces texts(plan, analyzer_, keys_);
  DocumentSet right(database_->get_lastdocid());
  for (const Xapian::docid id : candidates.list()) {
    if (is_held(id) && fulfils(node, texts.read(get_article(id)).places, filter_test(id))) right.add(id);
  }
  return right;
}

FilterTest QueryRunner::filter_test(Xapian::docid article) const {
  return [this, article](const PlanNode& node) {
    if (node.kind == PlanNode::Kind::listed) return std::ranges::binary_search(node.articles, article);
    return std::ranges::any_of(node.terms, [&](const std::string& term) {
      auto at = database_->termlist_begin(article);
      at.skip_to(term);
      return at != database_->termlist_end(article) && *at == term;
    });
  };
}

Article QueryRunner::get_article(Xapian::docid id) const {
  auto article = corpus_->catalogue().find_article(ArticleId{id});
  if (!article) {
    throw Error(ErrorCode::malformed,
                fmt::format("{}: has article {}, which corpus.db does not have; remove the folder "
                            "and run `sahafa ingest`: it is made again",
                            corpus_->index_path().string(), id));
  }
  return *std::move(article);
}

std::vector<std::uint32_t> QueryRunner::find_claims(std::span<const QueryNode> filters) const {
  std::vector<ClaimField> fields;
  for (const QueryNode& filter : filters) fields.push_back(claim_field(filter, corpus_->codebook()));
  std::vector<std::uint32_t> articles;
  for (const ArticleId id : corpus_->catalogue().find_claiming(fields))
    articles.push_back(static_cast<std::uint32_t>(id.value));
  return articles;
}

}  // namespace sahafa
