#include "index/index_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <unordered_set>
#include <utility>

#include "index/analysis_version.h"
#include "index/compile_query.h"
#include "index/index_schema.h"
#include "index/xapian_errors.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr int kMaxReopens = 5;

Xapian::valueno number(Slot slot) { return static_cast<Xapian::valueno>(slot); }

std::int64_t to_integer(const std::string& text, std::int64_t otherwise) {
  std::int64_t value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Slot slot_of(Facet facet) {
  switch (facet) {
    case Facet::outlet:
      return Slot::outlet;
    case Facet::lang:
      return Slot::lang;
    case Facet::month:
      return Slot::date;
    case Facet::genre:
      return Slot::genre;
  }
  return Slot::outlet;
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
  Analyzer analyzer;
  SearchKeys keys;

  explicit Impl(const Corpus& the_corpus) : corpus(&the_corpus), database(open(the_corpus.index_path())) {}

  static Xapian::Database open(const std::filesystem::path& path) {
    return with_xapian(path, [&] {
      Xapian::Database database(path.string());
      check(database, path);
      return database;
    });
  }

  static void check(const Xapian::Database& database, const std::filesystem::path& path) {
    const auto metadata = [&](std::string_view key) { return database.get_metadata(std::string(key)); };
    const std::int64_t schema = to_integer(metadata(index_metadata::kSchema), 0);
    if (schema > kIndexSchema) {
      throw Error(ErrorCode::newer_format,
                  fmt::format("{}: schema {} was made by a newer sahafa, this one reads {}; update sahafa",
                              path.string(), schema, kIndexSchema));
    }
    const std::string analysis = metadata(index_metadata::kAnalysis);
    if (schema != kIndexSchema || analysis != analysis_version()) {
      throw Error(
          ErrorCode::malformed,
          fmt::format(
              "{}: made by text analysis {}, this sahafa uses {}; run `sahafa ingest` on the corpus to "
              "make it again",
              path.string(), analysis, analysis_version()));
    }
  }

  /// Runs `work` on the newest state; again when a writer has thrown away the one it was reading.
  template <class Work>
  auto read(const Work& work) {
    return with_xapian(corpus->index_path(), [&] {
      database.reopen();
      for (int attempt = 0; attempt < kMaxReopens; ++attempt) {
        try {
          return work();
        } catch (const Xapian::DatabaseModifiedError&) {
          database.reopen();
        }
      }
      return work();
    });
  }

  CompiledQuery compile(const Query& query) { return compile_query(query, database, analyzer, keys); }

  Xapian::Enquire enquire(const Xapian::Query& query, Copies copies) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    if (copies == Copies::collapse) enquire.set_collapse_key(number(Slot::cluster));
    return enquire;
  }

  /// All matching documents in order of their ids, without ranking.
  Xapian::MSet match_all(const Query& query, Copies copies) {
    Xapian::Enquire all = enquire(compile(query).query, copies);
    all.set_weighting_scheme(Xapian::BoolWeight());
    all.set_docid_order(Xapian::Enquire::ASCENDING);
    return all.get_mset(0, std::max(1U, database.get_doccount()));
  }

  Hit make_hit(const Xapian::MSetIterator& match, const SoughtWords& sought, const SearchOptions& options) {
    Hit hit;
    hit.rank = match.get_rank() + 1;
    hit.score = match.get_weight();
    hit.copies = match.get_collapse_count();
    const ArticleId id{to_integer(match.get_document().get_value(number(Slot::article)), 0)};
    auto article = corpus->catalogue().find_article(id);
    if (!article) {
      throw Error(ErrorCode::malformed,
                  fmt::format("{}: has article {}, which corpus.db does not have; remove the folder "
                              "and run `sahafa ingest`: it is made again",
                              corpus->index_path().string(), id.value));
    }
    hit.snippet = snip(article->text, sought, options.snippet_tokens);
    hit.article = *std::move(article);
    hit.article.text.clear();
    return hit;
  }

  Snippet snip(std::string_view text, const SoughtWords& sought, std::size_t length) {
    const AnalyzedText analyzed = analyzer.analyze(text);
    std::vector<std::size_t> numbers(analyzed.tokens.size(), kNotSought);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (analyzed.tokens[i].kind == TokenKind::mark) continue;
      numbers[i] = sought.find(keys.get(analyzed.forms[i], analyzed.stems[i]));
    }
    return make_snippet(text, analyzed.tokens, numbers, length);
  }
};

IndexReader::IndexReader(const Corpus& corpus) : impl_(std::make_unique<Impl>(corpus)) {}
IndexReader::~IndexReader() = default;
IndexReader::IndexReader(IndexReader&&) noexcept = default;
IndexReader& IndexReader::operator=(IndexReader&&) noexcept = default;

SearchResult IndexReader::search(const Query& query, const SearchOptions& options) const {
  return impl_->read([&] {
    const CompiledQuery compiled = impl_->compile(query);
    const Xapian::Query ranked(Xapian::Query::OP_AND_MAYBE, compiled.query, compiled.exact);
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
    SearchResult result{query.text(), collapse ? counter.count() : matches.get_matches_estimated(), {}};
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      result.hits.push_back(impl_->make_hit(match, compiled.sought, options));
    }
    return result;
  });
}

std::int64_t IndexReader::count(const Query& query, Copies copies) const {
  return impl_->read([&] { return std::int64_t{impl_->match_all(query, copies).size()}; });
}

std::vector<FacetCount> IndexReader::count_facet(const Query& query, Facet facet, Copies copies) const {
  std::map<std::string, std::int64_t> counts = impl_->read([&] {
    std::map<std::string, std::int64_t> by_value;
    const Xapian::MSet matches = impl_->match_all(query, copies);
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      std::string value = match.get_document().get_value(number(slot_of(facet)));
      if (facet == Facet::month) value.resize(value.size() < 7 ? 0 : 7);
      ++by_value[value];
    }
    return by_value;
  });
  std::vector<FacetCount> facets;
  for (const auto& [value, articles] : counts) facets.push_back({value, articles});
  std::ranges::sort(facets, [](const FacetCount& one, const FacetCount& other) {
    return one.articles != other.articles ? one.articles > other.articles : one.value < other.value;
  });
  return facets;
}

std::vector<ArticleId> IndexReader::matching_articles(const Query& query) const {
  std::vector<ArticleId> articles = impl_->read([&] {
    std::vector<ArticleId> found;
    const Xapian::MSet matches = impl_->match_all(query, Copies::all);
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      found.push_back(ArticleId{to_integer(match.get_document().get_value(number(Slot::article)), 0)});
    }
    return found;
  });
  std::ranges::sort(articles);
  return articles;
}

std::int64_t IndexReader::revision() const {
  return impl_->read(
      [&] { return to_integer(impl_->database.get_metadata(std::string(index_metadata::kRevision)), -1); });
}

}  // namespace sahafa
