#include "analysis/claims/accuser.h"

#include <algorithm>

#include "analysis/claims/coordination.h"
#include "analysis/claims/holders.h"
#include "analysis/claims/inflection.h"
#include "analysis/claims/roles.h"
#include "analysis/claims/subject.h"

namespace sahafa::claims {
namespace {

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

}  // namespace

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

const Mention* find_topic(const Scene& scene, std::size_t index, Range verb) {
  const Sentence& sentence = scene.sentences[index];
  const bool goes_on = verb.begin == sentence.tokens.begin && scene.form(verb.begin).starts_with("و");
  const auto is_subject = [](const Mention& mention) { return !mention.is_governed; };
  return goes_on ? find_antecedent(scene, index, verb.begin, {}, is_subject) : nullptr;
}

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

}  // namespace sahafa::claims
