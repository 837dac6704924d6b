#include "index/check_derived.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>

#include "index/token_store_format.h"
#include "index/token_store_reader.h"
#include "tests/index/fixtures.h"

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CheckDerived : public testing::Test {
 protected:
  CheckDerived()
      : made_({test::make_article("La Caisse a été avertie. Elle n’a rien fait."),
               test::make_article("حُذّر الصندوق. ولم يفعل شيئا.", "عنوان", "ar")}) {
    update_tokens(corpus(), 1, {});
    made_.update();
  }

  const Corpus& corpus() { return made_.corpus(); }
  void remove(const std::vector<ArticleId>& articles) {
    made_.corpus().catalogue().remove_articles(articles, "");
  }
  void add_article() { made_.add({test::make_article("Un texte de plus.")}); }

  /// Overwrites one value of a column of the token store, behind its header.
  template <class T>
  void overwrite(std::string_view file, std::size_t at, T value) {
    std::fstream column(corpus().tokens_path() / file, std::ios::in | std::ios::out | std::ios::binary);
    column.seekp(static_cast<std::streamoff>(128 + at * sizeof(T)));
    column.write(reinterpret_cast<const char*>(&value), sizeof(T));
  }

 private:
  test::TestCorpus made_;
};

TEST_F(CheckDerived, NothingIsWrongWithWhatWasJustMade) {
  EXPECT_THAT(check_tokens(corpus()), IsEmpty());
  EXPECT_THAT(check_index(corpus()), IsEmpty());
}

TEST_F(CheckDerived, RemovedArticlesThatDerivedDataStillHaveAreNotWrong) {
  remove({{1}});
  EXPECT_THAT(check_tokens(corpus()), IsEmpty());
  EXPECT_THAT(check_index(corpus()), IsEmpty());
  remove({{2}});
  EXPECT_THAT(check_tokens(corpus()), IsEmpty());
  EXPECT_THAT(check_index(corpus()), IsEmpty());
}

TEST_F(CheckDerived, AfterTheUpdateNothingIsLeftOfRemovedArticles) {
  add_article();
  remove({{1}});
  EXPECT_TRUE(update_tokens(corpus(), 1, {}).rebuilt);
  update_index(corpus(), 1, {});
  EXPECT_THAT(check_tokens(corpus()), IsEmpty());
  EXPECT_THAT(check_index(corpus()), IsEmpty());
  const TokenStore store = TokenStore::load(corpus().tokens_path());
  EXPECT_THAT(store.article_ids(), ElementsAre(2, 3));
  EXPECT_FALSE(store.forms().find("caisse").has_value());
}

TEST_F(CheckDerived, WhatIsNotMadeYetIsNotWrong) {
  add_article();
  EXPECT_THAT(check_tokens(corpus()), IsEmpty());
  EXPECT_THAT(check_index(corpus()), IsEmpty());
  std::filesystem::remove_all(corpus().tokens_path());
  std::filesystem::remove_all(corpus().index_path());
  EXPECT_THAT(check_tokens(corpus()), IsEmpty());
  EXPECT_THAT(check_index(corpus()), IsEmpty());
}

TEST_F(CheckDerived, AnotherFormStemPlaceOrKindIsFound) {
  overwrite<std::uint32_t>(token_file::kForms, 1, 0);
  EXPECT_THAT(check_tokens(corpus()), ElementsAre(HasSubstr("article 1: token 1 differs")));
  overwrite<std::uint32_t>(token_file::kForms, 1, 1);
  overwrite<std::uint32_t>(token_file::kStems, 1, 4'000'000);
  EXPECT_THAT(check_tokens(corpus()), ElementsAre(HasSubstr("article 1: token 1 differs")));
  overwrite<std::uint32_t>(token_file::kStems, 1, 1);
  EXPECT_THAT(check_tokens(corpus()), IsEmpty());
  overwrite<std::uint32_t>(token_file::kBegins, 0, 7);
  EXPECT_THAT(check_tokens(corpus()), ElementsAre(HasSubstr("article 1: token 0 differs")));
  overwrite<std::uint32_t>(token_file::kBegins, 0, 0);
  overwrite<std::uint8_t>(token_file::kKinds, 0, 2);
  EXPECT_THAT(check_tokens(corpus()), ElementsAre(HasSubstr("run `sahafa ingest`")));
}

TEST_F(CheckDerived, AnotherSurfaceParagraphMatrixOrHashIsFound) {
  overwrite<std::uint32_t>(token_file::kSurfaces, 1, 0);
  EXPECT_THAT(check_tokens(corpus()), ElementsAre(HasSubstr("article 1: token 1 differs")));
  overwrite<std::uint32_t>(token_file::kSurfaces, 1, 1);
  overwrite<std::uint64_t>(token_file::kParagraphOffsets, 1, 3);
  EXPECT_THAT(check_tokens(corpus()), ElementsAre(HasSubstr("article 1: other paragraphs")));
  overwrite<std::uint64_t>(token_file::kParagraphOffsets, 1, 12);
  EXPECT_THAT(check_tokens(corpus()), IsEmpty());
  overwrite<std::uint32_t>(token_file::kMatrixCells, 1, 9);
  EXPECT_THAT(check_tokens(corpus()),
              ElementsAre(HasSubstr("article 1: its row of the document-term matrix")));
  overwrite<std::uint32_t>(token_file::kMatrixCells, 1, 1);
  overwrite<std::uint64_t>(token_file::kMatrixOffsets, 1, 1'000'000);
  EXPECT_THAT(check_tokens(corpus()), ElementsAre(HasSubstr("damaged")));
}

TEST_F(CheckDerived, ARecordOrAColumnOfDocumentsThatSaysElseIsFound) {
  auto record = *load_token_store_record(corpus().tokens_path());
  ++record.hash;
  save_token_store_record(corpus().tokens_path(), record);
  EXPECT_THAT(check_tokens(corpus()), ElementsAre(HasSubstr("hash")));
  --record.hash;
  save_token_store_record(corpus().tokens_path(), record);
  overwrite<std::uint32_t>(token_file::kDocumentCopies, 0, 5);
  EXPECT_THAT(check_tokens(corpus()), ElementsAre(HasSubstr("documents.copies.npy")));
}

TEST_F(CheckDerived, ShiftedDocumentsAndSentencesAreFound) {
  overwrite<std::uint64_t>(token_file::kSentenceOffsets, 1, 2);
  EXPECT_THAT(check_tokens(corpus()), ElementsAre(HasSubstr("another sentence")));
  overwrite<std::uint64_t>(token_file::kDocumentOffsets, 1, 1'000'000);
  EXPECT_FALSE(check_tokens(corpus()).empty());
  overwrite<std::int64_t>(token_file::kDocumentArticles, 1, 9);
  EXPECT_FALSE(check_tokens(corpus()).empty());
}

TEST_F(CheckDerived, CutColumnIsFound) {
  std::filesystem::resize_file(corpus().tokens_path() / token_file::kKinds, 130);
  EXPECT_THAT(check_tokens(corpus()), ElementsAre(HasSubstr("tokens: ")));
}

TEST_F(CheckDerived, ArticleThatTheIndexLostIsFound) {
  Xapian::WritableDatabase(corpus().index_path().string(), Xapian::DB_OPEN).delete_document(2);
  EXPECT_THAT(check_index(corpus()), ElementsAre(HasSubstr("index: article 2 is missing")));
}

TEST_F(CheckDerived, DamagedFileOfTheIndexIsFound) {
  for (const auto& entry : std::filesystem::directory_iterator(corpus().index_path())) {
    if (entry.path().extension() == ".glass")
      std::filesystem::resize_file(entry.path(), entry.file_size() / 2);
  }
  EXPECT_FALSE(check_index(corpus()).empty());
}

}  // namespace
}  // namespace sahafa
