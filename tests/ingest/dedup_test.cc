#include "ingest/dedup.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>
#include <string>

#include "ingest/letters.h"
#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

struct Press {
  std::int64_t id;
  std::string text;
  std::string outlet = "o";
  std::string date = {};
};

Reuse reuse_of(const std::vector<Press>& articles, std::size_t jobs = 1) {
  ReuseFinder finder({}, jobs);
  for (const Press& article : articles)
    finder.add({ArticleId{article.id}, article.outlet, article.date, article.text},
               make_fingerprint(article.text));
  return finder.find();
}

std::vector<ClusterMember> clusters(const std::vector<std::string>& texts) {
  std::vector<Press> articles;
  for (const std::string& text : texts)
    articles.push_back({static_cast<std::int64_t>(articles.size() + 1), text});
  return reuse_of(articles).clusters;
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
  const auto canonical = [](const std::vector<Press>& articles) {
    return reuse_of(articles).clusters[0].canonical.value;
  };
  EXPECT_EQ(canonical({{1, text, "b", "2025-04-09"}, {2, text, "a", "2025-04-10"}}), 1);
  EXPECT_EQ(canonical({{1, text, "b", ""}, {2, text, "c", "2025-04-10"}}), 2);
  EXPECT_EQ(canonical({{1, text, "b"}, {2, text, "a"}}), 2);
  EXPECT_EQ(canonical({{1, text, "a"}, {2, text + " Une phrase de plus.", "b"}}), 2);
}

TEST(Dedup, SameTextWithOtherFiguresIsAnUpdate) {
  const std::string french =
      test::french_article(60) + " Le bilan est de 12 blessés, dit la mairie du bourg.";
  const std::string arabic =
      test::arabic_article(61) + " وبلغت الحصيلة 12 جريحا حسب عمالة الإقليم مساء اليوم.";
  for (const std::string& text : {french, arabic}) {
    std::string later = text;
    later.replace(later.find("12"), 2, "15");
    const auto members = clusters({text, later, test::french_article(62)});
    EXPECT_TRUE(joined(members, 0, 1));
    EXPECT_EQ(members[0].relation == Relation::canonical ? members[1].relation : members[0].relation,
              Relation::update);
  }
}

// Texts of full length: in briefs of few choices of words, sentences beside the quotation agree by chance.
TEST(Dedup, QuotedParagraphIsAPassageAndNoCluster) {
  for (const auto article : {test::french_article, test::arabic_article}) {
    const std::string source = article(70) + "\n" + article(74);
    const std::string quoting = article(71) + "\n" + source.substr(0, source.find('\n')) + "\n" + article(72);
    const Reuse reuse = reuse_of({{1, source}, {2, quoting}, {3, article(73)}});
    EXPECT_FALSE(joined(reuse.clusters, 0, 1));
    ASSERT_EQ(reuse.quoting.size(), 1U);
    EXPECT_EQ(std::min(reuse.quoting[0].a, reuse.quoting[0].b), ArticleId{1});
    EXPECT_EQ(std::max(reuse.quoting[0].a, reuse.quoting[0].b), ArticleId{2});
  }
}

TEST(Dedup, NumberOfJobsDoesNotMatter) {
  std::vector<Press> articles;
  for (std::uint32_t i = 0; i < 60; ++i)
    articles.push_back({i + 1, test::french_article(300 + i / 2) + (i % 2 == 0 ? "" : " Suite.")});
  const Reuse one = reuse_of(articles, 1);
  const Reuse four = reuse_of(articles, 4);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    EXPECT_EQ(one.clusters[i].canonical, four.clusters[i].canonical);
    EXPECT_EQ(one.clusters[i].relation, four.clusters[i].relation);
  }
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
    EXPECT_EQ(stored.digits, made.digits);
    EXPECT_EQ(stored.grams, made.grams);
    EXPECT_EQ(stored.figures, made.figures);
  }
}

TEST(Fingerprint, LayoutOfFiguresDoesNotMatterWordsWithDigitsAreNone) {
  EXPECT_EQ(make_fingerprint("près de 12 000 foyers").letters_hash,
            make_fingerprint("Près de 12000 foyers").letters_hash);
  EXPECT_EQ(make_fingerprint("un rapp0rt").digits, 0U);
  EXPECT_EQ(make_fingerprint("ارتفع ب12 في المائة").digits, 2U);
  EXPECT_EQ(make_fingerprint("٢٠٢٥").figures, make_fingerprint("2025").figures);
}

// The sample against the whole: the slow, obvious way.
TEST(Fingerprint, SampleEstimatesWhatTheTextsShare) {
  std::string first;
  std::string second;
  for (std::uint32_t i = 0; i < 40; ++i) {
    first += (i % 2 == 0 ? test::french_article(200 + i) : test::arabic_article(200 + i)) + "\n";
    if (i < 20) second += test::arabic_article(200 + i) + "\n";
  }
  const auto all_grams = [](const std::string& text) {
    const std::u16string letters = letters_of(text).letters;
    std::set<std::u16string> grams;
    for (std::size_t i = 0; i + 16 <= letters.size(); ++i) grams.insert(letters.substr(i, 16));
    return grams;
  };
  const auto a = all_grams(first);
  const auto b = all_grams(second);
  std::vector<std::u16string> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  const Fingerprint x = make_fingerprint(first);
  const Fingerprint y = make_fingerprint(second);
  std::vector<std::uint64_t> of_y;
  for (const SampledGram gram : y.grams) of_y.push_back(gram.hash());
  const auto shared = std::ranges::count_if(
      x.grams, [&](SampledGram gram) { return std::ranges::binary_search(of_y, gram.hash()); });
  EXPECT_NEAR(static_cast<double>(shared) / static_cast<double>(y.grams.size()),
              static_cast<double>(both.size()) / static_cast<double>(b.size()), 0.05);
}

}  // namespace
}  // namespace sahafa
