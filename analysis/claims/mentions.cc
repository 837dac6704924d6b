#include "analysis/claims/mentions.h"

#include <algorithm>
#include <array>

#include "analysis/claims/inflection.h"
#include "analysis/claims/one_of.h"

namespace sahafa::claims {
namespace {

constexpr std::array<std::string_view, 48> kPrepositions = {
    "de",    "du",     "d'",     "a",       "au",     "aux",    "par",  "sur",  "contre", "avec",
    "chez",  "dans",   "entre",  "vers",    "sous",   "selon",  "pour", "من",   "الي",    "علي",
    "عن",    "في",     "مع",     "ضد",      "بين",    "لدي",    "نحو",  "تجاه", "بحسب",   "devant",
    "parmi", "envers", "durant", "pendant", "depuis", "malgre", "sans", "hors", "امام",   "خلال",
    "عند",   "منذ",    "وراء",   "خلف",     "داخل",   "عبر",    "ضمن",  "برفقه"};
constexpr std::array<std::string_view, 6> kFeminine = {"la", "une", "cette", "sa", "ma", "notre"};
constexpr std::array<std::string_view, 5> kMasculine = {"le", "un", "ce", "du", "au"};
constexpr std::array<std::string_view, 7> kPlural = {"les", "des", "ces", "nos", "leurs", "aux", "plusieurs"};

bool has_ascii_capital(const Scene& scene, std::uint32_t token) {
  const char first = scene.article->text[scene.text.tokens[token].begin];
  return first >= 'A' && first <= 'Z';
}

/// Words that join two actors or begin something new: what stands between a noun and its apposition is none of them.
bool is_link(std::string_view form) {
  static constexpr std::array<std::string_view, 12> kLinks = {"et",  "ou", "que",  "qui",  "ni", "comme",
                                                              "est", "a",  "mais", "dont", "ne", "n'"};
  return is_one_of(form, kLinks) || is_one_of(form, kPrepositions);
}

/// A common noun and, behind comme or "aussi ... que", the name of one of its kind.
bool is_likened(const Scene& scene, const Sentence& sentence, const Mention& noun, const Mention& name) {
  static constexpr std::array<std::string_view, 6> kLike = {"comme", "que", "qu'", "telle", "tel", "مثل"};
  constexpr std::uint32_t kReach = 5;
  const std::uint32_t gap = name.tokens.begin - noun.tokens.end;
  bool has_like = false;
  for (std::uint32_t i = noun.tokens.end; i < name.tokens.begin && gap <= kReach; ++i) {
    const bool compares = scene.form(i) != "que" || scene.form(noun.tokens.end) == "aussi" ||
                          scene.form(noun.tokens.end) == "telle" || scene.form(noun.tokens.end) == "tel";
    has_like = has_like || (is_one_of(scene.form(i), kLike) && compares);
  }
  return has_like && !has_ascii_capital(scene, noun.tokens.begin) &&
         noun.tokens.begin > sentence.tokens.begin &&
         (has_ascii_capital(scene, name.tokens.begin) || is_arabic(scene.form(name.tokens.begin)));
}

}  // namespace

void drop_claimed_origins(const Scene& scene, Sentence& sentence) {
  constexpr std::uint32_t kReach = 3;
  std::erase_if(sentence.mentions, [&](const Mention& mention) {
    for (std::uint32_t back = 1; back <= kReach && mention.tokens.begin >= sentence.tokens.begin + back;
         ++back) {
      const std::string_view form = scene.form(mention.tokens.begin - back);
      if (form.starts_with("reclam") || form.starts_with("revendiqu")) {
        return mention.is_governed && back > 1;
      }
      if (!is_one_of(form, kPrepositions) && form != "l'" && form != "la") {
        return false;
      }
    }
    return false;
  });
}

void drop_foreigners(const Scene& scene, Sentence& sentence) {
  const std::vector<Actor>& actors = scene.lexicon->codebook().actors();
  std::erase_if(sentence.mentions, [&](const Mention& mention) {
    const bool is_name = has_ascii_capital(scene, mention.tokens.begin) &&
                         !actors[static_cast<std::size_t>(mention.actor)].parent.empty();
    return !is_name &&  // "DDOS 54 الجزائري" says where a group is from
           std::ranges::any_of(sentence.elsewhere,
                               [&](Range words) { return words.begin == mention.tokens.end; });
  });
}

bool passes_guards(const Scene& scene, const Entry& entry, Range name,
                   const std::vector<PhraseMatch>& contexts) {
  const Lexicon& lexicon = *scene.lexicon;
  return std::ranges::all_of(entry.guards, [&](std::uint32_t index) {
    const CompiledGuard& guard = lexicon.guard(index);
    const auto occurs = [&](const std::vector<std::uint32_t>& ids, auto&& at) {
      return std::ranges::any_of(contexts, [&](const PhraseMatch& match) {
        return std::ranges::find(ids, lexicon.entry(match.phrase).id) != ids.end() && at(match.tokens);
      });
    };
    return (guard.requires_any.empty() || occurs(guard.requires_any, [](Range) { return true; })) &&
           !occurs(guard.forbids_next, [&](Range next) { return next.begin == name.end; });
  });
}

void describe(const Scene& scene, const Sentence& sentence, Mention& mention) {
  const std::uint32_t first = mention.tokens.begin;
  const std::string_view own = scene.form(first);
  const std::string_view before = first > sentence.tokens.begin ? scene.form(first - 1) : std::string_view();
  const std::string_view second =
      first > sentence.tokens.begin + 1 ? scene.form(first - 2) : std::string_view();
  const bool has_determiner = is_one_of(before, kFeminine) || before == "l'" || before == "le" ||
                              before == "les" || before == "un" || before == "cette" || before == "ce" ||
                              before == "ces";
  for (const std::string_view word : {before, own}) {
    if (is_one_of(word, kFeminine)) mention.gender = Gender::feminine;
    if (is_one_of(word, kMasculine)) mention.gender = Gender::masculine;
    mention.is_plural = mention.is_plural || is_one_of(word, kPlural);
  }
  const std::string& known =
      scene.lexicon->codebook().actors()[static_cast<std::size_t>(mention.actor)].gender;
  if (mention.gender == Gender::unknown && !known.empty() && !is_arabic(own)) {
    mention.gender = known == "f" ? Gender::feminine : Gender::masculine;
  }
  if (is_arabic(own) && mention.gender == Gender::unknown) {
    mention.gender = own.ends_with("ه") ? Gender::feminine : Gender::masculine;
  }
  const std::string_view governor = has_determiner ? second : before;
  mention.is_governed = is_one_of(governor, kPrepositions);
  if (is_arabic(own) && !mention.is_governed) {
    const std::string_view bare = own;
    mention.is_governed = bare.starts_with("لل") || bare.starts_with("بال") || bare.starts_with("كال") ||
                          bare.starts_with("ولل");
  }
}

void add_mention(std::vector<Mention>& mentions, const Mention& mention) {
  for (Mention& other : mentions) {
    if (other.tokens.overlaps(mention.tokens)) {
      if (mention.tokens.size() > other.tokens.size()) {
        other = mention;
      }
      return;
    }
  }
  mentions.push_back(mention);
}

void join_staff(const Scene& scene, Sentence& sentence) {
  static constexpr std::array<std::string_view, 10> kLinks = {"de", "du",  "de la", "d'", "la",
                                                              "l'", "des", "les",   "au", "a"};
  constexpr std::uint32_t kReach = 3;
  for (const WordHit& hit : sentence.words) {
    if (hit.word_class != WordClass::staff) {
      continue;
    }
    for (Mention& mention : sentence.mentions) {
      if (mention.tokens.begin < hit.tokens.end || mention.tokens.begin - hit.tokens.end > kReach) {
        continue;
      }
      bool is_linked = true;
      for (std::uint32_t i = hit.tokens.end; i < mention.tokens.begin; ++i) {
        is_linked =
            is_linked && (is_one_of(scene.form(i), kLinks) || is_one_of(scene.form(i), kPrepositions));
      }
      if (is_linked) {
        const Range joined = {hit.tokens.begin, mention.tokens.end};
        const std::int32_t actor = mention.actor;
        std::erase_if(sentence.mentions, [&](const Mention& other) { return other.tokens.overlaps(joined); });
        sentence.mentions.push_back({.tokens = joined, .actor = actor});
      }
      break;
    }
  }
}

void join_apposition(const Scene& scene, Sentence& sentence) {
  std::vector<Mention>& mentions = sentence.mentions;
  for (std::size_t i = 0; i + 1 < mentions.size();) {
    const Mention& noun = mentions[i];
    const Mention& name = mentions[i + 1];
    const std::uint32_t gap = name.tokens.begin - noun.tokens.end;
    if (gap == 0 && noun.actor == name.actor) {  // جمعية حماية المستهلك
      mentions[i].tokens.end = name.tokens.end;
      mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      continue;
    }
    const Range between = {noun.tokens.end, name.tokens.begin};
    const bool is_verb =
        gap > 0 && (std::ranges::any_of(sentence.cues,
                                        [&](const CueHit& cue) { return cue.tokens.overlaps(between); }) ||
                    Scene::find_word(sentence, WordClass::say, between) != nullptr ||
                    Scene::find_word(sentence, WordClass::deny, between) != nullptr);
    if (is_likened(scene, sentence, noun, name)) {  // "une institution aussi stratégique que la CNSS"
      mentions[i] = {.tokens = {noun.tokens.begin, name.tokens.end}, .actor = name.actor};
      mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      continue;
    }
    const bool is_adjective = !is_verb && (gap == 0 || (gap == 1 && !scene.is_mark(noun.tokens.end) &&
                                                        !is_link(scene.form(noun.tokens.end)) &&
                                                        !has_ascii_capital(scene, noun.tokens.end)));
    if (is_adjective && !has_ascii_capital(scene, noun.tokens.begin) &&
        has_ascii_capital(scene, name.tokens.begin)) {
      mentions[i] = {.tokens = {noun.tokens.begin, name.tokens.end}, .actor = name.actor};
      mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    } else {
      ++i;
    }
  }
}

}  // namespace sahafa::claims
