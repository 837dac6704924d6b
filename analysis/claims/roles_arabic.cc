#include "analysis/claims/roles.h"

#include <algorithm>
#include <array>

#include "analysis/claims/coordination.h"
#include "analysis/claims/discourse.h"
#include "analysis/claims/inflection.h"
#include "analysis/claims/one_of.h"
#include "analysis/claims/subject.h"

namespace sahafa::claims {
namespace {

constexpr std::uint32_t kFarthest = 30;     // tokens from a verb to what it governs
constexpr std::uint32_t kContentReach = 8;  // tokens from a verb to the clause that is its object

bool is_feminine_verb(std::string_view form) {
  if ((form.starts_with("و") || form.starts_with("ف")) && form.size() > 8) {
    form.remove_prefix(2);
  }
  return form.ends_with("ت") || form.ends_with("ته") || form.ends_with("تها") ||
         (form.starts_with("ت") && !form.ends_with("وا"));
}

/// A masculine noun is no subject of a feminine verb; the other way round it may be a plural.
bool may_be_subject(const Scene& scene, Range verb, const Mention& mention) {
  const std::string_view own = scene.form(mention.tokens.begin);
  const bool is_plural_of_things = own.ends_with("ات") || own.ends_with("اء") || own.ends_with("ون");
  const bool is_masculine = is_arabic(own) && mention.gender == Gender::masculine && !is_plural_of_things;
  return !(is_masculine && is_feminine_verb(scene.form(verb.begin)));
}

/// "حماية المواطنين": the second noun belongs to the first one. After an adverb (أمس، صراحة) or a definite word nothing does.
bool is_owner(const Scene& scene, const Sentence& sentence, Range verb, const Mention& mention) {
  static constexpr std::array<std::string_view, 6> kAdverbs = {"امس",  "صراحه", "علنا",
                                                               "بشده", "اليوم", "كذلك"};
  const std::uint32_t first = mention.tokens.begin;
  if (first == sentence.tokens.begin || verb.end >= first || scene.is_mark(first - 1)) {
    return false;
  }
  const std::string_view before = scene.form(first - 1);
  const bool is_mention =
      std::ranges::any_of(sentence.mentions, [&](const Mention& other) { return other.tokens.end == first; });
  const bool is_definite = before.starts_with("ال") || before.starts_with("بال") || before.ends_with("ا");
  return is_arabic(before) && !is_mention && !is_definite && !is_one_of(before, kAdverbs) &&
         before.size() > 4;
}

bool opens_content(const Sentence& sentence, std::uint32_t from, std::uint32_t to) {
  return Scene::find_word(sentence, WordClass::complement, {from, to}) != nullptr;
}

/// Mentions that the verb may govern: free ones, and those after على، إلى، ل.
struct Around {
  std::vector<const Mention*> free = {};
  const Mention* governed = nullptr;
  const Mention* owner = nullptr;   ///< whose fault is the object: "انتقدت النقابة تقصير الصندوق"
  const Mention* before = nullptr;  ///< a subject that stands before its verb
  bool has_content = false;         ///< أن follows: the object is a clause
};

bool is_governed_by_verb(const Scene& scene, const Mention& mention) {
  static constexpr std::array<std::string_view, 6> kGovernors = {"علي", "الي", "ل", "نحو", "ضد", "تجاه"};
  const std::uint32_t first = mention.tokens.begin;
  const std::string_view own = scene.form(first);
  return own.starts_with("لل") || (own.starts_with("ل") && own.size() > 6) ||
         (first > 0 && is_one_of(scene.form(first - 1), kGovernors));
}

/// "النقابة التي عقدت ندوة ... اتهمت": what a relative clause after it keeps from its verb.
const Mention* find_first_subject(const Scene& scene, const Sentence& sentence, Range verb) {
  static constexpr std::array<std::string_view, 6> kRelative = {"الذي", "التي", "الذين", ",", "،", "-"};
  for (const Mention& mention : sentence.mentions) {
    const bool opens = mention.tokens.begin == sentence.tokens.begin ||
                       scene.is_mark(mention.tokens.begin - 1) ||
                       opens_content(sentence, mention.tokens.begin - 1, mention.tokens.begin);
    if (mention.tokens.end > verb.begin || mention.is_governed || !opens) {
      continue;
    }
    if (mention.tokens.end == verb.begin || is_one_of(scene.form(mention.tokens.end), kRelative)) {
      return may_be_subject(scene, verb, mention) ? &mention : nullptr;
    }
  }
  return nullptr;
}

/// "اتهمت الرباط جهات": a bare noun right after a mention is the object, so that the mention is the subject.
bool precedes_noun(const Scene& scene, const Sentence& sentence, Range verb, const Mention& mention) {
  static constexpr std::array<std::string_view, 12> kNoNouns = {"من",  "الي", "علي", "عن", "في",   "ان",
                                                                "بعد", "قبل", "امس", "لا", "الذي", "التي"};
  const std::uint32_t next = mention.tokens.end;
  if (next >= sentence.tokens.end || next < verb.end || !is_arabic(scene.form(next))) {
    return false;
  }
  const std::string_view form = scene.form(next);
  return form.ends_with("ات") && !is_one_of(form, kNoNouns) && !has_preposition_clitic(form) &&
         !form.starts_with("ال");
}

Around look_around(const Scene& scene, const Sentence& sentence, Range verb) {
  Around around;
  for (const Mention& mention : sentence.mentions) {
    const std::uint32_t first = mention.tokens.begin;
    if (first <= verb.begin || scene.quote[first] != scene.quote[verb.begin]) {
      continue;
    }
    if (first - verb.begin > kFarthest || opens_content(sentence, verb.begin + 1, first)) {
      break;
    }
    const bool is_prefixed = has_preposition_clitic(scene.form(first)) && mention.is_governed;
    if (is_governed_by_verb(scene, mention)) {
      around.governed = around.governed == nullptr ? &mention : around.governed;
    } else if (is_owner(scene, sentence, verb, mention)) {
      around.owner = around.owner == nullptr ? &mention : around.owner;
    } else if (!mention.is_governed && !is_prefixed) {
      around.free.push_back(&mention);
    }
  }
  around.before = find_first_subject(scene, sentence, verb);
  around.has_content =
      around.free.size() == 1 && (opens_content(sentence, verb.end, verb.end + kContentReach) ||
                                  precedes_noun(scene, sentence, verb, *around.free.front()));
  return around;
}

/// Removes the coordinated group at the front of `mentions` and returns it.
std::vector<const Mention*> take_group(const Scene& scene, const Sentence& sentence,
                                       std::vector<const Mention*>& mentions) {
  std::size_t size = mentions.empty() ? 0 : 1;
  while (size > 0 && size < mentions.size() &&
         is_joined(scene, sentence, *mentions[size - 1], *mentions[size])) {
    ++size;
  }
  std::vector<const Mention*> group(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(size));
  mentions.erase(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(size));
  return group;
}

}  // namespace

Roles find_arabic_roles(const Scene& scene, std::size_t index, Range verb, const Mention* agent) {
  const Sentence& sentence = scene.sentences[index];
  Around around = look_around(scene, sentence, verb);
  if (agent != nullptr) {
    std::erase_if(around.free,
                  [&](const Mention* mention) { return mention->tokens.begin >= agent->tokens.begin; });
    const Mention* subject = around.free.empty() ? around.before : around.free.front();
    return {.accuser = agent,
            .accused = subject == nullptr ? std::vector<const Mention*>()
                                          : with_coordinated(scene, sentence, *subject)};
  }
  const auto anybody = [](const Mention&) { return true; };
  const Mention* antecedent =
      scene.has_attached_pronoun(verb.begin)
          ? find_antecedent(scene, index, verb.begin, agreement_of_attached(scene.form(verb.begin)), anybody)
          : nullptr;
  Roles roles;
  std::vector<const Mention*> first = take_group(scene, sentence, around.free);
  const bool is_mere_speaker =
      !first.empty() &&
      scene.lexicon->codebook().actors()[static_cast<std::size_t>(first.front()->actor)].speaker;
  const bool has_other_object = antecedent != nullptr || !around.free.empty() || around.governed != nullptr ||
                                around.owner != nullptr || is_mere_speaker || around.has_content;
  const bool is_object = first.empty() ||
                         (!may_be_subject(scene, verb, *first.front()) && !around.has_content) ||
                         (around.before != nullptr && around.free.empty() && antecedent == nullptr);
  if (!first.empty() && !is_object && has_other_object) {
    roles.accuser = first.front();
    first = take_group(scene, sentence, around.free);
  } else if (around.before != nullptr) {
    roles.accuser = around.before;
  } else {
    roles.is_accuser_omitted = true;
  }
  if (antecedent != nullptr) {
    roles.accused = {antecedent};
  } else if (!first.empty()) {
    roles.accused = first;
  } else if (const Mention* other = around.governed != nullptr ? around.governed : around.owner) {
    roles.accused = with_coordinated(scene, sentence, *other);
  }
  return roles;
}

Roles find_charge_roles(const Scene& scene, std::size_t index, Range noun, const Mention* agent) {
  static constexpr std::array<std::string_view, 12> kAgainst = {
      "contre", "envers", "visant", "egard", "encontre", "endroit", "a", "au", "aux", "ضد", "تجاه", "الي"};
  const Sentence& sentence = scene.sentences[index];
  Roles roles{.accuser = agent, .is_accuser_omitted = agent == nullptr};
  for (const Mention& mention : sentence.mentions) {
    const std::uint32_t gap = mention.tokens.begin - std::min(mention.tokens.begin, noun.end);
    if (&mention == agent || mention.tokens.begin < noun.end || gap > kFarthest / 2) {
      continue;
    }
    bool is_against = is_arabic(scene.form(noun.begin)) && is_governed_by_verb(scene, mention);
    const bool follows = roles.accuser != nullptr && roles.accuser->tokens.end <= mention.tokens.begin;
    const std::uint32_t from = follows ? roles.accuser->tokens.end : noun.end;
    for (std::uint32_t i = from; i < mention.tokens.begin; ++i) {
      is_against = is_against || is_one_of(scene.form(i), kAgainst);
    }
    if (is_against) {
      roles.accused = with_coordinated(scene, sentence, mention);
      return roles;
    }
    if (roles.accuser == nullptr && gap <= 3) {
      roles.accuser = &mention;
      roles.is_accuser_omitted = false;
    }
  }
  if (roles.accused.empty() && agent == nullptr && roles.accuser != nullptr &&
      is_arabic(scene.form(noun.begin))) {
    return {.accused = with_coordinated(scene, sentence, *roles.accuser),
            .is_accuser_omitted = true};  // اتهام أطراف
  }
  return roles;
}

}  // namespace sahafa::claims
