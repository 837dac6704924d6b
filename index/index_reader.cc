#include "index/index_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_set>
#include <utility>

#include "index/count_facet.h"
#include "index/expand_query.h"
#include "index/explain_plan.h"
#include "index/index_schema.h"
#include "index/open_index.h"
#include "index/query_runner.h"
#include "index/rank_plan.h"
#include "index/similar_articles.h"
#include "index/spelling.h"
#include "index/word_matcher.h"

namespace sahafa {
namespace {

Xapian::valueno number(Slot slot) { return static_cast<Xapian::valueno>(slot); }

std::int64_t to_integer(const std::string& text, std::int64_t otherwise) {
  std::int64_t value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// BM25 with the parameters that were best for French and Arabic press paragraphs together.
Xapian::BM25Weight make_weight() { return {1.2, 0, 1, 0.75, 0.5}; }

/// Counts the clusters of all documents that match. Xapian's own figure is an estimate once it collapses.
class ClusterCounter : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    clusters_.insert(document.get_value(number(Slot::cluster)));
  }
  std::int64_t count() const { return std::ssize(clusters_); }

 private:
  std::unordered_set<std::string> clusters_;
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

  explicit Impl(const Corpus& the_corpus)
      : corpus(&the_corpus), database(open_index(the_corpus)), runner(the_corpus, database) {}

  template <class Work>
  auto read(const Work& work) {
    return read_index(*corpus, database, work);
  }

  Xapian::Enquire enquire(const Xapian::Query& query, Copies copies) const {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    if (copies == Copies::collapse) enquire.set_collapse_key(number(Slot::cluster));
    return enquire;
  }

  Xapian::MSet match_all(const Query& query, Copies copies) {
    return runner.match_all(runner.prepare(query).query, copies == Copies::collapse);
  }

  Hit make_hit(const Xapian::MSetIterator& match) const {
    Hit hit;
    hit.rank = match.get_rank() + 1;
    hit.score = match.get_weight();
    hit.copies = match.get_collapse_count();
    hit.article = runner.get_article(*match);
    return hit;
  }

  Snippet snip(std::string_view text, const QueryPlan& plan, WordMatcher& matcher, std::size_t length) {
    const AnalyzedText analyzed = runner.analyzer().analyze(text);
    std::vector<std::size_t> numbers(analyzed.tokens.size(), kNotSought);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (analyzed.tokens[i].kind == TokenKind::mark) continue;
      for (const WordMatch& match : matcher.match(runner.keys().get(analyzed.forms[i], analyzed.stems[i]))) {
        if (!plan.words[match.word].negated) numbers[i] = std::min<std::size_t>(numbers[i], match.word);
      }
    }
    return make_snippet(text, analyzed.tokens, numbers, length);
  }

  std::vector<TextHit> hits_in(const PreparedQuery& prepared, const ReadArticle& article,
                               Xapian::docid id) const {
    std::vector<TextHit> hits;
    for (const Extent& extent : find_hits(prepared.plan.root, article.places, runner.filter_test(id))) {
      const bool in_title =
          !article.title.words.empty() && extent.begin <= article.title.words.back().position;
      const std::vector<PlacedWord>& words = in_title ? article.title.words : article.text.words;
      hits.push_back({in_title, token_at(words, extent.begin), token_at(words, extent.end - 1)});
    }
    return hits;
  }

 private:
  /// The token that covers a position.
  static std::size_t token_at(const std::vector<PlacedWord>& words, std::uint32_t position) {
    return std::prev(std::ranges::upper_bound(words, position, {}, &PlacedWord::position))->token;
  }
};

IndexReader::IndexReader(const Corpus& corpus) : impl_(std::make_unique<Impl>(corpus)) {}
IndexReader::~IndexReader() = default;
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;

SearchResult IndexReader::search(const Query& query, const SearchOptions& options) const {
  return impl_->read([&] {
    const PreparedQuery prepared = impl_->runner.prepare(query);
    const Xapian::Query ranked(Xapian::Query::OP_AND_MAYBE, prepared.query, rank_plan(prepared.plan));
    Xapian::Enquire enquire = impl_->enquire(ranked, options.copies);
    enquire.set_weighting_scheme(make_weight());
    set_order(enquire, options.sort);
    // All matches are looked at: counts are exact, never estimates.
    const Xapian::doccount all = impl_->database.get_doccount();
    const auto at_most = [&](std::size_t wanted) {
      return static_cast<Xapian::doccount>(std::min<std::size_t>(wanted, all));
    };
    ClusterCounter counter;
    const bool collapse = options.copies == Copies::collapse;
    if (collapse) enquire.add_matchspy(&counter);
    const Xapian::MSet matches = enquire.get_mset(at_most(options.offset), at_most(options.limit), all);
    SearchResult result{.query = query.text(),
                        .added = expand_names(query, impl_->corpus->codebook()).added,
                        .total = collapse ? counter.count() : matches.get_matches_estimated(),
                        .hits = {}};
    WordMatcher matcher(prepared.plan);
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      Hit hit = impl_->make_hit(match);
      hit.snippet = impl_->snip(hit.article.text, prepared.plan, matcher, options.snippet_tokens);
      hit.article.text.clear();
      result.hits.push_back(std::move(hit));
    }
    return result;
  });
}

std::int64_t IndexReader::count(const Query& query, Copies copies) const {
  return impl_->read([&] { return std::int64_t{impl_->match_all(query, copies).size()}; });
}

std::vector<FacetCount> IndexReader::count_facet(const Query& query, Facet facet, Copies copies) const {
  const ValueCounts counts = impl_->read([&] {
    const Xapian::MSet matches = impl_->match_all(query, copies);
    return count_facet_values(*impl_->corpus, impl_->database, {matches.begin(), matches.end()}, facet);
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
    const Xapian::MSet matches = impl_->match_all(query, Copies::all);
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      found.push_back(ArticleId{*match});
    }
    return found;
  });
}

std::vector<ArticleHits> IndexReader::count_hits(const Query& query) const {
  return impl_->read([&] {
    QueryRunner& runner = impl_->runner;
    const PreparedQuery prepared = runner.prepare(query);
    PlaceSource places(prepared.plan, runner);
    std::vector<ArticleHits> counts;
    const Xapian::MSet matches = runner.match_all(prepared.query);
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      const auto hits =
          find_hits(prepared.plan.root, places.read(prepared.plan.root, *match), runner.filter_test(*match));
      counts.push_back({ArticleId{*match}, std::ssize(hits)});
    }
    return counts;
  });
}

void IndexReader::visit_hits(const Query& query, std::span<const ArticleId> articles,
                             const HitVisitor& visit) const {
  impl_->read([&] {
    QueryRunner& runner = impl_->runner;
    const PreparedQuery prepared = runner.prepare(query);
    TextPlaces places(prepared.plan, runner.analyzer(), runner.keys());
    for (const ArticleId wanted : articles) {
      const auto id = static_cast<Xapian::docid>(wanted.value);
      const Article article = runner.get_article(id);
      const ReadArticle read = places.read(article);
      if (!visit(article, read, impl_->hits_in(prepared, read, id))) return;
    }
  });
}

std::vector<Suggestion> IndexReader::suggest(const Query& query) const {
  return impl_->read([&] { return suggest_spellings(impl_->database, impl_->runner.prepare(query).plan); });
}

std::vector<std::string> IndexReader::explain(const Query& query) const {
  return impl_->read([&] { return explain_plan(impl_->database, impl_->runner.prepare(query).plan); });
}

std::vector<Hit> IndexReader::find_similar(ArticleId article, std::size_t limit) const {
  return impl_->read([&] {
    const auto id = static_cast<Xapian::docid>(article.value);
    std::vector<Hit> hits;
    const Xapian::MSet matches = match_similar(impl_->database, id, static_cast<Xapian::doccount>(limit));
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      hits.push_back(impl_->make_hit(match));
      hits.back().article.text.clear();
    }
    return hits;
  });
}

std::int64_t IndexReader::revision() const {
  return impl_->read(
      [&] { return to_integer(impl_->database.get_metadata(std::string(index_metadata::kRevision)), -1); });
}

}  // namespace sahafa
