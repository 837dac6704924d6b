#include <algorithm>
#include <numeric>

#include "tests/capi/fixtures.h"

namespace sahafa::test {
namespace {

using ::testing::Test;

TEST_F(CApi, IngestCountsAndIsIdempotent) {
  EXPECT_EQ(integers("articles"), std::vector<std::int64_t>{4});
  ASSERT_EQ(ingest(), SAHAFA_OK);
  EXPECT_EQ(integers("articles"), std::vector<std::int64_t>{0});
  EXPECT_EQ(integers("skipped"), std::vector<std::int64_t>{4});
}

TEST_F(CApi, IndexAndRemoveChangeTheCorpus) {
  const auto change = [&](const char* verb, std::vector<const char*> arguments) {
    sahafa_table_free(&table_);
    return sahafa_change(corpus_, verb, arguments.data(), arguments.size(), options_, &table_);
  };
  set("no-positions", "true");
  ASSERT_EQ(change("index", {}), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(texts("positions"), std::vector<std::string>{"no"});
  EXPECT_EQ(change("remove", {"1"}), SAHAFA_ERROR_ARGUMENT) << "an option of another verb";
  set("no-positions", "");
  EXPECT_EQ(change("remove", {}), SAHAFA_ERROR_ARGUMENT);
  EXPECT_EQ(change("remove", {"77"}), SAHAFA_ERROR_NOT_FOUND);
  EXPECT_EQ(change("forget", {"1"}), SAHAFA_ERROR_ARGUMENT);
  EXPECT_EQ(change("index", {"1"}), SAHAFA_ERROR_ARGUMENT);
  ASSERT_EQ(change("remove", {"1", "4"}), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(integers("id"), (std::vector<std::int64_t>{1, 4}));
  ASSERT_EQ(run("articles"), SAHAFA_OK);
  EXPECT_EQ(integers("id"), (std::vector<std::int64_t>{2, 3}));

  sahafa_corpus* reading = nullptr;
  ASSERT_EQ(sahafa_open((folder_ / "corpus").c_str(), SAHAFA_READ, &reading), SAHAFA_OK);
  EXPECT_EQ(sahafa_change(reading, "index", nullptr, 0, nullptr, &table_), SAHAFA_ERROR_ARGUMENT);
  sahafa_close(&reading);
}

TEST_F(CApi, EveryAnalysisThatNeedsNoArgumentRuns) {
  sahafa_table* list = nullptr;
  ASSERT_EQ(sahafa_analyses(&list), SAHAFA_OK);
  ASSERT_GT(sahafa_table_rows(list), 5U);
  sahafa_table_free(&list);
  for (const char* analysis : {"articles", "clusters", "freq", "claims", "stance", "stats"}) {
    EXPECT_EQ(run(analysis), SAHAFA_OK) << analysis << ": " << sahafa_last_error();
    EXPECT_GT(sahafa_table_columns(table_), 0U) << analysis;
  }
}

TEST_F(CApi, OptionsAreThoseOfTheCommandLine) {
  set("lang", "ar");
  ASSERT_EQ(run("articles"), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(texts("lang"), (std::vector<std::string>{"ar", "ar"}));
  set("lang", "");
  ASSERT_EQ(run("articles"), SAHAFA_OK);
  EXPECT_EQ(sahafa_table_rows(table_), 4U);
}

TEST_F(CApi, SearchTakesItsQueryByName) {
  set("query", "الصندوق");
  ASSERT_EQ(run("search"), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(sahafa_table_rows(table_), 2U);
}

TEST_F(CApi, SearchWithoutQuerySaysWhatIsMissing) {
  EXPECT_EQ(run("search"), SAHAFA_ERROR_ARGUMENT);
  EXPECT_NE(std::string(sahafa_last_error()).find("\"query\""), std::string::npos);
  EXPECT_EQ(table_, nullptr);
}

TEST_F(CApi, UnknownNamesAreArgumentErrors) {
  EXPECT_EQ(run("keynes"), SAHAFA_ERROR_ARGUMENT);
  set("langue", "fr");
  EXPECT_EQ(run("articles"), SAHAFA_ERROR_ARGUMENT);
  EXPECT_NE(std::string(sahafa_last_error()).find("langue"), std::string::npos);
}

TEST_F(CApi, JobsAreANumber) {
  for (const char* wrong : {"0", "-1", "two", "2x", "99999"}) {
    set("jobs", wrong);
    EXPECT_EQ(run("articles"), SAHAFA_ERROR_ARGUMENT) << wrong;
  }
  set("jobs", "2");
  EXPECT_EQ(run("articles"), SAHAFA_OK) << sahafa_last_error();
}

TEST_F(CApi, OptionsOfAnAnalysisAreListed) {
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_analysis_options("search", &table_), SAHAFA_OK);
  const std::vector<std::string> names = texts("name");
  const std::vector<std::int64_t> positional = integers("positional");
  ASSERT_EQ(names.front(), "query");
  EXPECT_EQ(positional.front(), 1);
  EXPECT_EQ(std::accumulate(positional.begin(), positional.end(), std::int64_t{0}), 1);
}

TEST_F(CApi, ArticlesStreamInBatches) {
  std::vector<std::string> outlets;
  for (std::int64_t after = 0;;) {
    sahafa_table_free(&table_);
    ASSERT_EQ(sahafa_read_articles(corpus_, after, 3, &table_), SAHAFA_OK);
    if (sahafa_table_rows(table_) == 0) break;
    EXPECT_LE(sahafa_table_rows(table_), 3U);
    for (std::string& outlet : texts("outlet")) outlets.push_back(std::move(outlet));
    after = integers("id").back();
  }
  EXPECT_EQ(outlets, (std::vector<std::string>{"ledesk", "telquel", "lakome", "hespress"}));
}

TEST_F(CApi, ClaimsPointIntoTheTextOfTheirArticle) {
  ASSERT_EQ(run("claims"), SAHAFA_OK);
  const std::vector<std::int64_t> ids = integers("id");
  const std::vector<std::int64_t> begins = integers("begin");
  const std::vector<std::int64_t> ends = integers("end");
  const std::vector<std::string> evidence = texts("evidence");
  ASSERT_FALSE(ids.empty());
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_read_articles(corpus_, 0, 10, &table_), SAHAFA_OK);
  const std::vector<std::string> bodies = texts("text");
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string& body = bodies.at(static_cast<std::size_t>(ids[i] - 1));
    EXPECT_EQ(body.substr(static_cast<std::size_t>(begins[i]), static_cast<std::size_t>(ends[i] - begins[i])),
              evidence[i]);
  }
}

TEST_F(CApi, ProgressIsReportedAndCancels) {
  struct Calls {
    int count = 0;
    int answer = 0;
  } calls;
  const sahafa_progress progress = [](const char* stage, std::int64_t, std::int64_t, void* user) {
    EXPECT_STRNE(stage, "");
    auto* seen = static_cast<Calls*>(user);
    ++seen->count;
    return seen->answer;
  };
  folder_.write("a.txt", "Titre : Autre\nMédia : Le Desk\n\nUn autre texte de la CNSS, plus tard.\n");
  ASSERT_EQ(sahafa_set_progress(corpus_, progress, &calls), SAHAFA_OK);
  calls.answer = 1;
  EXPECT_EQ(ingest(), SAHAFA_ERROR_CANCELLED);
  EXPECT_EQ(table_, nullptr);
  EXPECT_EQ(calls.count, 1);
  calls.answer = 0;
  ASSERT_EQ(ingest(), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(integers("articles"), std::vector<std::int64_t>{1});
  ASSERT_EQ(sahafa_set_progress(corpus_, nullptr, nullptr), SAHAFA_OK);
}

TEST_F(CApi, ReadHandleDoesNotIngest) {
  sahafa_close(&corpus_);
  ASSERT_EQ(sahafa_open((folder_ / "corpus").c_str(), SAHAFA_READ, &corpus_), SAHAFA_OK);
  EXPECT_EQ(ingest(), SAHAFA_ERROR_ARGUMENT);
  EXPECT_NE(std::string(sahafa_last_error()).find("SAHAFA_WRITE"), std::string::npos);
}

TEST_F(CApi, BadInputIsListedAndTheRestIsTaken) {
  folder_.write("vide.txt", "");
  const std::string path = folder_ / "vide.txt";
  const char* const paths[] = {path.c_str()};
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_ingest(corpus_, paths, 1, nullptr, &table_), SAHAFA_OK);
  EXPECT_EQ(integers("failed"), std::vector<std::int64_t>{1});
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_issues(corpus_, &table_), SAHAFA_OK);
  EXPECT_EQ(texts("path"), std::vector<std::string>{path});
  EXPECT_EQ(integers("fatal"), std::vector<std::int64_t>{1});
}

TEST_F(CApi, NamesOfFilesThatAreNoUtf8ComeOutAsUtf8) {
  std::filesystem::create_directory(folder_ / "ancien");
  folder_.write("ancien/caf\xE9.txt", "");
  const std::string path = folder_ / "ancien";
  const char* const paths[] = {path.c_str()};
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_ingest(corpus_, paths, 1, nullptr, &table_), SAHAFA_OK) << sahafa_last_error();
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_issues(corpus_, &table_), SAHAFA_OK);
  EXPECT_EQ(texts("path"), std::vector<std::string>{path + "/caf\uFFFD.txt"});
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_run_files("extract", paths, 1, nullptr, &table_), SAHAFA_OK) << sahafa_last_error();
  ASSERT_EQ(sahafa_table_notes(table_), 1U);
  EXPECT_NE(std::string(sahafa_table_note(table_, 0)).find("caf\uFFFD.txt"), std::string::npos);
}

TEST_F(CApi, DryRunStoresNothingAndReportNamesTheSources) {
  folder_.write("e.txt", "Titre : Plus tard\nMédia : Le360\n\nLa CNSS répond.\n");
  const std::string path = folder_ / "e.txt";
  const std::string report = folder_ / "sources.csv";
  const char* const paths[] = {path.c_str()};
  set("dry-run", "true");
  set("report", report.c_str());
  sahafa_corpus* reader = nullptr;
  ASSERT_EQ(sahafa_open((folder_ / "corpus").c_str(), SAHAFA_READ, &reader), SAHAFA_OK);
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_ingest(reader, paths, 1, options_, &table_), SAHAFA_OK) << sahafa_last_error();
  sahafa_close(&reader);
  EXPECT_EQ(texts("reader"), std::vector<std::string>{"text"});
  EXPECT_EQ(integers("articles"), std::vector<std::int64_t>{1});
  std::filesystem::remove(report);
  set("dry-run", "");
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_ingest(corpus_, paths, 1, options_, &table_), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(integers("articles"), std::vector<std::int64_t>{1}) << "the dry run took nothing";
  std::ifstream file(report);
  std::string header;
  std::string row;
  std::getline(file, header);
  std::getline(file, row);
  EXPECT_TRUE(header.starts_with("path,reader,encoding,articles"));
  EXPECT_NE(row.find("e.txt"), std::string::npos);
}

TEST_F(CApi, EvidenceIsThatOfTheCommandLine) {
  const std::string file = folder_ / "claims.jsonl";
  set("evidence", file.c_str());
  ASSERT_EQ(run("stance"), SAHAFA_OK) << sahafa_last_error();
  EXPECT_STREQ(sahafa_table_name(table_, 0), "group");
  std::ifstream lines(file);
  std::string line;
  std::getline(lines, line);
  EXPECT_NE(line.find("\"sentence\""), std::string::npos) << line;
  set("evidence", "-");
  ASSERT_EQ(run("stance"), SAHAFA_OK) << sahafa_last_error();
  EXPECT_FALSE(texts("sentence").empty());
}

TEST_F(CApi, CopiesAndOriginsSayWhereAllCameFrom) {
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_copies(corpus_, &table_), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(integers("article"), (std::vector<std::int64_t>{1, 2, 3, 4}));
  EXPECT_EQ(texts("path").at(2), folder_ / "c.txt");
  EXPECT_LT(integers("begin").at(2), integers("end").at(2));
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_origins(corpus_, &table_), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(sahafa_table_rows(table_), 0U) << "what the field lines of a text state needs no finding";
  folder_.write(
      "page.html",
      "<html><head><meta property=\"article:published_time\" content=\"2025-04-13\"></head><body><article>"
      "<h1>بلاغ الوزارة</h1><p>قالت الوزارة إن التحقيق في تسريب البيانات ما زال جاريا، وإن نتائجه ستعلن "
      "قريبا.</p>"
      "</article></body></html>");
  const std::string path = folder_ / "page.html";
  const char* const paths[] = {path.c_str()};
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_ingest(corpus_, paths, 1, nullptr, &table_), SAHAFA_OK) << sahafa_last_error();
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_origins(corpus_, &table_), SAHAFA_OK) << sahafa_last_error();
  const std::vector<std::string> fields = texts("field");
  ASSERT_NE(std::ranges::find(fields, "date"), fields.end());
  EXPECT_EQ(integers("article").front(), 5);
}

TEST_F(CApi, CorpusIsWhole) {
  sahafa_table_free(&table_);
  ASSERT_EQ(sahafa_check(corpus_, &table_), SAHAFA_OK);
  EXPECT_EQ(sahafa_table_rows(table_), 0U);
}

TEST_F(CApi, TableIsWrittenAsTheCommandLineWritesIt) {
  ASSERT_EQ(run("articles"), SAHAFA_OK);
  const std::string path = folder_ / "articles.csv";
  ASSERT_EQ(sahafa_table_write(table_, "csv", path.c_str()), SAHAFA_OK) << sahafa_last_error();
  std::ifstream file(path);
  std::string header;
  std::getline(file, header);
  EXPECT_EQ(header, "id,key,outlet,lang,date,title,words,copies,cluster,url");
  EXPECT_EQ(sahafa_table_write(table_, "xls", path.c_str()), SAHAFA_ERROR_ARGUMENT);
  EXPECT_EQ(sahafa_table_write(table_, "csv", (folder_ / "no/such/folder.csv").c_str()),
            SAHAFA_ERROR_UNREADABLE);
}

TEST_F(CApi, ReportIsOnePage) {
  const std::string path = folder_ / "report.html";
  ASSERT_EQ(sahafa_report(corpus_, nullptr, path.c_str()), SAHAFA_OK) << sahafa_last_error();
  EXPECT_GT(std::filesystem::file_size(path), 10'000U);
}

}  // namespace
}  // namespace sahafa::test
