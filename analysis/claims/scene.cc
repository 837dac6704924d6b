#include "analysis/claims/scene.h"

#include <algorithm>
#include <array>

#include "analysis/claims/cue_filter.h"
#include "analysis/claims/inflection.h"
#include "analysis/claims/mentions.h"
#include "analysis/claims/one_of.h"
#include "text/fold.h"

namespace sahafa::claims {
namespace {

bool opens_clause(const Scene& scene, std::uint32_t token) {
  static constexpr std::array<std::string_view, 14> kBreaks = {",", ";", ":", "،", "؛", "(", ")",
                                                               "–", "—", "!", "?", "؟", "…", "."};
  return scene.is_mark(token) && is_one_of(scene.form(token), kBreaks);
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

bool has_capital(const Scene& scene, std::uint32_t token) {
  const auto first = static_cast<unsigned char>(scene.article->text[scene.text.tokens[token].begin]);
  return (first >= 'A' && first <= 'Z') || first >= 0x80;
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
    drop_foreigners(scene, sentence);
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
    drop_claimed_origins(scene, sentence);
  }
  return scene;
}

}  // namespace sahafa::claims
