// Small corpora for the tests of index/.
#pragma once

#include <string>
#include <vector>

#include "corpus/corpus.h"
#include "index/index_reader.h"
#include "index/index_writer.h"
#include "index/query.h"
#include "index/token_store_writer.h"
#include "tests/corpus/fixtures.h"

namespace sahafa::test {

inline Article make_article(std::string text, std::string title = "", std::string lang = "fr") {
  Article article;
  article.lang = std::move(lang);
  article.title = std::move(title);
  article.text = std::move(text);
  return article;
}

/// A corpus in a directory of its own, with articles numbered from 1 in the order in which they were added.
class TestCorpus {
 public:
  TestCorpus() : corpus_(Corpus::create(directory_.path())) {}
  explicit TestCorpus(const std::vector<Article>& articles) : TestCorpus() { add(articles); }

  void add(const std::vector<Article>& articles) {
    corpus_.catalogue().store(make_intake("source-" + std::to_string(sources_++), articles));
  }

  Corpus& corpus() { return corpus_; }
  UpdateResult update(std::size_t jobs = 1) { return update_index(corpus_, jobs, {}); }

  /// Ids of the articles that `query` finds, copies included.
  std::vector<std::int64_t> find(const std::string& query) {
    std::vector<std::int64_t> ids;
    for (const ArticleId id : IndexReader(corpus_).matching_articles(Query::parse(query)))
      ids.push_back(id.value);
    return ids;
  }

 private:
  TemporaryDirectory directory_;
  Corpus corpus_;
  int sources_ = 0;
};

/// Whether `query` finds an article with this text, alone in its corpus.
inline bool finds(const std::string& text, const std::string& query) {
  TestCorpus corpus({make_article(text)});
  corpus.update();
  return !corpus.find(query).empty();
}

}  // namespace sahafa::test
