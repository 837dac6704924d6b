#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "index/check_derived.h"
#include "index/token_store_format.h"
#include "index/token_store_reader.h"
#include "tests/index/fixtures.h"
#include "tests/shared.h"
#include "text/analyze.h"
#include "text/sentences.h"

namespace sahafa {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Article> sample_articles(int first, int count) {
  std::vector<Article> articles;
  for (int i = first; i < first + count; ++i) {
    articles.push_back(
        test::make_article(fmt::format("L’enquête n° {0} avance. Le mot{0} revient : « fuite » !\nFin.", i)));
    articles.push_back(
        test::make_article(fmt::format("والصندوق أعلن الخبر {0}. هل سُرّبت الوثائق؟", i), "عنوان", "ar"));
  }
  return articles;
}

/// Name and bytes of every file of the store.
std::map<std::string, std::string> files_of(const Corpus& corpus) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(corpus.tokens_path())) {
    files[entry.path().filename()] = test::read_file(entry.path());
  }
  return files;
}

UpdateResult update(const Corpus& corpus, std::size_t jobs = 1) { return update_tokens(corpus, jobs, {}); }

void expect_same_as_analysis(const Corpus& corpus) {
  const TokenStore store = TokenStore::load(corpus.tokens_path());
  Analyzer analyzer;
  std::size_t document = 0;
  std::size_t token = 0;
  std::size_t sentence = 0;
  std::size_t paragraph = 0;
  corpus.catalogue().visit_articles({}, [&](const Article& article) {
    const AnalyzedText text = analyzer.analyze(article.text);
    EXPECT_EQ(store.article_ids()[document], article.id.value);
    EXPECT_EQ(store.document_offsets()[document], token);
    EXPECT_EQ(store.find_document(article.id), document);
    std::map<std::string_view, std::uint32_t> words;
    for (std::size_t i = 0; i < text.tokens.size(); ++i)
      if (text.tokens[i].kind == TokenKind::word) ++words[text.forms[i]];
    std::uint32_t counted = 0;
    for (const TermCount& cell : store.matrix_row(document)) {
      EXPECT_EQ(cell.count, words[store.form(cell.term)]);
      counted += cell.count;
    }
    EXPECT_EQ(store.matrix_row(document).size(), words.size());
    EXPECT_EQ(store.words()[document], counted);
    ++document;
    for (const Span& span : split_paragraphs(article.text)) {
      const auto inside =
          std::ranges::count_if(text.tokens, [&](const Token& one) { return span.contains(one.span()); });
      EXPECT_EQ(store.paragraph_offsets()[paragraph + 1] - store.paragraph_offsets()[paragraph], inside);
      ++paragraph;
    }
    EXPECT_EQ(store.paragraph_offsets()[paragraph], token + text.tokens.size());
    for (std::size_t i = 0; i < text.tokens.size(); ++i, ++token) {
      EXPECT_EQ(store.surface(store.surface_ids()[token]), slice(article.text, text.tokens[i].span()));
      EXPECT_EQ(store.form(store.form_ids()[token]), text.forms[i]);
      EXPECT_EQ(store.stem(store.stem_ids()[token]), text.stems[i]);
      EXPECT_EQ(store.begins()[token], text.tokens[i].begin);
      EXPECT_EQ(store.kind(token), text.tokens[i].kind);
      const std::size_t of = sentence + text.sentence_of[i];
      EXPECT_LE(store.sentence_offsets()[of], token);
      EXPECT_GT(store.sentence_offsets()[of + 1], token);
    }
    sentence += text.sentences.size();
  });
  EXPECT_EQ(store.documents(), document);
  EXPECT_EQ(store.tokens(), token);
  EXPECT_EQ(store.sentences(), sentence);
  EXPECT_EQ(store.paragraphs(), paragraph);
  EXPECT_EQ(store.document_offsets().back(), token);
}

TEST(TokenStore, HoldsWhatTheAnalyzerSees) {
  test::TestCorpus corpus(sample_articles(0, 5));
  const UpdateResult result = update(corpus.corpus());
  EXPECT_EQ(result.added, 10);
  EXPECT_FALSE(result.rebuilt);
  expect_same_as_analysis(corpus.corpus());
}

TEST(TokenStore, IdsAreGivenByFirstAppearance) {
  test::TestCorpus corpus({test::make_article("un deux un"), test::make_article("deux ثلاثة un")});
  update(corpus.corpus());
  const TokenStore store = TokenStore::load(corpus.corpus().tokens_path());
  EXPECT_THAT(store.form_ids(), ElementsAre(0, 1, 0, 1, 2, 0));
  EXPECT_EQ(store.form(2), "ثلاثه");
  EXPECT_EQ(store.forms().find("deux"), 1U);
  EXPECT_FALSE(store.forms().find("quatre").has_value());
}

TEST(TokenStore, AppendingGivesTheBytesOfBuildingAtOnce) {
  test::TestCorpus grown(sample_articles(0, 3));
  update(grown.corpus());
  const TokenStore early = TokenStore::load(grown.corpus().tokens_path());
  grown.add(sample_articles(3, 4));
  EXPECT_EQ(update(grown.corpus()).added, 8);
  expect_same_as_analysis(grown.corpus());
  EXPECT_EQ(early.documents(), 6U);  // what was mapped before stays what it was
  EXPECT_EQ(early.form(early.form_ids().front()), "l'");

  test::TestCorpus whole(sample_articles(0, 3));
  whole.add(sample_articles(3, 4));
  update(whole.corpus());
  EXPECT_EQ(files_of(grown.corpus()), files_of(whole.corpus()));
}

TEST(TokenStore, SameBytesForAnyNumberOfJobs) {
  test::TestCorpus corpus(sample_articles(0, 40));
  update(corpus.corpus(), 1);
  const auto one = files_of(corpus.corpus());
  std::filesystem::remove_all(corpus.corpus().tokens_path());
  update(corpus.corpus(), 3);
  EXPECT_EQ(files_of(corpus.corpus()), one);
}

TEST(TokenStore, SecondUpdateChangesNothing) {
  test::TestCorpus corpus(sample_articles(0, 2));
  update(corpus.corpus());
  const auto before = files_of(corpus.corpus());
  EXPECT_EQ(update(corpus.corpus()).added, 0);
  EXPECT_EQ(files_of(corpus.corpus()), before);
}

TEST(TokenStore, EmptyCorpusAndEmptyTextAreFine) {
  test::TestCorpus corpus;
  update(corpus.corpus());
  EXPECT_EQ(TokenStore::load(corpus.corpus().tokens_path()).documents(), 0U);
  corpus.add({test::make_article("", "titre seul")});
  update(corpus.corpus());
  const TokenStore store = TokenStore::load(corpus.corpus().tokens_path());
  EXPECT_THAT(store.document_offsets(), ElementsAre(0, 0));
  EXPECT_THAT(store.form_ids(), IsEmpty());
}

TEST(TokenStore, KilledBetweenDataAndRecordItCatchesUp) {
  test::TestCorpus corpus(sample_articles(0, 3));
  update(corpus.corpus());
  const auto record = load_token_store_record(corpus.corpus().tokens_path());
  corpus.add(sample_articles(3, 3));
  update(corpus.corpus());
  const auto finished = files_of(corpus.corpus());
  // The data of the second update is there, the record is still the first's.
  save_token_store_record(corpus.corpus().tokens_path(), *record);
  EXPECT_EQ(TokenStore::load(corpus.corpus().tokens_path()).documents(), 6U);
  update(corpus.corpus());
  EXPECT_EQ(files_of(corpus.corpus()), finished);
}

TEST(TokenStore, KilledWhileWorkingItCatchesUp) {
  test::TestCorpus corpus(sample_articles(0, 300));
  update(corpus.corpus());
  const auto finished = files_of(corpus.corpus());
  std::filesystem::remove_all(corpus.corpus().tokens_path());
  const int status = test::run_killed([&] {
    const Corpus own = Corpus::open(corpus.corpus().directory());
    update_tokens(own, 1, [](std::string_view, std::int64_t, std::int64_t) { ::_exit(7); });
    return 0;
  });
  EXPECT_EQ(status, 7);
  update(corpus.corpus());
  EXPECT_EQ(files_of(corpus.corpus()), finished);
}

TEST(TokenStore, DamageIsReportedByTheReaderAndRepairedByTheWriter) {
  test::TestCorpus corpus(sample_articles(0, 2));
  update(corpus.corpus());
  const auto finished = files_of(corpus.corpus());
  const std::filesystem::path folder = corpus.corpus().tokens_path();
  std::filesystem::resize_file(folder / token_file::kForms, 130);
  EXPECT_EQ(test::error_of([&] { TokenStore::load(folder); }), ErrorCode::malformed);
  EXPECT_TRUE(update(corpus.corpus()).rebuilt);
  EXPECT_EQ(files_of(corpus.corpus()), finished);
}

TEST(TokenStore, OlderFormatIsRefusedAndRebuilt) {
  test::TestCorpus corpus(sample_articles(0, 1));
  update(corpus.corpus());
  const std::filesystem::path folder = corpus.corpus().tokens_path();
  std::ofstream(folder / "store.json") << "{\"format\": 1}";
  std::string message;
  EXPECT_EQ(test::error_of([&] { TokenStore::load(folder); }, &message), ErrorCode::malformed);
  EXPECT_NE(message.find("sahafa ingest"), std::string::npos);
  EXPECT_TRUE(update(corpus.corpus()).rebuilt);
  expect_same_as_analysis(corpus.corpus());
}

TEST(TokenStore, TheHashNamesTheContentHoweverItGrew) {
  test::TestCorpus grown(sample_articles(0, 3));
  update(grown.corpus());
  const std::uint64_t early = TokenStore::load(grown.corpus().tokens_path()).hash();
  grown.add(sample_articles(3, 1));
  update(grown.corpus());
  test::TestCorpus whole(sample_articles(0, 4));
  update(whole.corpus());
  const std::uint64_t hash = TokenStore::load(whole.corpus().tokens_path()).hash();
  EXPECT_EQ(TokenStore::load(grown.corpus().tokens_path()).hash(), hash);
  EXPECT_NE(hash, early);
}

TEST(TokenStore, WhatTheCatalogueSaysOfDocumentsIsReplacedWhenItChanges) {
  test::TestCorpus corpus(sample_articles(0, 1));
  update(corpus.corpus());
  const std::filesystem::path folder = corpus.corpus().tokens_path();
  const auto clusters = [&] {
    const NpyColumn<std::int64_t> column(folder / token_file::kDocumentCluster, 2);
    return std::vector<std::int64_t>(column.values().begin(), column.values().end());
  };
  EXPECT_THAT(clusters(), ElementsAre(1, 2));
  EXPECT_NE(test::read_file(folder / token_file::kDocumentLang).find("frar"), std::string::npos);
  corpus.corpus().catalogue().store_clusters(std::vector<ClusterMember>{
      {.article = {1}, .canonical = {1}}, {.article = {2}, .canonical = {1}, .relation = Relation::near}});
  update(corpus.corpus());
  EXPECT_THAT(clusters(), ElementsAre(1, 1));
}

TEST(TokenStore, OutletsThatChangedAloneReachTheColumnOfCountries) {
  Article article = test::make_article("La digue tient.");
  article.outlet = "fleuve";
  test::TestCorpus corpus({article});
  update(corpus.corpus());
  const auto countries = [&] { return files_of(corpus.corpus())["documents.country.npy"].substr(128); };
  EXPECT_EQ(countries(), std::string(1, '\0'));
  const std::filesystem::path list = corpus.corpus().directory() / "list.toml";
  std::ofstream(list) << "[[outlet]]\nid = \"fleuve\"\nname = \"Fleuve\"\nnames = [\"صوت النهر\"]\nkind = "
                         "\"daily\"\ncountry = \"SN\"\n";
  corpus.corpus().adopt_outlets(list);
  EXPECT_THAT(check_tokens(corpus.corpus()), testing::SizeIs(1));  // not yet followed
  EXPECT_EQ(update(corpus.corpus()).added, 0);
  EXPECT_EQ(countries(), "SN");
  EXPECT_THAT(check_tokens(corpus.corpus()), IsEmpty());
}

TEST(TokenStore, AnotherAnalysisIsRefusedAndRebuilt) {
  test::TestCorpus corpus(sample_articles(0, 1));
  update(corpus.corpus());
  const std::filesystem::path folder = corpus.corpus().tokens_path();
  auto record = *load_token_store_record(folder);
  record.analysis = "0-old";
  save_token_store_record(folder, record);
  std::string message;
  EXPECT_EQ(test::error_of([&] { TokenStore::load(folder); }, &message), ErrorCode::malformed);
  EXPECT_NE(message.find("0-old"), std::string::npos);
  EXPECT_TRUE(update(corpus.corpus()).rebuilt);
  expect_same_as_analysis(corpus.corpus());
}

TEST(TokenStore, NewerFormatIsLeftAlone) {
  test::TestCorpus corpus(sample_articles(0, 1));
  update(corpus.corpus());
  const std::filesystem::path folder = corpus.corpus().tokens_path();
  std::ofstream(folder / "store.json") << "{\"format\": 99}";
  EXPECT_EQ(test::error_of([&] { TokenStore::load(folder); }), ErrorCode::newer_format);
  EXPECT_EQ(test::error_of([&] { update(corpus.corpus()); }), ErrorCode::newer_format);
}

TEST(TokenStore, MissingStoreNamesTheRemedy) {
  test::TestCorpus corpus;
  std::string message;
  EXPECT_EQ(test::error_of([&] { TokenStore::load(corpus.corpus().tokens_path()); }, &message),
            ErrorCode::not_found);
  EXPECT_NE(message.find("sahafa ingest"), std::string::npos);
}

}  // namespace
}  // namespace sahafa
