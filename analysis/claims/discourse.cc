#include "analysis/claims/discourse.h"
#include "analysis/claims/one_of.h"

#include <algorithm>
#include <array>

namespace sahafa::claims {
namespace {

constexpr std::size_t kSentencesBack = 3;

bool agrees(const Mention& mention, Agreement agreement) {
  const bool gender_fits = agreement.gender == Gender::unknown || mention.gender == Gender::unknown ||
                           mention.gender == agreement.gender || agreement.is_plural;
  const bool is_singular = !agreement.is_plural && agreement.gender != Gender::unknown;
  return gender_fits && (!agreement.is_plural || mention.is_plural) && !(is_singular && mention.is_plural);
}

}  // namespace

Agreement agreement_of(std::string_view form) {
  static constexpr std::array<std::string_view, 7> kFeminine = {"elle", "-elle", "-t-elle", "celle-ci",
                                                                "هي",   "cette", "هذه"};
  static constexpr std::array<std::string_view, 6> kMasculine = {"il",       "-il", "-t-il",
                                                                 "celui-ci", "هو",  "هذا"};
  static constexpr std::array<std::string_view, 10> kPlural = {"ils", "elles",  "-ils",  "leur", "beaucoup",
                                                               "eux", "كثيرون", "leurs", "هم",   "هولاء"};
  Agreement agreement;
  if (is_one_of(form, kFeminine)) agreement.gender = Gender::feminine;
  if (is_one_of(form, kMasculine)) agreement.gender = Gender::masculine;
  agreement.is_plural = is_one_of(form, kPlural);
  const bool has_attached = is_arabic(form) && agreement.gender == Gender::unknown && !agreement.is_plural;
  return has_attached ? agreement_of_attached(form) : agreement;
}

Agreement agreement_of_attached(std::string_view form) {
  Agreement agreement;
  agreement.is_plural = form.ends_with("هم") || form.ends_with("هن");
  if (form.ends_with("ها")) agreement.gender = Gender::feminine;
  if (form.ends_with("ه")) agreement.gender = Gender::masculine;
  return agreement;
}

const Mention* find_antecedent(const Scene& scene, std::size_t sentence, std::uint32_t token,
                               Agreement agreement, const std::function<bool(const Mention&)>& accepted) {
  for (std::size_t back = 0; back <= std::min(sentence, kSentencesBack); ++back) {
    const Mention* best = nullptr;
    for (const Mention& mention : scene.sentences[sentence - back].mentions) {
      if (mention.tokens.end > token || !agrees(mention, agreement) || !accepted(mention)) {
        continue;
      }
      const bool is_better = best == nullptr || best->is_governed || !mention.is_governed;
      best = is_better && !(back > 0 && best != nullptr && !best->is_governed) ? &mention : best;
    }
    if (best != nullptr) {
      return best;
    }
  }
  return nullptr;
}

}  // namespace sahafa::claims
