#include "analysis/claims/assertion.h"

#include <algorithm>
#include <array>

#include "analysis/claims/inflection.h"
#include "analysis/claims/one_of.h"

namespace sahafa::claims {
namespace {

constexpr std::uint32_t kScope = 9;             // tokens from ne to what it negates
constexpr std::uint32_t kRestrictionReach = 8;  // tokens from what is negated to سوى

bool has_restriction(const Sentence& sentence, Range range) {
  return Scene::find_word(sentence, WordClass::restriction, range) != nullptr;
}

/// Scans the clause to the left of `words`. A que on the way makes "ne ... que"; with a "pas" before it the negation belongs to
/// another verb. "Ce n'est pas X qui" reaches over its qui.
Negation find_french(const Scene& scene, const Sentence& sentence, Range words, std::uint32_t floor) {
  static constexpr std::array<std::string_view, 8> kSecond = {"pas",   "plus",   "jamais", "rien",
                                                              "aucun", "aucune", "point",  "guere"};
  static constexpr std::array<std::string_view, 9> kNearby = {"pas", "non",   "ni",     "aucun", "aucune",
                                                              "nul", "nulle", "jamais", "sans"};
  bool has_que = false;
  bool has_qui = false;
  bool has_second = false;
  for (std::uint32_t distance = 1; distance <= kScope && words.begin >= floor + distance; ++distance) {
    const std::uint32_t i = words.begin - distance;
    const std::string_view form = scene.form(i);
    if (scene.clause[i] != scene.clause[words.begin] || scene.quote[i] != scene.quote[words.begin]) {
      break;
    }
    const bool is_ne = form == "ne" || form == "n'";
    if (is_ne && Scene::find_word(sentence, WordClass::hedge, {i, i + 1}) != nullptr) {
      return Negation::none;  // "n'écarte pas", "n'exclut pas": possible, after all
    }
    if (form == "sans" && scene.form(i + 1) == "doute") {
      continue;  // a hedge
    }
    if (is_ne && has_que) {
      return has_second ? Negation::none : Negation::restricted;
    }
    if (is_ne) {
      return !has_qui || has_second ? Negation::negated : Negation::none;
    }
    if (!has_que && !has_qui && distance <= 3 && is_one_of(form, kNearby) &&
        (form != "sans" || distance <= 2)) {
      return Negation::negated;
    }
    has_que = has_que || form == "que" || form == "qu'" || form == "dont";
    has_qui = has_qui || form == "qui";
    has_second = has_second || is_one_of(form, kSecond);
  }
  return Negation::none;
}

/// How far to the left of a word its Arabic negator may stand; 0 for a word that is none.
std::uint32_t reach_of(std::string_view form, bool is_wide) {
  static constexpr std::array<std::string_view, 4> kVerbal = {"لم", "لن", "لا", "ولا"};
  static constexpr std::array<std::string_view, 5> kClausal = {"ليس", "ليست", "ليسوا", "لست", "لسنا"};
  static constexpr std::array<std::string_view, 6> kNominal = {"غير", "دون", "بدون", "بلا", "عدم", "ماشي"};
  if (!form.empty() && (form.starts_with("و") || form.starts_with("ف")) && form.size() > 4) {
    form.remove_prefix(2);
  }
  if (is_one_of(form, kVerbal)) return is_wide ? 5 : 3;
  if (is_one_of(form, kClausal)) return 7;
  if (is_one_of(form, kNominal)) return 2;
  return 0;
}

Negation find_arabic(const Scene& scene, const Sentence& sentence, Range words, bool is_wide,
                     std::uint32_t floor) {
  static constexpr std::array<std::string_view, 8> kStops = {"ان",   "انه",   "انها", "الذي",
                                                             "التي", "الذين", "بان",  "بل"};
  for (std::uint32_t distance = 1; distance <= kScope && words.begin >= floor + distance; ++distance) {
    const std::uint32_t i = words.begin - distance;
    if (scene.clause[i] != scene.clause[words.begin] || scene.quote[i] != scene.quote[words.begin] ||
        is_one_of(scene.form(i), kStops)) {
      break;
    }
    if (distance <= reach_of(scene.form(i), is_wide)) {
      return has_restriction(sentence, {words.begin, words.end + kRestrictionReach}) ? Negation::restricted
                                                                                     : Negation::negated;
    }
  }
  return Negation::none;
}

bool is_press_conditional(const Scene& scene, const Sentence& sentence, Range words) {
  static constexpr std::array<std::string_view, 12> kModal = {
      "du",   "dus",  "pu",    "temps",       "bon",        "fallu",
      "luxe", "trop", "utile", "souhaitable", "preferable", "logique"};
  for (std::uint32_t i = sentence.tokens.begin; i < std::min(words.end + 3, sentence.tokens.end); ++i) {
    if (scene.clause[i] != scene.clause[words.begin] || !is_conditional_form(scene, i)) {
      continue;
    }
    bool is_modal = false;
    for (std::uint32_t j = i + 1; j < std::min(i + 4, sentence.tokens.end); ++j) {
      is_modal = is_modal || is_one_of(scene.form(j), kModal);
    }
    if (!is_modal) {
      return true;
    }
  }
  return false;
}

/// قد before an imperfect verb is possibility, before a perfect one certainty.
bool has_qad_of_possibility(const Scene& scene, const Sentence& sentence, Range words) {
  for (std::uint32_t i = sentence.tokens.begin; i + 1 < sentence.tokens.end && i < words.end; ++i) {
    const std::string_view next = scene.form(i + 1);
    const bool is_imperfect = next.starts_with("ي") || next.starts_with("ت") || next.starts_with("ن");
    if ((scene.form(i) == "قد" || scene.form(i) == "وقد") && is_imperfect &&
        scene.clause[i] == scene.clause[words.begin]) {
      const bool is_perfect_of_ta = next.starts_with("ت") && next.size() >= 8 && !next.ends_with("ون");
      return !is_perfect_of_ta || next.starts_with("تكون");
    }
  }
  return false;
}

bool is_hedged(const Scene& scene, const Sentence& sentence, Range words) {
  const bool has_hedge = std::ranges::any_of(sentence.words, [&](const WordHit& hit) {
    return hit.word_class == WordClass::hedge && scene.clause[hit.tokens.begin] == scene.clause[words.begin];
  });
  return has_hedge || is_press_conditional(scene, sentence, words) ||
         has_qad_of_possibility(scene, sentence, words);
}

bool is_asked(const Scene& scene, const Sentence& sentence, Range words) {
  for (std::uint32_t i = words.end; i < sentence.tokens.end; ++i) {
    const std::string_view form = scene.form(i);
    if (form == "?" || form == "؟") {
      return scene.quote[i] == scene.quote[words.begin] || scene.quote[words.begin] == 0;
    }
    if (scene.quote[i] == 0 && scene.quote[words.begin] != 0) {
      return false;
    }
  }
  return false;
}

/// "Si les pirates ont frappé, c'est que ...", "Si le rapport proposait X, Alaoui rappelle que": what is conceded, not supposed.
bool states_fact(const Scene& scene, const Sentence& sentence, const WordHit& condition, Range words) {
  const bool is_reported = std::ranges::any_of(sentence.words, [&](const WordHit& hit) {
    return hit.word_class == WordClass::say && hit.tokens.end <= words.begin &&
           scene.clause[hit.tokens.begin] > scene.clause[condition.tokens.begin];
  });
  if (is_reported) {
    return true;
  }
  for (std::uint32_t i = condition.tokens.end; i < sentence.tokens.end; ++i) {
    if (scene.form(i) == "c'" && scene.clause[i] != scene.clause[condition.tokens.begin]) {
      return true;
    }
  }
  return false;
}

bool is_hypothetical(const Scene& scene, const Sentence& sentence, Range words) {
  return std::ranges::any_of(sentence.words, [&](const WordHit& hit) {
    const std::uint32_t begin = hit.tokens.begin;
    const bool opens = begin == sentence.tokens.begin || scene.is_mark(begin - 1) ||
                       scene.form(begin - 1) == "que" || scene.form(begin - 1) == "meme" ||
                       is_arabic(scene.form(begin));
    const bool asks =
        begin > sentence.tokens.begin && (scene.form(begin - 1) == "عما" || scene.form(begin - 1) == "ما");
    return hit.word_class == WordClass::condition && opens && !asks &&
           !states_fact(scene, sentence, hit, words) && scene.quote[begin] == scene.quote[words.begin];
  });
}

}  // namespace

bool is_conditional_form(const Scene& scene, std::uint32_t token) {
  static constexpr std::array<std::string_view, 8> kModal = {
      "devrait", "devraient", "faudrait", "voudrait", "voudraient", "conviendrait", "gagnerait", "vaudrait"};
  static constexpr std::array<std::string_view, 4> kBefore = {"e", "i", "d", "r"};  // of the ending, "rait"
  static constexpr std::array<std::string_view, 6> kImperfect = {"ti",  "vi",  "mi", "si",
                                                                 "spi", "clai"};  // tirait, virait, admirait
  std::string_view raw = slice(scene.article->text, scene.text.tokens[token].span());
  for (const std::string_view ending : {"rait", "raient"}) {
    if (raw.ends_with(ending) && raw.size() > ending.size() + 1) {
      raw.remove_suffix(ending.size());
      const bool is_short = raw == "au" || raw == "se";
      const auto ends = [raw](std::string_view end) { return raw.ends_with(end); };
      return is_short || (std::ranges::any_of(kBefore, ends) && std::ranges::none_of(kImperfect, ends) &&
                          !is_one_of(scene.form(token), kModal));
    }
  }
  return false;
}

Negation find_negation(const Scene& scene, const Sentence& sentence, Range words, bool has_negator,
                       bool is_wide, std::uint32_t from) {
  const std::uint32_t begin = std::max(from, sentence.tokens.begin);
  const std::uint32_t floor = std::max(sentence.tokens.begin + kScope, words.begin) - kScope;
  if (has_negator) {
    return Negation::none;
  }
  const bool is_arabic_word = is_arabic(scene.form(words.begin));
  const Negation negation = is_arabic_word ? find_arabic(scene, sentence, words, is_wide, begin)
                                           : find_french(scene, sentence, words, begin);
  if (negation == Negation::negated &&
      has_restriction(sentence, {floor, words.end + (is_arabic_word ? 3U : 4U)})) {
    return Negation::none;
  }
  return negation;
}

bool is_counterfactual(const Scene& scene, const Sentence& sentence, Range words) {
  static constexpr std::array<std::string_view, 6> kPast = {"avait",   "avaient", "etait",
                                                            "etaient", "لو",      "لولا"};
  const bool has_condition = std::ranges::any_of(sentence.words, [&](const WordHit& hit) {
    return hit.word_class == WordClass::condition && hit.tokens.begin < words.begin &&
           scene.clause[hit.tokens.begin] == scene.clause[words.begin];
  });
  for (std::uint32_t i = sentence.tokens.begin; has_condition && i < words.begin; ++i) {
    if (is_one_of(scene.form(i), kPast) && scene.clause[i] == scene.clause[words.begin]) {
      return true;
    }
  }
  return false;
}

std::string_view find_modality(const Scene& scene, const Sentence& sentence, Range words) {
  if (is_hypothetical(scene, sentence, words)) return "hypothetical";
  if (is_asked(scene, sentence, words)) return "question";
  return is_hedged(scene, sentence, words) ? "conditional" : "asserted";
}

}  // namespace sahafa::claims
