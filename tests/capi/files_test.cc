// What is written to files, and the verbs that need no corpus.
#include <iterator>
#include <string_view>

#include "tests/capi/fixtures.h"

namespace sahafa::test {
namespace {

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class CApiFiles : public CApi {
 protected:
  sahafa_status run_files(const char* verb, const std::vector<std::string>& arguments) {
    std::vector<const char*> pointers;
    for (const std::string& argument : arguments) pointers.push_back(argument.c_str());
    sahafa_table_free(&table_);
    return sahafa_run_files(verb, pointers.data(), pointers.size(), options_, &table_);
  }
};

TEST_F(CApiFiles, PictureIsDrawnBesideTheTable) {
  const std::string path = folder_ / "trend.svg";
  set("query", "CNSS");
  set("plot", path.c_str());
  ASSERT_EQ(run("trend"), SAHAFA_OK) << sahafa_last_error();
  EXPECT_GT(sahafa_table_rows(table_), 0U);
  EXPECT_NE(content(path).find("<svg"), std::string::npos);
}

TEST_F(CApiFiles, GraphsAndMatricesAreRendered) {
  const std::string path = folder_ / "matrix.mtx";
  set("as", "mtx");
  ASSERT_EQ(sahafa_render(corpus_, "dfm", options_, path.c_str()), SAHAFA_OK) << sahafa_last_error();
  EXPECT_TRUE(content(path).starts_with("%%MatrixMarket"));
  EXPECT_EQ(run("dfm"), SAHAFA_ERROR_ARGUMENT) << "a matrix is no table";
  EXPECT_NE(std::string_view(sahafa_last_error()).find("sahafa_render"), std::string_view::npos);
  set("as", "xyz");
  EXPECT_EQ(sahafa_render(corpus_, "dfm", options_, path.c_str()), SAHAFA_ERROR_ARGUMENT);
  EXPECT_TRUE(content(path).starts_with("%%MatrixMarket")) << "a refused call leaves the file alone";
  set("as", "");
  EXPECT_EQ(sahafa_render(corpus_, "dfm", options_, path.c_str()), SAHAFA_ERROR_ARGUMENT);
}

TEST_F(CApiFiles, ArticlesAreExportedToAFileOrAFolder) {
  const std::string path = folder_ / "corpus.txt";
  set("as", "iramuteq");
  set("lang", "ar");
  ASSERT_EQ(sahafa_export(corpus_, options_, path.c_str()), SAHAFA_OK) << sahafa_last_error();
  EXPECT_TRUE(content(path).starts_with("****"));
  EXPECT_NE(content(path).find("الصندوق"), std::string::npos);
  EXPECT_EQ(sahafa_export(corpus_, options_, nullptr), SAHAFA_ERROR_ARGUMENT);
  set("as", "csv");
  set("folder", (folder_ / "out").c_str());
  ASSERT_EQ(sahafa_export(corpus_, options_, nullptr), SAHAFA_OK) << sahafa_last_error();
  EXPECT_TRUE(std::filesystem::exists(folder_ / "out/articles.csv"));
}

TEST_F(CApiFiles, ClassifierIsTrainedJudgedAndUsed) {
  const std::string model = folder_ / "stance.model";
  const std::string judge = "tests/data/learning/judge.jsonl";
  set("model", model.c_str());
  ASSERT_EQ(run_files("train", {"tests/data/learning/train.jsonl"}), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(sahafa_table_columns(table_), 0U);
  set("judge", judge.c_str());
  ASSERT_EQ(run_files("train", {"tests/data/learning/train.jsonl"}), SAHAFA_OK) << sahafa_last_error();
  EXPECT_GE(sahafa_table_rows(table_), 2U);
  EXPECT_EQ(sahafa_table_notes(table_), 1U);
  set("judge", "");
  ASSERT_EQ(run_files("classify", {judge}), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(texts("id").size(), texts("label").size());
  EXPECT_GT(sahafa_table_rows(table_), 0U);
  set("model", "");
  EXPECT_EQ(run_files("classify", {judge}), SAHAFA_ERROR_ARGUMENT);
}

TEST_F(CApiFiles, FilesAreReadWithoutACorpus) {
  ASSERT_EQ(run_files("extract", {folder_ / "a.txt", folder_ / "c.txt"}), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(texts("outlet"), (std::vector<std::string>{"ledesk", "lakome"}));
  ASSERT_EQ(run_files("tokens", {folder_ / "c.txt"}), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(texts("token").front(), "حمّلت");
  set("show", "clitics");
  ASSERT_EQ(run_files("tokens", {folder_ / "c.txt"}), SAHAFA_OK) << sahafa_last_error();
  EXPECT_GT(sahafa_table_rows(table_), 0U);
}

TEST_F(CApiFiles, WhatIsWrongWithAFileIsANote) {
  folder_.write("vide.txt", "");
  ASSERT_EQ(run_files("extract", {folder_ / "vide.txt", folder_ / "a.txt"}), SAHAFA_OK);
  EXPECT_EQ(sahafa_table_rows(table_), 1U);
  ASSERT_EQ(sahafa_table_notes(table_), 1U);
  EXPECT_NE(std::string_view(sahafa_table_note(table_, 0)).find("vide.txt"), std::string_view::npos);
}

TEST_F(CApiFiles, CodebookIsShownCheckedAndLinted) {
  ASSERT_EQ(run_files("codebook", {"show"}), SAHAFA_OK) << sahafa_last_error();
  EXPECT_GT(sahafa_table_rows(table_), 10U);
  EXPECT_EQ(texts("label_ar").size(), texts("label_fr").size());
  ASSERT_EQ(run_files("codebook", {"lint", "corpus/codebook.toml"}), SAHAFA_OK) << sahafa_last_error();
  ASSERT_EQ(run_files("codebook", {"check", "corpus/codebook.toml"}), SAHAFA_OK) << sahafa_last_error();
  EXPECT_GT(integers("actors").front(), 10);
  EXPECT_EQ(texts("hash").size(), 1U);
  folder_.write("fautif.toml", "[[frame]]\nid = \n");
  EXPECT_EQ(run_files("codebook", {"check", folder_ / "fautif.toml"}), SAHAFA_ERROR_MALFORMED);
  EXPECT_NE(std::string_view(sahafa_last_error()).find("fautif.toml"), std::string_view::npos);
  EXPECT_EQ(run_files("codebook", {}), SAHAFA_ERROR_ARGUMENT);
  EXPECT_EQ(run_files("codebook", {"paint"}), SAHAFA_ERROR_ARGUMENT);
}

TEST_F(CApiFiles, WrongCallsAreRefused) {
  EXPECT_EQ(run_files("ingest", {folder_ / "a.txt"}), SAHAFA_ERROR_ARGUMENT);
  EXPECT_NE(std::string_view(sahafa_last_error()).find("classify"), std::string_view::npos);
  EXPECT_EQ(sahafa_run_files("extract", nullptr, 1, nullptr, &table_), SAHAFA_ERROR_ARGUMENT);
  EXPECT_EQ(sahafa_run_files("extract", nullptr, 0, nullptr, nullptr), SAHAFA_ERROR_ARGUMENT);
  EXPECT_EQ(sahafa_export(nullptr, nullptr, "x"), SAHAFA_ERROR_ARGUMENT);
  EXPECT_EQ(sahafa_render(nullptr, "dfm", nullptr, "x"), SAHAFA_ERROR_ARGUMENT);
}

}  // namespace
}  // namespace sahafa::test
