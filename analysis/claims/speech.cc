#include "analysis/claims/speech.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/claims/assertion.h"
#include "analysis/claims/holders.h"
#include "analysis/claims/inflection.h"
#include "analysis/claims/reports.h"
#include "analysis/claims/roles.h"
#include "analysis/claims/sources.h"
#include "analysis/claims/subject.h"

namespace sahafa::claims {
namespace {

constexpr std::uint32_t kNameReach = 4;  // tokens of a person's name after a function

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
      if (auto speech = read_according(scene, sentence, hit, discourse)) {
        speeches.push_back(*speech);
      }
    }
  }
  for (const WordHit& hit : sentence.words) {
    if (hit.word_class == WordClass::statement) {
      if (auto speech = read_statement(scene, index, hit)) {
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
    const bool is_nested = std::ranges::any_of(speeches, [&](const Speech& other) {
      return other.holder >= 0 && other.holder != outlet && other.verb.begin < speech.verb.begin &&
             other.region.contains(speech.verb) && speech.region != sentence.tokens;
    });
    if (speech.holder >= 0 && speech.holder != outlet && !is_nested) {
      discourse.holder = speech.holder;
      discourse.is_own_voice = false;
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
    discourse = {.holder = -1, .is_own_voice = true, .persons = std::move(discourse.persons)};
  }
}

}  // namespace sahafa::claims
