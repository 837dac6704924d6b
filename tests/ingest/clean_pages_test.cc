#include "ingest/clean_pages.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "ingest/pipeline.h"
#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

namespace fs = std::filesystem;

const std::string kFrench =
    "Le Phare d'Azrou, quotidien fondé en 2001, est édité par la coopérative du même nom.";
const std::string kArabic = "منارة أزرو جريدة يومية مستقلة تصدر عن تعاونية الصحافة منذ سنة ٢٠٠١ بمدينة أزرو.";

class CleanPagesTest : public testing::Test {
 protected:
  CleanPagesTest() {
    std::string name = testing::TempDir() + "clean-XXXXXX";
    root_ = ::mkdtemp(name.data());
    for (std::uint32_t i = 0; i < 7; ++i) {
      write("Le Phare d'Azrou", "fr" + std::to_string(i), test::french_article(10 + i) + "\n" + kFrench);
      write("منارة أزرو", "ar" + std::to_string(i), kArabic + "\n" + test::arabic_article(10 + i));
    }
  }
  ~CleanPagesTest() override {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  void write(const std::string& outlet, const std::string& name, const std::string& text) {
    std::string html = "<html><head><title>" + name +
                       " du jour</title><meta property=\"og:site_name\" content=\"" + outlet +
                       "\"></head><body><article><p>";
    for (const char c : text) html += c == '\n' ? std::string("</p><p>") : std::string(1, c);
    paths_.push_back((root_ / (name + ".html")).string());
    std::ofstream(paths_.back(), std::ios::binary) << html << "</p></article></body></html>";
  }

  Corpus corpus(const std::string& name = "corpus") const { return Corpus::create(root_ / name); }

  fs::path root_;
  std::vector<std::string> paths_;
};

// What is stored of each article, by its title.
std::map<std::string, std::string> texts_of(const Corpus& corpus) {
  std::map<std::string, std::string> texts;
  corpus.catalogue().visit_articles({}, [&](const Article& article) {
    texts[article.title] = article.text + "|" + std::to_string(article.words);
  });
  return texts;
}

std::map<std::string, std::string> cuts_of(const Corpus& corpus) {
  std::map<std::string, std::string> cuts;
  for (const TextCut& cut : corpus.catalogue().list_cuts())
    cuts[corpus.catalogue().find_article(cut.article)->title] = cut.head + "|" + cut.tail;
  return cuts;
}

TEST_F(CleanPagesTest, TextsLoseWhatRepeatsAndKeepTheEvidence) {
  Corpus target = corpus();
  EXPECT_EQ(ingest(target, paths_).cleaned, 14);
  target.catalogue().visit_articles({}, [&](const Article& article) {
    EXPECT_EQ(article.text.find(kFrench), std::string::npos);
    EXPECT_EQ(article.text.find(kArabic), std::string::npos);
  });
  EXPECT_EQ(cuts_of(target).at("fr3 du jour"), "|" + kFrench);
  EXPECT_EQ(cuts_of(target).at("ar3 du jour"), kArabic + "|");
  EXPECT_EQ(target.catalogue().check(), std::vector<std::string>{});
}

TEST_F(CleanPagesTest, SecondIngestChangesNothing) {
  Corpus target = corpus();
  ingest(target, paths_);
  const std::int64_t revision = target.catalogue().revision();
  const auto texts = texts_of(target);
  const IngestSummary again = ingest(target, paths_);
  EXPECT_EQ(again.articles, 0);
  EXPECT_EQ(again.cleaned, 14);
  EXPECT_EQ(target.catalogue().revision(), revision);
  EXPECT_EQ(texts_of(target), texts);
  // The same pages under other names are the articles that are there, although their texts are shorter now.
  std::vector<std::string> copies;
  for (const std::string& path : paths_) {
    copies.push_back(path + ".copy.html");
    fs::copy_file(path, copies.back());
  }
  EXPECT_EQ(ingest(target, copies).articles, 0);
  EXPECT_EQ(texts_of(target), texts);
}

TEST_F(CleanPagesTest, OnceOrPieceByPieceInAnyOrderIsTheSame) {
  for (std::uint32_t i = 0; i < 6; ++i)
    write("Le Phare d'Azrou", "seul" + std::to_string(i), test::french_article(40 + i));
  Corpus whole = corpus("whole");
  ingest(whole, paths_, {.jobs = 2});
  std::mt19937 random(3);
  for (int round = 0; round < 4; ++round) {
    std::ranges::shuffle(paths_, random);
    Corpus pieces = corpus("pieces" + std::to_string(round));
    for (std::size_t begin = 0; begin < paths_.size(); begin += 5)
      ingest(pieces, std::span(paths_).subspan(begin, std::min<std::size_t>(5, paths_.size() - begin)));
    EXPECT_EQ(texts_of(pieces), texts_of(whole));
    EXPECT_EQ(cuts_of(pieces), cuts_of(whole));
    EXPECT_EQ(pieces.catalogue().check(), std::vector<std::string>{});
  }
}

TEST_F(CleanPagesTest, WhatIsLearnedLaterCleansEarlierPagesAndCanBeUnlearned) {
  Corpus target = corpus();
  const std::span<const std::string> all(paths_);
  EXPECT_EQ(ingest(target, all.first(6)).cleaned, 0);
  EXPECT_EQ(ingest(target, all).cleaned, 14);
  const std::size_t first = paths_.size();
  for (std::uint32_t i = 0; i < 9; ++i)
    write("Le Phare d'Azrou", "seul" + std::to_string(i), test::french_article(40 + i));
  EXPECT_EQ(ingest(target, std::span<const std::string>(paths_).subspan(first)).cleaned, 7);
  EXPECT_EQ(target.catalogue().check(), std::vector<std::string>{});
}

TEST_F(CleanPagesTest, CanBeSwitchedOffAndOnAgain) {
  Corpus kept = corpus("kept");
  EXPECT_EQ(ingest(kept, paths_, {.keep_repeated = true}).cleaned, 0);
  const auto whole = texts_of(kept);
  EXPECT_NE(whole.at("fr3 du jour").find(kFrench), std::string::npos);
  EXPECT_EQ(ingest(kept, paths_).cleaned, 14);
  EXPECT_NE(texts_of(kept), whole);
  EXPECT_EQ(ingest(kept, paths_, {.keep_repeated = true}).cleaned, 0);
  EXPECT_EQ(texts_of(kept), whole);
  EXPECT_TRUE(cuts_of(kept).empty());
}

TEST_F(CleanPagesTest, DerivedFromAnOldTextGoes) {
  Corpus target = corpus();
  const std::span<const std::string> all(paths_);
  ingest(target, all.first(6));
  Claim claim{.article = {1},
              .sentence = 0,
              .holder = "outlet",
              .holder_name = "",
              .voice = "author",
              .target = "x",
              .frame = "y",
              .polarity = "blames",
              .modality = "asserted",
              .evidence = {0, 4},
              .cue = "c",
              .rule = "r"};
  for (std::int64_t id = 1; id <= 6; ++id)
    target.catalogue().store_claims({id}, "rules", std::span(&claim, 1));
  fs::create_directories(target.index_path());
  fs::create_directories(target.tokens_path());
  ingest(target, all);
  EXPECT_EQ(target.catalogue().list_unclaimed("rules").size(), 14U);
  EXPECT_TRUE(target.catalogue().list_claims().empty());
  EXPECT_FALSE(fs::exists(target.index_path()));
  EXPECT_FALSE(fs::exists(target.tokens_path()));
  // Pages that come later and are cut themselves leave them alone.
  fs::create_directories(target.index_path());
  write("Le Phare d'Azrou", "tard", test::french_article(70) + "\n" + kFrench);
  EXPECT_EQ(ingest(target, std::span<const std::string>(paths_).last(1)).cleaned, 15);
  EXPECT_TRUE(fs::exists(target.index_path()));
}

}  // namespace
}  // namespace sahafa
