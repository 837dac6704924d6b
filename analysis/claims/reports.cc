#include "analysis/claims/reports.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analysis/claims/holders.h"
#include "analysis/claims/inflection.h"
#include "analysis/claims/one_of.h"
#include "analysis/claims/subject.h"

namespace sahafa::claims {
namespace {

/// Classes that report what their subject says.
bool is_report(WordClass word_class) {
  return word_class == WordClass::say || word_class == WordClass::distance || word_class == WordClass::deny ||
         word_class == WordClass::doubt;
}

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
  static constexpr std::array<std::string_view, 8> kBe = {"est",  "sont",   "était", "étaient",
                                                          "sera", "serait", "a",     "ont"};
  const bool is_adjective = !is_arabic(scene.form(words.begin)) && words.end < sentence.tokens.end &&
                            is_one_of(slice(scene.article->text, scene.text.tokens[words.end].span()),
                                      kBe);  // "la date suspecte est liée"
  const WordHit* statement = Scene::find_word(sentence, WordClass::statement, words);
  const bool is_in_statement =
      statement != nullptr && statement->tokens.size() > words.size();  // "question écrite"
  return answers_for || is_adjective || is_in_statement ||
         (words.begin > sentence.tokens.begin && scene.form(words.begin - 1) == "sans");
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
    const bool is_fault = std::ranges::any_of(sentence.cues, [&](const CueHit& cue) {
      const Cue& rule = scene.lexicon->codebook().frames()[cue.frame].rules[cue.rule];
      return verb > 0 && cue.tokens.contains(verb - 1) &&
             !(rule.speech && rule.generic && is_speaker(scene, mention));
    });
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

}  // namespace

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
    if (rule.bind == Bind::genitive || is_other_verb(scene, sentence, cue.tokens)) {
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
    std::erase_if(reports,
                  [&](const Report& other) { return other.verb.overlaps(final->verb); });  // "..., accuse X."
    merge(reports, *final);
  }
  std::ranges::sort(reports, {}, [](const Report& report) { return report.verb.begin; });
  return reports;
}

}  // namespace sahafa::claims
