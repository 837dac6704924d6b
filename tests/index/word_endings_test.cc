#include "index/word_endings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "index/index_metadata.h"
#include "index/index_schema.h"
#include "index/open_index.h"
#include "tests/index/fixtures.h"

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class Endings : public testing::Test {
 protected:
  Endings()
      : corpus_({test::make_article("La cybersécurité et la sécurité des barrages."),
                 test::make_article("الصندوق والوزارة وسد تامسنا", "", "ar")}) {
    corpus_.update();
  }

  std::optional<WordEndings> find() {
    return WordEndings::find(open_index(corpus_.corpus()), corpus_.corpus().index_path());
  }
  std::filesystem::path file() { return corpus_.corpus().index_path() / "endings"; }

  test::TestCorpus corpus_;
};

TEST_F(Endings, FormsAreFoundByTheirEndsInBothScripts) {
  const auto endings = find();
  ASSERT_TRUE(endings);
  EXPECT_THAT(endings->ending_with("securite"), UnorderedElementsAre("securite", "cybersecurite"));
  EXPECT_THAT(endings->ending_with("زاره"), UnorderedElementsAre("والوزاره", "وزاره"));
  EXPECT_THAT(endings->ending_with("zz"), IsEmpty());
  EXPECT_THAT(endings->containing("rrag"), ElementsAre("barrages"));
  EXPECT_THAT(endings->containing("صندو"), UnorderedElementsAre("الصندوق", "صندوق"));
  EXPECT_THAT(endings->containing("setl"), IsEmpty());  // not over the edge of two
}

TEST_F(Endings, QueriesFindTheSameWithoutTheFile) {
  for (const char* pattern : {"*securite", "*ecurit*", "*زارة", "*ندو*", "title:*te"}) {
    const std::vector<std::int64_t> with = corpus_.find(pattern);
    std::filesystem::rename(file(), file().string() + ".away");
    EXPECT_EQ(corpus_.find(pattern), with) << pattern;
    std::filesystem::rename(file().string() + ".away", file());
  }
}

TEST_F(Endings, FollowTheIndex) {
  corpus_.add({test::make_article("Une opacité nouvelle.")});
  corpus_.update();
  EXPECT_THAT(corpus_.find("*acité"), ElementsAre(3));
  EXPECT_TRUE(find());
}

TEST_F(Endings, OfAnotherStateOrDamagedAreNotTaken) {
  {
    Xapian::WritableDatabase database(corpus_.corpus().index_path().string(), Xapian::DB_OPEN);
    set_metadata(database, index_metadata::kEndings, "");
    database.commit();
  }
  EXPECT_FALSE(find());
  EXPECT_THAT(corpus_.find("*securite"), ElementsAre(1));
  corpus_.add({test::make_article("Autre texte.")});
  corpus_.update();
  EXPECT_TRUE(find());
  std::filesystem::resize_file(file(), std::filesystem::file_size(file()) - 1);
  EXPECT_FALSE(find());
  std::filesystem::resize_file(file(), 3);
  EXPECT_FALSE(find());
  EXPECT_THAT(corpus_.find("*securite"), ElementsAre(1));
  corpus_.corpus().catalogue().remove_articles(std::vector<ArticleId>{{3}}, "");
  corpus_.update();  // adds nothing, and makes the file again
  EXPECT_TRUE(find());
}

}  // namespace
}  // namespace sahafa
