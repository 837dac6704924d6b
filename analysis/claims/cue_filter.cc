#include "analysis/claims/cue_filter.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "analysis/claims/inflection.h"
#include "analysis/claims/one_of.h"

namespace sahafa::claims {
namespace {

/// "tient X pour responsable de", "rejette la faute sur X": words of an accusing verb are no charge of their own.
bool is_part_of_accusation(const Scene& scene, Range words, const Cue& own, Range verb,
                           const Cue& accusation) {
  const bool is_within = verb.contains(words) && verb.size() > words.size() && accusation.generic &&
                         accusation.bind == Bind::object;
  const bool is_same_verb =
      verb.begin == words.begin && accusation.generic && !scene.is_participle(words.begin);
  const bool is_longer = verb.contains(words) && verb.size() > words.size() && accusation.generic;
  return own.speech ? own.generic && is_longer : own.generic || is_within || is_same_verb;
}

/// "se réclame de" is another verb than "réclame".
bool is_reflexive_form(const Scene& scene, const Sentence& sentence, Range words) {
  const auto is_reflexive = [&](std::uint32_t back) {
    return words.begin >= sentence.tokens.begin + back &&
           (scene.form(words.begin - back) == "se" || scene.form(words.begin - back) == "s'");
  };
  const bool has_be = words.begin > sentence.tokens.begin && scene.form(words.begin - 1).starts_with("e");
  return is_reflexive(1) || (has_be && is_reflexive(2));  // "s'est révélé"
}

}  // namespace

void keep_longest(const Scene& scene, std::vector<CueHit>& cues) {
  constexpr std::uint32_t kWithoutGap = 4;  // tokens of a phrase that has hardly a gap
  const auto rule_of = [&](const CueHit& cue) -> const Cue& {
    return scene.lexicon->codebook().frames()[cue.frame].rules[cue.rule];
  };
  const auto any_other = [&](const CueHit& cue, auto&& hides) {
    return std::ranges::any_of(cues, [&](const CueHit& other) {
      return other.tokens.overlaps(cue.tokens) && hides(rule_of(cue), rule_of(other), other);
    });
  };
  std::vector<CueHit> kept;
  std::ranges::copy_if(cues, std::back_inserter(kept), [&](const CueHit& cue) {
    return !any_other(cue, [&](const Cue& own, const Cue& its, const CueHit& other) {
      const bool is_longer = other.tokens.contains(cue.tokens) && other.tokens.size() > cue.tokens.size();
      const bool rejects =
          own.bind == Bind::against && its.speech && is_longer;  // "rejette les accusations": nobody accuses
      return rejects || (its.speech && its.polarity == "blames" && other.tokens.begin <= cue.tokens.begin &&
                         is_part_of_accusation(scene, cue.tokens, own, other.tokens, its));
    });
  });
  cues = std::move(kept);
  kept.clear();
  std::ranges::copy_if(cues, std::back_inserter(kept), [&](const CueHit& cue) {
    return !any_other(cue, [&](const Cue& own, const Cue& its, const CueHit& other) {
      if (cue.frame != other.frame && ((its.generic && !own.generic) || own.speech)) {
        return false;
      }
      const bool shares_words = other.frame == cue.frame || other.tokens.begin == cue.tokens.begin ||
                                other.tokens.end == cue.tokens.end || other.tokens.size() <= kWithoutGap;
      return other.tokens.contains(cue.tokens) && other.tokens.size() > cue.tokens.size() && shares_words;
    });
  });
  cues = std::move(kept);
}

void drop_false_cues(const Scene& scene, Sentence& sentence) {
  std::erase_if(sentence.cues, [&](const CueHit& cue) {
    const Bind bind = scene.lexicon->codebook().frames()[cue.frame].rules[cue.rule].bind;
    const bool is_verb = bind == Bind::subject || bind == Bind::object;
    const bool is_name = std::ranges::any_of(sentence.mentions,
                                             [&](const Mention& m) { return m.tokens.contains(cue.tokens); });
    const bool has_word_of_name =
        bind != Bind::inside && std::ranges::any_of(sentence.mentions, [&](const Mention& m) {
          const bool begins_inside = m.tokens.begin < cue.tokens.begin && cue.tokens.begin < m.tokens.end;
          return begins_inside || (m.tokens.begin < cue.tokens.end && cue.tokens.end < m.tokens.end);
        });
    const bool is_idiom =
        std::ranges::any_of(sentence.idioms, [&](Range idiom) { return idiom.contains(cue.tokens); });
    const bool is_no_noun = bind == Bind::against && !is_arabic(scene.form(cue.tokens.begin)) &&
                            !scene.is_noun(sentence, cue.tokens.begin);
    return is_name || has_word_of_name || is_idiom || is_no_noun ||
           (is_verb && scene.is_noun(sentence, cue.tokens.begin)) ||
           (bind == Bind::object && is_reflexive_form(scene, sentence, cue.tokens));
  });
  const auto is_in_idiom = [&](Range words) {
    return std::ranges::any_of(sentence.idioms, [&](Range idiom) { return idiom.contains(words); });
  };
  std::erase_if(sentence.mentions, [&](const Mention& mention) { return is_in_idiom(mention.tokens); });
  const auto is_in_name = [&](const WordHit& hit) {  // "un conseiller du ministre" advises nobody
    const bool may_report = hit.word_class == WordClass::say || hit.word_class == WordClass::distance ||
                            hit.word_class == WordClass::deny || hit.word_class == WordClass::hedge;
    return may_report && std::ranges::any_of(sentence.mentions,
                                             [&](const Mention& m) { return m.tokens.contains(hit.tokens); });
  };
  std::erase_if(sentence.words, [&](const WordHit& hit) {
    return is_in_idiom(hit.tokens) || is_in_name(hit) ||
           (hit.word_class == WordClass::say && is_reflexive_form(scene, sentence, hit.tokens));
  });
}

}  // namespace sahafa::claims
