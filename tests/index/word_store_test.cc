#include "index/word_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "index/check_derived.h"
#include "index/index_metadata.h"
#include "index/index_schema.h"
#include "index/open_index.h"
#include "index/word_folder.h"
#include "tests/index/fixtures.h"

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Words : public testing::Test {
 protected:
  Words()
      : corpus_({test::make_article("La cybersécurité et la sécurité des barrages de la C.N.S.S.",
                                    "Les barrages"),
                 test::make_article("الصندوق والوزارة وسد تامسنا", "", "ar")}) {
    corpus_.update();
  }

  const std::filesystem::path& folder() {
    folder_ = corpus_.corpus().index_path();
    return folder_;
  }
  std::string record() { return get_metadata(open_index(corpus_.corpus()), index_metadata::kWords); }
  WordStore load() {
    Xapian::Database database = open_index(corpus_.corpus());
    return {database, folder()};
  }
  std::vector<std::filesystem::path> files() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder())) {
      if (entry.path().filename().string().starts_with("words.")) found.push_back(entry.path());
    }
    return found;
  }

  test::TestCorpus corpus_;
  std::filesystem::path folder_;
};

TEST_F(Words, FormsAreFoundByBeginningEndAndMiddleInBothScripts) {
  const WordStore words = load();
  std::vector<std::string> begin_so;
  words.visit_forms("s", [&](std::string_view form) {
    begin_so.emplace_back(form);
    return true;
  });
  EXPECT_THAT(begin_so, ElementsAre("securite"));
  EXPECT_THAT(words.forms_ending("securite"), ElementsAre("cybersecurite", "securite"));
  EXPECT_THAT(words.forms_ending("زاره"), ElementsAre("والوزاره", "وزاره"));
  EXPECT_THAT(words.forms_ending("zz"), IsEmpty());
  EXPECT_THAT(words.forms_containing("rrag"), ElementsAre("barrages"));
  EXPECT_THAT(words.forms_containing("صندو"), ElementsAre("الصندوق", "صندوق"));
  EXPECT_THAT(words.forms_containing("setc"), IsEmpty());  // not over the edge of two
  EXPECT_TRUE(words.has_form_beginning("cns"));
  EXPECT_FALSE(words.has_form_beginning("c.n"));  // one word, found as cnss
}

TEST_F(Words, PlacesOfKeysFormsAndWholeWords) {
  const WordStore words = load();
  std::vector<TypePlace> types;
  words.find_key("barrag", types);
  ASSERT_THAT(types, SizeIs(1));
  WordListReader list = words.list(types.front());
  ASSERT_TRUE(list.next());
  EXPECT_EQ(list.article(), 1U);
  EXPECT_EQ(list.count(), 2U);  // in the title, too
  std::vector<std::uint32_t> positions;
  list.visit_positions([&](std::uint32_t position) { positions.push_back(position); });
  EXPECT_THAT(positions, ElementsAre(2, 109));
  EXPECT_FALSE(list.next());
  types.clear();
  words.find_word("c.n.s.s", types);
  words.find_word("c.n.s.s.", types);
  EXPECT_THAT(types, SizeIs(1));
  types.clear();
  words.find_form("صندوق", types);
  EXPECT_EQ(words.count_articles(types), 1);
  types.clear();
  words.find_word("صندوق", types);
  EXPECT_THAT(types, IsEmpty());
}

TEST_F(Words, UpdatesAddFilesThatAreMergedAndOldOnesGo) {
  for (int i = 0; i < 12; ++i) {
    corpus_.add({test::make_article("Une opacité nouvelle, et le Fonds répond " + std::to_string(i)),
                 test::make_article("غموض جديد حول الصندوق " + std::to_string(i), "", "ar")});
    corpus_.update(static_cast<std::size_t>(i % 3) + 1);
  }
  EXPECT_LT(files().size(), 6U);
  EXPECT_THAT(corpus_.find("*acité"), SizeIs(12));
  EXPECT_THAT(corpus_.find("«غموض جديد»"), SizeIs(12));
  EXPECT_THAT(check_index(corpus_.corpus()), IsEmpty());
}

TEST_F(Words, AreTheSameHoweverTheyWereGathered) {
  std::mt19937 random(5);
  const std::vector<std::string> stock = {
      "fuite",    "fuites", "vice-président", "sécurité", "securite", "C.N.S.S.", "الصندوق",  "صندوق",
      "وللصندوق", "\n",     "500 000",        "pré",      "pre",      "السلامة",  "l’enquête"};
  std::vector<Article> articles;
  for (int i = 0; i < 40; ++i) {
    std::string text;
    for (std::size_t j = 0; j < random() % 30; ++j) text += stock[random() % stock.size()] + " ";
    articles.push_back(test::make_article(text, stock[random() % stock.size()]));
  }
  test::TestCorpus at_once(articles);
  at_once.update();
  test::TestCorpus bit_by_bit;
  for (std::size_t begin = 0; begin < articles.size();) {
    const std::size_t count = std::min<std::size_t>(1 + random() % 7, articles.size() - begin);
    bit_by_bit.add({articles.begin() + static_cast<std::ptrdiff_t>(begin),
                    articles.begin() + static_cast<std::ptrdiff_t>(begin + count)});
    bit_by_bit.update(1 + random() % 3);
    begin += count;
  }
  const std::filesystem::path parts = bit_by_bit.corpus().index_path();
  const std::string parts_record = get_metadata(open_index(bit_by_bit.corpus()), index_metadata::kWords);
  EXPECT_EQ(merge_words(open_words(parts_record, parts), parts),
            get_metadata(open_index(at_once.corpus()), index_metadata::kWords));
  for (const char* query :
       {"fuite", "\"fuite sécurité\"", "secur*", "*dent", "الصندوق NEAR/5 fuite", "=\"fuite 500 000\"",
        "fuite SENTENCE صندوق", "title:fuite", "title:*te", "CNSS", "enquête -pré"}) {
    EXPECT_EQ(bit_by_bit.find(query), at_once.find(query)) << query;
    const Query parsed = Query::parse(query);
    EXPECT_EQ(IndexReader(bit_by_bit.corpus()).count_hits(parsed),
              IndexReader(at_once.corpus()).count_hits(parsed))
        << query;
  }
}

TEST_F(Words, AnyNumberOfJobsMakesTheSameFile) {
  const auto name_with = [](std::size_t jobs) {
    std::vector<Article> articles;
    for (int i = 0; i < 30; ++i)
      articles.push_back(test::make_article("Texte numéro " + std::to_string(i) + " sur la fuite"));
    test::TestCorpus corpus(articles);
    corpus.update(jobs);
    return get_metadata(open_index(corpus.corpus()), index_metadata::kWords);
  };
  EXPECT_EQ(name_with(1), name_with(4));
}

TEST_F(Words, RemovedArticlesAreInNoAnswerOfPlaces) {
  corpus_.corpus().catalogue().remove_articles(std::vector<ArticleId>{{1}}, "");
  EXPECT_THAT(corpus_.find("barr*"), IsEmpty());
  EXPECT_THAT(corpus_.find("=barrages"), IsEmpty());
  corpus_.update();
  EXPECT_THAT(corpus_.find("barr*"), IsEmpty());
  EXPECT_THAT(corpus_.find("=barrages"), IsEmpty());
  EXPECT_THAT(corpus_.find("\"des barrages\""), IsEmpty());
  const WordStore left = load();  // as if it had never been there
  EXPECT_FALSE(left.has_form_beginning("barr"));
  std::vector<TypePlace> types;
  left.find_key("barrag", types);
  EXPECT_THAT(types, IsEmpty());
  EXPECT_THAT(check_index(corpus_.corpus()), IsEmpty());
  EXPECT_THAT(corpus_.find("*زارة"), ElementsAre(2));
}

TEST_F(Words, ADamagedOrMissingFileIsToldAndMadeAgain) {
  ASSERT_THAT(files(), SizeIs(1));
  {
    std::fstream file(files().front(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-3, std::ios::end);
    file.put('\x7f');
  }
  EXPECT_THAT(check_index(corpus_.corpus()), ElementsAre(HasSubstr("a file of words is damaged")));
  std::filesystem::resize_file(files().front(), std::filesystem::file_size(files().front()) - 8);
  EXPECT_EQ(test::error_of([&] { corpus_.find("barrage"); }), ErrorCode::malformed);
  EXPECT_THAT(check_index(corpus_.corpus()), ElementsAre(HasSubstr("words.")));
  std::filesystem::remove(files().front());
  EXPECT_EQ(test::error_of([&] { corpus_.find("barrage"); }), ErrorCode::not_found);
  corpus_.add({test::make_article("Un texte de plus.")});
  EXPECT_TRUE(corpus_.update().rebuilt);
  EXPECT_THAT(corpus_.find("barr*"), ElementsAre(1));
  EXPECT_THAT(check_index(corpus_.corpus()), IsEmpty());
}

TEST_F(Words, BytesThatAreNoFileOfWordsNeverCrash) {
  std::mt19937 random(11);
  const std::filesystem::path file = files().front();
  std::ifstream in(file, std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(in)), {});
  for (int round = 0; round < 300; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 4; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    for (const char* query :
         {"barr*", "\"des barrages\"", "*te", "=الصندوق", "title:barr*", "la SENTENCE des"}) {
      try {
        IndexReader(corpus_.corpus()).count_hits(Query::parse(query));
        IndexReader(corpus_.corpus()).search(Query::parse(query));
      } catch (const Error&) {  // told
      }
    }
  }
}

}  // namespace
}  // namespace sahafa
