// Breaks a good corpus from outside, as a failing disk or another program would, and asks what check() sees.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/catalogue.h"
#include "fixtures.h"

namespace sahafa {
namespace {

using Access = Database::Access;

class CheckTest : public testing::Test {
 protected:
  CheckTest() {
    Catalogue catalogue(path_, Access::create);
    catalogue.store(test::make_intake("presse.txt", {test::french_article(), test::arabic_article()}));
    Claim claim;
    claim.evidence = {0, static_cast<std::uint32_t>(test::arabic_article().text.size())};
    claim.rule = "duty";
    catalogue.store_claims({2}, "rules", std::vector{claim});
  }

  std::vector<std::string> check() const { return Catalogue(path_, Access::read).check(); }

  void vandalise(const std::string& sql) const {
    Database database(path_, Access::write);
    database.execute("PRAGMA foreign_keys=OFF");
    database.execute(sql);
  }

  void move_evidence(int begin, int end) const {
    vandalise("UPDATE claims SET evidence_begin=" + std::to_string(begin) +
              ", evidence_end=" + std::to_string(end));
  }

  test::TemporaryDirectory directory_;
  std::filesystem::path path_ = directory_ / "corpus.db";
};

TEST_F(CheckTest, FindsNothingWrongWithAGoodCorpus) {
  EXPECT_THAT(check(), testing::IsEmpty());
  move_evidence(0, 2);  // one Arabic letter, whole
  EXPECT_THAT(check(), testing::IsEmpty());
}

TEST_F(CheckTest, FindsEvidenceBehindTheText) {
  move_evidence(0, 10'000);
  EXPECT_THAT(check(), testing::ElementsAre(
                           "article 2: the evidence 0-10000 of a claim of rule duty ends behind the text"));
}

TEST_F(CheckTest, FindsEvidenceThatCutsACharacter) {
  move_evidence(1, 4);
  EXPECT_THAT(check(), testing::ElementsAre(
                           "article 2: the evidence 1-4 of a claim of rule duty cuts a character in two"));
}

TEST_F(CheckTest, FindsWrongTranslations) {
  {
    Catalogue catalogue(path_, Access::write);
    catalogue.store_alignment("rules", {{1}, {2}, 0.5, true, {{{0, 1}, {0, 2}, 0.5}}});
    catalogue.store_clusters(std::vector<ClusterMember>{{{1}, {1}, Relation::canonical, 1.0},
                                                        {{2}, {1}, Relation::translation, 0.5}});
  }
  EXPECT_THAT(check(), testing::IsEmpty());
  vandalise("UPDATE aligned_sentences SET b_begin=1, b_end=4");
  EXPECT_THAT(check(), testing::ElementsAre(
                           "articles 1 and 2: a passage of their alignment, 1-4, cuts a character in two"));
  vandalise(
      "UPDATE aligned_sentences SET b_begin=0, b_end=2; UPDATE clusters SET canonical=2, "
      "relation='canonical', similarity=1 WHERE article=2");
  EXPECT_THAT(check(), testing::ElementsAre("articles 1 and 2: joined as translations, but in two clusters"));
}

TEST_F(CheckTest, FindsWrongPassages) {
  {
    Catalogue catalogue(path_, Access::write);
    catalogue.store_passages(std::vector<ComparedPair>{{{1}, {2}, 7}},
                             std::vector<Passage>{{{1}, {0, 1}, {2}, {0, 2}}});
  }
  EXPECT_THAT(check(), testing::IsEmpty());
  vandalise("UPDATE passages SET b_begin=1, b_end=4");
  EXPECT_THAT(check(), testing::ElementsAre(
                           "articles 1 and 2: a passage that they share, 1-4, cuts a character in two"));
}

struct Damage {
  const char* name;
  const char* sql;
  const char* message;
};

class CheckDamage : public CheckTest, public testing::WithParamInterface<Damage> {};

TEST_P(CheckDamage, IsFound) {
  vandalise(GetParam().sql);
  EXPECT_THAT(check(), testing::Contains(testing::HasSubstr(GetParam().message)));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, CheckDamage,
    testing::Values(
        Damage{"text_lost", "DELETE FROM texts WHERE article=1", "article 1: has no text"},
        Damage{"text_changed", "UPDATE texts SET text='نص آخر' WHERE article=2",
               "article 2: its text is not the one"},
        Damage{"text_not_utf8", "UPDATE texts SET text=CAST(x'ff41' AS TEXT) WHERE article=1",
               "article 1: its text is not valid UTF-8"},
        Damage{"copies_lost", "DELETE FROM copies", "article 2: comes from no source"},
        Damage{"sketch_lost", "DELETE FROM sketches WHERE article=2", "article 2: has no sketch"},
        Damage{"cluster_lost", "DELETE FROM clusters WHERE article=1", "article 1: is in no cluster"},
        Damage{"canonical_lost", "UPDATE clusters SET canonical=3-article, relation='near'",
               "article 1: its canonical article 2 is itself in another cluster"},
        Damage{"claim_run_lost", "DELETE FROM claim_runs", "article 2: has claims but no note"},
        Damage{"source_lost", "DELETE FROM sources", "names a row of sources that does not exist"},
        Damage{"article_lost", "DELETE FROM articles WHERE id=1",
               "names a row of articles that does not exist"},
        Damage{"revision_lost", "DELETE FROM meta WHERE key='revision'", "the revision is missing"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(CheckTest, FindsDamagedPages) {
  vandalise(
      "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage=(SELECT rootpage FROM sqlite_schema "
      "WHERE name='texts') "
      "WHERE name='sketches'");
  EXPECT_THAT(check(), testing::Not(testing::IsEmpty()));
}

}  // namespace
}  // namespace sahafa
