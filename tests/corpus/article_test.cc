#include "corpus/article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "corpus/hash.h"
#include "fixtures.h"

namespace sahafa {
namespace {

TEST(Article, RelationsGoToTextAndBack) {
  for (const Relation relation : {Relation::canonical, Relation::exact, Relation::near, Relation::excerpt,
                                  Relation::update, Relation::translation}) {
    EXPECT_EQ(relation_from_string(to_string(relation)), relation);
  }
  EXPECT_EQ(to_string(Relation::translation), "translation");
}

TEST(Article, UnknownRelationIsRefusedWithTheKnownOnes) {
  std::string message;
  EXPECT_EQ(test::error_of([] { relation_from_string("cousin"); }, &message), ErrorCode::malformed);
  EXPECT_THAT(message, testing::HasSubstr("cousin"));
  EXPECT_THAT(message, testing::HasSubstr("excerpt"));
}

TEST(Article, MetadataDoesNotChangeTheIdentity) {
  Article other = test::arabic_article();
  other.title = "عنوان آخر";
  other.date = "2025-05-01";
  EXPECT_EQ(identity(other), identity(test::arabic_article()));
}

TEST(Article, TextOutletAndKeyMakeTheIdentity) {
  const Article article = test::arabic_article();
  Article text = article;
  text.text += "!";
  Article outlet = article;
  outlet.outlet = "hespress";
  Article key = article;
  key.key = "ar-2";
  for (const Article& other : {text, outlet, key}) EXPECT_NE(identity(other), identity(article));
}

TEST(Article, PartsOfTheIdentityDoNotRunTogether) {
  Article a;
  a.outlet = "le";
  a.key = "desk";
  Article b;
  b.outlet = "ledesk";
  EXPECT_NE(identity(a), identity(b));
}

TEST(Article, WithoutTextTheTitleNamesIt) {
  Article a;
  a.title = "فيديو";
  Article b;
  b.title = "Vidéo";
  EXPECT_NE(identity(a), identity(b));
}

TEST(ContentHash, IsTheKnownValueOfXxh128) {
  EXPECT_EQ(content_hash(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_NE(content_hash("é"), content_hash("e"));
}

}  // namespace
}  // namespace sahafa
