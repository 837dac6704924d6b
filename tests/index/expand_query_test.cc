#include "index/expand_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/index/fixtures.h"

namespace sahafa {
namespace {

using test::finds;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string expanded(std::string_view query) { return expand_names(Query::parse(query)).query.text(); }

TEST(ExpandNames, AcronymsAndLongNamesMeetInBothScripts) {
  EXPECT_TRUE(finds("بلاغ المديرية العامة للأمن الوطني", "DGSN"));
  EXPECT_TRUE(finds("la DGSN a réagi", "المديرية العامة للأمن الوطني"));
  EXPECT_TRUE(finds("la Direction générale de la sûreté nationale", "D.G.S.N."));
  EXPECT_TRUE(finds("la DGSN a réagi", "direction générale de la sûreté nationale"));
  EXPECT_FALSE(finds("المديرية العامة للضرائب", "DGSN"));
  EXPECT_FALSE(finds("الصندوق الوطني للتوفير", "CNSS"));
}

TEST(ExpandNames, NamesOfPeopleMeetInEverySpelling) {
  EXPECT_TRUE(finds("قال بنكيران أمس", "Benkirane"));
  EXPECT_TRUE(finds("Benkirane a dit", "بنكيران"));
  EXPECT_TRUE(finds("Mounjib comparaît", "Monjib"));
  EXPECT_TRUE(finds("عزيز أخنوش", "Akhannouch NEAR/2 عزيز"));
}

TEST(ExpandNames, NothingIsAddedInQuotesOrWithoutTheTable) {
  EXPECT_EQ(expanded("\"CNSS\""), "\"CNSS\"");
  EXPECT_EQ(expanded("=CNSS"), "=\"CNSS\"");
  EXPECT_EQ(expanded("fuite massive"), "fuite AND massive");
  // Close in sound, but not in the table.
  EXPECT_FALSE(finds("قال بنكيران", "Bankrouni"));
}

TEST(ExpandNames, ShortAcronymsNeedTheirCapitals) {
  EXPECT_EQ(expanded("ram"), "ram");
  EXPECT_THAT(expanded("RAM"), HasSubstr("Royal Air Maroc"));
  EXPECT_THAT(expanded("cnss"), HasSubstr("الصندوق الوطني للضمان الاجتماعي"));
}

TEST(ExpandNames, LongNamesWinOverTheirParts) {
  EXPECT_EQ(expanded("fuite Mohammed VI discours").find("fuite AND ((Mohammed AND VI) OR"), 0U);
}

TEST(ExpandNames, SaysWhatItAdded) {
  const Expansion expansion = expand_names(Query::parse("title:DGSSI fuite"));
  ASSERT_EQ(expansion.added.size(), 1U);
  EXPECT_THAT(expansion.added.front(), HasSubstr("DGSSI: "));
  EXPECT_THAT(expansion.query.text(), HasSubstr("title:\"المديرية العامة لأمن نظم المعلومات\""));
  EXPECT_THAT(expand_names(Query::parse("fuite")).added, IsEmpty());
}

TEST(ExpandNames, AConceptIsAllNamesOfAnActor) {
  EXPECT_TRUE(finds("مصالح الصندوق الوطني للضمان الاجتماعي", "concept:cnss"));
  EXPECT_TRUE(finds("la C.N.S.S. se tait", "concept:cnss"));
  EXPECT_FALSE(finds("la direction se tait", "concept:cnss"));
  EXPECT_FALSE(finds("سكتت المؤسسة وسكت الجميع", "concept:cnss"));
  EXPECT_FALSE(finds("la commission de contrôle du budget se tait", "concept:cndp"));
  EXPECT_TRUE(finds("fuite à la CNSS. Le ministre", "concept:cnss NOT concept:dgssi"));
}

TEST(TranslateWords, AddsTheUsualTranslations) {
  const Expansion expansion = translate_words(Query::parse("fuite données"));
  EXPECT_EQ(expansion.query.text().find("(fuite OR"), 0U);
  EXPECT_THAT(expansion.added, Contains("fuite: fuite de données, تسريب, تسرب"));
  EXPECT_THAT(translate_words(Query::parse("تسريب")).query.text(), HasSubstr("fuite"));
  EXPECT_THAT(expand_names(Query::parse("fuite")).query.text(), "fuite");
}

TEST(HamzaSeats, MeetInTheSearch) {
  EXPECT_TRUE(finds("شئون المجلس", "شؤون"));
  EXPECT_TRUE(finds("هيأة المحامين", "هيئة"));
  EXPECT_TRUE(finds("الهيئة الوطنية", "الهيأة"));
  EXPECT_FALSE(finds("الروس في موسكو", "رأس"));
}

TEST(Suggest, OnlyWordsWithoutHitsInBothScripts) {
  test::TestCorpus corpus({test::make_article("fuite de données à la caisse"),
                           test::make_article("تسريب الوثائق من الصندوق وصندوق بصندوق وللصندوق", "", "ar")});
  corpus.update();
  const IndexReader reader(corpus.corpus());
  const auto instead = [&](const char* query) {
    std::vector<std::string> all;
    for (const Suggestion& suggestion : reader.suggest(Query::parse(query)))
      all.insert(all.end(), suggestion.instead.begin(), suggestion.instead.end());
    return all;
  };
  EXPECT_THAT(instead("fiute"), ElementsAre("fuite"));
  EXPECT_THAT(instead("donees"), ElementsAre("donnees"));
  EXPECT_THAT(instead("تسيرب"), ElementsAre("تسريب"));
  EXPECT_THAT(instead("الصندق"), ElementsAre("الصندوق"));
  EXPECT_THAT(instead("5000"), IsEmpty());
  EXPECT_THAT(instead("fuites والصندوق صندوق تسريبات"), IsEmpty());
  EXPECT_THAT(instead("fuite NOT fiute"), IsEmpty());
  EXPECT_THAT(instead("xylophone"), IsEmpty());
}

TEST(Similar, SharesTheTypicalWordsAndLeavesCopiesOut) {
  test::TestCorpus corpus(
      {test::make_article("la fuite des salaires inquiète les assurés de la caisse"),
       test::make_article("les salaires des assurés dans la fuite de la caisse"),
       test::make_article("le match de football et le but de la victoire"),
       test::make_article("une recette de cuisine au citron"),
       test::make_article("copie : la fuite des salaires inquiète les assurés de la caisse")});
  corpus.corpus().catalogue().store_clusters(
      std::vector<ClusterMember>{{{1}, {1}, Relation::canonical, 1}, {{5}, {1}, Relation::near, 0.9}});
  corpus.update();
  const std::vector<Hit> hits = IndexReader(corpus.corpus()).find_similar({1}, 2);
  ASSERT_FALSE(hits.empty());
  EXPECT_EQ(hits.front().article.id.value, 2);
  for (const Hit& hit : hits) EXPECT_NE(hit.article.id.value, 5);
  EXPECT_EQ(test::error_of([&] { IndexReader(corpus.corpus()).find_similar({99}, 2); }),
            ErrorCode::not_found);
}

TEST(ClaimFields, SpeakOfOneClaim) {
  test::TestCorpus corpus(
      {test::make_article("un"), test::make_article("deux"), test::make_article("trois")});
  const auto claim = [](std::string target, std::string frame) {
    Claim made;
    made.holder = "outlet";
    made.voice = "author";
    made.target = std::move(target);
    made.frame = std::move(frame);
    made.polarity = "blames";
    made.modality = "asserted";
    return made;
  };
  Catalogue& catalogue = corpus.corpus().catalogue();
  catalogue.store_claims({1}, "r", std::vector{claim("cnss", "negligence")});
  catalogue.store_claims({2}, "r", std::vector{claim("cnss", "silence"), claim("dgssi", "negligence")});
  catalogue.store_claims({3}, "r", std::vector{claim("cnss_dg", "negligence")});
  corpus.update();
  EXPECT_THAT(corpus.find("frame:negligence target:cnss"), ElementsAre(1, 3));
  EXPECT_THAT(corpus.find("frame:negligence"), ElementsAre(1, 2, 3));
  EXPECT_THAT(corpus.find("(frame:negligence) AND deux"), ElementsAre(2));
  EXPECT_THAT(corpus.find("target:dgssi OR un"), ElementsAre(1, 2));
  EXPECT_THAT(corpus.find("* -target:dgssi"), ElementsAre(1, 3));
}

TEST(ClaimFields, AnActorIsHolderOrTargetAndSoAreThoseBelowIt) {
  test::TestCorpus corpus({test::make_article("un"), test::make_article("deux"),
                           test::make_article("ثلاثة", "", "ar"), test::make_article("quatre")});
  const auto claim = [](std::string holder, std::string target, std::string frame) {
    Claim made;
    made.holder = std::move(holder);
    made.voice = "attributed";
    made.target = std::move(target);
    made.frame = std::move(frame);
    made.polarity = "blames";
    made.modality = "conditional";
    return made;
  };
  Catalogue& catalogue = corpus.corpus().catalogue();
  catalogue.store_claims({1}, "r", std::vector{claim("unions", "cnss", "minimisation")});
  catalogue.store_claims({2}, "r", std::vector{claim("cnss_dg", "hackers", "external_attack")});
  catalogue.store_claims(
      {3}, "r",
      std::vector{claim("unions", "government", "minimisation"), claim("outlet", "cnss", "negligence")});
  catalogue.store_claims({4}, "r", std::vector{claim("outlet", "dgssi", "minimisation")});
  corpus.update();
  EXPECT_THAT(corpus.find("actor:cnss"), ElementsAre(1, 2, 3));
  EXPECT_THAT(corpus.find("acteur:cnss_dg"), ElementsAre(2));
  EXPECT_THAT(corpus.find("actor:unions frame:minimisation actor:cnss"), ElementsAre(1));
  EXPECT_THAT(corpus.find("فاعل:unions"), ElementsAre(1, 3));
  EXPECT_THAT(corpus.find("actor:unions -actor:cnss"), IsEmpty());
  EXPECT_THAT(corpus.find("actor:cnss modality:asserted"), IsEmpty());
  EXPECT_THAT(corpus.find("actor:cnss modality:conditional"), ElementsAre(1, 2, 3));
  EXPECT_THAT(corpus.find("actor:dgssi OR deux"), ElementsAre(2, 4));
  EXPECT_THAT(IndexReader(corpus.corpus()).count_facet(Query::parse("*"), Facet::actor),
              ElementsAre(FacetCount{"cnss", 2}, FacetCount{"unions", 2}, FacetCount{"cnss_dg", 1},
                          FacetCount{"dgssi", 1}, FacetCount{"government", 1}, FacetCount{"hackers", 1}));
}

TEST(ClaimFields, WithSeveralValuesStillSpeakOfOneClaim) {
  test::TestCorpus corpus(
      {test::make_article("un"), test::make_article("deux"), test::make_article("trois")});
  const auto claim = [](std::string target, std::string frame) {
    Claim made;
    made.holder = "outlet";
    made.voice = "author";
    made.target = std::move(target);
    made.frame = std::move(frame);
    made.polarity = "blames";
    made.modality = "asserted";
    return made;
  };
  Catalogue& catalogue = corpus.corpus().catalogue();
  catalogue.store_claims({1}, "r", std::vector{claim("cnss", "negligence")});
  catalogue.store_claims({2}, "r",
                         std::vector{claim("cnss", "external_attack"), claim("dgssi", "negligence")});
  catalogue.store_claims({3}, "r", std::vector{claim("cnss", "minimisation")});
  corpus.update();
  EXPECT_THAT(corpus.find("target:cnss frame:negligence,minimisation"), ElementsAre(1, 3));
  EXPECT_THAT(corpus.find("مستهدف:cnss إطار:negligence،minimisation"), ElementsAre(1, 3));
  EXPECT_THAT(corpus.find("target:cnss (frame:negligence OR frame:minimisation)"), ElementsAre(1, 3));
  EXPECT_THAT(corpus.find("frame:negligence,minimisation"), ElementsAre(1, 2, 3));
  EXPECT_THAT(corpus.find("target:cnss (frame:negligence OR target:dgssi)"), ElementsAre(1, 2));
}

TEST(ClaimFields, AreCountedAsFacets) {
  test::TestCorpus corpus({test::make_article("un"), test::make_article("deux"),
                           test::make_article("ثلاثة", "", "ar"), test::make_article("un sans")});
  const auto claim = [](std::string holder, std::string frame) {
    Claim made;
    made.holder = std::move(holder);
    made.voice = "author";
    made.target = "cnss";
    made.frame = std::move(frame);
    made.polarity = "blames";
    made.modality = "asserted";
    return made;
  };
  Catalogue& catalogue = corpus.corpus().catalogue();
  catalogue.store_claims({1}, "r", std::vector{claim("outlet", "negligence"), claim("expert", "negligence")});
  catalogue.store_claims({3}, "r", std::vector{claim("outlet", "silence"), claim("outlet", "negligence")});
  corpus.update();
  const IndexReader reader(corpus.corpus());
  EXPECT_THAT(reader.count_facet(Query::parse("*"), Facet::frame),
              ElementsAre(FacetCount{"", 2}, FacetCount{"negligence", 2}, FacetCount{"silence", 1}));
  EXPECT_THAT(reader.count_facet(Query::parse("un"), Facet::target),
              ElementsAre(FacetCount{"", 1}, FacetCount{"cnss", 1}));
  EXPECT_THAT(reader.count_facet(Query::parse("ثلاثة"), Facet::holder), ElementsAre(FacetCount{"outlet", 1}));
}

}  // namespace
}  // namespace sahafa
