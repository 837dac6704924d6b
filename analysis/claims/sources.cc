#include "analysis/claims/sources.h"

#include <algorithm>
#include <array>

#include "analysis/claims/holders.h"
#include "analysis/claims/inflection.h"
#include "analysis/claims/one_of.h"
#include "analysis/claims/subject.h"

namespace sahafa::claims {

namespace {

/// "selon elle", بحسبه: whoever spoke last.
std::optional<Speech> read_according_to_pronoun(const Scene& scene, const Sentence& sentence,
                                                const WordHit& hit, const Discourse& discourse) {
  static constexpr std::array<std::string_view, 4> kPronouns = {"lui", "elle", "eux", "elles"};
  const bool has_pronoun =
      (hit.tokens.end < sentence.tokens.end && is_one_of(scene.form(hit.tokens.end), kPronouns)) ||
      scene.has_attached_pronoun(hit.tokens.end - 1);
  if (!has_pronoun || discourse.holder < 0) {
    return std::nullopt;
  }
  Speech speech{.region = sentence.tokens, .verb = hit.tokens, .source = {}};
  continue_holder(scene, discourse, speech);
  return speech;
}

Speech statement_of(const Sentence& sentence, const WordHit& hit) {
  return {.region = {hit.tokens.begin, sentence.tokens.end},
          .verb = {hit.tokens.begin, hit.tokens.begin},
          .source = {},
          .is_statement = true};
}

bool has_possessive(const Scene& scene, const Sentence& sentence, const WordHit& hit) {
  static constexpr std::array<std::string_view, 3> kPossessives = {"son", "sa", "ses"};
  return hit.tokens.begin > sentence.tokens.begin &&
         is_one_of(scene.form(hit.tokens.begin - 1), kPossessives);
}

/// "Il cite son communiqué": what follows is said by the one whom the possessive stands for.
std::optional<Speech> read_own_statement(const Scene& scene, std::size_t index, const WordHit& hit) {
  const Mention* owner = find_antecedent(scene, index, hit.tokens.begin, {}, [&](const Mention& mention) {
    return !mention.is_plural && mention.actor != scene.lexicon->actor("outlet");
  });
  if (owner == nullptr) {
    return std::nullopt;
  }
  Speech speech = statement_of(scene.sentences[index], hit);
  speech.holder = owner->actor;
  speech.name = scene.written(owner->tokens);
  return speech;
}

}  // namespace

std::optional<Speech> read_according(const Scene& scene, const Sentence& sentence, const WordHit& hit,
                                     const Discourse& discourse) {
  if (auto speech = read_according_to_pronoun(scene, sentence, hit, discourse)) {
    return speech;
  }
  const Mention* source = find_after(scene, sentence, hit.tokens.end, kSourceReach, is_somebody);
  if (source == nullptr) {
    return std::nullopt;
  }
  if (scene.form(hit.tokens.begin) == "pour") {
    const bool opens = hit.tokens.begin == sentence.tokens.begin || scene.is_mark(hit.tokens.begin - 1);
    constexpr std::uint32_t kLongestName = 8;  // tokens from the source to the comma
    bool closes = false;
    for (std::uint32_t i = source->tokens.end;
         i < std::min(source->tokens.end + kLongestName, sentence.tokens.end); ++i) {
      closes = closes || (scene.form(i) == "," && i + 4 < sentence.tokens.end);
    }
    if (!opens || !closes || source->tokens.begin - hit.tokens.end > 2) {
      return std::nullopt;
    }
  }
  std::uint32_t before = hit.tokens.begin;
  while (before > sentence.tokens.begin && scene.is_mark(before - 1)) {
    --before;
  }
  const bool is_inside = before > sentence.tokens.begin &&
                         Scene::find_word(sentence, WordClass::complement, {before - 1, before}) != nullptr;
  const Range region = is_inside ? Range{hit.tokens.begin, sentence.tokens.end} : sentence.tokens;
  Speech speech{.region = region, .verb = hit.tokens, .source = {}};
  set_holder(scene, sentence, *source, speech);
  speech.is_hedged = Scene::find_word(sentence, WordClass::distance, hit.tokens) != nullptr;
  return speech;
}

std::optional<Speech> read_statement(const Scene& scene, std::size_t index, const WordHit& hit) {
  const Sentence& sentence = scene.sentences[index];
  const Mention* source = find_after(scene, sentence, hit.tokens.end, kSourceReach, is_somebody);
  static constexpr std::array<std::string_view, 4> kOf = {"de", "du", "des", "d'"};
  if (has_possessive(scene, sentence, hit)) {
    return read_own_statement(scene, index, hit);
  }
  const std::uint32_t last = hit.tokens.end - 1;
  const bool is_genitive =
      is_one_of(scene.form(last), kOf) || (source != nullptr && is_one_of(scene.form(last + 1), kOf));
  const bool is_parted =
      source != nullptr &&  // "يقول إن الصندوق": a verb like the noun, and what it reports
      Scene::find_word(sentence, WordClass::complement, {hit.tokens.end, source->tokens.begin}) != nullptr;
  const bool is_owner =
      source != nullptr && !is_parted && (is_genitive || is_arabic(scene.form(hit.tokens.begin)));
  if (!is_owner) {
    return std::nullopt;
  }
  Speech speech = statement_of(sentence, hit);
  const Mention* agent =
      is_arabic(scene.form(hit.tokens.begin)) ? nullptr : find_agent(scene, sentence, hit.tokens);
  set_holder(scene, sentence, agent == nullptr ? *source : *agent, speech);  // "l'interpellation de X par Y"
  return speech;
}

std::optional<Speech> read_colon(const Scene& scene, const Sentence& sentence) {
  constexpr std::uint32_t kHeading = 2;  // tokens besides the speaker's name
  for (std::uint32_t i = sentence.tokens.begin + 1; i + 1 < sentence.tokens.end; ++i) {
    const bool is_heading = !sentence.mentions.empty() && sentence.mentions.front().tokens.end == i &&
                            sentence.mentions.front().tokens.begin <= sentence.tokens.begin + kHeading &&
                            is_speaker(scene, sentence.mentions.front());
    if (scene.form(i) != ":" || (scene.quote[i + 1] == 0 && !is_heading)) {
      continue;
    }
    for (const Mention& mention : sentence.mentions) {
      if (mention.tokens.end <= i && !mention.is_governed) {
        Speech speech{.region = {i + 1, sentence.tokens.end}, .verb = {i, i + 1}, .source = {}};
        set_holder(scene, sentence, mention, speech);
        return speech;
      }
    }
  }
  return std::nullopt;
}

}  // namespace sahafa::claims
