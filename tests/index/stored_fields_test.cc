#include "index/stored_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "index/token_store_format.h"
#include "tests/index/fixtures.h"

namespace sahafa {
namespace {

using testing::ElementsAre;

class Fields : public testing::Test {
 protected:
  Fields() {
    corpus_.add({dated("La digue a cédé.", "fr", "ledesk", "2025-04-08"),
                 dated("انهار السد.", "ar", "لكم", "2025-04"), dated("Le pont tient.", "fr", "", "")});
    corpus_.update();
    update_tokens(corpus_.corpus(), 1, {});
  }

  static Article dated(std::string text, std::string lang, std::string outlet, std::string date) {
    Article article = test::make_article(std::move(text), "", std::move(lang));
    article.outlet = std::move(outlet);
    article.date = std::move(date);
    return article;
  }

  std::optional<StoredFields> find() {
    return StoredFields::find(corpus_.corpus(), corpus_.corpus().catalogue().revision());
  }

  /// As a reader has them, whatever it reads.
  std::vector<std::string> read(const std::vector<ArticleId>& articles) {
    const IndexReader reader(corpus_.corpus());
    std::vector<std::string> lines;
    for (const ArticleFields& fields : reader.read_fields(articles))
      lines.push_back(std::to_string(fields.cluster.value) + " " + std::string(fields.outlet) + " " +
                      std::string(fields.lang) + " " + std::string(fields.date));
    return lines;
  }

  test::TestCorpus corpus_;
};

TEST_F(Fields, AreThoseOfTheArticles) {
  ASSERT_TRUE(find());
  EXPECT_THAT(read({{1}, {2}, {3}}), ElementsAre("1 ledesk fr 2025-04-08", "2 لكم ar 2025-04", "3  fr "));
  EXPECT_THAT(read({{2}}), ElementsAre("2 لكم ar 2025-04"));
  EXPECT_FALSE(find()->read(std::vector<ArticleId>{{2}, {7}}));
}

TEST_F(Fields, ComeFromTheIndexWhereTheStoreIsOfAnotherState) {
  const std::vector<std::string> before = read({{1}, {2}, {3}});
  corpus_.add({dated("Encore un pont.", "fr", "hespress", "2025")});
  EXPECT_FALSE(find());
  corpus_.update();
  EXPECT_THAT(read({{4}}), ElementsAre("4 hespress fr 2025"));
  EXPECT_EQ(read({{1}, {2}, {3}}), before);
}

TEST_F(Fields, OfADamagedStoreAreNotTaken) {
  const std::vector<std::string> before = read({{1}, {2}, {3}});
  const std::filesystem::path column = corpus_.corpus().tokens_path() / token_file::kDocumentOutlet;
  std::filesystem::resize_file(column, std::filesystem::file_size(column) - 1);
  EXPECT_FALSE(find());
  EXPECT_EQ(read({{1}, {2}, {3}}), before);
  std::filesystem::resize_file(column, 5);
  EXPECT_FALSE(find());
  std::filesystem::remove_all(corpus_.corpus().tokens_path());
  EXPECT_EQ(read({{1}, {2}, {3}}), before);
}

}  // namespace
}  // namespace sahafa
