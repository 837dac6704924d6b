#include "analysis/claims/speech.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analysis/claims/assertion.h"
#include "analysis/claims/inflection.h"
#include "analysis/claims/roles.h"

namespace sahafa::claims {
namespace {

constexpr std::uint32_t kSourceReach = 6;  // tokens from "selon" to its source
constexpr std::uint32_t kNameReach = 4;    // tokens of a person's name after a function

template <std::size_t N>
bool is_one_of(std::string_view form, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, form) != words.end();
}

bool is_capital(const Scene& scene, std::uint32_t token) {
  const char first = scene.article->text[scene.text.tokens[token].begin];
  return first >= 'A' && first <= 'Z';
}

/// Classes that report what their subject says.
bool is_report(WordClass word_class) {
  return word_class == WordClass::say || word_class == WordClass::distance || word_class == WordClass::deny ||
         word_class == WordClass::doubt;
}

/// One reporting expression with everything that the classes of its words say about it.
struct Report {
  Range verb;
  bool is_hedged = false;
  bool is_denied = false;
  bool is_question = false;
  bool is_opinion = false;
  bool is_cue = false;
  bool is_excuse = false;
  bool is_reflexive = false;  ///< about the holder himself: no object
  Bind bind = Bind::near;     ///< of an accusing cue; near for other words
};

/// "les ministères visés": nobody says anything; "est visé", "a visé" do.
bool has_auxiliary(const Scene& scene, const Sentence& sentence, Range verb) {
  static constexpr std::array<std::string_view, 21> kAuxiliaries = {
      "a",    "ont", "avait",  "avaient", "avoir",  "ayant", "est",    "sont",     "etait",  "etaient", "ete",
      "etre", "fut", "furent", "sera",    "seront", "soit",  "aurait", "auraient", "serait", "seraient"};
  for (std::uint32_t back = 1; back <= 3 && verb.begin >= sentence.tokens.begin + back; ++back) {
    if (is_one_of(scene.form(verb.begin - back), kAuxiliaries)) {
      return true;
    }
  }
  return false;
}

bool is_determiner(std::string_view form) {
  static constexpr std::array<std::string_view, 14> kDeterminers = {
      "le",       "la",        "l'",  "les", "un", "une",   "des",
      "certains", "plusieurs", "son", "sa",  "ce", "cette", "d'autres"};
  return is_one_of(form, kDeterminers);
}

/// True for what may be a verb of the third person: French by its ending, in lower case, Arabic by its prefix.
bool may_be_finite(const Scene& scene, std::uint32_t token) {
  static constexpr std::array<std::string_view, 16> kOthers = {
      "et",  "est",  "sont",    "comme", "que",   "contre", "toute", "cette",
      "une", "face", "pendant", "reste", "etait", "a",      "sauf",  "dont"};
  static constexpr std::array<std::string_view, 6> kEndings = {"e", "t", "d", "a", "é", "i"};
  const std::string_view raw = slice(scene.article->text, scene.text.tokens[token].span());
  const std::string_view form = scene.form(token);
  if (is_arabic(form)) {
    constexpr std::size_t kShortest = 6;
    return form.size() >= kShortest &&
           (form.starts_with("ي") || (form.starts_with("ت") && !form.ends_with("ت")));
  }
  const bool is_lower = raw.front() >= 'a' && raw.front() <= 'z';
  return is_lower && form.size() > 2 && !is_one_of(form, kOthers) &&
         std::ranges::any_of(kEndings, [&](std::string_view ending) { return raw.ends_with(ending); });
}

bool closes_saying(std::string_view raw) {
  static constexpr std::array<std::string_view, 7> kMarks = {",", "،", "»", "”", "\"", "–", "—"};
  return is_one_of(raw, kMarks);
}

/// "répondre de ses actes" reports nothing, nor does "sans doute".
bool is_other_verb(const Scene& scene, const Sentence& sentence, Range words) {
  static constexpr std::array<std::string_view, 4> kOf = {"de", "du", "des", "d'"};
  const bool answers_for = scene.form(words.begin).starts_with("repond") && words.end < sentence.tokens.end &&
                           is_one_of(scene.form(words.end), kOf);
  return answers_for || (words.begin > sentence.tokens.begin && scene.form(words.begin - 1) == "sans");
}

/// الأمن is no form of آمن.
bool has_arabic_article(std::string_view form) {
  for (const std::string_view clitic : {"و", "ف"}) {
    if (form.starts_with(clitic)) form.remove_prefix(clitic.size());
  }
  return form.starts_with("ال") || form.starts_with("بال") || form.starts_with("لل") ||
         form.starts_with("كال");
}

void merge(std::vector<Report>& reports, const Report& report) {
  for (Report& other : reports) {
    if (other.verb.overlaps(report.verb)) {
      other.is_hedged |= report.is_hedged;
      other.is_denied |= report.is_denied;
      other.is_question |= report.is_question;
      other.is_opinion |= report.is_opinion;
      other.is_cue |= report.is_cue;
      other.bind = report.bind != Bind::near ? report.bind : other.bind;
      other.is_excuse |= report.is_excuse;
      other.verb = {std::min(other.verb.begin, report.verb.begin), std::max(other.verb.end, report.verb.end)};
      return;
    }
  }
  reports.push_back(report);
}

/// "..., philosophe un agent de la Caisse.", "، يدافع مسؤول بالصندوق.": at the end of a sentence an actor right after a finite form
/// says what precedes, whatever the verb.
std::optional<Report> find_final_attribution(const Scene& scene, const Sentence& sentence) {
  constexpr std::uint32_t kShortestSaying = 4;  // tokens before the comma
  constexpr std::uint32_t kLongestTail = 4;     // tokens after the actor
  for (const Mention& mention : sentence.mentions) {
    std::uint32_t verb = mention.tokens.begin;
    while (verb > sentence.tokens.begin && is_determiner(scene.form(verb - 1))) {
      --verb;
    }
    const bool is_fault = std::ranges::any_of(
        sentence.cues, [&](const CueHit& cue) { return verb > 0 && cue.tokens.contains(verb - 1); });
    const bool is_at_end = !is_fault && mention.tokens.end + kLongestTail >= sentence.tokens.end;
    if (mention.is_governed || verb < sentence.tokens.begin + kShortestSaying || !is_at_end ||
        !may_be_finite(scene, verb - 1)) {
      continue;
    }
    const std::uint32_t begin = group_begin(scene, sentence, {verb - 1, verb});
    const std::string_view before = slice(scene.article->text, scene.text.tokens[begin - 1].span());
    if (begin >= sentence.tokens.begin + kShortestSaying && closes_saying(before)) {
      return Report{.verb = {verb - 1, verb}};
    }
  }
  return std::nullopt;
}

std::vector<Report> find_reports(const Scene& scene, const Sentence& sentence) {
  std::vector<Report> reports;
  for (const WordHit& hit : sentence.words) {
    if (is_other_verb(scene, sentence, hit.tokens)) {
      continue;
    }
    const bool may_be_verb =
        hit.word_class == WordClass::doubt ||
        (!scene.is_noun(sentence, hit.tokens.begin) && !has_arabic_article(scene.form(hit.tokens.begin)));
    if (is_report(hit.word_class) && may_be_verb) {
      merge(reports, {.verb = hit.tokens,
                      .is_hedged = hit.word_class == WordClass::distance,
                      .is_denied = hit.word_class == WordClass::deny,
                      .is_question = hit.word_class == WordClass::doubt,
                      .is_opinion = Scene::find_word(sentence, WordClass::opinion, hit.tokens) != nullptr});
    }
  }
  for (const CueHit& cue : sentence.cues) {
    const Cue& rule = scene.lexicon->codebook().frames()[cue.frame].rules[cue.rule];
    if (rule.bind == Bind::genitive) {
      continue;  // a noun: its owner says it
    }
    const bool is_bare_participle =
        scene.is_participle(cue.tokens.begin) && !has_auxiliary(scene, sentence, cue.tokens) &&
        (cue.tokens.end >= sentence.tokens.end || scene.form(cue.tokens.end) != "par");
    if (rule.speech && !is_bare_participle) {
      const bool accuses =
          rule.polarity == "blames" &&
          (rule.bind == Bind::object || rule.bind == Bind::subject || rule.bind == Bind::against);
      std::erase_if(reports, [&](const Report& other) {
        return accuses && other.is_denied &&
               other.verb.overlaps(cue.tokens);  // "rejette la faute sur X": no denial
      });
      merge(reports, {.verb = cue.tokens,
                      .is_cue = true,
                      .is_excuse = rule.polarity == "defends" && rule.bind == Bind::object,
                      .is_reflexive = rule.bind != Bind::object,
                      .bind = accuses ? rule.bind : Bind::near});
    }
  }
  if (const auto final = find_final_attribution(scene, sentence)) {
    merge(reports, *final);
  }
  std::ranges::sort(reports, {}, [](const Report& report) { return report.verb.begin; });
  return reports;
}

bool is_somebody(const Mention&) { return true; }

bool is_speaker(const Scene& scene, const Mention& mention) {
  return scene.lexicon->codebook().actors()[static_cast<std::size_t>(mention.actor)].speaker;
}

/// "par X" of a passive.
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

/// The holder is the mention, or the more precise one right after it: "le quotidien marocain L'Opinion", "la députée X".
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

/// "Moutaïb salue": a capital at the beginning of a sentence, right before the verb, on a word that is no pronoun.
bool is_surname(const Scene& scene, std::uint32_t token, Range verb) {
  static constexpr std::array<std::string_view, 23> kPronouns = {
      "comment", "pourquoi", "quand",    "combien",  "quel",     "quelle",    "mais",  "il",
      "elle",    "ils",      "elles",    "on",       "cela",     "ceci",      "tout",  "rien",
      "qui",     "nous",     "personne", "beaucoup", "certains", "plusieurs", "chacun"};
  return token + 1 == verb.begin && scene.form(token).size() > 3 && !is_one_of(scene.form(token), kPronouns);
}

/// A person whom the codebook does not know: one introduced before, else, in the press, somebody asked for his knowledge.
void set_unknown_person(const Scene& scene, const Sentence& sentence, Range verb, const Discourse& discourse,
                        Speech& speech) {
  for (std::uint32_t i = verb.begin; i > sentence.tokens.begin && i + kSourceReach > verb.begin; --i) {
    if (scene.quote[i - 1] != scene.quote[verb.begin] || !is_capital(scene, i - 1)) {
      continue;
    }
    const auto known = discourse.persons.find(std::string(scene.form(i - 1)));
    const bool is_name = i - 1 > sentence.tokens.begin || (i < verb.begin && is_capital(scene, i)) ||
                         is_surname(scene, i - 1, verb);
    if (known != discourse.persons.end() || is_name) {
      speech.holder = known != discourse.persons.end() ? known->second : scene.lexicon->actor("experts");
      speech.source = {i - 1, i};
      speech.name = scene.written(speech.source);
      return;
    }
  }
}

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
  return is_one_of(before, kAnd) ||
         (scene.form(verb.begin).ends_with("ant") && (before == "en" || before == ","));
}

/// A pronoun that agrees with whoever spoke last stands for him.
bool is_holder(const Discourse& discourse, const Subject& subject) {
  const bool agrees = discourse.gender == Gender::unknown || subject.agreement.gender == Gender::unknown ||
                      discourse.gender == subject.agreement.gender;
  return discourse.holder >= 0 && agrees && !subject.agreement.is_plural;
}

/// نتحدث نحن, "nous ne disons": whoever speaks around it.
bool is_first_person(const Scene& scene, const Sentence& sentence, Range verb) {
  static constexpr std::array<std::string_view, 4> kFirst = {"نحن", "nous", "je", "j'"};
  const std::uint32_t begin = group_begin(scene, sentence, verb);
  return (verb.end < scene.text.forms.size() && is_one_of(scene.form(verb.end), kFirst)) ||
         (begin > sentence.tokens.begin && is_one_of(scene.form(begin - 1), kFirst));
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

void continue_holder(const Scene& scene, const Discourse& discourse, Speech& speech) {
  speech.holder = discourse.holder >= 0 ? discourse.holder : scene.lexicon->actor("outlet");
  speech.name = discourse.holder >= 0 ? discourse.holder_name : std::string();
}

/// "« ... », accuse X": right after a quotation the subject may follow a verb that has an object.
bool follows_quotation(const Scene& scene, const Sentence& sentence, Range verb) {
  std::uint32_t at = verb.begin;
  while (at > sentence.tokens.begin && scene.is_mark(at - 1)) {
    const std::string_view raw = slice(scene.article->text, scene.text.tokens[at - 1].span());
    if (raw == "»" || raw == "”" || raw == "\"") {
      return true;
    }
    --at;
  }
  return false;
}

/// "اجتمعت النقابة. وأضافت": whom the sentence before was about, for a verb that goes on with و.
const Mention* find_topic(const Scene& scene, std::size_t index, Range verb) {
  const Sentence& sentence = scene.sentences[index];
  const bool goes_on = verb.begin == sentence.tokens.begin && scene.form(verb.begin).starts_with("و");
  const auto is_subject = [](const Mention& mention) { return !mention.is_governed; };
  return goes_on ? find_antecedent(scene, index, verb.begin, {}, is_subject) : nullptr;
}

/// Whoever an omitted subject stands for: the subject of the sentence so far, whoever spoke last, or the one before was about.
void set_omitted_accuser(const Scene& scene, std::size_t index, const Roles& roles, Range verb,
                         const Speech* earlier, const Discourse& discourse, Speech& speech) {
  const auto is_accused = [&](const Mention& mention) {
    return std::ranges::any_of(roles.accused, [&](const Mention* m) { return m->actor == mention.actor; });
  };
  const Sentence& sentence = scene.sentences[index];
  const auto fits = [&](const Mention& mention) { return !is_accused(mention) && !mention.is_governed; };
  const auto is_here = [&](const Mention& mention) {
    return fits(mention) && mention.tokens.begin >= sentence.tokens.begin;
  };
  if (const Mention* here = find_antecedent(scene, index, verb.begin, {}, is_here)) {
    set_holder(scene, sentence, *here, speech);
  } else if (earlier != nullptr && earlier->holder >= 0) {
    speech.holder = earlier->holder;
    speech.source = earlier->source;
    speech.name = earlier->name;
  } else if (discourse.holder >= 0) {
    continue_holder(scene, discourse, speech);
  } else if (const Mention* topic = scene.form(verb.begin).starts_with("و")
                                        ? find_antecedent(scene, index, verb.begin, {}, fits)
                                        : nullptr) {
    speech.holder = topic->actor;
    speech.name = scene.written(topic->tokens);
  } else if (index > 0) {
    continue_holder(scene, discourse, speech);
  } else {
    speech.is_anonymous = true;
  }
}

/// An accusing verb in Arabic, and in both languages a noun of reproach and a verb whose subject is accused.
void read_roles(const Scene& scene, std::size_t index, const Report& report, const Mention* agent,
                const Speech* earlier, const Discourse& discourse, Speech& speech) {
  const Sentence& sentence = scene.sentences[index];
  if (report.bind == Bind::subject) {
    const Subject subject = find_subject(scene, index, report.verb, sentence.tokens, is_somebody);
    if (subject.mention != nullptr) speech.accused = with_coordinated(scene, sentence, *subject.mention);
    speech.is_anonymous = agent == nullptr;
    if (agent != nullptr) set_holder(scene, sentence, *agent, speech);
    return;
  }
  const Roles roles = report.bind == Bind::against ? find_charge_roles(scene, index, report.verb, agent)
                                                   : find_arabic_roles(scene, index, report.verb, agent);
  speech.accused = roles.accused;
  const Mention* accuser = agent != nullptr ? agent : roles.accuser;
  if (accuser != nullptr) {
    set_holder(scene, sentence, *accuser, speech);
    const bool is_after_comma =
        report.verb.begin > sentence.tokens.begin && scene.is_mark(report.verb.begin - 1);
    if (roles.accused.empty() && is_after_comma && accuser->tokens.begin >= report.verb.end) {
      speech.region = sentence.tokens;  // "...، يندد مستشار برلماني"
    }
  } else if (report.bind == Bind::against && !is_arabic(scene.form(report.verb.begin))) {
    speech.is_anonymous = true;
  } else {
    set_omitted_accuser(scene, index, roles, report.verb, earlier, discourse, speech);
  }
}

/// `earlier`: the report before this one in the sentence; an Arabic verb without subject goes on with its holder.
Speech make_speech(const Scene& scene, std::size_t index, const Report& report, const Speech* earlier,
                   const Discourse& discourse) {
  const Sentence& sentence = scene.sentences[index];
  Speech speech{.region = {report.verb.end, sentence.tokens.end},
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
  } else if (subject.kind == SubjectKind::none) {
    set_unknown_person(scene, sentence, report.verb, discourse, speech);
  } else if (has_unknown_arabic_subject(scene, sentence, report.verb)) {
    speech.holder = scene.lexicon->actor("experts");
  } else if (earlier != nullptr) {
    speech.holder = earlier->holder;
    speech.source = earlier->source;
    speech.name = earlier->name;
  } else if (const Mention* topic = discourse.holder >= 0 ? nullptr : find_topic(scene, index, report.verb)) {
    speech.holder = topic->actor;
    speech.name = scene.written(topic->tokens);
  } else if (!speech.is_anonymous) {
    continue_holder(scene, discourse, speech);
  }
  const Negation negation = find_negation(scene, sentence, report.verb, false, false);
  if (negation == Negation::negated) {
    const bool says = !report.is_denied && !report.is_cue && !report.is_hedged && !report.is_question;
    speech.is_void = says && !report.is_opinion;
    speech.is_denied = report.is_denied ? false : says && report.is_opinion;
  }
  return speech;
}

/// "Selon X, ...": needs its source at hand; "pour" opens a sentence or stands between commas.
std::optional<Speech> read_according(const Scene& scene, const Sentence& sentence, const WordHit& hit) {
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

/// "la question écrite de la députée X", بيان الوزارة: what follows the noun is said by its owner.
std::optional<Speech> read_statement(const Scene& scene, const Sentence& sentence, const WordHit& hit) {
  const Mention* source = find_after(scene, sentence, hit.tokens.end, kSourceReach, is_somebody);
  static constexpr std::array<std::string_view, 4> kOf = {"de", "du", "des", "d'"};
  const std::uint32_t last = hit.tokens.end - 1;
  const bool is_genitive =
      is_one_of(scene.form(last), kOf) || (source != nullptr && is_one_of(scene.form(last + 1), kOf));
  const bool is_owner = source != nullptr && (is_genitive || is_arabic(scene.form(hit.tokens.begin)));
  if (!is_owner) {
    return std::nullopt;
  }
  Speech speech{.region = {hit.tokens.begin, sentence.tokens.end},
                .verb = {hit.tokens.begin, hit.tokens.begin},
                .source = {},
                .is_statement = true};
  set_holder(scene, sentence, *source, speech);
  return speech;
}

/// "X : « ... »", and at the beginning of a headline "X : ...".
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

/// The text speaks of itself: whoever was quoted before is done.
bool names_text(const Scene& scene, const Sentence& sentence) {
  const std::int32_t outlet = scene.lexicon->actor("outlet");
  return std::ranges::any_of(sentence.mentions,
                             [&](const Mention& mention) { return mention.actor == outlet; });
}

/// "يرفض التسرع": an imperfect verb without subject at the beginning has that of the sentence before.
bool begins_with_verb(const Scene& scene, const Sentence& sentence) {
  std::string_view first = scene.form(sentence.tokens.begin);
  if (first.starts_with("و") && first.size() > 8) first.remove_prefix(2);
  const bool names_subject = std::ranges::any_of(sentence.mentions, [&](const Mention& mention) {
    return !mention.is_governed && mention.tokens.begin - sentence.tokens.begin <= 3;
  });
  return first.starts_with("ي") && first.size() > 6 && !names_subject;
}

/// After a report, a sentence in the conditional goes on reporting.
bool is_conditional(const Scene& scene, const Sentence& sentence) {
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (is_conditional_form(scene, i)) {
      return true;
    }
  }
  return false;
}

/// A report without a subject of its own ("rien ne permet d'affirmer", نتحدث نحن inside a quotation) belongs to whom the stretch
/// around it belongs, else to the text.
void resolve_unsaid(const Scene& scene, const Sentence& sentence, std::vector<Speech>& speeches) {
  for (Speech& speech : speeches) {
    if (speech.holder >= 0 || speech.is_anonymous) {
      continue;
    }
    const bool is_first =
        is_first_person(scene, sentence, speech.verb);  // whoever says "we" speaks the whole sentence
    const Speech* around = nullptr;
    for (const Speech& other : speeches) {
      const bool encloses =
          &other != &speech && other.holder >= 0 && other.region.contains(speech.verb.begin);
      if (encloses && (around == nullptr || (is_first ? other.region.size() > around->region.size()
                                                      : other.region.size() <= around->region.size()))) {
        around = &other;
      }
    }
    speech.holder = around == nullptr ? scene.lexicon->actor("outlet") : around->holder;
    speech.name = around == nullptr ? std::string() : around->name;
    speech.source = around == nullptr ? Range{} : around->source;
    if (around != nullptr) {
      speech.is_denied = speech.is_denied != around->is_denied;
      speech.is_hedged = speech.is_hedged || around->is_hedged;
      speech.is_question = speech.is_question || around->is_question;
      speech.is_void = speech.is_void && !around->is_denied;
    }
  }
}

/// "Quand la Caisse parle de « X », elle ..., tranche le journal": what somebody else reports at the end encloses the first
/// report, which ends with its clause unless a que keeps it open.
void end_before_attribution(const Scene& scene, const Sentence& sentence, std::vector<Speech>& speeches) {
  constexpr std::uint32_t kReach = 4;
  constexpr std::uint32_t kAtEnd = 10;  // tokens from the final verb to the end
  for (Speech& speech : speeches) {
    const bool is_enclosed = std::ranges::any_of(speeches, [&](const Speech& other) {
      return other.verb.begin > speech.verb.end && other.region == sentence.tokens &&
             other.verb.end + kAtEnd >= sentence.tokens.end;
    });
    const bool is_open = Scene::find_word(sentence, WordClass::complement,
                                          {speech.verb.end, speech.verb.end + kReach}) != nullptr;
    if (!is_enclosed || is_open || speech.verb.size() == 0 || speech.region.begin != speech.verb.end) {
      continue;
    }
    for (std::uint32_t i = speech.verb.end; i < speech.region.end; ++i) {
      if (scene.clause[i] != scene.clause[speech.verb.end - 1] &&
          scene.quote[i] == scene.quote[speech.verb.end - 1]) {
        speech.region.end = i;
      }
    }
  }
}

/// A sentence in quotation marks, or one with a rumour, has a holder even without a verb of saying.
void add_implicit(const Scene& scene, const Sentence& sentence, const Discourse& discourse,
                  std::vector<Speech>& speeches) {
  for (const WordHit& hit : sentence.words) {
    if (hit.word_class == WordClass::rumour) {
      speeches.push_back({.region = sentence.tokens,
                          .verb = hit.tokens,
                          .source = {},
                          .is_hedged = true,
                          .is_anonymous = true});
    }
  }
  const bool is_quotation = scene.quote[sentence.tokens.begin] != 0;
  const bool goes_on = is_quotation || discourse.is_relayed || is_conditional(scene, sentence) ||
                       begins_with_verb(scene, sentence);
  if (speeches.empty() && goes_on && discourse.holder >= 0 && !names_text(scene, sentence)) {
    Speech speech{.region = sentence.tokens, .verb = {}, .source = {}};
    continue_holder(scene, discourse, speech);
    speeches.push_back(speech);
  }
}

}  // namespace

std::vector<Speech> find_speech(const Scene& scene, std::size_t index, const Discourse& discourse) {
  const Sentence& sentence = scene.sentences[index];
  std::vector<Speech> speeches;
  for (const WordHit& hit : sentence.words) {
    if (hit.word_class == WordClass::according) {
      if (auto speech = read_according(scene, sentence, hit)) {
        speeches.push_back(*speech);
      }
    }
  }
  for (const WordHit& hit : sentence.words) {
    if (hit.word_class == WordClass::statement) {
      if (auto speech = read_statement(scene, sentence, hit)) {
        speeches.push_back(*speech);
      }
    }
  }
  if (auto speech = read_colon(scene, sentence)) {
    speeches.push_back(*speech);
  }
  for (const Report& report : find_reports(scene, sentence)) {
    const bool is_bare_saying = !report.is_cue && is_passive(scene, sentence, report.verb);
    if (is_bare_saying && find_agent(scene, sentence, report.verb) == nullptr && !report.is_denied &&
        !report.is_question) {
      continue;  // "le plan confié à X", "les documents publiés": nobody says anything
    }
    const Speech* earlier = speeches.empty() ? nullptr : &speeches.back();
    Speech speech = make_speech(scene, index, report, earlier, discourse);
    if (report.bind == Bind::object && speech.accused.empty() && !is_arabic(scene.form(report.verb.begin))) {
      speech.accused = find_french_accused(scene, index, report.verb, speech.source);
    }
    speeches.push_back(std::move(speech));
  }
  resolve_unsaid(scene, sentence, speeches);
  end_before_attribution(scene, sentence, speeches);
  add_implicit(scene, sentence, discourse, speeches);
  return speeches;
}

void complete_quotations(const Scene& scene, std::vector<std::vector<Speech>>& by_sentence) {
  for (std::size_t i = scene.sentences.size(); i-- > 1;) {
    const Range before = scene.sentences[i - 1].tokens;
    const bool runs_on = scene.quote[before.end - 1] != 0 && scene.form(before.end - 1) != "\"" &&
                         scene.quote[scene.sentences[i].tokens.begin] != 0;
    const auto inverted = std::ranges::find_if(by_sentence[i], [&](const Speech& speech) {
      return speech.holder >= 0 && speech.region == scene.sentences[i].tokens;
    });
    if (!runs_on || inverted == by_sentence[i].end()) {
      continue;
    }
    Speech speech = *inverted;
    speech.region = before;
    speech.verb = {before.begin, before.begin};
    speech.source = {};
    by_sentence[i - 1].push_back(speech);
  }
}

const Speech* find_innermost(const std::vector<Speech>& speeches, std::uint32_t token) {
  const Speech* best = nullptr;
  for (const Speech& speech : speeches) {
    if (speech.region.contains(token) && (best == nullptr || speech.region.size() <= best->region.size())) {
      best = &speech;
    }
  }
  return best;
}

void remember(const Scene& scene, std::size_t index, const std::vector<Speech>& speeches,
              Discourse& discourse) {
  const Sentence& sentence = scene.sentences[index];
  for (const Mention& mention : sentence.mentions) {
    const std::uint32_t end = std::min(mention.tokens.end + kNameReach, sentence.tokens.end);
    for (std::uint32_t i = mention.tokens.end; i < end && is_capital(scene, i); ++i) {
      discourse.persons.emplace(scene.form(i), mention.actor);
    }
  }
  const std::int32_t outlet = scene.lexicon->actor("outlet");
  for (const Speech& speech : speeches) {
    if (speech.holder >= 0 && speech.holder != outlet) {
      discourse.holder = speech.holder;
      discourse.holder_name = speech.name;
      const auto named = std::ranges::find_if(
          sentence.mentions, [&](const Mention& m) { return m.tokens.overlaps(speech.source); });
      discourse.gender = named == sentence.mentions.end() ? discourse.gender : named->gender;
      discourse.is_relayed = speech.is_statement ? names_text(scene, sentence)
                                                 : discourse.is_relayed && speech.source.size() == 0;
    }
  }
  const bool is_own_voice =
      !speeches.empty() && std::ranges::all_of(speeches, [&](const Speech& s) { return s.holder == outlet; });
  if (is_own_voice) {
    discourse = {.holder = -1, .persons = std::move(discourse.persons)};
  }
}

}  // namespace sahafa::claims
