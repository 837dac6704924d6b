// A small corpus on disk for the tests of analyses: articles, clusters and claims set by hand, in French and
// Arabic.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/analysis.h"
#include "corpus/corpus.h"
#include "index/index_writer.h"
#include "index/token_store_writer.h"
#include "tests/corpus/fixtures.h"

namespace sahafa::test {

class TestCorpus {
 public:
  TestCorpus() : corpus_(Corpus::create(directory_ / "corpus")) {}

  /// Stores an article that stands `copies` times in a source of its own, and gives its id.
  ArticleId add(Article article, std::size_t copies = 1) {
    const std::string key = article.key;
    Intake intake = make_intake(key + ".txt", {std::move(article)});
    for (std::size_t i = 1; i < copies; ++i) {
      const auto begin = static_cast<std::uint32_t>(i);
      intake.items[0].copies.push_back({begin, begin + 1});
    }
    Transaction transaction = corpus_.catalogue().transaction();
    corpus_.catalogue().store(intake);
    transaction.commit();
    for (const Article& stored : corpus_.catalogue().list_articles()) {
      if (stored.key == key) return stored.id;
    }
    ADD_FAILURE() << key << " was not stored";
    return {};
  }

  ArticleId add(const std::string& key, const std::string& outlet, const std::string& lang,
                const std::string& text = "") {
    Article article;
    article.key = key;
    article.outlet = outlet;
    article.lang = lang;
    article.text = text.empty() ? (lang == "ar" ? "نص المقال " : "Texte de l’article ") + key : text;
    return add(std::move(article));
  }

  /// Puts articles into one cluster with the first as its canonical article.
  void join(const std::vector<ArticleId>& articles, Relation relation = Relation::exact) {
    for (const ArticleId article : articles) {
      members_.push_back(
          {article, articles.front(), article == articles.front() ? Relation::canonical : relation, 1.0});
    }
    Transaction transaction = corpus_.catalogue().transaction();
    corpus_.catalogue().store_clusters(members_);
    transaction.commit();
  }

  void claim(ArticleId article, const std::string& target, const std::string& frame,
             const std::string& polarity = "blames", const std::string& voice = "author",
             const std::string& holder = "outlet") {
    Claim claim;
    claim.article = article;
    claim.holder = holder;
    claim.voice = voice;
    claim.target = target;
    claim.frame = frame;
    claim.polarity = polarity;
    claim.modality = "asserted";
    claim.evidence = {0, 5};
    claim.cue = "cue";
    claim.rule = "test";
    auto& claims = claims_[article];
    claim.sentence = static_cast<std::int64_t>(claims.size());
    claims.push_back(std::move(claim));
    Transaction transaction = corpus_.catalogue().transaction();
    corpus_.catalogue().store_claims(article, "rules", claims);
    transaction.commit();
  }

  /// Makes index and tokens, for --where, freq and keyness.
  void update() {
    update_index(corpus_, 1, {});
    update_tokens(corpus_, 1, {});
  }

  Corpus& corpus() { return corpus_; }
  Context context(std::size_t jobs = 1) const { return {corpus_, jobs, {}}; }

  using Values = std::map<std::string, std::string, std::less<>>;

  static Options options(std::string_view analysis, Values values = {}) {
    return {find_analysis(analysis)->options, std::move(values)};
  }

  Table run(std::string_view analysis, Values values = {}, std::size_t jobs = 1) const {
    return find_analysis(analysis)->run(context(jobs), options(analysis, std::move(values)));
  }

 private:
  TemporaryDirectory directory_;
  Corpus corpus_;
  std::vector<ClusterMember> members_;
  std::map<ArticleId, std::vector<Claim>> claims_;
};

inline std::vector<std::string> texts(const Table& table, std::string_view column) {
  const Texts& cells = std::get<Texts>(table.get(column).values);
  return {cells.cells().begin(), cells.cells().end()};
}

inline std::vector<double> numbers(const Table& table, std::string_view column) {
  return std::get<std::vector<double>>(table.get(column).values);
}

inline std::vector<std::int64_t> integers(const Table& table, std::string_view column) {
  return std::get<std::vector<std::int64_t>>(table.get(column).values);
}

/// The table as CSV with its notes: to compare two runs byte by byte.
std::string to_text(const Table& table);

}  // namespace sahafa::test
