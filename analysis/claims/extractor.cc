#include "analysis/claims/extractor.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/claims/assertion.h"
#include "analysis/claims/binding.h"
#include "analysis/claims/candidates.h"
#include "analysis/claims/lexicon.h"
#include "analysis/claims/scene.h"
#include "analysis/claims/speech.h"
#include "text/direct_speech.h"

namespace sahafa {
namespace {

using namespace claims;

/// Raised with every change of the rules in C++ that may change a claim.
constexpr int kRulesVersion = 7;

constexpr std::string_view kBlames = "blames";
constexpr std::string_view kDefends = "defends";

class SentenceReader {
 public:
  SentenceReader(const Scene& scene, std::size_t index, const std::vector<Speech>& speeches)
      : scene_(scene), index_(index), sentence_(scene.sentences[index]), speeches_(speeches) {}

  /// `before`: the claims of the sentence before, which an elliptic one repeats for another target.
  std::vector<Claim> read(const std::vector<Claim>& before) {
    for (const CueHit& cue : sentence_.cues) {
      read_cue(cue);
    }
    if (candidates_.empty()) {
      read_ellipsis(before);
    }
    return choose(codebook(), std::move(candidates_));
  }

 private:
  const Codebook& codebook() const { return scene_.lexicon->codebook(); }

  /// The stretch that a cue stands in; a speaking cue makes its own, and one that is also a verb of saying ("a plaidé pour")
  /// belongs to whoever says it.
  const Speech* speech_of(const CueHit& cue, const Cue& rule) const {
    if (rule.speech || (rule.bind != Bind::subject && rule.bind != Bind::genitive)) {
      for (const Speech& speech : speeches_) {
        if (rule.speech ? speech.verb.overlaps(cue.tokens)
                        : speech.verb.begin == cue.tokens.begin && speech.verb.size() > 0) {
          return &speech;
        }
      }
    }
    for (const Speech& speech : speeches_) {
      if (!rule.speech && speech.is_denied && speech.verb.begin < cue.tokens.begin &&
          speech.verb.overlaps(cue.tokens)) {
        return &speech;  // "écarte toute responsabilité de": the noun is part of what denies
      }
    }
    return find_innermost(speeches_, cue.tokens.begin);
  }

  /// "La Caisse aussi.": a short sentence that says the same of another actor.
  void read_ellipsis(const std::vector<Claim>& before) {
    constexpr std::uint32_t kLongest = 8;
    if (sentence_.mentions.empty() || sentence_.tokens.size() > kLongest ||
        Scene::find_word(sentence_, WordClass::likewise, sentence_.tokens) == nullptr) {
      return;
    }
    for (Claim claim : before) {
      claim.sentence = static_cast<std::int64_t>(index_);
      claim.target = actor_id(sentence_.mentions.front().actor);
      claim.evidence = evidence();
      candidates_.push_back({.claim = std::move(claim)});
    }
  }

  Span evidence() const { return scene_.text.sentences[scene_.text.sentence_of[sentence_.tokens.begin]]; }

  /// What somebody is cleared of is no reproach to him: "justifie son silence".
  bool is_excused(const Speech* speech, const CueHit& cue, const Cue& rule) const {
    constexpr std::uint32_t kReach = 4;
    return speech != nullptr && speech->is_excuse && rule.polarity == kBlames &&
           cue.tokens.begin >= speech->verb.end && cue.tokens.begin - speech->verb.end < kReach;
  }

  /// "Il n'a jamais dit que", لم يقل إن: a statement never made is no silence. The que of "n'a dit que deux mots" is another one.
  bool is_unmade_statement(const CueHit& cue, const Cue& rule) const {
    constexpr std::uint32_t kReach = 6;
    const std::string_view next = cue.tokens.end < sentence_.tokens.end ? scene_.form(cue.tokens.end) : "";
    const std::string_view before =
        cue.tokens.begin > sentence_.tokens.begin ? scene_.form(cue.tokens.begin - 1) : "";
    const bool is_french_only = (next == "que" || next == "qu'") && before != "jamais" && before != "pas";
    return rule.when == When::negated && !is_french_only &&
           Scene::find_word(sentence_, WordClass::say, cue.tokens) != nullptr &&
           Scene::find_word(sentence_, WordClass::complement, {cue.tokens.end, cue.tokens.end + kReach}) !=
               nullptr;
  }

  /// The negation before a cue, or inside one with a gap: "l'outil n'a jamais été branché".
  Negation negation_of(const CueHit& cue, const Cue& rule, const Speech* speech) const {
    const bool is_wide = rule.when == When::negated;
    const bool is_beyond = speech != nullptr && speech->is_refused && cue.tokens.begin >= speech->verb.end;
    const std::uint32_t from = is_beyond ? speech->verb.end : sentence_.tokens.begin;
    const Negation before = find_negation(scene_, sentence_, cue.tokens, cue.has_negator, is_wide, from);
    if (before != Negation::none || cue.tokens.size() < 3) {
      return before;
    }
    return find_negation(scene_, sentence_, {cue.tokens.end - 1, cue.tokens.end}, cue.has_negator, is_wide,
                         from);
  }

  void read_cue(const CueHit& cue) {
    const Frame& frame = codebook().frames()[cue.frame];
    const Cue& rule = frame.rules[cue.rule];
    const Speech* speech = speech_of(cue, rule);
    const Negation negation = negation_of(cue, rule, speech);
    const bool counts = rule.when == When::any ||
                        (rule.when == When::negated) == (negation != Negation::none ||
                                                         is_counterfactual(scene_, sentence_, cue.tokens)) ||
                        (rule.when == When::plain && negation == Negation::restricted);
    if (negation == Negation::negated && rule.generic && rule.speech) {
      return;  // nobody is accused: no statement was made
    }
    if ((!counts && rule.when == When::negated) ||
        (negation == Negation::negated && is_unmade_statement(cue, rule))) {
      return;
    }
    if ((speech != nullptr && speech->is_void) || is_excused(speech, cue, rule)) {
      return;
    }
    const bool is_flipped = rule.when == When::plain && negation == Negation::negated;
    const CueContext context{scene_, index_, cue, rule, speech};
    std::vector<Target> targets = find_targets(context);
    const CueContext remark{scene_, index_, cue, rule, nullptr};
    if (targets.empty() && rule.remark && speech != nullptr) {
      // "La Caisse publie un texte sans excuses": the text's own remark about the one who speaks.
      for (const Target& target : find_targets(remark)) {
        add(remark, target, is_flipped);
      }
      return;
    }
    for (const Target& target : targets) {
      const bool is_about_speaker = rule.remark && speech != nullptr && speech->holder == target.actor;
      add(is_about_speaker ? remark : context, target, is_flipped);
    }
    if (is_flipped || (speech != nullptr && speech->is_denied)) {
      const Target corrected = find_correction(context, cue.tokens);
      if (corrected.actor >= 0) {
        add(context, corrected, false);
      }
    }
  }

  std::string actor_id(std::int32_t actor) const {
    return actor < 0 ? "other" : codebook().actors()[static_cast<std::size_t>(actor)].id;
  }

  void add(const CueContext& context, const Target& target, bool is_flipped) {
    const Frame& frame = codebook().frames()[context.cue.frame];
    Claim claim;
    claim.article = scene_.article->id;
    claim.sentence = static_cast<std::int64_t>(index_);
    claim.target = actor_id(target.actor);
    set_holder(context, claim);
    claim.frame = frame.id;
    claim.polarity = context.rule.polarity;
    claim.evidence = evidence();
    claim.cue = scene_.written(context.cue.tokens);
    claim.rule = fmt::format("{}:{}", frame.id, context.rule.line);
    set_modality(context, claim);
    if (!set_polarity(context, frame, is_flipped, claim)) {
      return;
    }
    if (is_flipped && target.tokens.size() == 0 && claim.modality == "denied") {
      return;  // "ne sont plus l'apanage de groupes criminels": nobody is cleared
    }
    const bool is_spoken = context.rule.speech && context.rule.bind == Bind::object;
    const bool says_so = context.rule.bind == Bind::subject || is_flipped;
    if (claim.polarity == kBlames && claim.holder == claim.target && (is_spoken || !says_so)) {
      return;  // "la Caisse a saisi la justice": nobody blames himself, unless for what he says that he did
    }
    candidates_.push_back({.claim = std::move(claim),
                           .is_generic = context.rule.generic,
                           .is_spoken = is_spoken,
                           .is_unnamed = target.tokens.size() == 0});
  }

  void set_holder(const CueContext& context, Claim& claim) const {
    const Speech* speech = context.speech;
    claim.holder = speech == nullptr ? "outlet" : actor_id(speech->holder);
    const bool is_unsaid = speech == nullptr || speech->holder < 0;
    if (context.rule.speech &&
        (context.rule.bind == Bind::genitive || (context.rule.bind == Bind::holder && is_unsaid))) {
      claim.holder = claim.target;  // who claims the deed did it, whose denial it is denies
    }
    const Frame& frame = codebook().frames()[context.cue.frame];
    const std::string& usual = context.rule.holder.empty() ? frame.holder : context.rule.holder;
    const bool is_own_word = !context.rule.holder.empty() && speech != nullptr &&
                             speech->verb.overlaps(context.cue.tokens);  // رد is no verb of saying here
    if ((claim.holder == "outlet" || is_own_word) && !usual.empty()) {
      claim.holder = usual;
    } else if (claim.holder == "outlet" && context.rule.bind == Bind::holder &&
               context.rule.polarity == kDefends) {
      claim.holder = claim.target;  // words of the accused, unless somebody else is named
    }
    const bool is_own_voice = claim.holder == "outlet";
    claim.voice = is_own_voice ? "author" : "attributed";
    claim.holder_name = is_own_voice || speech == nullptr ? std::string() : speech->name;
  }

  void set_modality(const CueContext& context, Claim& claim) const {
    claim.modality = find_modality(scene_, sentence_, context.cue.tokens);
    if (claim.modality != "asserted") {
      return;
    }
    if (context.speech != nullptr && context.speech->is_question) {
      claim.modality = "question";
    } else if (context.speech != nullptr && context.speech->is_hedged) {
      claim.modality = "conditional";
    } else {
      claim.modality = context.rule.modality;
    }
  }

  /// Polarity by table: that of the cue, turned by an odd number of negations. False when nothing is left to claim.
  bool set_polarity(const CueContext& context, const Frame& frame, bool is_flipped, Claim& claim) const {
    const bool is_denied = context.speech != nullptr && context.speech->is_denied &&
                           (!context.rule.speech || !context.speech->verb.overlaps(context.cue.tokens)) &&
                           context.speech->verb.begin != context.cue.tokens.begin;
    const bool is_turned = is_flipped != is_denied;
    const bool is_own = claim.holder == claim.target || codebook().is_under(claim.holder, claim.target) ||
                        codebook().is_under(claim.target, claim.holder);
    if (!context.rule.by_others.empty() && !is_own && claim.voice == "attributed") {
      claim.polarity = context.rule.by_others;
    }
    if (!is_turned) {
      return true;
    }
    if (claim.polarity == kBlames) {
      claim.polarity = kDefends;
      claim.modality = "denied";
      if (is_own && !frame.denied_as.empty()) {
        claim.frame = frame.denied_as;
      }
      return true;
    }
    if (claim.polarity == kDefends && !frame.negated_as.empty()) {
      claim.polarity = kBlames;
      claim.frame = frame.negated_as;
      return true;
    }
    return false;
  }

  const Scene& scene_;
  std::size_t index_;
  const Sentence& sentence_;
  const std::vector<Speech>& speeches_;
  std::vector<Candidate> candidates_;
};

/// A text that is long enough to name the affair and does not, or names it in passing only, or that of another country, is about
/// something else, whatever its words; a paragraph may leave the name unsaid, but not field and country both, and of a lone sentence nothing is
/// asked.
bool is_beside_the_point(const Scene& scene) {
  constexpr std::size_t kSentence = 40;    // tokens
  constexpr std::size_t kLongText = 100;   // tokens
  constexpr std::size_t kInPassing = 400;  // tokens a name
  const Codebook& codebook = scene.lexicon->codebook();
  if (codebook.affair().empty()) {
    return false;
  }
  const std::size_t tokens = scene.text.tokens.size();
  if (tokens <= kLongText) {
    return tokens > kSentence && scene.affair_names == 0 && !scene.has_affair_words && !scene.has_place;
  }
  return scene.affair_names * kInPassing < tokens || (!codebook.place().empty() && !scene.has_place);
}

std::vector<std::vector<Speech>> find_speeches(const Scene& scene) {
  std::vector<std::vector<Speech>> speeches;
  Discourse discourse;
  for (std::size_t i = 0; i < scene.sentences.size(); ++i) {
    speeches.push_back(find_speech(scene, i, discourse));
    remember(scene, i, speeches.back(), discourse);
  }
  complete_quotations(scene, speeches);
  return speeches;
}

}  // namespace

struct ClaimExtractor::Impl {
  explicit Impl(const Codebook& codebook) : lexicon(codebook) {}
  claims::Lexicon lexicon;
};

ClaimExtractor::ClaimExtractor(const Codebook& codebook) : impl_(std::make_unique<Impl>(codebook)) {}
ClaimExtractor::~ClaimExtractor() = default;
ClaimExtractor::ClaimExtractor(ClaimExtractor&&) noexcept = default;
ClaimExtractor& ClaimExtractor::operator=(ClaimExtractor&&) noexcept = default;

std::vector<Claim> ClaimExtractor::extract(const Article& article) const {
  thread_local Analyzer analyzer;
  const Scene scene = make_scene(article, impl_->lexicon, analyzer);
  if (is_beside_the_point(scene)) {
    return {};
  }
  const std::vector<std::vector<Speech>> speeches = find_speeches(scene);
  std::vector<Claim> claims;
  std::vector<Claim> before;
  for (std::size_t i = 0; i < scene.sentences.size(); ++i) {
    before = SentenceReader(scene, i, speeches[i]).read(before);
    claims.insert(claims.end(), before.begin(), before.end());
  }
  return claims;
}

std::vector<Quotation> ClaimExtractor::quotations(const Article& article) const {
  thread_local Analyzer analyzer;
  const Scene scene = make_scene(article, impl_->lexicon, analyzer);
  const std::vector<std::vector<Speech>> speeches = find_speeches(scene);
  const std::int32_t outlet = impl_->lexicon.actor("outlet");
  std::vector<Quotation> quotations;
  std::size_t sentence = 0;
  for (const Span span : find_direct_speech(article.text)) {
    const auto token = static_cast<std::uint32_t>(
        std::ranges::lower_bound(scene.text.tokens, span.begin, {}, &Token::begin) -
        scene.text.tokens.begin());
    while (sentence < scene.sentences.size() && scene.sentences[sentence].tokens.end <= token) ++sentence;
    if (sentence == scene.sentences.size()) break;
    Quotation quotation{
        .span = span, .sentence = static_cast<std::int64_t>(sentence), .holder = {}, .holder_name = {}};
    const Speech* speech = find_innermost(speeches[sentence], token);
    if (speech != nullptr && speech->holder >= 0 && speech->holder != outlet) {
      quotation.holder = impl_->lexicon.codebook().actors()[static_cast<std::size_t>(speech->holder)].id;
      quotation.holder_name = speech->name;
    }
    quotations.push_back(std::move(quotation));
  }
  return quotations;
}

std::string ClaimExtractor::rules() const {
  return fmt::format("{}.{}", impl_->lexicon.codebook().hash(), kRulesVersion);
}

}  // namespace sahafa
