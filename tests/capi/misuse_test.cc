// Every function with every handle, text and place for a result that is none. The tables are checked against the header: a new function
// without a line here is a failure.
#include <functional>
#include <map>
#include <set>

#include "tests/capi/fixtures.h"
#include "tests/capi/header.h"

namespace sahafa::test {
namespace {

sahafa_corpus* as_corpus(void* handle) { return static_cast<sahafa_corpus*>(handle); }
sahafa_options* as_options(void* handle) { return static_cast<sahafa_options*>(handle); }
sahafa_table* as_table(void* handle) { return static_cast<sahafa_table*>(handle); }

// What a getter without a status gives for a handle that is none.
template <class Value>
sahafa_status refused_if_nothing(Value value) {
  return value == Value{} ? SAHAFA_ERROR_ARGUMENT : SAHAFA_OK;
}

class CApiMisuse : public CApi {
 protected:
  void SetUp() override {
    CApi::SetUp();
    set("by", "outlet");
    path_ = folder_ / "out";
  }
  void TearDown() override {
    sahafa_table_free(&result_);
    CApi::TearDown();
  }

  // A place for a result that is seen to be cleared: it held something before.
  sahafa_table** result() {
    sahafa_table_free(&result_);
    return &result_;
  }

  std::string path_;
  sahafa_table* result_ = nullptr;
  sahafa_type type_ = SAHAFA_TEXT;
  const std::int64_t* integers_ = nullptr;
  const double* numbers_ = nullptr;
  const std::uint8_t* valid_ = nullptr;
  const char* bytes_ = nullptr;
  const std::int64_t* offsets_ = nullptr;
  ArrowSchema schema_{};
  ArrowArray array_{};
  ArrowArrayStream stream_{};
};

using HandleCall = std::function<sahafa_status(void*)>;
using TextCall = std::function<sahafa_status(const char*)>;
using OutputCall = std::function<sahafa_status()>;

bool is_handle(std::string_view parameter) {
  if (parameter.starts_with("const ")) parameter.remove_prefix(6);
  return parameter.starts_with("sahafa_corpus* ") || parameter.starts_with("sahafa_options* ") ||
         parameter.starts_with("sahafa_table* ");
}

bool is_text(std::string_view parameter) {
  return parameter.starts_with("const char* ") && parameter.find("**") == std::string_view::npos;
}

std::string_view name_of(std::string_view parameter) { return parameter.substr(parameter.rfind(' ') + 1); }

bool is_output(std::string_view parameter) {
  const std::set<std::string_view> names = {"out", "bytes", "offsets", "schema", "array"};
  return names.contains(name_of(parameter));
}

// The parameters of which `is_meant` is true, as "function parameter".
std::set<std::string> list_parameters(bool (*is_meant)(std::string_view parameter)) {
  std::set<std::string> list;
  for (const Prototype& prototype : read_prototypes()) {
    for (const std::string& parameter : prototype.parameters)
      if (is_meant(parameter)) list.insert(prototype.name + " " + std::string(name_of(parameter)));
  }
  return list;
}

template <class Call>
std::set<std::string> names_of(const std::map<std::string, Call>& calls) {
  std::set<std::string> names;
  for (const auto& [name, call] : calls) names.insert(name);
  return names;
}

TEST_F(CApiMisuse, HandlesThatAreNoneAreRefusedByEveryFunction) {
  const char* const paths[] = {path_.c_str()};
  const std::map<std::string, HandleCall> calls = {
      {"sahafa_options_set options", [&](void* h) { return sahafa_options_set(as_options(h), "by", "x"); }},
      {"sahafa_set_progress corpus",
       [&](void* h) { return sahafa_set_progress(as_corpus(h), nullptr, nullptr); }},
      {"sahafa_change corpus",
       [&](void* h) { return sahafa_change(as_corpus(h), "remove", paths, 0, nullptr, result()); }},
      {"sahafa_change options",
       [&](void* h) { return sahafa_change(corpus_, "remove", paths, 1, as_options(h), result()); }},
      {"sahafa_ingest corpus",
       [&](void* h) { return sahafa_ingest(as_corpus(h), paths, 1, nullptr, result()); }},
      {"sahafa_ingest options",
       [&](void* h) { return sahafa_ingest(corpus_, paths, 1, as_options(h), result()); }},
      {"sahafa_issues corpus", [&](void* h) { return sahafa_issues(as_corpus(h), result()); }},
      {"sahafa_check corpus", [&](void* h) { return sahafa_check(as_corpus(h), result()); }},
      {"sahafa_copies corpus", [&](void* h) { return sahafa_copies(as_corpus(h), result()); }},
      {"sahafa_origins corpus", [&](void* h) { return sahafa_origins(as_corpus(h), result()); }},
      {"sahafa_read_articles corpus",
       [&](void* h) { return sahafa_read_articles(as_corpus(h), 0, 1, result()); }},
      {"sahafa_stream_articles corpus",
       [&](void* h) { return sahafa_stream_articles(as_corpus(h), 1, &stream_); }},
      {"sahafa_run corpus", [&](void* h) { return sahafa_run(as_corpus(h), "stats", nullptr, result()); }},
      {"sahafa_run options", [&](void* h) { return sahafa_run(corpus_, "stats", as_options(h), result()); }},
      {"sahafa_render corpus",
       [&](void* h) { return sahafa_render(as_corpus(h), "dfm", nullptr, path_.c_str()); }},
      {"sahafa_render options",
       [&](void* h) { return sahafa_render(corpus_, "dfm", as_options(h), path_.c_str()); }},
      {"sahafa_report corpus", [&](void* h) { return sahafa_report(as_corpus(h), nullptr, path_.c_str()); }},
      {"sahafa_report options",
       [&](void* h) { return sahafa_report(corpus_, as_options(h), path_.c_str()); }},
      {"sahafa_export corpus", [&](void* h) { return sahafa_export(as_corpus(h), nullptr, path_.c_str()); }},
      {"sahafa_export options",
       [&](void* h) { return sahafa_export(corpus_, as_options(h), path_.c_str()); }},
      {"sahafa_run_files options",
       [&](void* h) { return sahafa_run_files("extract", paths, 1, as_options(h), result()); }},
      {"sahafa_table_rows table",
       [&](void* h) { return refused_if_nothing(sahafa_table_rows(as_table(h))); }},
      {"sahafa_table_columns table",
       [&](void* h) { return refused_if_nothing(sahafa_table_columns(as_table(h))); }},
      {"sahafa_table_notes table",
       [&](void* h) { return refused_if_nothing(sahafa_table_notes(as_table(h))); }},
      {"sahafa_table_name table",
       [&](void* h) { return refused_if_nothing(sahafa_table_name(as_table(h), 0)); }},
      {"sahafa_table_note table",
       [&](void* h) { return refused_if_nothing(sahafa_table_note(as_table(h), 0)); }},
      {"sahafa_table_type table", [&](void* h) { return sahafa_table_type(as_table(h), 0, &type_); }},
      {"sahafa_table_integers table",
       [&](void* h) { return sahafa_table_integers(as_table(h), 0, &integers_); }},
      {"sahafa_table_numbers table",
       [&](void* h) { return sahafa_table_numbers(as_table(h), 0, &numbers_); }},
      {"sahafa_table_text table",
       [&](void* h) { return sahafa_table_text(as_table(h), 0, &bytes_, &offsets_); }},
      {"sahafa_table_valid table", [&](void* h) { return sahafa_table_valid(as_table(h), 0, &valid_); }},
      {"sahafa_table_write table",
       [&](void* h) { return sahafa_table_write(as_table(h), "csv", path_.c_str()); }},
      {"sahafa_table_export_arrow table",
       [&](void* h) { return sahafa_table_export_arrow(as_table(h), &schema_, &array_); }},
      {"sahafa_table_export_arrow_stream table",
       [&](void* h) { return sahafa_table_export_arrow_stream(as_table(h), &stream_); }},
  };
  EXPECT_EQ(names_of(calls), list_parameters(is_handle));

  ASSERT_EQ(run("stance"), SAHAFA_OK) << sahafa_last_error();
  sahafa_corpus* closed = nullptr;
  ASSERT_EQ(sahafa_open((folder_ / "corpus").c_str(), SAHAFA_READ, &closed), SAHAFA_OK);
  void* const was_closed = closed;
  sahafa_close(&closed);
  const std::map<std::string, void*> live = {{"corpus", corpus_}, {"options", options_}, {"table", table_}};
  for (const auto& [name, call] : calls) {
    const std::string kind = name.substr(name.find(' ') + 1);
    std::vector<void*> bad = {was_closed, reinterpret_cast<void*>(std::intptr_t{0x7fff'dead'beef}),
                              reinterpret_cast<void*>(std::intptr_t{-1})};
    for (const auto& [other, handle] : live)
      if (other != kind) bad.push_back(handle);
    const bool is_optional = kind == "options" && name != "sahafa_options_set options";
    if (!is_optional) bad.push_back(nullptr);
    for (void* const handle : bad) {
      EXPECT_EQ(call(handle), SAHAFA_ERROR_ARGUMENT) << name << ", handle " << handle;
      EXPECT_EQ(result_, nullptr) << name;
    }
  }
  EXPECT_EQ(stream_.release, nullptr);
  EXPECT_EQ(array_.release, nullptr);
  EXPECT_FALSE(std::filesystem::exists(path_)) << "a refused call leaves no file";
}

TEST_F(CApiMisuse, TextsThatAreNoneAreRefusedByEveryFunction) {
  ASSERT_EQ(run("stance"), SAHAFA_OK) << sahafa_last_error();
  sahafa_options* options = nullptr;
  ASSERT_EQ(sahafa_options_new(&options), SAHAFA_OK);
  sahafa_corpus* opened = nullptr;
  const char* const path = path_.c_str();
  const std::map<std::string, TextCall> calls = {
      {"sahafa_options_set name", [&](const char* t) { return sahafa_options_set(options, t, "x"); }},
      {"sahafa_options_set value", [&](const char* t) { return sahafa_options_set(options, "by", t); }},
      {"sahafa_open path", [&](const char* t) { return sahafa_open(t, SAHAFA_WRITE, &opened); }},
      {"sahafa_change verb",
       [&](const char* t) { return sahafa_change(corpus_, t, nullptr, 0, nullptr, result()); }},
      {"sahafa_change arguments",
       [&](const char* t) { return sahafa_change(corpus_, "remove", &t, 1, nullptr, result()); }},
      {"sahafa_ingest paths",
       [&](const char* t) { return sahafa_ingest(corpus_, &t, 1, nullptr, result()); }},
      {"sahafa_analysis_options analysis",
       [&](const char* t) { return sahafa_analysis_options(t, result()); }},
      {"sahafa_run analysis", [&](const char* t) { return sahafa_run(corpus_, t, nullptr, result()); }},
      {"sahafa_render analysis", [&](const char* t) { return sahafa_render(corpus_, t, nullptr, path); }},
      {"sahafa_render path",
       [&](const char* t) {
         sahafa_options_set(options, "by", "");
         sahafa_options_set(options, "as", "mtx");
         const sahafa_status status = sahafa_render(corpus_, "dfm", options, t);
         sahafa_options_set(options, "as", "");
         return status;
       }},
      {"sahafa_report path", [&](const char* t) { return sahafa_report(corpus_, nullptr, t); }},
      {"sahafa_export path", [&](const char* t) { return sahafa_export(corpus_, nullptr, t); }},
      {"sahafa_run_files verb",
       [&](const char* t) { return sahafa_run_files(t, nullptr, 0, nullptr, result()); }},
      {"sahafa_run_files arguments",
       [&](const char* t) { return sahafa_run_files("extract", &t, 1, nullptr, result()); }},
      {"sahafa_table_write format", [&](const char* t) { return sahafa_table_write(table_, t, path); }},
      {"sahafa_table_write path", [&](const char* t) { return sahafa_table_write(table_, "csv", t); }},
  };
  EXPECT_EQ(names_of(calls), list_parameters(is_text));
  for (const auto& [name, call] : calls) {
    EXPECT_EQ(call(nullptr), SAHAFA_ERROR_ARGUMENT) << name;
    // A lone continuation byte, an overlong slash, a surrogate, a character cut short.
    for (const char* const wrong : {"a\x80", "\xC0\xAF", "\xED\xA0\x80", "\xD8"})
      EXPECT_EQ(call(wrong), SAHAFA_ERROR_MALFORMED) << name << ": " << sahafa_last_error();
  }
  EXPECT_EQ(opened, nullptr);
  sahafa_options_free(&options);
}

TEST_F(CApiMisuse, PlacesForResultsThatAreNullAreRefusedByEveryFunction) {
  ASSERT_EQ(run("stance"), SAHAFA_OK) << sahafa_last_error();
  const char* const path = path_.c_str();
  const std::map<std::string, OutputCall> calls = {
      {"sahafa_options_new out", [&] { return sahafa_options_new(nullptr); }},
      {"sahafa_open out", [&] { return sahafa_open(path, SAHAFA_WRITE, nullptr); }},
      {"sahafa_change out", [&] { return sahafa_change(corpus_, "index", nullptr, 0, nullptr, nullptr); }},
      {"sahafa_ingest out", [&] { return sahafa_ingest(corpus_, nullptr, 0, nullptr, nullptr); }},
      {"sahafa_issues out", [&] { return sahafa_issues(corpus_, nullptr); }},
      {"sahafa_check out", [&] { return sahafa_check(corpus_, nullptr); }},
      {"sahafa_copies out", [&] { return sahafa_copies(corpus_, nullptr); }},
      {"sahafa_origins out", [&] { return sahafa_origins(corpus_, nullptr); }},
      {"sahafa_read_articles out", [&] { return sahafa_read_articles(corpus_, 0, 1, nullptr); }},
      {"sahafa_stream_articles out", [&] { return sahafa_stream_articles(corpus_, 1, nullptr); }},
      {"sahafa_analyses out", [&] { return sahafa_analyses(nullptr); }},
      {"sahafa_analysis_options out", [&] { return sahafa_analysis_options("search", nullptr); }},
      {"sahafa_run out", [&] { return sahafa_run(corpus_, "stats", nullptr, nullptr); }},
      {"sahafa_run_files out", [&] { return sahafa_run_files("codebook", nullptr, 0, nullptr, nullptr); }},
      {"sahafa_table_type out", [&] { return sahafa_table_type(table_, 0, nullptr); }},
      {"sahafa_table_integers out", [&] { return sahafa_table_integers(table_, column("claims"), nullptr); }},
      {"sahafa_table_numbers out", [&] { return sahafa_table_numbers(table_, column("share"), nullptr); }},
      {"sahafa_table_text bytes", [&] { return sahafa_table_text(table_, 0, nullptr, &offsets_); }},
      {"sahafa_table_text offsets", [&] { return sahafa_table_text(table_, 0, &bytes_, nullptr); }},
      {"sahafa_table_valid out", [&] { return sahafa_table_valid(table_, 0, nullptr); }},
      {"sahafa_table_export_arrow schema",
       [&] { return sahafa_table_export_arrow(table_, nullptr, &array_); }},
      {"sahafa_table_export_arrow array",
       [&] { return sahafa_table_export_arrow(table_, &schema_, nullptr); }},
      {"sahafa_table_export_arrow_stream out",
       [&] { return sahafa_table_export_arrow_stream(table_, nullptr); }},
  };
  EXPECT_EQ(names_of(calls), list_parameters(is_output));
  for (const auto& [name, call] : calls) {
    EXPECT_EQ(call(), SAHAFA_ERROR_ARGUMENT) << name;
    EXPECT_STRNE(sahafa_last_error(), "") << name;
  }
}

TEST_F(CApiMisuse, WhatIsOfAnotherKindIsNotFreed) {
  ASSERT_EQ(run("stance"), SAHAFA_OK) << sahafa_last_error();
  auto* table = reinterpret_cast<sahafa_table*>(corpus_);
  sahafa_table_free(&table);
  auto* corpus = reinterpret_cast<sahafa_corpus*>(table_);
  sahafa_close(&corpus);
  auto* options = reinterpret_cast<sahafa_options*>(table_);
  sahafa_options_free(&options);
  EXPECT_EQ(corpus, nullptr);
  EXPECT_GT(sahafa_table_rows(table_), 0U);
  EXPECT_EQ(run("stance"), SAHAFA_OK) << sahafa_last_error();
}

TEST_F(CApiMisuse, CallbackThatUsesItsOwnCorpusIsRefusedAndDoesNotWaitForEver) {
  struct Seen {
    sahafa_corpus* corpus;
    sahafa_status status = SAHAFA_OK;
    std::string said;
  } seen{.corpus = corpus_, .said = {}};
  const sahafa_progress nested = [](const char*, std::int64_t, std::int64_t, void* user) {
    auto* own = static_cast<Seen*>(user);
    sahafa_table* table = nullptr;
    own->status = sahafa_run(own->corpus, "articles", nullptr, &table);
    own->said = sahafa_last_error();
    return 0;
  };
  set("by", "");
  folder_.write("a.txt", "Titre : Autre\nMédia : Le Desk\n\nUn autre texte.\n");
  ASSERT_EQ(sahafa_set_progress(corpus_, nested, &seen), SAHAFA_OK);
  EXPECT_EQ(ingest(), SAHAFA_OK) << sahafa_last_error();
  EXPECT_EQ(seen.status, SAHAFA_ERROR_ARGUMENT);
  EXPECT_NE(seen.said.find("progress callback"), std::string::npos) << seen.said;
}

}  // namespace
}  // namespace sahafa::test
