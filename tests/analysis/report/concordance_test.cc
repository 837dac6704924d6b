#include "analysis/report/concordance.h"

#include <gtest/gtest.h>

#include "corpus/corpus.h"
#include "tests/corpus/fixtures.h"

namespace sahafa {
namespace {

using test::TemporaryDirectory;

Article with_text(Article article, std::string text) {
  article.text = std::move(text);
  return article;
}

class ReportConcordance : public ::testing::Test {
 protected:
  ReportConcordance() {
    Catalogue& catalogue = corpus_.catalogue();
    Transaction transaction = catalogue.transaction();
    catalogue.store(test::make_intake(
        "a.txt", {with_text(test::french_article(), "La Sécurité. Pas de sécurité sans SÉCURITÉ !"),
                  with_text(test::arabic_article(), "الأمن أولا. لا أمن بلا الامن.")}));
    transaction.commit();
    for (const Article& article : catalogue.list_articles()) ids_.push_back(article.id);
  }

  TemporaryDirectory directory_;
  Corpus corpus_ = Corpus::create(directory_ / "corpus");
  std::vector<ArticleId> ids_;
  Analyzer analyzer_;
};

TEST_F(ReportConcordance, FindsEveryWritingOfAFormInBothScripts) {
  const std::vector<std::string> terms = {"securite", "الامن"};
  const auto found = find_lines(corpus_.catalogue(), ids_, terms, 10, analyzer_);
  ASSERT_EQ(found.at("securite").lines.size(), 3);
  EXPECT_EQ(found.at("securite").lines[0].excerpt.match, "Sécurité");
  EXPECT_EQ(found.at("securite").lines[2].excerpt.left, "Pas de sécurité sans ");
  ASSERT_EQ(found.at("الامن").lines.size(), 2);
  EXPECT_EQ(found.at("الامن").lines[0].excerpt.match, "الأمن");
  EXPECT_EQ(found.at("الامن").lines[1].excerpt.left, "لا أمن بلا ");
}

TEST_F(ReportConcordance, CountsWhatItDoesNotShow) {
  const std::vector<std::string> terms = {"securite", "absent"};
  const auto found = find_lines(corpus_.catalogue(), ids_, terms, 1, analyzer_);
  EXPECT_EQ(found.at("securite").occurrences, 3);
  EXPECT_EQ(found.at("securite").lines.size(), 1);
  EXPECT_EQ(found.at("absent").occurrences, 0);
}

}  // namespace
}  // namespace sahafa
