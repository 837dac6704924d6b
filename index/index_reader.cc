#include "index/index_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <unordered_set>
#include <utility>

#include "index/article_source.h"
#include "index/compile_plan.h"
#include "index/count_facet.h"
#include "index/expand_query.h"
#include "index/explain_plan.h"
#include "index/field_columns.h"
#include "index/form_weights.h"
#include "index/index_schema.h"
#include "index/open_index.h"
#include "index/query_runner.h"
#include "index/rank_plan.h"
#include "index/similar_articles.h"
#include "index/sought_tokens.h"
#include "index/spelling.h"
#include "index/stored_fields.h"

namespace sahafa {
namespace {

Xapian::valueno number(Slot slot) { return static_cast<Xapian::valueno>(slot); }

std::int64_t to_integer(const std::string& text, std::int64_t otherwise) {
  std::int64_t value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Xapian::BM25Weight make_weight() { return {Bm25::kSaturation, 0, 1, Bm25::kLength, Bm25::kLeastLength}; }

/// How many matches each cluster has.
class ClusterCounts {
 public:
  /// `clusters` by document; nullptr: each document counts for itself.
  ClusterCounts(const std::vector<Xapian::docid>& matches, const std::vector<std::uint32_t>* clusters)
      : clusters_(clusters), total_(std::ssize(matches)) {
    if (clusters == nullptr) return;
    total_ = 0;
    counts_.resize(clusters->size());
    for (const Xapian::docid match : matches) {
      if (counts_[(*clusters)[match]]++ == 0) ++total_;
    }
  }

  std::int64_t total() const { return total_; }
  std::uint32_t cluster(Xapian::docid match) const {
    return clusters_ == nullptr ? match : (*clusters_)[match];
  }
  /// Other matches of its cluster.
  std::int64_t copies(Xapian::docid match) const {
    return clusters_ == nullptr ? 0 : std::int64_t{counts_[cluster(match)]} - 1;
  }

 private:
  const std::vector<std::uint32_t>* clusters_;
  std::vector<std::uint32_t> counts_;
  std::int64_t total_;
};

void set_order(Xapian::Enquire& enquire, SortOrder sort) {
  if (sort == SortOrder::relevance) return;
  enquire.set_sort_by_value_then_relevance(number(Slot::date), sort == SortOrder::newest);
}

}  // namespace

struct IndexReader::Impl {
  const Corpus* corpus;
  Xapian::Database database;
  QueryRunner runner;
  FieldColumns columns;
  std::optional<StoredFields> stored;  ///< of the last read_fields(), whose answer are views of it

  explicit Impl(const Corpus& the_corpus)
      : corpus(&the_corpus),
        database(open_index(the_corpus)),
        runner(the_corpus, database),
        columns(database) {}

  template <class Work>
  auto read(const Work& work) {
    return read_index(*corpus, database, [&] {
      columns.follow();
      return work();
    });
  }

  /// Ascending; of a cluster the first.
  std::vector<Xapian::docid> match_all(const Query& query, Copies copies) {
    std::vector<Xapian::docid> matches = runner.match_all(runner.prepare(query));
    return copies == Copies::all ? matches : first_of_clusters(matches, columns.clusters());
  }

  Hit make_hit(const Xapian::MSetIterator& match) const {
    Hit hit;
    hit.score = match.get_weight();
    hit.article = runner.get_article(*match);
    return hit;
  }

  /// The hits of the page that was asked for, and how many there are. All matches are counted without ranking; the
  /// ranking then only needs to find the best.
  std::vector<Hit> rank(const QueryPlan& plan, const SearchOptions& options, std::int64_t& total) {
    const bool collapse = options.copies == Copies::collapse;
    const std::vector<Xapian::docid> matches = runner.match_all(plan);
    const ClusterCounts clusters(matches, collapse ? &columns.clusters() : nullptr);
    total = clusters.total();

    DocumentSet matching(database.get_lastdocid());
    for (const Xapian::docid match : matches) matching.add(match);
    const FormWeights forms(database, runner.words(), matching);
    const Xapian::Query query(Xapian::Query::OP_AND_MAYBE, compile_plan(plan, forms), rank_plan(plan, forms));
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(make_weight());
    set_order(enquire, options.sort);
    const std::size_t all = matches.size();
    const std::size_t end = std::min(all, options.offset + std::min(options.limit, all));
    std::vector<Hit> hits;
    // Some of the best are copies of better ones: more are needed then.
    for (std::size_t best = std::min(all, end + end / 4);; best = std::min(all, best * 4)) {
      enquire.set_query(
          {Xapian::Query::OP_FILTER, query, make_article_query(by_date(matches, options.sort, best))});
      const Xapian::MSet ranked = enquire.get_mset(0, static_cast<Xapian::doccount>(best));
      hits.clear();
      std::unordered_set<std::uint32_t> seen;
      for (auto match = ranked.begin(); match != ranked.end() && seen.size() < end; ++match) {
        if (!seen.insert(clusters.cluster(*match)).second || seen.size() <= options.offset) continue;
        hits.push_back(make_hit(match));
        hits.back().rank = std::ssize(seen);
        hits.back().copies = clusters.copies(*match);
      }
      if (seen.size() >= end || best == all) return hits;
    }
  }

  /// Of a page in the order of dates only those are ranked that may be on it: the `best` by date and those of the same
  /// date as the last of them.
  std::vector<Xapian::docid> by_date(const std::vector<Xapian::docid>& matches, SortOrder sort,
                                     std::size_t best) {
    if (sort == SortOrder::relevance || best == 0 || best == matches.size()) return matches;
    const ValueColumn& dates = columns.values(Slot::date);
    const auto before = [&](std::string_view one, std::string_view other) {
      return sort == SortOrder::newest ? one > other : one < other;
    };
    std::vector<std::string_view> order;
    for (const Xapian::docid match : matches) order.push_back(dates.at(match));
    const auto last = order.begin() + static_cast<std::ptrdiff_t>(best - 1);
    std::ranges::nth_element(order, last, before);
    std::vector<Xapian::docid> first;
    std::ranges::copy_if(matches, std::back_inserter(first),
                         [&](Xapian::docid match) { return !before(*last, dates.at(match)); });
    return first;
  }

  static Snippet snip(const Article& article, SoughtTokens& sought, std::size_t length) {
    const std::vector<Token> tokens = tokenize(article.text);
    std::optional<SoughtNumbers> numbers = sought.find_by_positions(article, tokens);
    if (!numbers) numbers = sought.find_in_text(article, tokens.size());
    drop_lone_stop_words(article.text, tokens, *numbers);
    return make_snippet(article.text, tokens, *numbers, length);
  }

  void add_snippets(const QueryPlan& plan, std::size_t length, std::vector<Hit>& hits) {
    SoughtTokens sought(plan, runner.analyzer(), runner.keys());
    // Where the index is of the same revision as the texts, it knows which words they are.
    if (plan.positions && revision() == corpus->catalogue().revision()) {
      std::vector<Xapian::docid> articles;
      for (const Hit& hit : hits) articles.push_back(static_cast<Xapian::docid>(hit.article.id.value));
      sought.read_positions(runner.words(), articles);
    }
    for (Hit& hit : hits) hit.snippet = snip(hit.article, sought, length);
  }

  /// Catalogue revision up to which the index is complete.
  std::int64_t revision() const {
    return to_integer(database.get_metadata(std::string(index_metadata::kRevision)), -1);
  }

  std::vector<TextHit> hits_in(const QueryPlan& plan, const ReadArticle& article, Xapian::docid id) const {
    std::vector<TextHit> hits;
    for (const Extent& extent : find_hits(plan.root, article.places, runner.filter_test(id))) {
      const bool in_title =
          !article.title.words.empty() && extent.begin <= article.title.words.back().position;
      const std::vector<PlacedWord>& words = in_title ? article.title.words : article.text.words;
      hits.push_back({in_title, token_at(words, extent.begin), token_at(words, extent.end - 1)});
    }
    return hits;
  }

 private:
  /// The token that covers a position.
  static std::size_t token_at(const std::vector<PlacedWord>& words, std::uint64_t position) {
    return std::prev(std::ranges::upper_bound(words, position, {}, &PlacedWord::position))->token;
  }
};

IndexReader::IndexReader(const Corpus& corpus) : impl_(std::make_unique<Impl>(corpus)) {}
IndexReader::~IndexReader() = default;
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;

SearchResult IndexReader::search(const Query& query, const SearchOptions& options) const {
  return impl_->read([&] {
    const QueryPlan plan = impl_->runner.prepare(query);
    SearchResult result{
        .query = query.text(),
        .added = expand_names(query, impl_->corpus->codebook(), impl_->corpus->equivalents()).added,
        .total = 0,
        .hits = {}};
    result.hits = impl_->rank(plan, options, result.total);
    if (options.snippet_tokens > 0) impl_->add_snippets(plan, options.snippet_tokens, result.hits);
    for (Hit& hit : result.hits) hit.article.text.clear();
    return result;
  });
}

std::int64_t IndexReader::count(const Query& query, Copies copies) const {
  return impl_->read([&] { return std::ssize(impl_->match_all(query, copies)); });
}

std::vector<FacetCount> IndexReader::count_facet(const Query& query, Facet facet, Copies copies) const {
  const ValueCounts counts = impl_->read([&] {
    return count_facet_values(*impl_->corpus, impl_->columns, impl_->match_all(query, copies), facet);
  });
  std::vector<FacetCount> facets;
  for (const auto& [value, articles] : counts) facets.push_back({value, articles});
  std::ranges::sort(facets, [](const FacetCount& one, const FacetCount& other) {
    return one.articles != other.articles ? one.articles > other.articles : one.value < other.value;
  });
  return facets;
}

std::vector<ArticleId> IndexReader::matching_articles(const Query& query) const {
  return impl_->read([&] {
    std::vector<ArticleId> found;
    for (const Xapian::docid match : impl_->match_all(query, Copies::all)) found.push_back(ArticleId{match});
    return found;
  });
}

std::vector<ArticleHits> IndexReader::count_hits(const Query& query) const {
  return impl_->read([&] {
    const QueryPlan plan = impl_->runner.prepare(query);
    const std::vector<Xapian::docid> matches = impl_->runner.match_all(plan);
    const std::vector<std::int64_t> hits = impl_->runner.count_hits(plan, matches);
    std::vector<ArticleHits> counts;
    counts.reserve(matches.size());
    for (std::size_t i = 0; i < matches.size(); ++i) counts.push_back({ArticleId{matches[i]}, hits[i]});
    return counts;
  });
}

std::vector<ArticleFields> IndexReader::read_fields(std::span<const ArticleId> articles) const {
  return impl_->read([&] {
    impl_->stored = StoredFields::find(*impl_->corpus, impl_->revision());
    auto fields = impl_->stored ? impl_->stored->read(articles) : std::nullopt;
    return fields ? *std::move(fields) : impl_->columns.read(articles);
  });
}

void IndexReader::visit_hits(const Query& query, std::span<const ArticleId> articles,
                             const HitVisitor& visit) const {
  impl_->read([&] {
    QueryRunner& runner = impl_->runner;
    const QueryPlan plan = runner.prepare(query);
    TextPlaces places(plan, runner.analyzer(), runner.keys());
    for (const ArticleId wanted : articles) {
      const auto id = static_cast<Xapian::docid>(wanted.value);
      const Article article = runner.get_article(id);
      const ReadArticle read = places.read(article);
      if (!visit(article, read, impl_->hits_in(plan, read, id))) return;
    }
  });
}

std::vector<Suggestion> IndexReader::suggest(const Query& query) const {
  return impl_->read([&] {
    const QueryPlan plan = impl_->runner.prepare(query);
    return suggest_spellings(impl_->database, impl_->runner.words(), plan);
  });
}

std::vector<std::string> IndexReader::explain(const Query& query) const {
  return impl_->read([&] {
    const QueryPlan plan = impl_->runner.prepare(query);
    return explain_plan(impl_->database, impl_->runner.words(), plan);
  });
}

std::vector<Hit> IndexReader::find_similar(ArticleId article, std::size_t limit) const {
  return impl_->read([&] {
    const auto id = static_cast<Xapian::docid>(article.value);
    impl_->runner.follow();
    std::vector<Hit> hits;
    const Xapian::MSet matches = match_similar(impl_->database, id, static_cast<Xapian::doccount>(limit));
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      if (!impl_->runner.is_held(*match)) continue;
      hits.push_back(impl_->make_hit(match));
      hits.back().rank = std::ssize(hits);
      hits.back().article.text.clear();
    }
    return hits;
  });
}

std::int64_t IndexReader::revision() const {
  return impl_->read([&] { return impl_->revision(); });
}

}  // namespace sahafa
