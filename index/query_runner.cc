#include "index/query_runner.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "corpus/codebook.h"
#include "index/expand_query.h"
#include "index/index_metadata.h"
#include "index/index_places.h"
#include "index/index_schema.h"
#include "index/match_plan.h"
#include "index/plan_query.h"
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

QueryRunner::QueryRunner(const Corpus& corpus, const Xapian::Database& database)
    : corpus_(&corpus), database_(&database), choice_(choice_of(database)), keys_(choice_.arabic) {}

void QueryRunner::note_removed() {
  const Catalogue& catalogue = corpus_->catalogue();
  const bool newest = get_number(*database_, index_metadata::kRevision) == catalogue.revision();
  removed_ = newest ? std::vector<ArticleId>() : catalogue.list_removed_ids();
}

bool QueryRunner::is_held(Xapian::docid id) const {
  return !std::ranges::binary_search(removed_, ArticleId{id});
}

std::vector<Xapian::docid> QueryRunner::without_removed(std::vector<Xapian::docid> articles) const {
  if (!removed_.empty()) std::erase_if(articles, [&](Xapian::docid id) { return !is_held(id); });
  return articles;
}

PreparedQuery QueryRunner::prepare(const Query& query) {
  note_removed();
  PreparedQuery prepared;
  const std::filesystem::path folder = corpus_->index_path();
  const PlanSources sources{
      .database = *database_,
      .analyzer = analyzer_,
      .keys = keys_,
      .outlets = corpus_->outlets(),
      .folder = folder,
      .positions = choice_.positions,
      .find_claims = [&](std::span<const QueryNode> filters) { return find_claims(filters); }};
  prepared.plan = plan_query(expand_names(query, corpus_->codebook(), corpus_->equivalents()).query, sources);
  prepared.query = compile_plan(prepared.plan, [&](const PlanNode& node, const Xapian::Query& candidates) {
    return verify(node, prepared.plan, candidates);
  });
  return prepared;
}

std::vector<Xapian::docid> QueryRunner::match_all(const PreparedQuery& prepared) const {
  if (auto matches = match_without_positions(prepared.plan, *database_))
    return without_removed(*std::move(matches));
  return match_query(prepared.query);
}

std::vector<Xapian::docid> QueryRunner::match_query(const Xapian::Query& query) const {
  Xapian::Enquire enquire(*database_);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet matches = enquire.get_mset(0, std::max(1U, database_->get_doccount()));
  return without_removed({matches.begin(), matches.end()});
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

std::vector<std::uint32_t> QueryRunner::verify(const PlanNode& node, const QueryPlan& plan,
                                               const Xapian::Query& candidates) {
  std::vector<std::uint32_t> right;
  PlaceSource places(plan, *this);
  places.visit(node, match_query(candidates), [&](Xapian::docid id, const ArticlePlaces& found) {
    if (fulfils(node, found, filter_test(id))) right.push_back(id);
  });
  return right;
}

PlaceSource::PlaceSource(const QueryPlan& plan, QueryRunner& runner)
    : plan_(&plan), runner_(&runner), text_(plan, runner.analyzer(), runner.keys()) {}

void PlaceSource::visit(const PlanNode& node, std::span<const Xapian::docid> articles, const Visit& visit) {
  if (!has_index_places(node, *plan_)) {
    for (const Xapian::docid article : articles)
      visit(article, text_.read(runner_->get_article(article)).places);
    return;
  }
  constexpr std::size_t kBatch = 2048;  // some megabytes of places
  for (std::size_t begin = 0; begin < articles.size(); begin += kBatch) {
    const auto batch = articles.subspan(begin, std::min(kBatch, articles.size() - begin));
    const std::vector<ArticlePlaces> places = read_index_places(runner_->database(), batch, node, *plan_);
    for (std::size_t i = 0; i < batch.size(); ++i) visit(batch[i], places[i]);
  }
}

}  // namespace sahafa
