// A corpus of four short articles, two in each language, made through the C API itself.
#pragma once

#include <gtest/gtest.h>
#include <sahafa.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

namespace sahafa::test {

/// A folder that goes with the test.
class Folder {
 public:
  Folder() {
    static std::atomic<int> number{0};
    path_ = std::filesystem::temp_directory_path() /
            ("sahafa-capi-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string operator/(const char* name) const { return (path_ / name).string(); }
  void write(const char* name, const char* text) const { std::ofstream(path_ / name) << text; }

 private:
  std::filesystem::path path_;
};

class CApi : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write("a.txt",
                  "Titre : La Caisse répond\nMédia : Le Desk\nDate : 2025-04-10\n\nSelon le syndicat, la "
                  "CNSS a laissé ses "
                  "serveurs sans protection. Elle affirme que les fichiers diffusés sont faux.\n");
    folder_.write("b.txt",
                  "Titre : Un silence qui dure\nMédia : TelQuel\nDate : 2025-04-11\n\nLe ministère se tait "
                  "depuis trois "
                  "jours et la CNSS aussi.\n");
    folder_.write("c.txt",
                  "العنوان: النقابة تحمّل الصندوق المسؤولية\nالمصدر: لكم\nالتاريخ: 2025-04-11\n\nحمّلت النقابة "
                  "الصندوق الوطني للضمان "
                  "الاجتماعي مسؤولية تسريب بيانات المنخرطين.\n");
    folder_.write("d.txt",
                  "العنوان: تحقيق في التسريب\nالمصدر: هسبريس\nالتاريخ: 2025-04-12\n\nفتحت النيابة العامة "
                  "تحقيقا في تسريب بيانات "
                  "الصندوق.\n");
    ASSERT_EQ(sahafa_open((folder_ / "corpus").c_str(), SAHAFA_WRITE, &corpus_), SAHAFA_OK)
        << sahafa_last_error();
    ASSERT_EQ(ingest(), SAHAFA_OK) << sahafa_last_error();
  }

  void TearDown() override {
    sahafa_table_free(&table_);
    sahafa_options_free(&options_);
    sahafa_close(&corpus_);
  }

  sahafa_status ingest() {
    const std::string paths[] = {folder_ / "a.txt", folder_ / "b.txt", folder_ / "c.txt", folder_ / "d.txt"};
    const char* pointers[] = {paths[0].c_str(), paths[1].c_str(), paths[2].c_str(), paths[3].c_str()};
    sahafa_table_free(&table_);
    return sahafa_ingest(corpus_, pointers, 4, options_, &table_);
  }

  sahafa_status run(const char* analysis) {
    sahafa_table_free(&table_);
    return sahafa_run(corpus_, analysis, options_, &table_);
  }

  void set(const char* name, const char* value) {
    if (options_ == nullptr) {
      ASSERT_EQ(sahafa_options_new(&options_), SAHAFA_OK);
    }
    ASSERT_EQ(sahafa_options_set(options_, name, value), SAHAFA_OK);
  }

  std::size_t column(const std::string& name) const {
    for (std::size_t i = 0; i < sahafa_table_columns(table_); ++i)
      if (name == sahafa_table_name(table_, i)) return i;
    ADD_FAILURE() << "no column " << name;
    return 0;
  }

  std::vector<std::string> texts(const std::string& name) const {
    const char* bytes = nullptr;
    const std::int64_t* offsets = nullptr;
    EXPECT_EQ(sahafa_table_text(table_, column(name), &bytes, &offsets), SAHAFA_OK);
    std::vector<std::string> cells;
    for (std::size_t row = 0; row < sahafa_table_rows(table_); ++row)
      cells.emplace_back(bytes + offsets[row], bytes + offsets[row + 1]);
    return cells;
  }

  std::vector<std::int64_t> integers(const std::string& name) const {
    const std::int64_t* values = nullptr;
    EXPECT_EQ(sahafa_table_integers(table_, column(name), &values), SAHAFA_OK);
    return {values, values + sahafa_table_rows(table_)};
  }

  Folder folder_;
  sahafa_corpus* corpus_ = nullptr;
  sahafa_options* options_ = nullptr;
  sahafa_table* table_ = nullptr;
};

}  // namespace sahafa::test
