// Translations in a corpus: found by ingest, in any order, with their evidence.
#include "ingest/join_translations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include "ingest/pipeline.h"
#include "tests/ingest/bilingual_prose.h"
#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

namespace fs = std::filesystem;

class JoinTranslations : public testing::Test {
 protected:
  JoinTranslations() {
    std::string name = testing::TempDir() + "translations-XXXXXX";
    root_ = ::mkdtemp(name.data());
    for (std::size_t i = 0; i < test::stories().size(); ++i) {
      const std::string number = std::to_string(i);
      write("fr" + number, "Le Phare", "2025-04-08", test::stories()[i].french);
      write("ar" + number, "المنارة", "2025-04-09", test::stories()[i].arabic);
      write("ot" + number, "La Vigie", "2025-04-08", test::stories()[i].other_text);
    }
  }
  ~JoinTranslations() override {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  void write(const std::string& name, const std::string& outlet, const std::string& date,
             const std::string& text) {
    const fs::path path = root_ / (name + ".txt");
    std::ofstream(path) << "Titre : " << name << "\nSource : " << outlet << "\nDate : " << date << "\n\n"
                        << text;
    paths_.push_back(path.string());
  }
  Corpus corpus(const std::string& name) const { return Corpus::create(root_ / name); }

  fs::path root_;
  std::vector<std::string> paths_;
};

// Clusters as sets of titles.
std::set<std::set<std::string>> clusters_of(const Catalogue& catalogue) {
  std::map<ArticleId, std::string> titles;
  for (const Article& article : catalogue.list_articles()) titles[article.id] = article.title;
  std::map<ArticleId, std::set<std::string>> clusters;
  for (const ClusterMember& member : catalogue.list_clusters())
    clusters[member.canonical].insert(titles[member.article]);
  std::set<std::set<std::string>> result;
  for (const auto& [canonical, members] : clusters) result.insert(members);
  return result;
}

const std::set<std::set<std::string>> kWanted = {{"fr0", "ar0"}, {"fr1", "ar1"}, {"fr2", "ar2"},
                                                 {"ot0"},        {"ot1"},        {"ot2"}};

TEST_F(JoinTranslations, IngestFindsThemWithEvidence) {
  Corpus target = corpus("corpus");
  ingest(target, paths_);
  EXPECT_EQ(clusters_of(target.catalogue()), kWanted);
  const std::vector<AlignedPair> pairs = target.catalogue().list_translations();
  ASSERT_EQ(pairs.size(), 3U);
  for (const AlignedPair& pair : pairs) EXPECT_GE(pair.sentences.size(), 5U);
  for (const ClusterMember& member : target.catalogue().list_clusters())
    if (member.article != member.canonical) {
      EXPECT_EQ(member.relation, Relation::translation);
      EXPECT_EQ(target.catalogue().find_article(member.canonical)->lang, "fr");  // the earlier one
      EXPECT_GT(member.similarity, 0.27);
      EXPECT_LT(member.similarity, 1.0);
    }
  EXPECT_TRUE(target.catalogue().check().empty());
}

TEST_F(JoinTranslations, AnyOrderAndAnyPortionsGiveTheSameClusters) {
  std::mt19937 random(3);
  for (int round = 0; round < 4; ++round) {
    std::ranges::shuffle(paths_, random);
    Corpus target = corpus("corpus" + std::to_string(round));
    const std::size_t portion = 1 + static_cast<std::size_t>(round) * 2;
    for (std::size_t at = 0; at < paths_.size(); at += portion)
      ingest(target, std::span(paths_).subspan(at, std::min(portion, paths_.size() - at)));
    EXPECT_EQ(clusters_of(target.catalogue()), kWanted);
  }
}

TEST_F(JoinTranslations, CopiesOfATranslatedTextFollowIt) {
  write("agency copy", "Agence", "2025-04-10", test::stories()[0].arabic);
  Corpus target = corpus("corpus");
  ingest(target, paths_);
  EXPECT_TRUE(clusters_of(target.catalogue()).contains({"fr0", "ar0", "agency copy"}));
  EXPECT_EQ(target.catalogue().list_translations().size(), 3U);
}

TEST_F(JoinTranslations, NothingIsDoneInACorpusOfOneLanguage) {
  std::erase_if(paths_, [](const std::string& path) { return path.find("/ar") != std::string::npos; });
  Corpus target = corpus("corpus");
  ingest(target, paths_);
  EXPECT_TRUE(target.catalogue().list_alignments("").empty());
  Statement rows = Database(root_ / "corpus" / "corpus.db", Database::Access::read)
                       .prepare("SELECT (SELECT count(*) FROM anchors) + (SELECT count(*) FROM alignments)");
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.integer(0), 0);
}

TEST_F(JoinTranslations, SecondIngestChangesNothing) {
  Corpus target = corpus("corpus");
  ingest(target, paths_);
  const std::int64_t revision = target.catalogue().revision();
  ingest(target, paths_);
  EXPECT_EQ(target.catalogue().revision(), revision);
  EXPECT_EQ(target.catalogue().list_translations().size(), 3U);
}

}  // namespace
}  // namespace sahafa
