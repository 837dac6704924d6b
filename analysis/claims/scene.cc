#include "analysis/claims/scene.h"

#include <algorithm>
#include <array>

#include "analysis/claims/inflection.h"
#include "text/fold.h"

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

template <std::size_t N>
bool is_one_of(std::string_view form, const std::array<std::string_view, N>& words) {
  return std::ranges::find(words, form) != words.end();
}

bool opens_clause(const Scene& scene, std::uint32_t token) {
  static constexpr std::array<std::string_view, 9> kBreaks = {",", ";", ":", "،", "؛", "(", ")", "–", "—"};
  return scene.is_mark(token) && is_one_of(scene.form(token), kBreaks);
}

/// "le gouvernement français" is none of the affair's actors.
void drop_foreigners(Sentence& sentence) {
  std::erase_if(sentence.mentions, [&](const Mention& mention) {
    return std::ranges::any_of(sentence.elsewhere,
                               [&](Range words) { return words.begin == mention.tokens.end; });
  });
}

/// Numbers the quotations of a sentence. A straight mark opens and closes in turn; a closing mark without its opening one closes
/// a quotation that began with the sentence; an opening one without end lasts to the end of the sentence.
void mark_quotes(Scene& scene, const Sentence& sentence, std::uint16_t& last_number) {
  std::vector<std::uint16_t> open;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const std::string_view raw = slice(scene.article->text, scene.text.tokens[i].span());
    const bool is_opening = raw == "«" || raw == "“" || raw == "„";
    const bool is_closing = raw == "»" || raw == "”";
    const bool is_straight = raw == "\"" || raw == "‟" || raw == "＂";
    if (is_closing || (is_straight && !open.empty())) {
      if (open.empty()) {
        std::fill(scene.quote.begin() + sentence.tokens.begin, scene.quote.begin() + i, ++last_number);
      } else {
        open.pop_back();
      }
    } else if (is_opening || is_straight) {
      open.push_back(++last_number);
    }
    scene.quote[i] = open.empty() ? std::uint16_t{0} : open.back();
  }
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

bool has_capital(const Scene& scene, std::uint32_t token) {
  const auto first = static_cast<unsigned char>(scene.article->text[scene.text.tokens[token].begin]);
  return (first >= 'A' && first <= 'Z') || first >= 0x80;
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

/// Keeps the longest of overlapping mentions, the earlier one of equals.
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

/// "tient X pour responsable de", "rejette la faute sur X": words of an accusing verb are no charge of their own.
bool is_part_of_accusation(const Scene& scene, Range words, const Cue& own, Range verb,
                           const Cue& accusation) {
  const bool is_within = verb.contains(words) && verb.size() > words.size() && accusation.generic &&
                         accusation.bind == Bind::object;
  const bool is_same_verb =
      verb.begin == words.begin && accusation.generic && !scene.is_participle(words.begin);
  const bool is_longer = verb.contains(words) && verb.size() > words.size() && accusation.generic;
  return own.speech ? own.generic && is_longer : own.generic || is_within || is_same_verb;
}

/// Of cues of one sentence that lie inside a longer one, only the longer one counts; what stands in the gap of a pattern with another
/// frame is none of its words. An accusation without a fault never hides one with, and no noun hides a verb of accusing.
void keep_longest(const Scene& scene, std::vector<CueHit>& cues) {
  constexpr std::uint32_t kWithoutGap = 4;  // tokens of a phrase that has hardly a gap
  const auto rule_of = [&](const CueHit& cue) -> const Cue& {
    return scene.lexicon->codebook().frames()[cue.frame].rules[cue.rule];
  };
  const auto any_other = [&](const CueHit& cue, auto&& hides) {
    return std::ranges::any_of(cues, [&](const CueHit& other) {
      return other.tokens.overlaps(cue.tokens) && hides(rule_of(cue), rule_of(other), other);
    });
  };
  std::vector<CueHit> kept;
  std::ranges::copy_if(cues, std::back_inserter(kept), [&](const CueHit& cue) {
    return !any_other(cue, [&](const Cue& own, const Cue& its, const CueHit& other) {
      const bool is_longer = other.tokens.contains(cue.tokens) && other.tokens.size() > cue.tokens.size();
      const bool rejects =
          own.bind == Bind::against && its.speech && is_longer;  // "rejette les accusations": nobody accuses
      return rejects || (its.speech && its.polarity == "blames" && other.tokens.begin <= cue.tokens.begin &&
                         is_part_of_accusation(scene, cue.tokens, own, other.tokens, its));
    });
  });
  cues = std::move(kept);
  kept.clear();
  std::ranges::copy_if(cues, std::back_inserter(kept), [&](const CueHit& cue) {
    return !any_other(cue, [&](const Cue& own, const Cue& its, const CueHit& other) {
      if (cue.frame != other.frame && ((its.generic && !own.generic) || own.speech)) {
        return false;
      }
      const bool shares_words = other.frame == cue.frame || other.tokens.begin == cue.tokens.begin ||
                                other.tokens.end == cue.tokens.end || other.tokens.size() <= kWithoutGap;
      return other.tokens.contains(cue.tokens) && other.tokens.size() > cue.tokens.size() && shares_words;
    });
  });
  cues = std::move(kept);
}

/// "se réclame de" is another verb than "réclame".
bool is_reflexive_form(const Scene& scene, const Sentence& sentence, Range words) {
  const auto is_reflexive = [&](std::uint32_t back) {
    return words.begin >= sentence.tokens.begin + back &&
           (scene.form(words.begin - back) == "se" || scene.form(words.begin - back) == "s'");
  };
  const bool has_be = words.begin > sentence.tokens.begin && scene.form(words.begin - 1).starts_with("e");
  return is_reflexive(1) || (has_be && is_reflexive(2));  // "s'est révélé"
}

/// A cue that is part of an actor's name says nothing, and a verb's form after a determiner is a noun.
void drop_false_cues(const Scene& scene, Sentence& sentence) {
  std::erase_if(sentence.cues, [&](const CueHit& cue) {
    const Bind bind = scene.lexicon->codebook().frames()[cue.frame].rules[cue.rule].bind;
    const bool is_verb = bind == Bind::subject || bind == Bind::object;
    const bool is_name = std::ranges::any_of(sentence.mentions,
                                             [&](const Mention& m) { return m.tokens.contains(cue.tokens); });
    const bool has_word_of_name =
        bind != Bind::inside && std::ranges::any_of(sentence.mentions, [&](const Mention& m) {
          const bool begins_inside = m.tokens.begin < cue.tokens.begin && cue.tokens.begin < m.tokens.end;
          return begins_inside || (m.tokens.begin < cue.tokens.end && cue.tokens.end < m.tokens.end);
        });
    const bool is_idiom =
        std::ranges::any_of(sentence.idioms, [&](Range idiom) { return idiom.contains(cue.tokens); });
    const bool is_no_noun = bind == Bind::against && !is_arabic(scene.form(cue.tokens.begin)) &&
                            !scene.is_noun(sentence, cue.tokens.begin);
    return is_name || has_word_of_name || is_idiom || is_no_noun ||
           (is_verb && scene.is_noun(sentence, cue.tokens.begin)) ||
           (bind == Bind::object && is_reflexive_form(scene, sentence, cue.tokens));
  });
  const auto is_in_idiom = [&](Range words) {
    return std::ranges::any_of(sentence.idioms, [&](Range idiom) { return idiom.contains(words); });
  };
  std::erase_if(sentence.mentions, [&](const Mention& mention) { return is_in_idiom(mention.tokens); });
  const auto is_in_name = [&](const WordHit& hit) {  // "un conseiller du ministre" advises nobody
    const bool may_report = hit.word_class == WordClass::say || hit.word_class == WordClass::distance ||
                            hit.word_class == WordClass::deny || hit.word_class == WordClass::hedge;
    return may_report && std::ranges::any_of(sentence.mentions,
                                             [&](const Mention& m) { return m.tokens.contains(hit.tokens); });
  };
  std::erase_if(sentence.words, [&](const WordHit& hit) {
    return is_in_idiom(hit.tokens) || is_in_name(hit) ||
           (hit.word_class == WordClass::say && is_reflexive_form(scene, sentence, hit.tokens));
  });
}

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

/// "un cadre de la Caisse", إطار بالصندوق: who speaks for a body, or works there, is that body.
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

/// "l'entreprise marocaine Dataprotect", "la députée Mounib": a common noun and the name after it, an adjective between at most, are
/// one mention of whom the name says.
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

void add_match(Scene& scene, Sentence& sentence, const PhraseMatch& match,
               const std::vector<PhraseMatch>& contexts) {
  const Entry& entry = scene.lexicon->entry(match.phrase);
  switch (entry.kind) {
    case EntryKind::actor:
      if ((!entry.is_capitalised || has_capital(scene, match.tokens.begin)) &&
          passes_guards(scene, entry, match.tokens, contexts)) {
        add_mention(sentence.mentions,
                    {.tokens = match.tokens, .actor = static_cast<std::int32_t>(entry.id)});
      }
      break;
    case EntryKind::word:
      sentence.words.push_back({static_cast<WordClass>(entry.id), match.tokens});
      break;
    case EntryKind::cue:
      sentence.cues.push_back({entry.id, entry.rule, match.tokens, entry.has_negator});
      break;
    case EntryKind::affair:
      ++scene.affair_names;
      break;
    case EntryKind::elsewhere:
      sentence.elsewhere.push_back(match.tokens);
      break;
    case EntryKind::field:
      scene.has_affair_words = true;
      break;
    case EntryKind::place:
      scene.has_place = true;
      break;
    case EntryKind::idiom:
      sentence.idioms.push_back(match.tokens);
      break;
    case EntryKind::context:
      break;
  }
}

/// The name of the article's own outlet, as folded words; "le-point" and "Le Point" are one.
std::vector<std::string> outlet_words(const Article& article) {
  std::vector<std::string> words;
  std::string name = fold(article.outlet);
  std::ranges::replace(name, '-', ' ');
  std::ranges::replace(name, '_', ' ');
  for (const Token& token : tokenize(name)) {
    words.emplace_back(slice(name, token.span()));
  }
  return words;
}

/// A paper is the text's own one when it bears the outlet's name, or when no other one was named before it.
void add_own_voice(Scene& scene, Sentence& sentence, std::int32_t last_paper) {
  const std::int32_t outlet = scene.lexicon->actor("outlet");
  const std::int32_t media = scene.lexicon->actor("media");
  if (outlet < 0) {
    return;
  }
  for (const WordHit& hit : sentence.words) {
    if (hit.word_class == WordClass::self) {
      add_mention(sentence.mentions, {.tokens = hit.tokens, .actor = outlet});
    } else if (hit.word_class == WordClass::paper) {
      const std::int32_t unnamed = scene.article->outlet.empty() && media >= 0 ? media : outlet;
      add_mention(sentence.mentions, {.tokens = hit.tokens, .actor = last_paper >= 0 ? last_paper : unnamed});
    }
  }
  const std::vector<std::string> name = outlet_words(*scene.article);
  const std::vector<Actor>& actors = scene.lexicon->codebook().actors();
  if (name.empty()) {
    return;
  }
  for (Mention& mention : sentence.mentions) {
    const bool is_paper =
        scene.lexicon->codebook().is_under(actors[static_cast<std::size_t>(mention.actor)].id, "media");
    const auto words = std::span(scene.text.forms).subspan(mention.tokens.begin, mention.tokens.size());
    if (is_paper && words.size() <= name.size() && std::equal(words.begin(), words.end(), name.begin())) {
      mention.actor = outlet;  // "Hespress" in an article of "Hespress FR"
    }
  }
  const auto size = static_cast<std::uint32_t>(name.size());
  for (std::uint32_t i = sentence.tokens.begin; i + size <= sentence.tokens.end; ++i) {
    if (std::ranges::equal(name, std::span(scene.text.forms).subspan(i, size))) {
      std::erase_if(sentence.mentions, [&](const Mention& m) { return m.tokens.overlaps({i, i + size}); });
      sentence.mentions.push_back({.tokens = {i, i + size}, .actor = outlet});
    }
  }
}

void number_clauses(Scene& scene, const Sentence& sentence) {
  std::uint16_t clause = 0;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const WordHit* contrast = Scene::find_word(sentence, WordClass::contrast, {i, i + 1});
    if (opens_clause(scene, i) || (contrast != nullptr && contrast->tokens.begin == i)) {
      ++clause;
    }
    scene.clause[i] = clause;
  }
}

}  // namespace

bool Scene::has_attached_pronoun(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 3> kPronouns = {"ه", "ها", "هم"};
  constexpr std::size_t kShortest = 6;  // three letters before the pronoun: تتهم has none
  const std::string_view form_of_token = form(token);
  const std::string_view raw = slice(article->text, text.tokens[token].span());
  return is_arabic(form_of_token) && !raw.ends_with("ة") &&
         std::ranges::any_of(kPronouns, [&](std::string_view pronoun) {
           return form_of_token.ends_with(pronoun) && form_of_token.size() >= pronoun.size() + kShortest;
         });
}

bool Scene::is_noun(const Sentence& sentence, std::uint32_t token) const {
  static constexpr std::array<std::string_view, 18> kDeterminers = {
      "une", "un", "cette", "sa",   "son", "ses", "des", "ces",   "cet",
      "de",  "d'", "du",    "leur", "aux", "au",  "par", "leurs", "ce"};
  static constexpr std::array<std::string_view, 4> kArticles = {"la", "le", "les",
                                                                "l'"};  // or pronouns before a verb
  if (token == sentence.tokens.begin || is_arabic(form(token))) {
    return false;
  }
  const std::string_view own = form(token);
  const std::string_view before = form(token - 1);
  static constexpr std::array<std::string_view, 9> kBeforeClitic = {"il",  "elle", "ils", "elles", "on",
                                                                    "qui", "ne",   "n'",  "nous"};
  const bool is_after_subject =
      token > sentence.tokens.begin + 1 &&
      (is_one_of(form(token - 2), kBeforeClitic) ||
       std::ranges::any_of(sentence.mentions, [&](const Mention& m) { return m.tokens.end + 1 == token; }));
  if (is_one_of(before, kArticles) && is_after_subject) {
    return false;  // "Le syndicat l'accuse"
  }
  const bool is_infinitive = own.ends_with("er") || own.ends_with("ir") || own.ends_with("re");
  if (is_infinitive) {
    return false;
  }
  return is_one_of(before, kDeterminers) || is_one_of(before, kArticles);
}

bool Scene::is_participle(std::uint32_t token) const {
  static constexpr std::array<std::string_view, 4> kEndings = {"é", "és", "ée", "ées"};
  const std::string_view raw = slice(article->text, text.tokens[token].span());
  return std::ranges::any_of(kEndings, [&](std::string_view ending) { return raw.ends_with(ending); });
}

std::string_view Scene::written(Range range) const {
  if (range.size() == 0) {
    return {};
  }
  return slice(article->text, {text.tokens[range.begin].begin, text.tokens[range.end - 1].end});
}

const WordHit* Scene::find_word(const Sentence& sentence, WordClass word_class, Range range) {
  const auto found = std::ranges::find_if(sentence.words, [&](const WordHit& hit) {
    return hit.word_class == word_class && hit.tokens.overlaps(range);
  });
  return found == sentence.words.end() ? nullptr : &*found;
}

Scene make_scene(const Article& article, const Lexicon& lexicon, Analyzer& analyzer) {
  Scene scene{.article = &article, .lexicon = &lexicon, .text = analyzer.analyze(article.text)};
  const auto tokens = static_cast<std::uint32_t>(scene.text.tokens.size());
  scene.quote.assign(tokens, 0);
  scene.clause.assign(tokens, 0);
  for (std::uint32_t i = 0; i < tokens; ++i) {
    if (i == 0 || scene.text.sentence_of[i] != scene.text.sentence_of[i - 1]) {
      scene.sentences.push_back({.tokens = {i, i}});
    }
    Sentence& sentence = scene.sentences.back();
    ++sentence.tokens.end;
    sentence.is_arabic = sentence.is_arabic || is_arabic(scene.form(i));
  }
  const std::vector<PhraseMatch> matches = lexicon.find(scene.text);
  std::vector<PhraseMatch> contexts;
  std::ranges::copy_if(matches, std::back_inserter(contexts), [&](const PhraseMatch& match) {
    return lexicon.entry(match.phrase).kind == EntryKind::context;
  });
  auto match = matches.begin();
  std::uint16_t quotes = 0;
  std::int32_t last_paper = -1;
  const std::int32_t media = lexicon.actor("media");
  for (Sentence& sentence : scene.sentences) {
    for (; match != matches.end() && match->tokens.begin < sentence.tokens.end; ++match) {
      add_match(scene, sentence, *match, contexts);
    }
    drop_foreigners(sentence);
    add_own_voice(scene, sentence, last_paper);
    join_staff(scene, sentence);
    drop_false_cues(scene, sentence);
    keep_longest(scene, sentence.cues);
    std::ranges::sort(sentence.mentions, {}, [](const Mention& mention) { return mention.tokens.begin; });
    join_apposition(scene, sentence);
    mark_quotes(scene, sentence, quotes);
    number_clauses(scene, sentence);
    for (Mention& mention : sentence.mentions) {
      describe(scene, sentence, mention);
      const Actor& actor = lexicon.codebook().actors()[static_cast<std::size_t>(mention.actor)];
      scene.has_affair_words = scene.has_affair_words || lexicon.is_anchor(mention.actor);
      last_paper = mention.actor != media && actor.parent == "media" ? mention.actor : last_paper;
    }
  }
  return scene;
}

}  // namespace sahafa::claims
