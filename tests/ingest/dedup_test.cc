#include "ingest/dedup.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "ingest/letters.h"
#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

FingerprintedArticle fingerprinted(std::int64_t id, const std::string& text, std::string outlet = "o",
                                   std::string date = "") {
  return {ArticleId{id}, std::move(outlet), std::move(date), make_fingerprint(text)};
}

std::vector<ClusterMember> clusters(const std::vector<std::string>& texts) {
  std::vector<FingerprintedArticle> articles;
  for (const std::string& text : texts)
    articles.push_back(fingerprinted(static_cast<std::int64_t>(articles.size() + 1), text));
  return find_clusters(std::move(articles));
}

bool joined(const std::vector<ClusterMember>& members, std::size_t a, std::size_t b) {
  return members[a].canonical == members[b].canonical;
}

TEST(Dedup, SameLettersAreExactWhateverTheLayout) {
  for (const std::string& text : {test::french_article(1), test::arabic_article(1)}) {
    std::string other = text;
    std::ranges::replace(other, '\n', ' ');
    const auto members = clusters({text, "« " + other + " »"});
    EXPECT_EQ(members[0].relation == Relation::canonical ? members[1].relation : members[0].relation,
              Relation::exact);
    EXPECT_TRUE(joined(members, 0, 1));
  }
}

TEST(Dedup, EditedCopyIsNear) {
  std::string edited = test::arabic_article(2);
  edited.replace(edited.find('.') + 1, 0, " جملة أضافتها هيئة التحرير عند النشر.");
  const auto members = clusters({test::arabic_article(2), edited, test::arabic_article(3)});
  EXPECT_TRUE(joined(members, 0, 1));
  EXPECT_EQ(members[0].relation, Relation::near);
  EXPECT_EQ(members[1].relation, Relation::canonical);  // the longer one
  EXPECT_FALSE(joined(members, 0, 2));
}

TEST(Dedup, FirstThirdIsAnExcerpt) {
  const std::string text = test::french_article(4) + "\n" + test::french_article(5);
  const auto members = clusters({text.substr(0, text.size() / 3), text, test::french_article(6)});
  EXPECT_EQ(members[0].canonical, members[1].article);
  EXPECT_EQ(members[0].relation, Relation::excerpt);
}

TEST(Dedup, SamePageWithOtherFiguresStaysApart) {
  const auto weather = [](int day) {
    std::string text =
        "Météo du jour : ciel clair sur les côtes, vent faible, mer peu agitée entre les caps.";
    for (const char* town : {"Rabat", "Casablanca", "Tanger", "Agadir", "Oujda", "Fès", "Meknès", "Tétouan"})
      text += std::string(" ") + town + " : minimale de " + std::to_string(day + text.size() % 7) +
              " degrés, maximale de " + std::to_string(2 * day + text.size() % 5) +
              " degrés en milieu d'après-midi.";
    return text;
  };
  const auto prayer = [](int day) {
    std::string text = "مواقيت الصلاة بتوقيت المدينة كما نشرتها الوزارة، مع مراعاة فروق التوقيت بين الجهات.";
    for (const char* name : {"الفجر", "الشروق", "الظهر", "العصر", "المغرب", "العشاء"})
      text += std::string(" صلاة ") + name + " على الساعة " + std::to_string(day + text.size() % 11) + ":" +
              std::to_string(3 * day) + " حسب التوقيت المحلي للمدينة.";
    return text;
  };
  const auto members = clusters({weather(11), weather(17), prayer(5), prayer(9)});
  EXPECT_FALSE(joined(members, 0, 1));
  EXPECT_FALSE(joined(members, 2, 3));
}

TEST(Dedup, CopyOfATextWithFiguresIsJoined) {
  const std::string text =
      test::french_article(7) + " Le budget passe de 120 à 340 millions, pour 17 communes et 4500 foyers.";
  EXPECT_TRUE(joined(clusters({text, test::french_article(8).substr(0, 150) + text}), 0, 1));
}

TEST(Dedup, RoundupDoesNotChainTheStoriesItQuotes) {
  const std::string a = test::french_article(30);
  const std::string b = test::arabic_article(31);
  const auto part = [](const std::string& text) { return text.substr(0, text.rfind('\n')); };
  const auto members = clusters({a, b, "Revue de presse.\n" + part(a) + "\n" + part(b)});
  EXPECT_FALSE(joined(members, 0, 1));
}

TEST(Dedup, CommuniqueThatHundredSitesPrintIsOneCluster) {
  std::vector<std::string> texts;
  for (int site = 0; site < 100; ++site)
    texts.push_back(site % 2 == 0 ? test::arabic_article(40)
                                  : test::arabic_article(40) + " موقع رقم " + std::to_string(site));
  const auto members = clusters(texts);
  for (std::size_t i = 1; i < texts.size(); ++i) EXPECT_TRUE(joined(members, 0, i));
}

TEST(Dedup, CanonicalIsLongestThenEarliestThenByOutlet) {
  const std::string text = test::french_article(9);
  const auto canonical = [](std::vector<FingerprintedArticle> articles) {
    return find_clusters(std::move(articles))[0].canonical.value;
  };
  EXPECT_EQ(canonical({fingerprinted(1, text, "b", "2025-04-09"), fingerprinted(2, text, "a", "2025-04-10")}),
            1);
  EXPECT_EQ(canonical({fingerprinted(1, text, "b", ""), fingerprinted(2, text, "c", "2025-04-10")}), 2);
  EXPECT_EQ(canonical({fingerprinted(1, text, "b"), fingerprinted(2, text, "a")}), 2);
  EXPECT_EQ(canonical({fingerprinted(1, text, "a"), fingerprinted(2, text + " Une phrase de plus.", "b")}),
            2);
}

// Texts in groups: copies with a sentence more or less, and singles.
std::vector<std::string> generated_texts() {
  std::vector<std::string> texts;
  for (std::uint32_t i = 100; i < 130; ++i) {
    const std::string text = i % 2 == 0 ? test::french_article(i) : test::arabic_article(i);
    texts.push_back(text);
    if (i % 3 == 0) texts.push_back(text + " " + test::french_article(i + 1000).substr(0, 60));
    if (i % 5 == 0) texts.push_back(text.substr(text.find('\n') + 1));
  }
  return texts;
}

TEST(Dedup, OrderAndIdsDoNotMatter) {
  const std::vector<std::string> texts = generated_texts();
  const auto expected = clusters(texts);
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::shuffle(order, random);
    std::vector<std::string> shuffled;
    for (const std::size_t i : order) shuffled.push_back(texts[i]);
    const auto members = clusters(shuffled);
    for (std::size_t i = 0; i < order.size(); ++i) {
      EXPECT_EQ(order[static_cast<std::size_t>(members[i].canonical.value - 1)] + 1,
                static_cast<std::size_t>(expected[order[i]].canonical.value));
      EXPECT_EQ(members[i].relation, expected[order[i]].relation);
    }
  }
}

TEST(Fingerprint, IsTheSameAfterStoring) {
  for (const std::string& text :
       {test::french_article(1) + " 12 34", std::string("bref"), std::string(), test::arabic_article(2)}) {
    const Fingerprint made = make_fingerprint(text);
    const Fingerprint stored = unpack_fingerprint(pack_fingerprint(made));
    EXPECT_EQ(stored.letters_hash, made.letters_hash);
    EXPECT_EQ(stored.letters, made.letters);
    EXPECT_EQ(stored.grams.hashes, made.grams.hashes);
    EXPECT_EQ(stored.grams.limit, made.grams.limit);
    EXPECT_EQ(stored.figures.hashes, made.figures.hashes);
    EXPECT_EQ(stored.figures.limit, made.figures.limit);
  }
}

std::set<std::u32string> all_grams(const std::string& text) {
  const std::u32string letters = letters_of(text);
  std::set<std::u32string> grams;
  for (std::size_t i = 0; i + 16 <= letters.size(); ++i) grams.insert(letters.substr(i, 16));
  return grams;
}

// The sample against the whole: the slow, obvious way.
TEST(Fingerprint, OverlapEstimatesWhatTheTextsShare) {
  std::string first;
  std::string second;
  for (std::uint32_t i = 0; i < 40; ++i) {
    first += (i % 2 == 0 ? test::french_article(200 + i) : test::arabic_article(200 + i)) + "\n";
    if (i < 20) second += test::arabic_article(200 + i) + "\n";
  }
  const std::set<std::u32string> a = all_grams(first);
  const std::set<std::u32string> b = all_grams(second);
  std::vector<std::u32string> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  const auto shared = static_cast<double>(both.size());
  const SampleOverlap found = overlap(make_fingerprint(first).grams, make_fingerprint(second).grams);
  EXPECT_NEAR(found.jaccard(), shared / (static_cast<double>(a.size() + b.size()) - shared), 0.05);
  EXPECT_NEAR(found.containment(), shared / static_cast<double>(std::min(a.size(), b.size())), 0.05);
}

}  // namespace
}  // namespace sahafa
