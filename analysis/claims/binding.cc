#include "analysis/claims/binding.h"

#include <algorithm>
#include <array>

#include "analysis/claims/coordination.h"
#include "analysis/claims/inflection.h"
#include "analysis/claims/one_of.h"

namespace sahafa::claims {
namespace {

constexpr std::uint32_t kClausePenalty = 4;  // a comma counts as so many tokens
constexpr std::uint32_t kGenitiveReach = 5;
constexpr std::uint32_t kCorrectionReach = 6;
constexpr std::uint32_t kFrameReach = 12;  // for cues whose target is usually left unsaid

class Binder {
 public:
  explicit Binder(const CueContext& context)
      : context_(context), scene_(context.scene), sentence_(context.scene.sentences[context.sentence]) {}

  Target find() const {
    const Mention* mention = find_accused();
    if (mention == nullptr && context_.rule.speech && has_accused()) {
      return {};  // it is said against somebody who cannot be the target
    }
    if (mention == nullptr && context_.rule.speech && context_.rule.generic && context_.speech != nullptr &&
        context_.rule.bind == Bind::object) {
      return {};  // the verb has no object that could be accused
    }
    if (mention == nullptr && !context_.rule.speech && context_.speech != nullptr && is_first_person() &&
        context_.speech->holder >= 0 && may_be_target(context_.speech->holder)) {
      return {context_.speech->holder, context_.speech->source};
    }
    mention = mention != nullptr ? mention : find_mention();
    const bool may_be_elsewhere = context_.rule.bind != Bind::inside;
    if (mention == nullptr && may_be_elsewhere) mention = find_by_about();
    if (mention == nullptr && may_be_elsewhere) mention = find_by_pronoun();
    if (mention != nullptr) return {mention->actor, mention->tokens};
    if (const std::int32_t self = find_self(); self >= 0) return {self, context_.speech->source};
    return {};
  }

  /// Who the sentences before were about, when this one names nobody.
  const Mention* find_topic() const {
    const auto fits = [&](const Mention& mention) {
      return permits(mention) && !is_mere_speaker(mention.actor);
    };
    return find_antecedent(scene_, context_.sentence, cue().begin, {}, fits);
  }

  bool is_mere_speaker(std::int32_t actor) const {
    return scene_.lexicon->codebook().actors()[static_cast<std::size_t>(actor)].speaker;
  }

  bool permits(const Mention& mention) const { return may_be_target(mention.actor) && !is_source(mention); }

  /// "Alger n'a pas réagi": it is said of somebody, who is none of those it can be said of here.
  bool has_other_subject() const {
    if (context_.rule.bind != Bind::subject) {
      return false;
    }
    const auto anybody = [&](const Mention& mention) {
      return !mention.is_governed && !is_mere_speaker(mention.actor) && is_same_quote(mention);
    };
    const Subject subject = find_subject(scene_, context_.sentence, cue(), region(), anybody);
    return subject.kind == SubjectKind::named && !permits(*subject.mention) && !is_source(*subject.mention);
  }

  bool may_be_target(std::int32_t actor) const {
    const Codebook& codebook = scene_.lexicon->codebook();
    const std::string& id = codebook.actors()[static_cast<std::size_t>(actor)].id;
    const std::vector<std::string>& narrower = context_.rule.targets;
    return scene_.lexicon->permits(context_.cue.frame, actor) &&
           (narrower.empty() || std::ranges::any_of(narrower, [&](const std::string& top) {
              return codebook.is_under(id, top);
            }));
  }

  bool is_near_candidate(const Mention& mention) const {
    return permits(mention) && !is_mere_speaker(mention.actor) && !holds_end_of_cue(mention) &&
           is_same_quote(mention);
  }

 private:
  Range cue() const { return context_.cue.tokens; }

  /// A mention in the gap of a pattern is none of its words.
  bool holds_end_of_cue(const Mention& mention) const {
    return mention.tokens.contains(cue().begin) || mention.tokens.contains(cue().end - 1);
  }

  bool is_source(const Mention& mention) const {
    return context_.speech != nullptr && context_.speech->source.size() > 0 &&
           mention.tokens.overlaps(context_.speech->source);
  }

  /// "la « négligence » de la Caisse": a quotation that ends with the cue, and its owner right after it.
  bool owns_quoted_word(const Mention& mention) const {
    constexpr std::uint32_t kOwnerReach = 4;
    const bool is_after = mention.tokens.begin > cue().end && mention.tokens.begin - cue().end <= kOwnerReach;
    const std::string_view next = slice(scene_.article->text, scene_.text.tokens[cue().end].span());
    static constexpr std::array<std::string_view, 3> kClosing = {"»", "”", "\""};
    return is_after && scene_.quote[cue().begin] != 0 && is_one_of(next, kClosing);
  }

  bool is_same_quote(const Mention& mention) const {
    const std::uint16_t quote = scene_.quote[mention.tokens.begin];
    return quote == scene_.quote[cue().begin] || quote == scene_.quote[cue().end - 1] ||  // « واجهة » لـ
           owns_quoted_word(mention);
  }

  Range region() const { return context_.speech == nullptr ? sentence_.tokens : context_.speech->region; }

  bool has_accused() const {
    return context_.speech != nullptr && !context_.speech->accused.empty() &&
           (context_.rule.bind == Bind::object || context_.rule.bind == Bind::subject ||
            context_.rule.bind == Bind::against);
  }

  /// Whom the verb around the cue accuses: "accuse X d'avoir négligé". A fault with an owner of its own, or in a clause with a
  /// subject of its own, is not his.
  const Mention* find_accused() const {
    const Speech* speech = context_.speech;
    if (speech == nullptr || speech->accused.empty()) {
      return nullptr;
    }
    if (!context_.rule.speech) {
      constexpr std::uint32_t kOwnerReach = 2;
      const auto accepted = [&](const Mention& mention) { return permits(mention); };
      const bool has_owner = context_.rule.bind != Bind::subject &&
                             find_after(scene_, sentence_, cue().end, kOwnerReach, accepted) != nullptr;
      if (cue().begin < speech->verb.begin || has_owner || has_own_clause(*speech)) {
        return nullptr;
      }
    }
    for (const Mention* mention : speech->accused) {
      if (may_be_target(mention->actor)) {
        return mention;
      }
    }
    return nullptr;
  }

  bool has_own_clause(const Speech& speech) const {
    static constexpr std::array<std::string_view, 4> kBare = {"que", "ان", "بان", "qu'"};
    return std::ranges::any_of(sentence_.words, [&](const WordHit& hit) {
      return hit.word_class == WordClass::complement && hit.tokens.begin >= speech.verb.end &&
             hit.tokens.end <= cue().begin && is_one_of(scene_.form(hit.tokens.begin), kBare);
    });
  }

  const Mention* find_mention() const {
    switch (context_.rule.bind) {
      case Bind::subject:
        return find_actor();
      case Bind::object:
        return find_object();
      case Bind::genitive:
        return find_genitive();
      case Bind::near:
        return find_near(1000);
      case Bind::frame:
        return find_near(kFrameReach);
      case Bind::inside:
        return find_inside();
      case Bind::holder:
        return rejects_criticism() ? nullptr : find_owner();
      case Bind::against:
        return nullptr;
    }
    return nullptr;
  }

  const Mention* find_inside() const {
    const auto found = std::ranges::find_if(sentence_.mentions, [&](const Mention& mention) {
      return mention.tokens.overlaps(cue()) && permits(mention);
    });
    return found == sentence_.mentions.end() ? nullptr : &*found;
  }

  const Mention* find_actor() const {
    if (is_passive(scene_, sentence_, cue())) {
      for (const Mention& mention : sentence_.mentions) {
        if (mention.tokens.begin >= cue().end && mention.tokens.begin > 0 && permits(mention) &&
            is_same_quote(mention) && follows_agent_word(mention)) {
          return &mention;
        }
      }
    }
    if (const Mention* antecedent = find_relative()) {
      return antecedent;
    }
    const auto accepted = [&](const Mention& mention) { return permits(mention) && is_same_quote(mention); };
    const Subject inside = find_subject(scene_, context_.sentence, cue(), region(), accepted);
    if (inside.mention != nullptr) {
      return inside.mention;
    }
    const Subject anywhere = find_subject(scene_, context_.sentence, cue(), sentence_.tokens, accepted);
    return anywhere.mention != nullptr ? anywhere.mention : find_near(kFrameReach);
  }

  /// "la Caisse, qui « a fait ce qu'elle pouvait »": the antecedent of a relative pronoun, over a quotation mark if need be.
  const Mention* find_relative() const {
    std::uint32_t at = cue().begin;
    while (at > sentence_.tokens.begin &&
           (scene_.is_mark(at - 1) || scene_.form(at - 1) == "ne" || scene_.form(at - 1) == "n'")) {
      --at;
    }
    const bool is_relative = at > sentence_.tokens.begin && scene_.form(at - 1) == "qui";
    if (!is_relative) {
      return nullptr;
    }
    const Mention* antecedent = nullptr;
    for (const Mention& mention : sentence_.mentions) {
      if (mention.tokens.end < at && permits(mention)) {
        antecedent = &mention;
      }
    }
    return antecedent;
  }

  bool follows_agent_word(const Mention& mention) const {
    for (std::uint32_t i = mention.tokens.begin; i > cue().end && mention.tokens.begin - i < 4; --i) {
      if (scene_.form(i - 1) == "par") {
        return true;
      }
    }
    return false;
  }

  const Mention* find_object() const {
    const bool is_passive_cue = context_.rule.speech && is_passive(scene_, sentence_, cue());
    const auto accepted = [&](const Mention& mention) { return permits(mention) && is_same_quote(mention); };
    if (is_passive_cue) {
      if (const Subject subject = find_subject(scene_, context_.sentence, cue(), sentence_.tokens, accepted);
          subject.mention != nullptr) {
        return subject.mention;
      }
    }
    if (scene_.has_attached_pronoun(cue().end - 1)) {
      return find_antecedent(scene_, context_.sentence, cue().begin, {}, accepted);
    }
    for (const Mention& mention : sentence_.mentions) {
      if (mention.tokens.begin < cue().end || is_source(mention) || !is_same_quote(mention)) {
        continue;
      }
      if (permits(mention)) {
        return &mention;
      }
      if (context_.rule.generic && !is_mere_speaker(mention.actor)) {
        return nullptr;  // it is done to somebody else
      }
    }
    return context_.rule.speech ? nullptr : find_near(1000);
  }

  const Mention* find_genitive() const {
    if (context_.rule.generic) {
      return find_owner();
    }
    const auto accepted = [&](const Mention& mention) { return permits(mention) && is_same_quote(mention); };
    const bool is_quoted =
        cue().end < sentence_.tokens.end && scene_.quote[cue().begin] != 0 && scene_.is_mark(cue().end);
    const Mention* owner =
        find_after(scene_, sentence_, cue().end + (is_quoted ? 1 : 0), kGenitiveReach, accepted);
    if (owner != nullptr && (is_arabic(scene_.form(cue().begin)) || owner->is_governed)) {
      return owner;
    }
    if (has_possessive()) {
      const auto fits = [&](const Mention& mention) { return permits(mention); };
      if (const Mention* owner_before = find_antecedent(scene_, context_.sentence, cue().begin, {}, fits)) {
        return owner_before;
      }
    }
    return find_near(1000);
  }

  /// "rejette les accusations de X": X accuses.
  bool rejects_criticism() const {
    static constexpr std::array<std::string_view, 8> kCriticism = {
        "accusations", "accusation", "critiques", "reproches", "اتهامات", "الاتهامات", "انتقادات", "تهم"};
    return is_one_of(scene_.form(cue().end - 1), kCriticism);
  }

  /// Right after the cue, or right after the mark that closes its quotation.
  const Mention* find_owner() const {
    constexpr std::uint32_t kOwnerReach = 2;
    const auto anybody = [](const Mention&) { return true; };
    const Mention* owner = find_after(scene_, sentence_, cue().end, kOwnerReach, anybody);
    return owner != nullptr && permits(*owner) ? owner : nullptr;
  }

  bool has_possessive() const {
    static constexpr std::array<std::string_view, 5> kPossessives = {"son", "sa", "ses", "leur", "leurs"};
    return (cue().begin > sentence_.tokens.begin && is_one_of(scene_.form(cue().begin - 1), kPossessives)) ||
           scene_.has_attached_pronoun(cue().end - 1);
  }

  std::uint32_t distance(const Mention& mention) const {
    const bool is_before = mention.tokens.end <= cue().begin;
    const std::uint32_t gap =
        is_before ? cue().begin - mention.tokens.end : std::max(mention.tokens.begin, cue().end) - cue().end;
    const int clauses = std::abs(int{scene_.clause[mention.tokens.begin]} - int{scene_.clause[cue().begin]});
    return gap + kClausePenalty * static_cast<std::uint32_t>(clauses) + (is_before ? 0 : 1);
  }

  const Mention* find_near(std::uint32_t reach) const {
    const Mention* best = nullptr;
    for (const Mention& mention : sentence_.mentions) {
      if (is_near_candidate(mention) && distance(mention) <= reach &&
          (best == nullptr || distance(mention) < distance(*best))) {
        best = &mention;
      }
    }
    return best;
  }

  /// "... », dit X à propos de Y": outside the quotation, yet what it is about.
  const Mention* find_by_about() const {
    for (const WordHit& hit : sentence_.words) {
      if (hit.word_class != WordClass::about) {
        continue;
      }
      const auto accepted = [&](const Mention& mention) { return permits(mention); };
      if (const Mention* mention = find_after(scene_, sentence_, hit.tokens.end, kGenitiveReach, accepted)) {
        return mention;
      }
    }
    return nullptr;
  }

  /// A pronoun or possessive of the sentence, or the attached pronoun of the cue, stands for somebody before.
  const Mention* find_by_pronoun() const {
    const auto fits = [&](const Mention& mention) {
      return may_be_target(mention.actor) && !is_mere_speaker(mention.actor);
    };
    const bool is_own_subject = context_.rule.speech && context_.rule.bind == Bind::object;
    for (const WordHit& hit : sentence_.words) {
      if (hit.word_class == WordClass::pronoun && hit.tokens.end <= cue().begin && !is_own_subject) {
        return find_antecedent(scene_, context_.sentence, hit.tokens.begin,
                               agreement_of(scene_.form(hit.tokens.begin)), fits);
      }
    }
    if (has_possessive()) {
      return find_antecedent(scene_, context_.sentence, cue().begin, {}, fits);
    }
    return nullptr;
  }

  /// Who speaks about himself: the cue says so, or nobody else is there and he is no mere speaker.
  std::int32_t find_self() const {
    const Speech* speech = context_.speech;
    if (speech == nullptr || speech->holder < 0 || !may_be_target(speech->holder)) {
      return -1;
    }
    const bool may_speak_of_self =
        context_.rule.bind == Bind::holder || is_insider(*speech) || is_own_fault_excused() ||
        (context_.rule.weak
             ? !context_.rule.remark && !context_.rule.generic && !context_.rule.speech
             : context_.rule.bind == Bind::subject || speech->is_denied || is_own_fault_excused());
    return may_speak_of_self && !is_mere_speaker(speech->holder) ? speech->holder : -1;
  }

  /// "un ancien cadre du prestataire": who left a body speaks of that body.
  bool is_insider(const Speech& speech) const {
    static constexpr std::array<std::string_view, 7> kFormer = {"ancien", "ancienne", "anciens", "ex",
                                                                "سابق",   "سابقه",    "سابقون"};
    for (std::uint32_t i = speech.source.begin; i < speech.source.end; ++i) {
      if (is_one_of(scene_.form(i), kFormer)) {
        return true;
      }
    }
    return false;
  }

  /// "nous avons failli": whoever says so.
  bool is_first_person() const {
    static constexpr std::array<std::string_view, 7> kFirst = {"nous", "notre", "nos", "je",
                                                               "j'",   "نحن",   "اننا"};
    static constexpr std::array<std::string_view, 8> kOthers = {"on",    "il",   "elle", "ils",
                                                                "elles", "vous", "qui",  "ne"};
    constexpr std::uint32_t kReach = 5;
    for (std::uint32_t i = cue().begin; i > sentence_.tokens.begin && cue().begin - i < kReach; --i) {
      if (scene_.clause[i - 1] != scene_.clause[cue().begin]) {
        break;
      }
      if (is_one_of(scene_.form(i - 1), kFirst)) {
        const bool is_object = scene_.form(i - 1) == "nous" && i - 1 > sentence_.tokens.begin &&
                               is_one_of(scene_.form(i - 2), kOthers);
        return !is_object;  // "on nous avait vendu"
      }
    }
    return false;
  }

  /// "justifie son silence": what is excused is a fault, and nobody else's.
  bool is_own_fault_excused() const {
    constexpr std::uint32_t kReach = 4;
    return context_.speech->is_excuse && std::ranges::any_of(sentence_.cues, [&](const CueHit& other) {
             const Cue& rule = scene_.lexicon->codebook().frames()[other.frame].rules[other.rule];
             return rule.polarity == "blames" && other.tokens.begin >= cue().end &&
                    other.tokens.begin - cue().end < kReach;
           });
  }

  const CueContext& context_;
  const Scene& scene_;
  const Sentence& sentence_;
};

/// The mentions that share a role with `mention`.
std::vector<const Mention*> group_of(const Scene& scene, const Sentence& sentence, const Mention& mention) {
  for (const Mention& first : sentence.mentions) {
    const std::vector<const Mention*> group = with_coordinated(scene, sentence, first);
    if (std::ranges::find(group, &mention) != group.end()) {
      return group;
    }
  }
  return {&mention};
}

}  // namespace

std::vector<Target> find_targets(const CueContext& context) {
  const Binder binder(context);
  const Frame& frame = context.scene.lexicon->codebook().frames()[context.cue.frame];
  const Target first = binder.find();
  if (first.actor < 0) {
    const bool is_somebody_else = context.rule.bind == Bind::holder && context.speech != nullptr &&
                                  context.speech->holder >= 0 &&
                                  binder.is_mere_speaker(context.speech->holder);
    if (is_somebody_else || context.rule.weak || (context.rule.remark && context.speech != nullptr)) {
      return {};
    }
    if (binder.has_other_subject()) {
      return {};
    }
    const bool has_topic = context.rule.bind != Bind::inside &&
                           !(context.rule.bind == Bind::frame && context.rule.polarity == "neutral");
    if (const Mention* earlier = has_topic ? binder.find_topic() : nullptr) {
      return {{earlier->actor, {}}};
    }
    const bool is_permitted =
        context.rule.targets.empty() || binder.may_be_target(context.scene.lexicon->actor(frame.target));
    return {{context.scene.lexicon->actor(is_permitted ? frame.target : context.rule.targets.front()), {}}};
  }
  std::vector<Target> targets = {first};
  const Sentence& sentence = context.scene.sentences[context.sentence];
  const auto named = std::ranges::find_if(
      sentence.mentions, [&](const Mention& mention) { return mention.tokens == first.tokens; });
  if (named == sentence.mentions.end()) {
    return targets;
  }
  for (const Mention* mention : group_of(context.scene, sentence, *named)) {
    const bool is_new =
        std::ranges::none_of(targets, [&](const Target& target) { return target.actor == mention->actor; });
    if (is_new && binder.permits(*mention)) {
      targets.push_back({mention->actor, mention->tokens});
    }
  }
  return targets;
}

Target find_correction(const CueContext& context, Range after) {
  const Scene& scene = context.scene;
  const Sentence& sentence = scene.sentences[context.sentence];
  const Binder binder(context);
  for (const WordHit& hit : sentence.words) {
    if (hit.word_class != WordClass::corrects || hit.tokens.begin < after.end) {
      continue;
    }
    for (const Mention& mention : sentence.mentions) {
      if (mention.tokens.begin >= hit.tokens.end &&
          mention.tokens.begin - hit.tokens.end <= kCorrectionReach &&
          scene.quote[mention.tokens.begin] == scene.quote[context.cue.tokens.begin] &&
          binder.permits(mention)) {
        return {mention.actor, mention.tokens};
      }
    }
  }
  return {};
}

}  // namespace sahafa::claims
