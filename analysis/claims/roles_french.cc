#include "analysis/claims/roles.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "analysis/claims/coordination.h"
#include "analysis/claims/discourse.h"
#include "analysis/claims/one_of.h"
#include "analysis/claims/subject.h"

namespace sahafa::claims {
namespace {

constexpr std::uint32_t kFarthest = 30;  // tokens from a verb to what it governs

/// "l'accuse", "lui a reproché", "les met en cause": who an object clitic before the verb group stands for.
const Mention* find_clitic_object(const Scene& scene, std::size_t index, Range verb, Range accuser) {
  static constexpr std::array<std::string_view, 6> kClitics = {"l'", "le", "la", "les", "lui", "leur"};
  static constexpr std::array<std::string_view, 9> kAuxiliaries = {"a",  "ont", "avait",  "avaient", "aurait",
                                                                   "ai", "y",   "aurait", "auraient"};
  const Sentence& sentence = scene.sentences[index];
  std::uint32_t at = verb.begin;
  while (at > sentence.tokens.begin && is_one_of(scene.form(at - 1), kAuxiliaries)) {
    --at;
  }
  if (at == sentence.tokens.begin || !is_one_of(scene.form(at - 1), kClitics)) {
    return nullptr;
  }
  const std::string_view clitic = scene.form(at - 1);
  Agreement agreement;
  agreement.gender = clitic == "la" ? Gender::feminine : clitic == "le" ? Gender::masculine : Gender::unknown;
  agreement.is_plural = clitic == "les" || clitic == "leur";
  return find_antecedent(scene, index, at, agreement, [&](const Mention& mention) {
    const bool is_here = mention.tokens.begin >= sentence.tokens.begin && accuser.size() > 0 &&
                         mention.tokens.end > accuser.begin;  // "L'association des assurés l'accuse"
    return !is_here && !mention.tokens.overlaps(accuser);
  });
}

/// "la Caisse, que le syndicat accuse", "à qui l'opposition reproche": the antecedent of the pronoun before the accuser.
const Mention* find_relative_object(const Scene& scene, const Sentence& sentence, Range verb, Range accuser) {
  static constexpr std::array<std::string_view, 7> kRelative = {"que",      "qu'",      "qui",   "auquel",
                                                                "laquelle", "auxquels", "lequel"};
  const bool is_before =
      accuser.size() > 0 && sentence.tokens.contains(accuser) && accuser.begin < verb.begin;
  std::uint32_t at = is_before ? accuser.begin : verb.begin;
  while (at > sentence.tokens.begin && (scene.form(at - 1) == "le" || scene.form(at - 1) == "la" ||
                                        scene.form(at - 1) == "les" || scene.form(at - 1) == "l'")) {
    --at;
  }
  if (at == sentence.tokens.begin || !is_one_of(scene.form(at - 1), kRelative)) {
    return nullptr;
  }
  const Mention* antecedent = nullptr;
  for (const Mention& mention : sentence.mentions) {
    const std::uint32_t gap = at - std::min(at, mention.tokens.end);
    if (mention.tokens.end < at && gap <= 4 && !mention.tokens.overlaps(accuser)) {
      antecedent = &mention;
    }
  }
  return antecedent;
}

/// The preposition before a mention, over its determiner; empty for none.
std::string_view governor_of(const Scene& scene, const Sentence& sentence, const Mention& mention) {
  static constexpr std::array<std::string_view, 10> kDeterminers = {"le",  "la",  "les",   "l'", "un",
                                                                    "une", "ces", "cette", "ce", "son"};
  std::uint32_t at = mention.tokens.begin;
  while (at > sentence.tokens.begin && is_one_of(scene.form(at - 1), kDeterminers)) {
    --at;
  }
  return mention.is_governed && at > sentence.tokens.begin ? scene.form(at - 1) : std::string_view();
}

/// "a accusé, devant les députés, la Caisse": what only says where, when or before whom.
bool is_circumstance(std::string_view governor) {
  static constexpr std::array<std::string_view, 17> kCircumstances = {
      "devant", "dans",  "lors",   "apres", "par",  "selon", "avec",   "depuis", "pendant",
      "chez",   "parmi", "durant", "sans",  "vers", "sous",  "malgre", "en"};
  return is_one_of(governor, kCircumstances);
}

/// The subject of a passive verb: before it, or of the main clause after a reduced one ("Accusée par X de Y, la Caisse").
const Mention* find_passive_subject(const Scene& scene, std::size_t index, Range verb) {
  const Sentence& sentence = scene.sentences[index];
  const auto free = [](const Mention& mention) { return !mention.is_governed; };
  if (const Subject subject = find_subject(scene, index, verb, sentence.tokens, free);
      subject.mention != nullptr && subject.mention->tokens.end <= verb.begin) {
    return subject.mention;
  }
  for (const Mention& mention : sentence.mentions) {
    if (mention.tokens.begin > verb.end && !mention.is_governed &&
        scene.clause[mention.tokens.begin] != scene.clause[verb.begin]) {
      return &mention;
    }
  }
  return nullptr;
}

/// "demande à X d'ouvrir une enquête sur Y": whom the asked one is to turn to.
const Mention* find_beyond_addressee(const Scene& scene, const Sentence& sentence, const Mention& addressee) {
  static constexpr std::array<std::string_view, 3> kTo = {"a", "au", "aux"};
  static constexpr std::array<std::string_view, 3> kOn = {"sur", "contre", "visant"};
  if (!is_one_of(governor_of(scene, sentence, addressee), kTo)) {
    return nullptr;
  }
  const auto beyond = std::ranges::find_if(sentence.mentions, [&](const Mention& mention) {
    return mention.tokens.begin > addressee.tokens.end &&
           is_one_of(governor_of(scene, sentence, mention), kOn);
  });
  return beyond == sentence.mentions.end() ? nullptr : &*beyond;
}

const Mention* find_following(const Scene& scene, const Sentence& sentence, Range verb, Range accuser) {
  for (const Mention& mention : sentence.mentions) {
    const std::ptrdiff_t commas = std::ranges::count_if(
        std::span(scene.text.forms)
            .subspan(verb.begin, mention.tokens.begin > verb.begin ? mention.tokens.begin - verb.begin : 0),
        [](std::string_view form) { return form == ","; });
    const bool is_in_reach = commas % 2 == 0 && mention.tokens.begin > verb.begin &&
                             mention.tokens.begin <= verb.end + kFarthest &&
                             !mention.tokens.overlaps(accuser);
    if (is_in_reach && !is_circumstance(governor_of(scene, sentence, mention))) {
      const Mention* beyond = find_beyond_addressee(scene, sentence, mention);
      return beyond != nullptr ? beyond : &mention;
    }
  }
  return nullptr;
}

}  // namespace

std::vector<const Mention*> find_french_accused(const Scene& scene, std::size_t index, Range verb,
                                                Range accuser) {
  const Sentence& sentence = scene.sentences[index];
  const Mention* found = find_clitic_object(scene, index, verb, accuser);
  if (found == nullptr && is_passive(scene, sentence, verb)) {
    found = find_passive_subject(scene, index, verb);
  } else if (found == nullptr) {
    found = find_relative_object(scene, sentence, verb, accuser);
    found = found != nullptr ? found : find_following(scene, sentence, verb, accuser);
  }
  return found == nullptr ? std::vector<const Mention*>() : with_coordinated(scene, sentence, *found);
}

}  // namespace sahafa::claims
