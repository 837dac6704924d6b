// The search cases kept beside the repository: one article and one query each. Prints what is wrong, so that
// a change of analysis shows what it costs.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>

#include "tests/index/fixtures.h"
#include "tests/shared.h"
#include "text/error.h"
#include "text/normalize.h"

namespace sahafa {
namespace {

struct Case {
  std::string id;
  Article article;
  std::string query;
  bool should_match = false;
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

/// "{outlet:..; date:..; lang:..; title:..} body": the fields are optional.
Article read_article(const std::string& doc) {
  Article article;
  article.text = doc;
  if (doc.starts_with('{')) {
    const std::size_t close = doc.find('}');
    for (const std::string& field : split(doc.substr(1, close - 1), ';')) {
      const std::size_t colon = field.find(':');
      const std::string name =
          field.substr(field.find_first_not_of(' '), colon - field.find_first_not_of(' '));
      const std::string value = field.substr(colon + 1);
      (name == "outlet" ? article.outlet
       : name == "date" ? article.date
       : name == "lang" ? article.lang
                        : article.title) = value;
    }
    article.text = doc.substr(close + 1);
  }
  article.text = normalize_stored(article.text);
  article.title = normalize_stored(article.title);
  return article;
}

std::vector<Case> read_cases(const std::filesystem::path& file) {
  std::vector<Case> cases;
  const std::vector<std::string> lines = split(test::read_file(file), '\n');
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::vector<std::string> cells = split(lines[i], '\t');
    cases.push_back({cells[0], read_article(cells[1]), cells[2], cells[3] == "1"});
  }
  return cases;
}

bool is_right(const Case& one) {
  test::TestCorpus corpus({one.article});
  corpus.update();
  try {
    return !corpus.find(one.query).empty() == one.should_match;
  } catch (const Error& error) {
    fmt::print("{}: {}\n", one.id, error.what());
    return false;
  }
}

void expect_all_right(const std::filesystem::path& file) {
  const std::vector<Case> cases = read_cases(file);
  std::size_t right = 0;
  for (const Case& one : cases) {
    const bool good = is_right(one);
    right += good;
    if (good) continue;
    ADD_FAILURE() << one.id << "  query " << one.query << (one.should_match ? "  finds not " : "  finds ")
                  << one.article.text;
  }
  fmt::print("search cases of {}: {} of {} right\n", file.filename().string(), right, cases.size());
}

TEST(SearchCases, AllOfTheSharedOnesAreRight) {
  SAHAFA_NEEDS_SHARED("data/search-cases.tsv");
  expect_all_right(test::shared("data/search-cases.tsv"));
}

// Written before the analysis was looked at, as a reader of either press would expect it.
TEST(SearchCases, AllOfTheFirstOwnSetAreRight) { expect_all_right("tests/data/search/cases-first.tsv"); }

TEST(SearchCases, AllOfTheSecondOwnSetAreRight) { expect_all_right("tests/data/search/cases-second.tsv"); }

}  // namespace
}  // namespace sahafa
