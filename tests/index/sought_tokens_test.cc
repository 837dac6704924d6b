#include "index/sought_tokens.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "index/open_index.h"
#include "index/query_runner.h"
#include "index/snippet.h"
#include "tests/index/fixtures.h"
#include "text/normalize.h"

namespace sahafa {
namespace {

/// Texts with everything that takes no, one or several positions.
std::string random_text(std::mt19937& random, std::size_t count) {
  static constexpr std::array kWords = {"fuite",
                                        "l’",
                                        "l’enquête",
                                        "cyber-attaque",
                                        "cyberattaque",
                                        "étudiant-e-s",
                                        "étudiante",
                                        "C.N.S.S.",
                                        "CNSS",
                                        "500 000",
                                        "12,5",
                                        "a-t-il",
                                        "—",
                                        "!",
                                        "vol;",
                                        "\n",
                                        "\n\n",
                                        "الضمان",
                                        "وللضمان",
                                        "ضمـــان",
                                        "ضَمَان",
                                        "الـCNSS",
                                        "تسريبات",
                                        "ً",
                                        "٥٠٠٬٠٠٠",
                                        "@compte",
                                        "x²",
                                        "cœur",
                                        "aujourd'hui",
                                        "données",
                                        "donnees",
                                        "بيانات"};
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += std::string(kWords[random() % kWords.size()]) + " ";
  return text;
}

TEST(SoughtTokens, PositionsOfTheIndexTellWhatAnalysisTells) {
  std::mt19937 random(8);
  std::vector<Article> articles;
  for (int i = 0; i < 120; ++i) {
    articles.push_back(test::make_article(normalize_stored(random_text(random, 1 + random() % 40)),
                                          normalize_stored(random_text(random, random() % 5))));
  }
  test::TestCorpus corpus(articles);
  corpus.update();
  Xapian::Database database = open_index(corpus.corpus());
  QueryRunner runner(corpus.corpus(), database);
  std::size_t by_positions = 0;
  for (const char* query :
       {"fuite", "données", "étudiante -fuite", "cyberattaque", "cyber*", "attaque", "\"ضمان CNSS\"",
        "تسريب OR vol", "500000", "title:fuite", "*iante", "enquête NEAR/3 بيانات", "=données",
        "=\"fuite données\"", "=\"الضمان بيانات\" OR vol"}) {
    const QueryPlan plan = runner.prepare(Query::parse(query));
    SoughtTokens sought(plan, runner.analyzer(), runner.keys());
    std::vector<Xapian::docid> all;
    for (std::int64_t id = 1; id <= std::ssize(articles); ++id) all.push_back(static_cast<Xapian::docid>(id));
    sought.read_positions(runner.words(), all);
    for (std::int64_t id = 1; id <= std::ssize(articles); ++id) {
      const Article article = runner.get_article(static_cast<Xapian::docid>(id));
      const std::vector<Token> tokens = tokenize(article.text);
      const auto numbers = sought.find_by_positions(article, tokens);
      if (!numbers) continue;
      ++by_positions;
      EXPECT_EQ(*numbers, sought.find_in_text(article, tokens.size())) << query << " in " << article.text;
    }
  }
  EXPECT_GT(by_positions, articles.size() * 4);
}

}  // namespace
}  // namespace sahafa
