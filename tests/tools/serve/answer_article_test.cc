#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/analysis/test_corpus.h"
#include "tools/serve/routes.h"

namespace sahafa::tools {
namespace {

using nlohmann::json;

TEST(AnswerArticle, TextClaimsCopiesAndWhatOthersShare) {
  test::TestCorpus corpus;
  const std::string sentence =
      "La Caisse n’a pas protégé les données des salariés du pays, dit le syndicat, qui attend depuis "
      "deux semaines que la direction reçoive ses délégués et publie le rapport des experts.";
  const ArticleId first = corpus.add("a", "ledesk", "fr", sentence + " Rien de plus ne filtre.");
  const ArticleId second = corpus.add("b", "le360", "fr", sentence + " Elle se tait.");
  const ArticleId third = corpus.add("c", "le360", "ar", "نقل الموقع عن البلاغ ما يلي دون زيادة");
  corpus.join({first, second}, Relation::near);
  const std::vector<ComparedPair> compared{{first, third, 1}};
  const std::vector<Passage> passages{{first, {0, 9}, third, {0, 6}}};
  corpus.corpus().catalogue().store_passages(compared, passages);
  corpus.claim(first, "cnss", "negligence", "blames", "attributed", "unions");
  const Answer answer =
      answer_request(corpus.corpus().directory(), {"/api/articles/" + std::to_string(first.value), {}});
  ASSERT_EQ(answer.status, 200) << answer.body;
  const json article = json::parse(answer.body);
  EXPECT_EQ(article["outlet"], "ledesk");
  EXPECT_EQ(article["claims"][0]["holder"], "unions");
  EXPECT_EQ(article["claims"][0]["begin"], 0);
  EXPECT_EQ(article["copies"][0]["file"], "a.txt");
  ASSERT_EQ(article["cluster"].size(), 1U);
  EXPECT_EQ(article["cluster"][0]["id"], second.value);
  EXPECT_EQ(article["cluster"][0]["relation"], "near");
  const json& passage = article["cluster"][0]["passages"].at(0);
  const std::string text = article["text"];
  EXPECT_EQ(
      text.substr(passage["begin"], passage["end"].get<std::size_t>() - passage["begin"].get<std::size_t>()),
      sentence.substr(0, sentence.size() - 1));
  ASSERT_EQ(article["reuse"].size(), 1U);
  EXPECT_EQ(article["reuse"][0]["id"], third.value);
  EXPECT_EQ(article["reuse"][0]["passages"],
            json::parse(R"([{"begin": 0, "end": 9, "other_begin": 0, "other_end": 6}])"));
}

}  // namespace
}  // namespace sahafa::tools
