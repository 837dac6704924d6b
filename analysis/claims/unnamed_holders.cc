#include "analysis/claims/unnamed_holders.h"

#include <array>

#include "analysis/claims/accuser.h"
#include "analysis/claims/holders.h"
#include "analysis/claims/inflection.h"
#include "analysis/claims/one_of.h"
#include "analysis/claims/subject.h"

namespace sahafa::claims {
namespace {

bool is_quote_mark(const Scene& scene, std::uint32_t token) {
  static constexpr std::array<std::string_view, 5> kQuotes = {"«", "»", "“", "”", "\""};
  return scene.is_mark(token) &&
         is_one_of(slice(scene.article->text, scene.text.tokens[token].span()), kQuotes);
}

/// "Moutaïb salue": a capital at the beginning of a sentence, right before the verb, on a word that is no pronoun.
bool is_surname(const Scene& scene, std::uint32_t token, Range verb) {
  static constexpr std::array<std::string_view, 23> kPronouns = {
      "comment", "pourquoi", "quand",    "combien",  "quel",     "quelle",    "mais",  "il",
      "elle",    "ils",      "elles",    "on",       "cela",     "ceci",      "tout",  "rien",
      "qui",     "nous",     "personne", "beaucoup", "certains", "plusieurs", "chacun"};
  return token + 1 == verb.begin && scene.form(token).size() > 3 && !is_one_of(scene.form(token), kPronouns);
}

}  // namespace

bool set_own_officer(const Scene& scene, std::size_t index, Range verb, const Discourse& discourse,
                     Speech& speech) {
  static constexpr std::array<std::string_view, 4> kPossessives = {"son", "sa", "leur", "ses"};
  const Sentence& sentence = scene.sentences[index];
  if (verb.end >= sentence.tokens.end || !is_one_of(scene.form(verb.end), kPossessives)) {
    return false;
  }
  const std::int32_t outlet = scene.lexicon->actor("outlet");
  const auto is_body = [&](const Mention& mention) {
    const bool is_here = mention.tokens.begin >= sentence.tokens.begin;
    return mention.actor != outlet &&
           (!is_here || scene.quote[mention.tokens.begin] == scene.quote[verb.begin]);
  };
  const Mention* body = find_antecedent(scene, index, verb.begin, {}, is_body);
  if (discourse.holder >= 0 && body == nullptr) {
    continue_holder(scene, discourse, speech);
    return true;
  }
  if (body != nullptr) {
    speech.holder = body->actor;
    speech.name = scene.written(body->tokens);
  }
  return body != nullptr;
}

bool set_ordinary_person(const Scene& scene, const Sentence& sentence, Range verb, Speech& speech) {
  static constexpr std::array<std::string_view, 6> kArticles = {"un", "une", "cette", "ce", "cet", "des"};
  const std::int32_t citizens = scene.lexicon->actor("citizens");
  const bool follows = follows_quotation(scene, sentence, verb);
  if (citizens < 0 || !follows || verb.end + 1 >= sentence.tokens.end ||
      !is_one_of(scene.form(verb.end), kArticles)) {
    return false;
  }
  speech.holder = citizens;
  speech.source = {verb.end, verb.end + 2};
  speech.name = scene.written(speech.source);
  return true;
}

bool set_quoted_paper(const Scene& scene, const Sentence& sentence, Range verb, Speech& speech) {
  constexpr std::uint32_t kLongestName = 4;  // tokens
  const std::int32_t media = scene.lexicon->actor("media");
  if (media < 0) {
    return false;
  }
  Range name = {};
  if (verb.end < sentence.tokens.end && is_quote_mark(scene, verb.end)) {
    for (std::uint32_t i = verb.end + 2; i <= verb.end + kLongestName + 1 && i + 1 < sentence.tokens.end;
         ++i) {
      if (is_quote_mark(scene, i) &&
          Scene::find_word(sentence, WordClass::complement, {i + 1, i + 2}) != nullptr) {
        name = {verb.end + 1, i};
        break;
      }
    }
  }
  if (name.size() == 0) {
    return false;
  }
  speech.holder = media;
  speech.source = name;
  speech.name = scene.written(name);
  return true;
}

bool set_speakers_of_body(const Scene& scene, const Sentence& sentence, Range verb, Speech& speech) {
  if (verb.end >= sentence.tokens.end || (scene.form(verb.end) != "-on" && scene.form(verb.end) != "-t-on")) {
    return false;
  }
  const Mention* body = find_after(scene, sentence, verb.end + 1, kSourceReach, is_somebody);
  if (body == nullptr || !body->is_governed) {
    return false;
  }
  set_holder(scene, sentence, *body, speech);
  return true;
}

bool set_parenthetical(const Scene& scene, std::size_t index, Range verb, const Discourse& discourse,
                       Speech& speech) {
  const Sentence& sentence = scene.sentences[index];
  const auto is_comma = [&](std::uint32_t token) {
    return scene.form(token) == "," || scene.form(token) == "،";
  };
  const bool is_alone = verb.begin > sentence.tokens.begin && verb.end < sentence.tokens.end &&
                        is_comma(verb.begin - 1) && is_comma(verb.end);
  if (!is_alone || !is_arabic(scene.form(verb.begin))) {
    return false;
  }
  if (discourse.holder >= 0) {
    continue_holder(scene, discourse, speech);
    return true;
  }
  const Mention* topic =
      index == 0 ? nullptr : find_antecedent(scene, index, sentence.tokens.begin, {}, is_somebody);
  if (topic != nullptr) {
    speech.holder = topic->actor;
    speech.name = scene.written(topic->tokens);
  }
  return topic != nullptr;
}

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

}  // namespace sahafa::claims
