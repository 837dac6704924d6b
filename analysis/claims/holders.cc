#include "analysis/claims/holders.h"

#include <algorithm>
#include <array>

#include "analysis/claims/accuser.h"
#include "analysis/claims/assertion.h"
#include "analysis/claims/inflection.h"
#include "analysis/claims/one_of.h"
#include "analysis/claims/roles.h"
#include "analysis/claims/subject.h"
#include "analysis/claims/unnamed_holders.h"

namespace sahafa::claims {

bool is_capital(const Scene& scene, std::uint32_t token) {
  const char first = scene.article->text[scene.text.tokens[token].begin];
  return first >= 'A' && first <= 'Z';
}

bool is_somebody(const Mention&) { return true; }

bool is_speaker(const Scene& scene, const Mention& mention) {
  return scene.lexicon->codebook().actors()[static_cast<std::size_t>(mention.actor)].speaker;
}

const Mention* find_agent(const Scene& scene, const Sentence& sentence, Range verb) {
  static constexpr std::array<std::string_view, 6> kBy = {"par", "part", "من",
                                                          "طرف", "قبل",  "جانب"};  // the last three after من
  constexpr std::uint32_t kAgentReach = 8;
  for (const Mention& mention : sentence.mentions) {
    for (std::uint32_t i = verb.end; i < mention.tokens.begin && i < verb.end + kAgentReach; ++i) {
      if (is_one_of(scene.form(i), kBy) && mention.tokens.begin - i <= 3) {
        return &mention;
      }
    }
  }
  return nullptr;
}

void set_holder(const Scene& scene, const Sentence& sentence, const Mention& mention, Speech& speech) {
  constexpr std::uint32_t kApposition = 3;
  const std::vector<Actor>& actors = scene.lexicon->codebook().actors();
  speech.holder = mention.actor;
  speech.source = mention.tokens;
  for (const Mention& next : sentence.mentions) {
    const std::uint32_t gap = next.tokens.begin - std::min(next.tokens.begin, mention.tokens.end);
    const bool follows = next.tokens.begin >= mention.tokens.end && gap < kApposition;
    const bool is_child = actors[static_cast<std::size_t>(next.actor)].parent ==
                          actors[static_cast<std::size_t>(mention.actor)].id;
    const std::string& parent = actors[static_cast<std::size_t>(mention.actor)].parent;
    const bool is_sibling = !parent.empty() &&
                            actors[static_cast<std::size_t>(next.actor)].parent == parent &&
                            Scene::find_word(sentence, WordClass::paper, mention.tokens) != nullptr;
    const std::string_view next_form = scene.form(next.tokens.begin);
    const bool is_common =
        is_arabic(next_form) && (next_form.starts_with("ال") || next_form.starts_with("وزار") ||
                                 next_form.starts_with("لل") || next_form.starts_with("لوزار"));
    const bool is_name = gap == 0 && actors[static_cast<std::size_t>(mention.actor)].speaker &&
                         !next.is_governed && !is_common;
    const bool is_accused = std::ranges::any_of(
        speech.accused, [&](const Mention* accused) { return accused->tokens.overlaps(next.tokens); });
    if (follows && !is_accused && (is_child || is_sibling || is_name)) {
      speech.holder = next.actor;
      speech.source.end = next.tokens.end;
    }
  }
  speech.name = scene.written(speech.source);
}

bool is_first_person(const Scene& scene, const Sentence& sentence, Range verb) {
  static constexpr std::array<std::string_view, 4> kFirst = {"نحن", "nous", "je", "j'"};
  const std::uint32_t begin = group_begin(scene, sentence, verb);
  return (verb.end < scene.text.forms.size() && is_one_of(scene.form(verb.end), kFirst)) ||
         (begin > sentence.tokens.begin && is_one_of(scene.form(begin - 1), kFirst));
}

void continue_holder(const Scene& scene, const Discourse& discourse, Speech& speech) {
  speech.holder = discourse.holder >= 0 ? discourse.holder : scene.lexicon->actor("outlet");
  speech.name = discourse.holder >= 0 ? discourse.holder_name : std::string();
}

namespace {

/// "يرى عماد البركة من ديلويت أن": words between the verb and what is said, none of them an actor.
bool has_unknown_arabic_subject(const Scene& scene, const Sentence& sentence, Range verb) {
  static constexpr std::array<std::string_view, 10> kNotNames = {"من", "الي", "علي",  "عن",  "في",
                                                                 "ان", "انه", "انها", "بان", "الان"};
  if (verb.end + 1 >= sentence.tokens.end || scene.is_mark(verb.end) ||
      is_one_of(scene.form(verb.end), kNotNames) || has_preposition_clitic(scene.form(verb.end))) {
    return false;
  }
  const WordHit* complement =
      Scene::find_word(sentence, WordClass::complement, {verb.end + 1, verb.end + kSourceReach});
  return complement != nullptr;
}

/// "et accable les autres", "tout en insistant": such a verb has the subject of the one before.
bool is_coordinated(const Scene& scene, const Sentence& sentence, Range verb) {
  static constexpr std::array<std::string_view, 4> kAnd = {"et", "puis", "ou", "ni"};
  const std::string_view before =
      verb.begin > sentence.tokens.begin ? scene.form(verb.begin - 1) : std::string_view();
  static constexpr std::array<std::string_view, 10> kToSomebody = {
      "وابلغ", "واخبر", "واشعر", "واطلع", "ونبه", "وحذر", "وطمان", "ودعا", "وابلغت", "وحذرت"};
  return is_one_of(before, kAnd) || is_one_of(scene.form(verb.begin), kToSomebody) ||
         (scene.form(verb.begin).ends_with("ant") && (before == "en" || before == ","));
}

/// A pronoun that agrees with whoever spoke last stands for him.
bool is_holder(const Discourse& discourse, const Subject& subject) {
  const bool agrees = discourse.gender == Gender::unknown || subject.agreement.gender == Gender::unknown ||
                      discourse.gender == subject.agreement.gender;
  return discourse.holder >= 0 && agrees && !subject.agreement.is_plural;
}

/// "تتهم الصندوق": the only actor after an accusing verb is its object; the subject is left out, or hidden by a passive.
bool has_object_only(const Scene& scene, const Sentence& sentence, const Report& report,
                     const Subject& subject) {
  if (!report.is_cue || report.is_excuse || subject.mention == nullptr ||
      !is_arabic(scene.form(report.verb.begin)) || subject.mention->tokens.begin < report.verb.end ||
      report.is_reflexive || is_speaker(scene, *subject.mention)) {
    return false;
  }
  return std::ranges::none_of(
             sentence.mentions,
             [&](const Mention& other) { return other.tokens.begin >= subject.mention->tokens.end; }) &&
         !scene.has_attached_pronoun(report.verb.end - 1);
}

/// "واجهت النقابات الحكومة، فلامتها": the attached pronoun is the actor right before, so the subject is the first one of the
/// sentence.
const Mention* find_doer(const Scene& scene, const Sentence& sentence, Range verb, const Subject& subject) {
  const bool has_object = is_arabic(scene.form(verb.begin)) && scene.has_attached_pronoun(verb.end - 1);
  if (!has_object || subject.mention == nullptr || subject.mention->tokens.begin >= verb.begin) {
    return nullptr;
  }
  const Mention& first = sentence.mentions.front();
  return !first.is_governed && first.tokens.end <= subject.mention->tokens.begin &&
                 first.actor != subject.mention->actor
             ? &first
             : nullptr;
}

}  // namespace

Speech make_speech(const Scene& scene, std::size_t index, const Report& report, const Speech* earlier,
                   const Discourse& discourse) {
  const Sentence& sentence = scene.sentences[index];
  constexpr std::uint32_t kWithoutGap = 3;  // tokens; what stands in the gap of a longer verb is said, too
  const std::uint32_t begin = report.verb.size() > kWithoutGap ? report.verb.begin + 1 : report.verb.end;
  Speech speech{.region = {begin, sentence.tokens.end},
                .verb = report.verb,
                .source = {},
                .accused = {},
                .is_hedged = report.is_hedged,
                .is_denied = report.is_denied,
                .is_question = report.is_question,
                .is_excuse = report.is_excuse};
  const Mention* arabic_agent = report.is_cue && is_arabic(scene.form(report.verb.begin))
                                    ? find_agent(scene, sentence, report.verb)
                                    : nullptr;
  const std::string_view first_word = scene.form(report.verb.begin);
  const bool is_arabic_verb =
      report.bind == Bind::object && is_arabic(first_word) && !first_word.starts_with("سوال");
  if (is_arabic_verb || report.bind == Bind::subject || report.bind == Bind::against) {
    const Mention* agent = is_arabic_verb ? arabic_agent : find_agent(scene, sentence, report.verb);
    read_roles(scene, index, report, agent, earlier, discourse, speech);
    return speech;
  }
  if (arabic_agent != nullptr) {
    set_holder(scene, sentence, *arabic_agent, speech);
    return speech;
  }
  if (is_passive(scene, sentence, report.verb)) {
    const Mention* agent = find_agent(scene, sentence, report.verb);
    speech.is_anonymous = agent == nullptr;
    if (agent != nullptr) {
      set_holder(scene, sentence, *agent, speech);
    }
    return speech;
  }
  if (earlier != nullptr && earlier->holder >= 0 && is_coordinated(scene, sentence, report.verb)) {
    speech.holder = earlier->holder;
    speech.source = earlier->source;
    speech.name = earlier->name;
    return speech;
  }
  if (set_speakers_of_body(scene, sentence, report.verb, speech) ||
      set_parenthetical(scene, index, report.verb, discourse, speech)) {
    speech.region = sentence.tokens;
    return speech;
  }
  if (set_quoted_paper(scene, sentence, report.verb, speech)) {
    return speech;
  }
  const bool may_follow = report.bind != Bind::object || follows_quotation(scene, sentence, report.verb);
  Subject subject = find_subject(scene, index, report.verb, sentence.tokens, is_somebody, may_follow);
  if (const Mention* doer = find_doer(scene, sentence, report.verb, subject)) {
    subject.mention = doer;
  }
  if (has_object_only(scene, sentence, report, subject)) {
    subject = {SubjectKind::omitted, nullptr, {}, false};
    speech.is_anonymous = discourse.holder < 0 && earlier == nullptr;
  }
  if (subject.is_inverted) {
    speech.region = sentence.tokens;
  }
  if (is_first_person(scene, sentence, report.verb)) {
    return speech;
  }
  const bool is_pronoun = subject.kind == SubjectKind::pronoun;
  if (is_pronoun &&
      (subject.mention == nullptr ||
       is_holder(discourse, subject))) {  // NOLINT(bugprone-branch-clone): the order of the cases is the rule
    continue_holder(scene, discourse, speech);
  } else if (subject.mention != nullptr) {
    set_holder(scene, sentence, *subject.mention, speech);
  } else if (subject.kind == SubjectKind::none &&
             set_own_officer(scene, index, report.verb, discourse, speech)) {
    speech.region = sentence.tokens;
  } else if (subject.kind == SubjectKind::none && set_ordinary_person(scene, sentence, report.verb, speech)) {
    speech.region = sentence.tokens;
  } else if (subject.kind == SubjectKind::none) {
    set_unknown_person(scene, sentence, report.verb, discourse, speech);
  } else if (has_unknown_arabic_subject(scene, sentence, report.verb)) {
    speech.holder = scene.lexicon->actor("experts");
  } else if (earlier != nullptr) {
    speech.holder = earlier->holder;
    speech.source = earlier->source;
    speech.name = earlier->name;
  } else if (const Mention* topic = discourse.holder >= 0 || discourse.is_own_voice
                                        ? nullptr
                                        : find_topic(scene, index, report.verb)) {
    speech.holder = topic->actor;
    speech.name = scene.written(topic->tokens);
  } else if (!speech.is_anonymous) {
    continue_holder(scene, discourse, speech);
  }
  const Negation negation = find_negation(scene, sentence, report.verb, false, false);
  if (negation == Negation::negated) {
    const bool says = !report.is_denied && !report.is_cue && !report.is_hedged && !report.is_question;
    speech.is_void = says && !report.is_opinion;
    const bool is_restricted = report.verb.end < sentence.tokens.end && scene.form(report.verb.end) == "que";
    const bool accuses =
        report.is_cue && report.bind == Bind::object && !is_restricted;  // "on ne saurait reprocher à X de"
    speech.is_refused = accuses;
    speech.is_denied = report.is_denied ? false : accuses || (says && report.is_opinion);
  }
  return speech;
}

}  // namespace sahafa::claims
