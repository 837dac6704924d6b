#include "analysis/claims/extractor.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <thread>
#include <vector>

namespace sahafa {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const ClaimExtractor& extractor() {
  static const ClaimExtractor instance(Codebook::bundled());
  return instance;
}

/// The claims of a text as "holder target frame polarity modality".
std::vector<std::string> claims_of(std::string_view text) {
  Article article;
  article.text = text;
  std::vector<std::string> out;
  for (const Claim& claim : extractor().extract(article)) {
    out.push_back(fmt::format("{} {} {} {} {}", claim.holder, claim.target, claim.frame, claim.polarity,
                              claim.modality));
  }
  return out;
}

TEST(ClaimExtractor, OwnVoiceBlamesWithoutHolder) {
  EXPECT_THAT(claims_of("La CNSS a négligé ses serveurs."),
              ElementsAre("outlet cnss negligence blames asserted"));
  EXPECT_THAT(claims_of("أهمل الصندوق خوادمه."), ElementsAre("outlet cnss negligence blames asserted"));
}

TEST(ClaimExtractor, QuotationBelongsToItsSpeaker) {
  EXPECT_THAT(claims_of("« La Caisse a failli », tonne un syndicaliste."),
              ElementsAre("unions cnss negligence blames asserted"));
  EXPECT_THAT(claims_of("«فشل الصندوق في حماية المنخرطين»، يقول نقابي."),
              ElementsAre("unions cnss negligence blames asserted"));
}

TEST(ClaimExtractor, IndirectSpeechBelongsToItsSubject) {
  EXPECT_THAT(claims_of("Un expert estime que le ministère s'est muré dans le silence."),
              ElementsAre("experts ministry_employment communication_failure blames asserted"));
  EXPECT_THAT(claims_of("اعتبر خبير أن الوزارة التزمت الصمت."),
              ElementsAre("experts ministry_employment communication_failure blames asserted"));
}

TEST(ClaimExtractor, AccordingToNamesTheHolder) {
  EXPECT_THAT(claims_of("Selon le PJD, le gouvernement a menti."),
              ElementsAre("opposition government communication_failure blames asserted"));
  EXPECT_THAT(claims_of("بحسب المعارضة، أخفت الحكومة الحقيقة."),
              ElementsAre("opposition government communication_failure blames asserted"));
}

TEST(ClaimExtractor, RestrictionDoesNotTurnABlameIntoPraise) {
  EXPECT_THAT(claims_of("La CNSS n'a publié que trois phrases."),
              ElementsAre("outlet cnss communication_failure blames asserted"));
  EXPECT_THAT(claims_of("لم تنشر الحكومة سوى سطرين."),
              ElementsAre("outlet government communication_failure blames asserted"));
}

TEST(ClaimExtractor, HomonymsCarryNoClaim) {
  EXPECT_THAT(claims_of("La Caisse de dépôt et de gestion a failli."),
              Not(Contains(testing::HasSubstr(" cnss "))));
  EXPECT_THAT(claims_of("قصر صندوق النقد الدولي في توقعاته."), Not(Contains(testing::HasSubstr(" cnss "))));
}

TEST(ClaimExtractor, BareFactsCarryNoClaim) {
  EXPECT_THAT(claims_of("La CNSS verse les pensions chaque mois."), IsEmpty());
  EXPECT_THAT(claims_of("يصرف الصندوق المعاشات كل شهر."), IsEmpty());
  EXPECT_THAT(claims_of(""), IsEmpty());
}

TEST(ClaimExtractor, EveryClaimCarriesItsEvidence) {
  Article article;
  article.text = "Il pleut. La CNSS a négligé ses serveurs.";
  const std::vector<Claim> claims = extractor().extract(article);
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(slice(article.text, claims[0].evidence), "La CNSS a négligé ses serveurs.");
  EXPECT_EQ(claims[0].cue, "négligé");
  EXPECT_EQ(claims[0].sentence, 1);
  EXPECT_THAT(claims[0].rule, testing::StartsWith("negligence:"));
}

TEST(ClaimExtractor, ThreadsAgree) {
  Article article;
  article.text = "« La Caisse a failli », tonne un syndicaliste. اعتبر خبير أن الوزارة التزمت الصمت.";
  const std::size_t expected = extractor().extract(article).size();
  ASSERT_EQ(expected, 2U);
  std::array<std::size_t, 4> counts{};
  {
    std::vector<std::jthread> threads;
    for (std::size_t& count : counts) {
      threads.emplace_back([&] { count = extractor().extract(article).size(); });
    }
  }
  EXPECT_TRUE(std::ranges::all_of(counts, [&](std::size_t count) { return count == expected; }));
}

}  // namespace
}  // namespace sahafa
