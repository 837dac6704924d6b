#include "text/incise.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sahafa {
namespace {

/// Third persons of verbs of saying, in the tenses of stories and of the press, sorted by code points.
constexpr std::array<std::u32string_view, 143> kSaying = {
    U"acheva",      U"achevait",   U"affirma",   U"affirmait",  U"affirme",      U"ajouta",
    U"ajoutait",    U"ajoute",     U"annonça",   U"appela",     U"articula",     U"assura",
    U"assurait",    U"assure",     U"avertit",   U"avoua",      U"balbutia",     U"balbutiait",
    U"beugla",      U"bredouilla", U"bégaya",    U"chuchota",   U"commanda",     U"commença",
    U"concluait",   U"conclut",    U"confia",    U"confirma",   U"conseilla",    U"continua",
    U"continuait",  U"continue",   U"cracha",    U"cria",       U"criait",       U"crie",
    U"demanda",     U"demandait",  U"demande",   U"dirent",     U"dis",          U"disaient",
    U"disait",      U"dit",        U"déclara",   U"déclarait",  U"déclare",      U"dénonça",
    U"estima",      U"exclama",    U"exclamait", U"exclame",    U"expliqua",     U"expliquait",
    U"explique",    U"faisait",    U"fit",       U"fredonna",   U"grogna",       U"grommela",
    U"gronda",      U"grondait",   U"gémit",     U"hurla",      U"hurlait",      U"indiqua",
    U"insinua",     U"insista",    U"insistait", U"interrogea", U"interrogeait", U"interrompait",
    U"interrompit", U"intervint",  U"ironisa",   U"jura",       U"lance",        U"lança",
    U"lançait",     U"marmonna",   U"marmotta",  U"murmura",    U"murmurait",    U"murmure",
    U"nasilla",     U"objecta",    U"observa",   U"observait",  U"ordonna",      U"ordonnait",
    U"pensa",       U"pensait",    U"plaisanta", U"poursuit",   U"poursuivait",  U"poursuivit",
    U"prononça",    U"proposa",    U"protesta",  U"protestait", U"précisa",      U"prévint",
    U"questionna",  U"raconta",    U"railla",    U"rappela",    U"redit",        U"regretta",
    U"remarqua",    U"renchérit",  U"repartit",  U"reprenait",  U"reprend",      U"reprit",
    U"ricana",      U"riposta",    U"rugit",     U"répartit",   U"répliqua",     U"répliquait",
    U"réplique",    U"répond",     U"répondait", U"répondit",   U"répète",       U"répéta",
    U"répétait",    U"rétorqua",   U"sanglota",  U"songea",     U"souffla",      U"souligna",
    U"soupira",     U"soupirait",  U"soutint",   U"suggéra",    U"supplia",      U"suppliait",
    U"tonna",       U"trancha",    U"vociféra",  U"écria",      U"écriait"};

/// What may stand before the verb: lui, leur, s', l'.
constexpr std::array<std::u32string_view, 16> kClitics = {U"en",  U"l",  U"la",   U"le",   U"les", U"leur",
                                                          U"lui", U"m",  U"me",   U"nous", U"s",   U"se",
                                                          U"t",   U"te", U"vous", U"y"};

/// What the subject behind the verb may begin with, besides a capital.
constexpr std::array<std::u32string_view, 42> kSubjects = {
    U"alors",        U"aussitôt", U"ce",   U"celle", U"celui", U"ces",      U"cet",   U"cette",
    U"ceux",         U"chacun",   U"d",    U"deux",  U"don",   U"en",       U"enfin", U"l",
    U"la",           U"lady",     U"le",   U"les",   U"leur",  U"m",        U"ma",    U"madame",
    U"mademoiselle", U"mes",      U"mlle", U"mme",   U"mon",   U"monsieur", U"notre", U"quelqu",
    U"sa",           U"ses",      U"sir",  U"son",   U"tous",  U"tout",     U"un",    U"une",
    U"votre",        U"à"};

/// What after a comma goes on with the clause: "dit-il, en se levant".
constexpr std::array<std::u32string_view, 16> kGoesOn = {
    U"en", U"avec",  U"sans",    U"tout",  U"qui", U"dont", U"puis", U"les",
    U"et", U"comme", U"pendant", U"après", U"au",  U"à",    U"dans", U"d"};

template <std::size_t N>
bool is_in(std::u32string_view word, const std::array<std::u32string_view, N>& words) {
  return std::ranges::find(words, word) != words.end();
}

/// Where the verb of saying ends that begins at `begin`, or none.
std::optional<std::size_t> verb_end(const Prose& prose, std::size_t begin, std::size_t end) {
  constexpr std::size_t kReach = 120;      // characters
  constexpr std::size_t kMostClitics = 3;  // before the verb
  const std::vector<ProseWord> words = words_of(prose, {begin, std::min(end, begin + kReach)});
  std::size_t verb = 0;
  std::size_t at = begin;
  const auto follows = [&](const ProseWord& word) {
    while (at < word.extent.begin && (is_prose_space(prose.at(at)) || is_prose_apostrophe(prose.at(at))))
      ++at;
    const bool is_next = at == word.extent.begin;
    at = word.extent.end;
    return is_next;
  };
  while (verb < words.size() && verb < kMostClitics && is_in(words[verb].lower, kClitics)) {
    if (!follows(words[verb])) return std::nullopt;
    ++verb;
  }
  if (verb == words.size() || words[verb].is_capital || !is_in(words[verb].lower, kSaying) ||
      !follows(words[verb])) {
    return std::nullopt;
  }
  if (prose.at(at) == U'-') return at;
  const std::size_t stop = at;
  if (verb + 1 == words.size() || !follows(words[verb + 1])) return std::nullopt;
  const ProseWord& next = words[verb + 1];
  return next.is_capital || is_in(next.lower, kSubjects) ? std::optional(stop) : std::nullopt;
}

/// True for the full stop of "M. Dupont".
bool is_abbreviation(const Prose& prose, std::size_t stop) {
  static constexpr std::array<std::u32string_view, 5> kTitles = {U"m", U"mme", U"mlle", U"mm", U"dr"};
  constexpr std::size_t kLongest = 5;
  const std::vector<ProseWord> words = words_of(prose, {stop > kLongest ? stop - kLongest : 0, stop});
  return !words.empty() && words.back().extent.end == stop && is_in(words.back().lower, kTitles);
}

/// Where the clause ends that holds the verb: behind its last mark.
std::size_t clause_end(const Prose& prose, std::size_t at, std::size_t end) {
  constexpr std::u32string_view kMarks = U".;:!?…»—–,";
  constexpr std::size_t kWord = 40;  // characters
  for (; at < end; ++at) {
    const char32_t c = prose.at(at);
    if (kMarks.find(c) == std::u32string_view::npos || (c == U'.' && is_abbreviation(prose, at))) continue;
    if (c != U',') return at + 1;
    const std::vector<ProseWord> next = words_of(prose, {at + 1, std::min(end, at + kWord)});
    const bool goes_on =
        !next.empty() && (is_in(next.front().lower, kGoesOn) || next.front().lower.ends_with(U"ant"));
    if (!goes_on) return at + 1;
  }
  return end;
}

}  // namespace

std::vector<Extent> without_incises(const Prose& prose, Extent speech) {
  constexpr std::u32string_view kBefore = U",!?…»”\"—–;.";
  std::vector<Extent> said;
  std::size_t begin = speech.begin;
  for (std::size_t i = speech.begin; i < speech.end; ++i) {
    if (kBefore.find(prose.at(i)) == std::u32string_view::npos) continue;
    std::size_t at = i;
    while (at < speech.end && kBefore.find(prose.at(at)) != std::u32string_view::npos) ++at;
    while (at < speech.end && is_prose_space(prose.at(at))) ++at;
    i = at - 1;
    if (at < begin) continue;
    if (const auto verb = verb_end(prose, at, speech.end)) {
      if (begin < at) said.push_back({begin, at});
      begin = clause_end(prose, *verb, speech.end);
    }
  }
  if (begin < speech.end) said.push_back({begin, speech.end});
  return said;
}

}  // namespace sahafa
