#include "analysis/claims/subject.h"

#include <algorithm>
#include <array>

#include "analysis/claims/inflection.h"
#include "analysis/claims/one_of.h"

namespace sahafa::claims {
namespace {

constexpr std::uint32_t kVerbToSubject = 5;   // tokens from a verb to a subject after it
constexpr std::uint32_t kSubjectToVerb = 30;  // and from a subject before it to the verb
constexpr std::uint32_t kPronounToVerb = 5;
constexpr std::uint32_t kAdjacent = 2;  // tokens from an Arabic subject to a verb that follows it
constexpr std::uint32_t kPassiveReach = 4;

bool is_closing_quote(std::string_view raw) { return raw == "»" || raw == "”" || raw == "\""; }

bool is_infinitive(std::string_view form) {
  constexpr std::size_t kShortest = 5;
  return form.size() >= kShortest && (form.ends_with("er") || form.ends_with("ir")) &&
         !form.starts_with("hier");
}

/// "« ... », dit X" and "..., dit X".
bool may_be_inverted(const Scene& scene, const Sentence& sentence, Range verb) {
  const std::string_view own = scene.form(verb.begin);
  if (is_infinitive(own)) {
    return false;  // "accuser Alger": who is accused, not who accuses
  }
  if (own.starts_with("و") && own.size() > 6 && !own.starts_with("وصف") && !own.starts_with("وضح")) {
    return false;  // "، وحملت": a new clause
  }
  const std::uint32_t begin = group_begin(scene, sentence, verb);
  if (begin == sentence.tokens.begin) {
    return true;
  }
  const std::string_view before = slice(scene.article->text, scene.text.tokens[begin - 1].span());
  return is_closing_quote(before) || before == "," || before == "،" || before == "–" || before == "—";
}

/// "X, qui a tenu une conférence, accuse": where what is inserted right before the verb begins, or the verb itself.
std::uint32_t insertion_begin(const Scene& scene, const Sentence& sentence, Range verb) {
  static constexpr std::array<std::string_view, 18> kOpeners = {
      "qui", "que", "qu'",   "dont",  "ou",  "selon",  "dans",   "lors", "devant",
      "en",  "par", "reuni", "apres", "lui", "reunis", "reunie", "cite", "interroge"};
  const std::uint32_t group = group_begin(scene, sentence, verb);
  if (group == sentence.tokens.begin || scene.form(group - 1) != ",") {
    return verb.begin;
  }
  for (std::uint32_t i = group - 1; i-- > sentence.tokens.begin;) {
    if (scene.form(i) == ",") {
      return is_one_of(scene.form(i + 1), kOpeners) ? i : verb.begin;
    }
  }
  return verb.begin;
}

const Mention* find_before(const Scene& scene, const Sentence& sentence, Range verb, Range within,
                           const Accepts& accepted) {
  const std::uint32_t insertion = insertion_begin(scene, sentence, verb);
  const Mention* nearest = nullptr;
  const Mention* governed = nullptr;
  for (const Mention& mention : sentence.mentions) {
    const bool is_inserted = mention.tokens.begin >= insertion && (nearest != nullptr || governed != nullptr);
    const bool is_in_reach = !is_inserted && mention.tokens.end <= verb.begin &&
                             mention.tokens.begin >= within.begin &&
                             verb.begin - mention.tokens.end <= kSubjectToVerb;
    if (!is_in_reach || scene.quote[mention.tokens.begin] != scene.quote[verb.begin] || !accepted(mention)) {
      continue;
    }
    (mention.is_governed ? governed : nearest) = &mention;
  }
  return nearest != nullptr ? nearest : governed;
}

bool has_preposition_between(const Scene& scene, std::uint32_t begin, std::uint32_t end) {
  static constexpr std::array<std::string_view, 9> kPrepositions = {"من", "الي", "علي", "عن",  "في",
                                                                    "مع", "ضد",  "بين", "بسبب"};
  for (std::uint32_t i = begin; i < end; ++i) {
    if (is_one_of(scene.form(i), kPrepositions) || has_preposition_clitic(scene.form(i))) {
      return true;
    }
  }
  return false;
}

/// A mention right before its verb, or with what qualifies it between: "خبير في الأمن السيبراني أكد".
bool reaches(const Scene& scene, const Sentence& sentence, const Mention& mention, Range verb) {
  static constexpr std::array<std::string_view, 3> kQualifiers = {"في", "من", "لدي"};
  constexpr std::uint32_t kReach = 4;
  const std::uint32_t end = mention.tokens.end;
  if (end >= verb.begin) {
    return end == verb.begin;
  }
  const bool qualifies = is_one_of(scene.form(end), kQualifiers) || scene.form(end).starts_with("ب");
  return qualifies && verb.begin - end <= kReach && scene.clause[end] == scene.clause[verb.begin] &&
         Scene::find_word(sentence, WordClass::complement, {end, verb.begin}) == nullptr;
}

/// "الرباط تتهم الجزائر": a free mention right before its verb, at the beginning of a clause.
const Mention* find_adjacent(const Scene& scene, const Sentence& sentence, Range verb,
                             const Accepts& accepted) {
  for (const Mention& mention : sentence.mentions) {
    const std::uint32_t begin = mention.tokens.begin;
    const std::string_view verb_form = scene.form(verb.begin);
    const bool is_described = mention.tokens.end == verb.begin && !has_arabic_article(scene.form(begin)) &&
                              (verb_form.starts_with("ي") || verb_form.starts_with("ت"));  // أطراف تريد
    const bool opens = begin == sentence.tokens.begin || scene.is_mark(begin - 1) || is_described ||
                       Scene::find_word(sentence, WordClass::complement, {begin - 1, begin}) != nullptr;
    if (reaches(scene, sentence, mention, verb) && opens && !mention.is_governed && accepted(mention)) {
      return &mention;
    }
  }
  return nullptr;
}

const WordHit* find_pronoun(const Scene& scene, const Sentence& sentence, Range verb, const Mention* before) {
  const std::uint32_t floor = before == nullptr ? sentence.tokens.begin : before->tokens.end;
  const WordHit* found = nullptr;
  for (const WordHit& hit : sentence.words) {
    const bool is_before = hit.tokens.begin >= floor && hit.tokens.end <= verb.begin &&
                           verb.begin - hit.tokens.end <= kPronounToVerb;
    const bool is_attached = hit.tokens.begin == verb.end;
    if (hit.word_class == WordClass::pronoun && (is_before || is_attached) &&
        scene.quote[hit.tokens.begin] == scene.quote[verb.begin]) {
      found = &hit;
    }
  }
  return found;
}

}  // namespace

std::uint32_t group_begin(const Scene& scene, const Sentence& sentence, Range verb) {
  static constexpr std::array<std::string_view, 26> kGroup = {
      "-t-il", "-t-elle", "-il",     "-elle", "-ils", "-elles", "-t-ils", "-t-elles", "a",
      "ont",   "avait",   "avaient", "est",   "sont", "s'",     "se",     "n'",       "ne",
      "l'",    "y",       "en",      "qu'",   "ai",   "aurait", "قد",     "لقد"};
  std::uint32_t begin = verb.begin;
  while (begin > sentence.tokens.begin && is_one_of(scene.form(begin - 1), kGroup)) {
    --begin;
  }
  return begin;
}

const Mention* find_after(const Scene& scene, const Sentence& sentence, std::uint32_t from,
                          std::uint32_t window, const Accepts& accepted) {
  for (const Mention& mention : sentence.mentions) {
    if (mention.tokens.begin < from || !accepted(mention)) {
      continue;
    }
    if (mention.tokens.begin - from > window) {
      return nullptr;
    }
    for (std::uint32_t i = from; i < mention.tokens.begin; ++i) {
      if (scene.is_mark(i)) {
        return nullptr;
      }
    }
    return &mention;
  }
  return nullptr;
}

bool is_passive(const Scene& scene, const Sentence& sentence, Range verb) {
  static constexpr std::array<std::string_view, 13> kBe = {
      "est",    "sont", "etait",  "etaient",  "ete",    "etre", "fut",
      "furent", "sera", "seront", "seraient", "serait", "soit"};
  static constexpr std::array<std::string_view, 11> kHave = {
      "a", "ont", "avait", "avaient", "avoir", "ayant", "ai", "avons", "aurait", "auraient", "aura"};
  const std::uint32_t floor = std::max(sentence.tokens.begin + kPassiveReach, verb.begin) - kPassiveReach;
  for (std::uint32_t i = verb.begin; i > floor; --i) {
    const std::string_view form = scene.form(i - 1);
    if (is_one_of(form, kBe)) {
      const bool is_reflexive = i - 1 > sentence.tokens.begin && scene.form(i - 2) == "s'";
      return !is_reflexive;
    }
    if (is_one_of(form, kHave)) {
      return false;
    }
    if (scene.is_mark(i - 1)) {
      break;
    }
  }
  return scene.is_participle(verb.begin);
}

Subject find_subject(const Scene& scene, std::size_t index, Range verb, Range within, const Accepts& accepted,
                     bool may_follow) {
  const Sentence& sentence = scene.sentences[index];
  const auto free_after = [&](const Mention& mention) {
    return !mention.is_governed && scene.quote[mention.tokens.begin] == scene.quote[verb.begin] &&
           accepted(mention) && !has_preposition_between(scene, verb.end, mention.tokens.begin) &&
           Scene::find_word(sentence, WordClass::corrects, {verb.end, mention.tokens.begin}) == nullptr;
  };
  const bool is_arabic_verb = is_arabic(scene.form(verb.begin));
  for (const Mention& mention : sentence.mentions) {
    if (is_arabic_verb && verb.contains(mention.tokens) && !mention.is_governed && accepted(mention)) {
      return {SubjectKind::named, &mention, {}, false};  // a pattern with a gap: رفعت جمعية دعوى
    }
  }
  if (const Mention* adjacent = is_arabic_verb ? find_adjacent(scene, sentence, verb, accepted) : nullptr) {
    return {SubjectKind::named, adjacent, {}, false};
  }
  if (is_arabic_verb || (may_follow && may_be_inverted(scene, sentence, verb))) {
    const Mention* after = find_after(scene, sentence, verb.end, kVerbToSubject, free_after);
    const WordHit* complement =
        Scene::find_word(sentence, WordClass::complement, {verb.end, verb.end + kVerbToSubject});
    if (after != nullptr && (complement == nullptr || complement->tokens.begin >= after->tokens.begin)) {
      return {SubjectKind::named, after, {}, may_be_inverted(scene, sentence, verb)};
    }
  }
  const Mention* before = find_before(scene, sentence, verb, within, accepted);
  if (is_arabic_verb && before != nullptr &&
      (before->is_governed || verb.begin - before->tokens.end > kAdjacent ||
       scene.clause[before->tokens.begin] != scene.clause[verb.begin])) {
    before = nullptr;
  }
  const WordHit* pronoun = find_pronoun(scene, sentence, verb, before);
  if (pronoun != nullptr) {
    const Agreement agreement = agreement_of(scene.form(pronoun->tokens.begin));
    const bool is_inverted =
        pronoun->tokens.begin >= verb.end || scene.form(pronoun->tokens.begin).starts_with("-");
    const auto outside = [&](const Mention& mention) {
      const bool is_quoted = scene.quote[mention.tokens.begin] != scene.quote[pronoun->tokens.begin] &&
                             mention.tokens.begin >= sentence.tokens.begin;
      return accepted(mention) && !(is_inverted && is_quoted);  // "« ... aux assurés », ont-ils dit"
    };
    return {SubjectKind::pronoun, find_antecedent(scene, index, pronoun->tokens.begin, agreement, outside),
            agreement, is_inverted};
  }
  if (before != nullptr) {
    return {SubjectKind::named, before, {}, false};
  }
  return {is_arabic_verb ? SubjectKind::omitted : SubjectKind::none, nullptr, {}, false};
}

}  // namespace sahafa::claims
