#include "analysis/report/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "corpus/corpus.h"
#include "index/token_store_writer.h"
#include "tests/corpus/fixtures.h"

namespace sahafa {
namespace {

using nlohmann::json;
using test::TemporaryDirectory;

Article make_article(const std::string& outlet, const std::string& lang, int number,
                     const std::string& text) {
  Article article;
  article.key = outlet + std::to_string(number);
  article.outlet = outlet;
  article.lang = lang;
  article.date = "2025-04-09";
  article.title = "</script><b>" + article.key;
  article.text = text + " " + std::to_string(number) + ".";
  article.words = 5;
  return article;
}

Claim make_claim(ArticleId article, const std::string& text, const std::string& evidence) {
  Claim claim;
  claim.article = article;
  claim.holder = "outlet";
  claim.voice = "author";
  claim.target = "cnss";
  claim.frame = "communication_failure";
  claim.polarity = "blames";
  claim.modality = "asserted";
  const auto begin = static_cast<std::uint32_t>(text.find(evidence));
  claim.evidence = {begin, begin + static_cast<std::uint32_t>(evidence.size())};
  claim.cue = evidence;
  claim.rule = "test.rule";
  return claim;
}

// Two French outlets and one Arabic one; ledesk0 and ledesk1 are one text; every article of Le Desk and
// Hespress has a claim.
class HtmlReport : public ::testing::Test {
 protected:
  HtmlReport() {
    std::vector<Article> articles;
    for (int i = 0; i < 3; ++i)
      articles.push_back(make_article("ledesk", "fr", i, "Bonjour. La caisse s’est tue longtemps"));
    for (int i = 0; i < 2; ++i) articles.push_back(make_article("le360", "fr", i, "Les pirates ont frappé"));
    for (int i = 0; i < 2; ++i)
      articles.push_back(make_article("hespress_ar", "ar", i, "صباح الخير. صمت الصندوق طويلا"));
    Catalogue& catalogue = corpus_.catalogue();
    Transaction transaction = catalogue.transaction();
    catalogue.store(test::make_intake("all.txt", articles));
    for (const Article& article : catalogue.list_articles()) store_claims(article.id);
    const ArticleId first = catalogue.list_articles().front().id;
    const std::vector<ClusterMember> members = {{first, first, Relation::canonical, 1.0},
                                                {ArticleId{first.value + 1}, first, Relation::near, 0.9}};
    catalogue.store_clusters(members);
    transaction.commit();
    update_tokens(corpus_, 1, {});
  }

  void store_claims(ArticleId id) {
    const Article article = *corpus_.catalogue().find_article(id);
    std::vector<Claim> claims;
    if (article.outlet == "ledesk") claims.push_back(make_claim(id, article.text, "tue"));
    if (article.outlet == "hespress_ar") claims.push_back(make_claim(id, article.text, "صمت"));
    corpus_.catalogue().store_claims(id, "rules", claims);
  }

  std::string report(std::map<std::string, std::string, std::less<>> values = {},
                     std::size_t jobs = 1) const {
    values["draws"] = "50";
    const Context context{.corpus = corpus_, .jobs = jobs, .progress = {}};
    return make_html_report(context, Options(html_report_options(), std::move(values)));
  }

  static json data_of(const std::string& page) {
    const std::string_view open = R"(<script type="application/json" id="data">)";
    const std::size_t begin = page.find(open) + open.size();
    return json::parse(page.substr(begin, page.find("</script>", begin) - begin));
  }

  static json find_row(const json& data, const std::string& name, const std::string& key,
                       const std::string& value) {
    for (const json& view : data["views"]) {
      const json& columns = view[name][0]["columns"];
      for (std::size_t row = 0; row < columns[key].size(); ++row) {
        if (columns[key][row] != value || columns["target"][row] != "*") continue;
        json found;
        for (const auto& [column, cells] : columns.items()) found[column] = cells[row];
        return found;
      }
    }
    return {};
  }

  TemporaryDirectory directory_;
  Corpus corpus_ = Corpus::create(directory_ / "corpus");
};

TEST_F(HtmlReport, ACellCountsTheTextsBehindItOnce) {
  const json data = data_of(report());
  const json row = find_row(data, "stance", "group", "ledesk");
  const std::set<std::int64_t> counted(data["counted"].begin(), data["counted"].end());
  std::set<std::int64_t> with_claim;
  const json& claims = data["claims"]["columns"];
  for (std::size_t i = 0; i < claims["id"].size(); ++i) {
    if (claims["outlet"][i] == "ledesk" && counted.contains(claims["id"][i]))
      with_claim.insert(claims["id"][i].get<std::int64_t>());
  }
  EXPECT_EQ(row["articles"], 2);
  EXPECT_EQ(with_claim.size(), 2);
  EXPECT_EQ(counted.size(), 6);
}

TEST_F(HtmlReport, EveryClaimHasItsSentenceInBothScripts) {
  const json data = data_of(report());
  ASSERT_EQ(data["excerpts"].size(), 5);
  EXPECT_EQ(data["excerpts"][0], json({"La caisse s’est ", "tue", " longtemps 0."}));
  EXPECT_EQ(data["excerpts"][3], json({"", "صمت", " الصندوق طويلا 0."}));
}

TEST_F(HtmlReport, TermListsOpenAsManyLinesAsTheyCount) {
  const json data = data_of(report());
  ASSERT_EQ(data["keyness"].size(), 2);  // Hespress has nobody in its language to be compared with
  for (const json& list : data["keyness"]) {
    const json& columns = list["table"]["columns"];
    ASSERT_GT(columns["term"].size(), 0);
    for (std::size_t i = 0; i < columns["term"].size(); ++i) {
      EXPECT_EQ(list["lines"][columns["term"][i].get<std::string>()][0], columns["target"][i])
          << columns["term"][i];
    }
  }
}

TEST_F(HtmlReport, LanguagesAreNeverCompared) {
  const json data = data_of(report());
  for (const json& view : data["views"]) {
    for (const json& group : view["stance"][0]["columns"]["group"])
      EXPECT_EQ(group == "hespress_ar", view["lang"] == "ar");
  }
}

TEST_F(HtmlReport, TheSubCorpusIsWhatIsShown) {
  const json data = data_of(report({{"lang", "ar"}}));
  EXPECT_EQ(data["articles"]["columns"]["id"].size(), 2);
  EXPECT_EQ(data["meta"]["options"], json({{"lang", "ar"}}));
  for (const json& view : data["views"]) EXPECT_EQ(view["lang"], "ar");
}

TEST_F(HtmlReport, NamesComeInBothLanguagesAndTitlesAreInert) {
  const std::string page = report();
  const json data = data_of(page);
  EXPECT_NE(data["actors"]["cnss"]["label"]["fr"], data["actors"]["cnss"]["label"]["ar"]);
  EXPECT_EQ(data["outlets"]["ledesk"]["name"], "Le Desk");
  EXPECT_THAT(page, testing::Not(testing::HasSubstr("</script><b>")));
}

TEST_F(HtmlReport, ASubCorpusWithoutArticlesGivesAPage) {
  const json data = data_of(report({{"outlet", "nobody"}}));
  EXPECT_EQ(data["articles"]["columns"]["id"].size(), 0);
  EXPECT_EQ(data["views"].size(), 0);
}

TEST_F(HtmlReport, TheSameBytesForAnyNumberOfJobs) { EXPECT_EQ(report({}, 1), report({}, 2)); }

}  // namespace
}  // namespace sahafa
