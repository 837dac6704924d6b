#include "analysis/report/excerpt.h"

#include <gtest/gtest.h>

#include "text/sentences.h"
#include "text/tokenize.h"

namespace sahafa {
namespace {

Excerpt excerpt_of(std::string_view text, std::string_view match) {
  const auto begin = static_cast<std::uint32_t>(text.find(match));
  return make_excerpt(text, split_sentences(text, tokenize(text)),
                      {begin, begin + static_cast<std::uint32_t>(match.size())});
}

TEST(ReportExcerpt, AMatchStandsInItsSentenceOnly) {
  const Excerpt french = excerpt_of("La caisse se tait. Le ministre nie toute faute. Rien ne bouge.", "nie");
  EXPECT_EQ(french.left, "Le ministre ");
  EXPECT_EQ(french.match, "nie");
  EXPECT_EQ(french.right, " toute faute.");
  const Excerpt arabic = excerpt_of("صمت الصندوق. نفى الوزير كل تقصير. لا جديد.", "الوزير");
  EXPECT_EQ(arabic.left, "نفى ");
  EXPECT_EQ(arabic.right, " كل تقصير.");
}

TEST(ReportExcerpt, AMatchOverTwoSentencesShowsBoth) {
  const Excerpt excerpt = excerpt_of("Un. La caisse se tait. Le ministre nie. Fin.", "se tait. Le ministre");
  EXPECT_EQ(excerpt.left, "La caisse ");
  EXPECT_EQ(excerpt.right, " nie.");
}

TEST(ReportExcerpt, AMatchOutsideOfEverySentenceStandsAlone) {
  const Excerpt excerpt = make_excerpt("un deux", {}, {3, 7});
  EXPECT_EQ(excerpt.left, "");
  EXPECT_EQ(excerpt.match, "deux");
  EXPECT_EQ(excerpt.right, "");
}

}  // namespace
}  // namespace sahafa
