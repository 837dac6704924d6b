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

TEST(ClaimExtractor, NegatedBlameIsADenialByAThirdParty) {
  EXPECT_THAT(claims_of("La Caisse n'a pas failli, soutient un avocat."),
              ElementsAre("experts cnss negligence defends denied"));
  EXPECT_THAT(claims_of("لم يهمل الصندوق خوادمه، يؤكد محام."),
              ElementsAre("experts cnss negligence defends denied"));
}

TEST(ClaimExtractor, NotOnlyExoneratesNobody) {
  EXPECT_THAT(claims_of("La faute n'incombe pas seulement à la CNSS."), Contains(testing::HasSubstr("cnss")));
  EXPECT_THAT(claims_of("La faute n'incombe pas seulement à la CNSS."),
              Not(Contains(testing::HasSubstr("defends"))));
  EXPECT_THAT(claims_of("ليس الصندوق وحده من قصر."), Contains("outlet cnss negligence blames asserted"));
}

TEST(ClaimExtractor, NotThisOneButThatOneDividesTheBlame) {
  EXPECT_THAT(claims_of("Ce n'est pas la Caisse qui a failli, mais le ministère."),
              ElementsAre("outlet cnss negligence defends denied",
                          "outlet ministry_employment negligence blames asserted"));
  EXPECT_THAT(claims_of("ليس الصندوق من قصر بل الوزارة."),
              ElementsAre("outlet cnss negligence defends denied",
                          "outlet ministry_employment negligence blames asserted"));
}

TEST(ClaimExtractor, RaisedNegationReachesTheComplement) {
  EXPECT_THAT(claims_of("Le syndicat ne croit pas que la Caisse ait menti."),
              ElementsAre("unions cnss communication_failure defends denied"));
  EXPECT_THAT(claims_of("لا يعتقد الخبير أن الصندوق كذب."),
              ElementsAre("experts cnss communication_failure defends denied"));
}

TEST(ClaimExtractor, AStatementNeverMadeIsNoClaim) {
  EXPECT_THAT(claims_of("Le ministre n'a jamais dit que la Caisse avait failli."), IsEmpty());
}

TEST(ClaimExtractor, PassiveNamesItsAgent) {
  EXPECT_THAT(claims_of("La Caisse est accusée par le PJD d'avoir menti."),
              ElementsAre("opposition cnss communication_failure blames asserted"));
  EXPECT_THAT(claims_of("اتُّهم الصندوق من قبل المعارضة بالكذب."),
              Contains(testing::StartsWith("opposition cnss")));
}

TEST(ClaimExtractor, AccusingAStateIsAnAttributionOfTheAttack) {
  EXPECT_THAT(claims_of("Rabat accuse Alger."),
              ElementsAre("government algeria external_attack blames asserted"));
  EXPECT_THAT(claims_of("الرباط تتهم الجزائر."),
              ElementsAre("government algeria external_attack blames asserted"));
}

TEST(ClaimExtractor, ACoordinatedTargetSharesTheClaim) {
  EXPECT_THAT(claims_of("Ni la Caisse ni le ministère n'avaient testé les sauvegardes."),
              testing::UnorderedElementsAre("outlet cnss negligence blames asserted",
                                            "outlet ministry_employment negligence blames asserted"));
}

TEST(ClaimExtractor, ThePressConditionalIsAReserve) {
  EXPECT_THAT(claims_of("La Caisse aurait négligé ses serveurs."),
              ElementsAre("outlet cnss negligence blames conditional"));
  EXPECT_THAT(claims_of("ربما أهمل الصندوق خوادمه."),
              ElementsAre("outlet cnss negligence blames conditional"));
}

TEST(ClaimExtractor, AModalConditionalIsNone) {
  EXPECT_THAT(claims_of("La Caisse aurait dû protéger ses serveurs, mais elle a failli."),
              Contains("outlet cnss negligence blames asserted"));
}

TEST(ClaimExtractor, QadIsAReserveBeforeAnImperfectOnly) {
  EXPECT_THAT(claims_of("قد يكون الصندوق أهمل خوادمه."),
              ElementsAre("outlet cnss negligence blames conditional"));
  EXPECT_THAT(claims_of("قد أهمل الصندوق خوادمه."), ElementsAre("outlet cnss negligence blames asserted"));
}

TEST(ClaimExtractor, QuestionsAndIfClauses) {
  EXPECT_THAT(claims_of("La Caisse a-t-elle négligé ses serveurs ?"),
              ElementsAre("outlet cnss negligence blames question"));
  EXPECT_THAT(claims_of("هل أهمل الصندوق خوادمه؟"), ElementsAre("outlet cnss negligence blames question"));
  EXPECT_THAT(claims_of("Si la Caisse avait chiffré ses fichiers, rien ne serait arrivé."),
              Contains("outlet cnss negligence blames hypothetical"));
  EXPECT_THAT(claims_of("لو شفر الصندوق ملفاته لما وقع شيء."),
              Contains("outlet cnss negligence blames hypothetical"));
}

TEST(ClaimExtractor, APronounStandsForTheActorThatAgrees) {
  EXPECT_THAT(claims_of("Le ministère a consulté la Caisse. Elle a menti."),
              ElementsAre("outlet cnss communication_failure blames asserted"));
  EXPECT_THAT(claims_of("تحدث الصندوق أمس. وقد أزعج صمته المنخرطين."),
              Contains(testing::HasSubstr("cnss communication_failure blames")));
}

TEST(ClaimExtractor, AnEllipsisRepeatsTheClaimForAnotherTarget) {
  EXPECT_THAT(claims_of("Le ministère a menti. La Caisse aussi."),
              ElementsAre("outlet ministry_employment communication_failure blames asserted",
                          "outlet cnss communication_failure blames asserted"));
}

TEST(ClaimExtractor, ClosestSpeakerOwnsANestedReport) {
  EXPECT_THAT(claims_of("Le syndicat rapporte que, d'après l'opposition, la Caisse a menti."),
              ElementsAre("opposition cnss communication_failure blames asserted"));
}

TEST(ClaimExtractor, AQuotationOverTwoSentencesBelongsToWhomItsEndNames) {
  EXPECT_THAT(claims_of("« Les serveurs de la Caisse étaient mal protégés pendant toute une année, au vu et "
                        "au su de ceux qui auraient dû s'en "
                        "occuper. Le ministère a menti », écrit L'Opinion."),
              testing::Each(testing::StartsWith("media_lopinion ")));
}

TEST(ClaimExtractor, CliticsHideNoActor) {
  EXPECT_THAT(claims_of("ووزارة التشغيل التزمت الصمت."),
              ElementsAre("outlet ministry_employment communication_failure blames asserted"));
  EXPECT_THAT(claims_of("انتقدت النقابة صمت الـCNSS."),
              Contains("unions cnss communication_failure blames asserted"));
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
  EXPECT_EQ(claims[0].cue, "négligé ses serveurs");
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

TEST(ClaimExtractor, WordFamiliesMeetInWordingsNobodyListed) {
  EXPECT_THAT(claims_of("Pénurie de pare-feu à la CNSS."),
              ElementsAre("outlet cnss negligence blames asserted"));
  EXPECT_THAT(claims_of("انتفاء التحصين لدى الصندوق."),
              ElementsAre("outlet cnss negligence blames asserted"));
  EXPECT_THAT(claims_of("La note nébuleuse du gouvernement."),
              ElementsAre("outlet government communication_failure blames asserted"));
  EXPECT_THAT(claims_of("جواب عائم من الحكومة."),
              ElementsAre("outlet government communication_failure blames asserted"));
}

TEST(ClaimExtractor, PeopleOfAllTradesAreHolders) {
  EXPECT_THAT(claims_of("La Caisse a laissé la porte ouverte, souffle une couturière."),
              ElementsAre("citizens cnss negligence blames asserted"));
  EXPECT_THAT(claims_of("ترك الصندوق الباب مفتوحا، يقول متقاعد."),
              ElementsAre("citizens cnss negligence blames asserted"));
}

TEST(ClaimExtractor, AnElidedSourceIsASource) {
  EXPECT_THAT(claims_of("Aux yeux d'un avocat, la Caisse a failli."),
              ElementsAre("experts cnss negligence blames asserted"));
  EXPECT_THAT(claims_of("في عيون محام، فشل الصندوق."),
              ElementsAre("experts cnss negligence blames asserted"));
}

TEST(ClaimExtractor, AnImperfectVerbReportsInEveryPerson) {
  EXPECT_THAT(claims_of("تضيف المعارضة أن الحكومة التزمت الصمت."),
              ElementsAre("opposition government communication_failure blames asserted"));
}

TEST(ClaimExtractor, AStatementNeverMadeIsNoSilence) {
  EXPECT_THAT(claims_of("La ministre n'a jamais dit que la base était intacte."), IsEmpty());
  EXPECT_THAT(claims_of("لم يقل الوزير إن القاعدة سليمة."), IsEmpty());
}

TEST(ClaimExtractor, AFinalAttributionEnclosesAnEarlierReport) {
  EXPECT_THAT(claims_of("Quand la Caisse parle de sérénité, elle ment aux assurés, tranche un syndicaliste."),
              ElementsAre("unions cnss communication_failure blames asserted"));
}

TEST(ClaimExtractor, ALongTextThatDoesNotNameTheAffairRaisesNothing) {
  std::string french;
  std::string arabic;
  for (int i = 0; i < 20; ++i) {
    french += "Le gouvernement a négligé les routes de la région. ";
    arabic += "أهملت الحكومة الطرق في هذه المنطقة. ";
  }
  EXPECT_THAT(claims_of(french), IsEmpty());
  EXPECT_THAT(claims_of(arabic), IsEmpty());
  EXPECT_THAT(claims_of(french + "La CNSS a été piratée."), Not(IsEmpty()));
  EXPECT_THAT(claims_of(arabic + "تم اختراق الضمان الاجتماعي."), Not(IsEmpty()));
}

TEST(ClaimExtractor, TheTwoPartsOfACueStandInEitherOrder) {
  for (const auto* text : {"Des verrous qui étaient depuis longtemps rouillés à la Caisse.",
                           "Rouillés depuis longtemps, disait-on des verrous de la Caisse."}) {
    const std::vector<std::string> claims = claims_of(text);
    EXPECT_LE(claims.size(), 1U) << text;  // a comma ends the reach of the second
  }
  EXPECT_THAT(claims_of("Les verrous de la Caisse étaient rouillés."),
              Contains("outlet cnss negligence blames asserted"));
  EXPECT_THAT(claims_of("كانت أقفال الصندوق صدئة."), Contains("outlet cnss negligence blames asserted"));
}

TEST(ClaimExtractor, ANegatorInsideACueCounts) {
  EXPECT_THAT(claims_of("Le pare-feu de la CNSS n'a jamais été activé."),
              Contains("outlet cnss negligence blames asserted"));
  EXPECT_THAT(claims_of("جدار الحماية لدى الصندوق لم يفعل قط."),
              Contains("outlet cnss negligence blames asserted"));
}

TEST(ClaimExtractor, WhoStandsLastAfterAVerbNobodyListedSaysIt) {
  EXPECT_THAT(claims_of("La CNSS a failli à sa mission, bougonne un syndicaliste."),
              ElementsAre("unions cnss negligence blames asserted"));
  EXPECT_THAT(claims_of("فشل الصندوق في مهمته، يدمدم نقابي."),
              ElementsAre("unions cnss negligence blames asserted"));
}

TEST(ClaimExtractor, AMemberOfABodySpeaksForIt) {
  EXPECT_THAT(claims_of("Une députée du PJD estime que la CNSS a failli."),
              ElementsAre("opposition cnss negligence blames asserted"));
  EXPECT_THAT(claims_of("قالت نائبة من المعارضة إن الصندوق فشل."),
              ElementsAre("opposition cnss negligence blames asserted"));
}

TEST(ClaimExtractor, ACommonNounAndItsNameAreOneActor) {
  EXPECT_THAT(claims_of("L'entreprise marocaine Dataprotect a négligé les serveurs."),
              ElementsAre("outlet dataprotect negligence blames asserted"));
}

TEST(ClaimExtractor, AnActorOfAnotherCountryIsNoneOfTheAffair) {
  EXPECT_THAT(claims_of("Le gouvernement français a menti. Les ministères allemands ont failli."),
              Not(Contains(testing::HasSubstr(" government "))));
  EXPECT_THAT(claims_of("كذبت الحكومة الفرنسية."), Not(Contains(testing::HasSubstr(" government "))));
}

TEST(ClaimExtractor, AFixedPhraseIsNoCue) {
  EXPECT_THAT(claims_of("La CNSS a subi une attaque par déni de service."),
              Not(Contains(testing::HasSubstr("communication_failure"))));
  EXPECT_THAT(claims_of("تعرض الصندوق لهجوم حجب الخدمة."),
              Not(Contains(testing::HasSubstr("communication_failure"))));
}

TEST(ClaimExtractor, ATextThatNamesTheAffairInPassingRaisesNothing) {
  std::string text = "La sécurité sociale a son budget. Le gouvernement a menti.";
  for (int i = 0; i < 200; ++i) text += " Le cortège avance lentement sur le boulevard.";
  EXPECT_THAT(claims_of(text), IsEmpty());
}

TEST(ClaimExtractor, WhatTheReportSaysTheTextDoesNotSayAgain) {
  EXPECT_THAT(claims_of("L'association exige de la Caisse une enquête indépendante."),
              ElementsAre("associations cnss accountability_demand blames asserted"));
}

TEST(ClaimExtractor, ASelfDesignationIsAReserveAndAccusesNobodyElse) {
  EXPECT_THAT(claims_of("L'attaque est imputée à Jabaroot, qui se dit algérien."),
              ElementsAre("other hackers_jabaroot external_attack blames conditional"));
  EXPECT_THAT(claims_of("Le groupe Jabaroot, se réclamant d'Algérie, a piraté la Caisse."),
              Not(Contains(testing::HasSubstr("algeria"))));
}

TEST(ClaimExtractor, WhoCannotBeTheTargetIsNotReplacedByTheUsualOne) {
  EXPECT_THAT(claims_of("La fuite embarrasse la CNSS. Alger n'a pas réagi."), IsEmpty());
}

TEST(ClaimExtractor, AccordingToAPronounIsWhoSpokeLast) {
  EXPECT_THAT(
      claims_of("L'avocate Salma Idrissi a parlé mardi. Selon elle, la Caisse a négligé ses serveurs."),
      ElementsAre("experts cnss negligence blames asserted"));
}

TEST(ClaimExtractor, AnAgentOwnsTheQuestionPutToSomebody) {
  EXPECT_THAT(claims_of("Le site rapporte l'interpellation du ministre de l'Emploi par l'opposition."),
              ElementsAre("opposition ministry_employment accountability_demand blames asserted"));
}

TEST(ClaimExtractor, AnAccusationThatIsRefusedClears) {
  EXPECT_THAT(claims_of("Le syndicat n'accuse pas la Caisse d'avoir négligé ses serveurs."),
              Not(Contains("unions cnss negligence blames asserted")));
  EXPECT_THAT(claims_of("Le syndicat n'accuse que la Caisse d'avoir négligé ses serveurs."),
              ElementsAre("unions cnss negligence blames asserted"));
}

TEST(ClaimExtractor, APhraseDoesNotRunOverTheEndOfASentenceInAQuotation) {
  EXPECT_THAT(claims_of("« Personne ne dort ici. La Caisse avait été alertée en mars », dit un expert."),
              Not(Contains(testing::HasSubstr("denied"))));
}

TEST(ClaimExtractor, ALikenedNounIsTheOneThatIsNamed) {
  EXPECT_THAT(claims_of("Le rapport montre les failles d'une institution aussi riche que la CNSS."),
              ElementsAre("outlet cnss negligence blames asserted"));
}

TEST(ClaimExtractor, AReplyToAnAttackOnTheFundBlamesItsAuthors) {
  EXPECT_THAT(claims_of("Le message parle de représailles contre ceux qui ont attaqué la Caisse."),
              Contains("hackers_moroccan algeria counterattack blames asserted"));
  EXPECT_THAT(claims_of("العملية رد على ما مس الصندوق المغربي."),
              Contains("hackers_moroccan algeria counterattack blames asserted"));
}

TEST(ClaimExtractor, AnAttachedPronounAfterAParticleAgrees) {
  EXPECT_THAT(claims_of("تعاقد الصندوق مع الشركة المناولة. لكنها أهملت الخوادم."),
              ElementsAre("outlet contractors negligence blames asserted"));
}

TEST(ClaimExtractor, PeopleWhomTheCodebookDoesNotName) {
  EXPECT_THAT(claims_of("« La Caisse a négligé ses serveurs », raconte une couturière de Salé."),
              ElementsAre("citizens cnss negligence blames asserted"));
  EXPECT_THAT(
      claims_of(
          "Le syndicat a tenu une réunion. « La Caisse a négligé ses serveurs », martèle son trésorier."),
      ElementsAre("unions cnss negligence blames asserted"));
}

TEST(ClaimExtractor, WhatIsSaidAtABodyIsItsWord) {
  EXPECT_THAT(claims_of("Aucune donnée sensible n'a fuité, répondait-on mardi au ministère de l'Emploi."),
              Contains(testing::StartsWith("ministry_employment ")));
}

TEST(ClaimExtractor, AVerbBetweenCommasContinuesTheReport) {
  EXPECT_THAT(claims_of("أصدرت الجمعية بيانا. إهمال الصندوق، تقول، هو السبب."),
              ElementsAre("associations cnss negligence blames asserted"));
}

TEST(ClaimExtractor, AShortQuotedNameAfterTheVerbIsAPaper) {
  EXPECT_THAT(claims_of("كتبت «الأفق الجديد» أن الصندوق أهمل خوادمه."),
              ElementsAre("media cnss negligence blames asserted"));
}

TEST(ClaimExtractor, WhoRefusesToNameAnybodyHoldsTheCaution) {
  EXPECT_THAT(claims_of("Le président de la CNDP refuse de désigner un coupable."),
              ElementsAre("cndp hackers attribution_caution neutral conditional"));
}

TEST(ClaimExtractor, TheTextGoesOnInItsOwnVoice) {
  EXPECT_THAT(claims_of("يكشف الموقع عن عقد مع الشركة المناولة. ويقول إن الصندوق أهمل خوادمه."),
              ElementsAre("outlet cnss negligence blames asserted"));
}

TEST(ClaimExtractor, AStatementWithAPossessiveIsItsOwners) {
  EXPECT_THAT(claims_of("La Caisse a réagi mardi. Le site cite son communiqué, qui dit les fichiers faux."),
              ElementsAre("cnss cnss minimisation defends asserted"));
}

/// The quotations of a text as "holder: words".
std::vector<std::string> quotations_of(std::string_view text) {
  Article article;
  article.text = text;
  std::vector<std::string> out;
  for (const Quotation& quotation : extractor().quotations(article)) {
    out.push_back(fmt::format("{}: {}", quotation.holder, slice(text, quotation.span)));
  }
  return out;
}

TEST(ClaimExtractor, QuotationsWithTheirSpeakers) {
  EXPECT_THAT(
      quotations_of(
          "« La Caisse a failli », tonne un syndicaliste. Le ministre a parlé d'un « incident isolé »."),
      ElementsAre("unions: « La Caisse a failli »", "government: « incident isolé »"));
  EXPECT_THAT(quotations_of("«فشل الصندوق في حماية المنخرطين»، يقول نقابي."),
              ElementsAre("unions: «فشل الصندوق في حماية المنخرطين»"));
  EXPECT_THAT(quotations_of("Le rapport « Horizon » attend."), ElementsAre(": « Horizon »"));
}

}  // namespace
}  // namespace sahafa
