#include "ingest/repeated_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "tests/ingest/prose.h"

namespace sahafa {
namespace {

const std::string kFrench =
    "Le Phare d'Azrou, quotidien fondé en 2001, est édité par la coopérative du même nom.";
const std::string kArabic = "منارة أزرو جريدة يومية مستقلة تصدر عن تعاونية الصحافة منذ سنة ٢٠٠١ بمدينة أزرو.";

struct Page {
  std::string outlet;
  std::string text;
};

std::vector<LineCut> learn(const std::vector<Page>& pages) {
  std::vector<PageEdges> edges;
  for (std::size_t i = 0; i < pages.size(); ++i)
    edges.push_back(edges_of({static_cast<std::int64_t>(i + 1)}, pages[i].outlet, pages[i].text));
  return find_repeated_lines(edges);
}

// As many articles, each with `before` and `behind` around its own text.
std::vector<Page> pages(std::uint32_t count, const std::string& before, const std::string& behind,
                        std::string (*prose)(std::uint32_t) = test::french_article) {
  std::vector<Page> result;
  for (std::uint32_t i = 0; i < count; ++i) result.push_back({"phare", before + prose(100 + i) + behind});
  return result;
}

void expect_all(const std::vector<LineCut>& cuts, std::size_t head, std::size_t tail) {
  for (const LineCut& cut : cuts) {
    EXPECT_EQ(cut.head, head);
    EXPECT_EQ(cut.tail, tail);
  }
}

TEST(RepeatedLines, AtBothEdgesInBothScripts) {
  expect_all(learn(pages(5, kFrench + "\n", "\n" + kFrench)), 1, 1);
  expect_all(learn(pages(5, kArabic + "\n", "\n" + kArabic, test::arabic_article)), 1, 1);
  expect_all(learn(pages(5, "", "\n" + kArabic + "\n" + kFrench + "\n" + kArabic)), 0, 3);
}

TEST(RepeatedLines, FewerThanFiveTeachNothing) {
  expect_all(learn(pages(4, kFrench + "\n", "\n" + kFrench)), 0, 0);
}

TEST(RepeatedLines, FiguresAndCaseDoNotCount) {
  std::vector<Page> all = pages(6, "", "");
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].text +=
        "\nTous droits réservés, Le Phare d'Azrou " + std::to_string(1998 + i) + (i % 2 == 0 ? " ©" : " ©");
  expect_all(learn(all), 0, 1);
}

TEST(RepeatedLines, OfAnotherOutletOrOfNoneTeachNothing) {
  std::vector<Page> all = pages(9, "", "\n" + kFrench);
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].outlet = i % 3 == 0 ? "phare" : i % 3 == 1 ? "manara" : "";
  expect_all(learn(all), 0, 0);
}

// A paragraph of background that some articles end with.
TEST(RepeatedLines, StayWhereLessThanHalfOfThePagesHaveThem) {
  std::vector<Page> all = pages(6, "", "\n" + kFrench);
  for (std::uint32_t i = 0; i < 7; ++i) all.push_back({"phare", test::french_article(200 + i)});
  expect_all(learn(all), 0, 0);
  all.pop_back();
  EXPECT_EQ(learn(all).front().tail, 1U);
  EXPECT_EQ(learn(all).back().tail, 0U);
}

TEST(RepeatedLines, InsideOfATextStay) {
  std::vector<Page> all;
  for (std::uint32_t i = 0; i < 8; ++i) {
    std::string around;
    for (std::uint32_t line = 0; line < 3; ++line) around += test::french_article(300 + 10 * i + line) + "\n";
    all.push_back({"phare", around + kFrench + "\n" + around.substr(0, around.size() - 1)});
  }
  expect_all(learn(all), 0, 0);
}

// The same dispatch again and again, with another headline, or one page that was saved many times.
TEST(RepeatedLines, OfOneStoryTeachNothing) {
  std::vector<Page> all;
  for (std::uint32_t i = 0; i < 8; ++i) all.push_back({"phare", test::french_article(1) + "\n" + kFrench});
  expect_all(learn(all), 0, 0);
  for (std::uint32_t i = 0; i < 8; ++i)
    all[i].text = test::french_article(400 + i).substr(0, 60) + "\n" + all[i].text;
  expect_all(learn(all), 0, 0);
}

TEST(RepeatedLines, CreditsAndSignaturesAreShortAndStay) {
  expect_all(learn(pages(6, "", "\n(avec AFP)")), 0, 0);
  expect_all(learn(pages(6, "", "\n(avec AFP)\n" + kFrench)), 0, 1);
  expect_all(learn(pages(6, "", "\n" + kFrench + "\nSuivez-nous")), 0, 2);
  expect_all(learn(pages(6, "", "\n(و م ع)\n" + kArabic, test::arabic_article)), 0, 1);
}

TEST(RepeatedLines, ATextOfNothingElseStaysWhole) {
  std::vector<Page> all = pages(6, "", "\n" + kFrench);
  all.push_back({"phare", kFrench});
  const std::vector<LineCut> cuts = learn(all);
  EXPECT_EQ(cuts.front().tail, 1U);
  EXPECT_EQ(cuts.back().tail + cuts.back().head, 0U);
}

TEST(RepeatedLines, OrderOfThePagesDoesNotMatter) {
  std::mt19937 engine(7);
  const auto random = [&engine] { return static_cast<std::uint32_t>(engine()); };
  for (int round = 0; round < 20; ++round) {
    std::vector<Page> all;
    for (std::uint32_t i = 0; i < 30; ++i) {
      std::string text =
          i % 2 == 0 ? test::french_article(random() % 25) : test::arabic_article(random() % 25);
      if (random() % 3 != 0) text += "\n" + (i % 2 == 0 ? kFrench : kArabic);
      if (random() % 4 == 0) text = kArabic + "\n" + text;
      all.push_back({i % 2 == 0 ? "phare" : "manara", text});
    }
    const std::vector<LineCut> cuts = learn(all);
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::shuffle(order, engine);
    std::vector<Page> shuffled;
    for (const std::size_t i : order) shuffled.push_back(all[i]);
    const std::vector<LineCut> again = learn(shuffled);
    for (std::size_t i = 0; i < order.size(); ++i) {
      EXPECT_EQ(again[i].head, cuts[order[i]].head);
      EXPECT_EQ(again[i].tail, cuts[order[i]].tail);
    }
  }
}

TEST(RepeatedLines, WhatIsCutAndWhatIsLeftAreTheWhole) {
  const std::string whole = "un\nدو\ntrois\nquatre\ncinq";
  for (std::size_t head = 0; head < 3; ++head) {
    for (std::size_t tail = 0; tail < 3; ++tail) {
      const TextCut cut = cut_lines({1}, whole, {head, tail});
      const std::size_t begin = cut.head.empty() ? 0 : cut.head.size() + 1;
      const std::size_t size = whole.size() - begin - (cut.tail.empty() ? 0 : cut.tail.size() + 1);
      EXPECT_EQ(whole_text(whole.substr(begin, size), cut), whole);
      EXPECT_EQ(std::ranges::count(cut.head, '\n') + (cut.head.empty() ? 0 : 1),
                static_cast<std::ptrdiff_t>(head));
      EXPECT_EQ(std::ranges::count(cut.tail, '\n') + (cut.tail.empty() ? 0 : 1),
                static_cast<std::ptrdiff_t>(tail));
    }
  }
}

}  // namespace
}  // namespace sahafa
