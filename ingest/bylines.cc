#include "ingest/bylines.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "ingest/date_words.h"
#include "ingest/dates.h"
#include "ingest/fields.h"
#include "text/fold.h"

namespace sahafa {
namespace {

// Words before names, folded, the longer first; a colon may follow.
constexpr std::array<std::string_view, 43> kCues{"propos recueillis par",
                                                 "soumis par",
                                                 "envoye par",
                                                 "submitted by",
                                                 "recueillis par",
                                                 "recueilli par",
                                                 "auteure",
                                                 "autorin",
                                                 "autoren",
                                                 "autor",
                                                 "autore",
                                                 "entretien realise par",
                                                 "publie par",
                                                 "redige par",
                                                 "ecrit par",
                                                 "realise par",
                                                 "un article de",
                                                 "auteur(s)",
                                                 "auteurs",
                                                 "auteur",
                                                 "texte",
                                                 "par",
                                                 "written by",
                                                 "posted by",
                                                 "published by",
                                                 "story by",
                                                 "author",
                                                 "by",
                                                 "veroffentlicht von",
                                                 "geschrieben von",
                                                 "ein artikel von",
                                                 "von",
                                                 "نشر بواسطه",
                                                 "بواسطه",
                                                 "حاوره",
                                                 "حاورته",
                                                 "بقلم",
                                                 "كتبت",
                                                 "كتب",
                                                 "اعداد",
                                                 "تحرير",
                                                 "الكاتب",
                                                 "المولف"};

// Words that join names; the mark that follows a name goes with what is behind it.
constexpr std::array<std::string_view, 8> kJoints{";", ",", "،", " et ", " and ", " & ", " und ", " avec "};
constexpr std::array<std::string_view, 9> kEnds{"|", "\n", "(", " - ", " – ", " — ", " • ", " · ", "→"};
constexpr std::array<std::string_view, 9> kBeforeDates{" le",     " on", " am", " في", " the",
                                                       " il y a", " à",  " at", " :"};

// The bytes of `text` that fold to a cue, with the colon behind it; 0 if it begins with none.
std::size_t cue_size(std::string_view text) {
  const std::string folded = fold(text.substr(0, std::min<std::size_t>(text.size(), 64)));
  for (const std::string_view cue : kCues) {
    if (!folded.starts_with(cue)) continue;
    const std::string_view rest = std::string_view(folded).substr(cue.size());
    if (!rest.empty() && rest.front() != ' ' && rest.front() != ':') continue;
    std::size_t end = 0;
    for (auto words = std::ranges::count(cue, ' ') + 1; words > 0 && end < text.size(); --words)
      end = std::min(text.find_first_of(" :", text.find_first_not_of(' ', end)), text.size());
    return std::min(text.find_first_not_of(" :", end), text.size());
  }
  return 0;
}

std::string_view without_cues(std::string_view text) {
  for (std::size_t size = cue_size(text); size > 0; size = cue_size(text)) text = trim(text.substr(size));
  return text;
}

// "Soumis par A. Benali le mar 08/04/2025": the weekday before a date, whole or cut to three letters.
std::string_view without_weekday(std::string_view text) {
  constexpr std::array<std::string_view, 7> kShort{"lun", "mar", "mer", "jeu", "ven", "sam", "dim"};
  const std::size_t blank = text.find_last_of(' ');
  if (blank == std::string_view::npos) return text;
  std::string word = fold(text.substr(blank + 1));
  while (word.ends_with('.') || word.ends_with(',')) word.pop_back();
  const bool weekday = find_weekday(word) || std::ranges::find(kShort, word) != kShort.end();
  return weekday ? trim(text.substr(0, blank)) : text;
}

std::string_view without_end(std::string_view text) {
  for (const std::string_view end : kEnds) text = text.substr(0, text.find(end));
  if (const std::optional<FoundDate> date = find_date(text)) {
    text = without_weekday(trim(text.substr(0, date->span.begin)));
    for (const std::string_view word : kBeforeDates)
      if (text.ends_with(word)) text = trim(text.substr(0, text.size() - word.size()));
  }
  return trim(text);
}

// "Second edition, edited by A. B.": what is behind the word.
std::string_view behind_inner_cue(std::string_view text) {
  for (const std::string_view cue : {" by ", " par ", " بقلم "})
    if (const std::size_t at = text.find(cue); at != std::string_view::npos)
      return trim(text.substr(at + cue.size()));
  return text;
}

// What forms, and systems that know nobody, show in the place of a name.
bool is_placeholder(std::string_view part) {
  constexpr std::array<std::string_view, 16> kWords{
      "name",    "nom",   "prenom", "votre nom", "your name", "unknown", "anonymous", "anonyme",
      "inconnu", "guest", "invite", "ihr name",  "nombre",    "الاسم",   "اسمك",      "مجهول"};
  std::string folded = fold(part);
  while (!folded.empty() && (folded.back() == '*' || folded.back() == ' ' || folded.back() == ':'))
    folded.pop_back();
  return std::ranges::find(kWords, folded) != kWords.end();
}

// Without the full stop of a line; that of an initial or of "Jr." stays.
std::string_view without_full_stop(std::string_view name) {
  constexpr std::size_t kLongestShort = 4;  // bytes
  if (!name.ends_with('.') || name.find(' ') == std::string_view::npos) return name;
  const std::size_t word = name.find_last_of(" .", name.size() - 2);
  return name.size() - word - 1 <= kLongestShort ? name : name.substr(0, name.size() - 1);
}

// Pages for two widths of screen print a name twice.
std::string_view without_echo(std::string_view name) {
  const std::string_view half = name.substr(0, name.size() / 2);
  return name.size() % 2 == 0 && half == name.substr(half.size()) ? half : name;
}

bool is_role(std::string_view part) { return std::islower(static_cast<unsigned char>(part.front())) != 0; }

// Names are written with capitals, particles apart; a name of one word may be that of an account. Arabic has none.
bool is_capitalised(std::string_view part) {
  std::size_t small = 0;
  std::size_t capital = 0;
  for (std::size_t at = 0; at < part.size();) {
    constexpr std::size_t kLongestParticle = 3;  // de, van, al, ben
    const std::size_t end = std::min(part.find(' ', at), part.size());
    const auto first = static_cast<unsigned char>(part[at]);
    if (std::islower(first) == 0) ++capital;
    if (std::islower(first) != 0 && end - at > kLongestParticle) ++small;
    at = end + 1;
  }
  return small <= std::max<std::size_t>(capital, 1);
}

bool is_name(std::string_view part) {
  constexpr std::size_t kLongestName = 90;  // bytes
  constexpr std::ptrdiff_t kMostBlanks = 6;
  return !part.empty() && part.size() <= kLongestName && std::ranges::count(part, ' ') <= kMostBlanks &&
         part.find(':') == std::string_view::npos && part.find('@') == std::string_view::npos &&
         !is_placeholder(part) && is_capitalised(part) &&
         std::isdigit(static_cast<unsigned char>(part.front())) == 0 &&
         std::ispunct(static_cast<unsigned char>(part.front())) == 0;
}

std::vector<std::string_view> split_names(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t next = text.size();
    for (const std::string_view joint : kJoints) {
      const std::size_t at = text.find(joint);
      if (at >= end) continue;
      end = at;
      next = at + joint.size();
    }
    parts.push_back(without_echo(without_full_stop(without_cues(trim(text.substr(0, end))))));
    text = trim(text.substr(next));
  }
  return parts;
}

}  // namespace

std::vector<std::string> names_of_byline(std::string_view byline) {
  std::vector<std::string> names;
  const std::vector<std::string_view> parts =
      split_names(without_end(behind_inner_cue(without_cues(trim(byline)))));
  for (const std::string_view part : parts) {
    if (!is_name(part) || (is_role(part) && parts.size() > 1)) continue;
    if (std::ranges::find(names, part) == names.end()) names.emplace_back(part);
  }
  return names;
}

bool is_byline(std::string_view line) {
  line = trim(line);
  constexpr std::size_t kLongestByline = 140;  // bytes
  constexpr std::ptrdiff_t kMostBlanks = 3;    // in one name
  if (line.size() > kLongestByline || cue_size(line) == 0 || line.ends_with('.')) return false;
  const std::vector<std::string> names = names_of_byline(line);
  return !names.empty() && std::ranges::all_of(names, [](const std::string& name) {
    const auto blanks = std::ranges::count(name, ' ');
    return blanks > 0 && blanks <= kMostBlanks && !is_role(name);
  });
}

std::string signature_of(std::string_view text) {
  constexpr std::size_t kLongestName = 40;  // bytes
  constexpr std::ptrdiff_t kMostBlanks = 3;
  const std::size_t line = text.rfind('\n');
  if (line == std::string_view::npos) return {};
  const std::string_view name = trim(text.substr(line + 1));
  const auto blanks = std::ranges::count(name, ' ');
  const bool has_other = std::ranges::any_of(name, [](unsigned char c) {
    return std::isdigit(c) != 0 || (std::ispunct(c) != 0 && c != '-' && c != '.' && c != '\'');
  });
  if (name.size() > kLongestName || blanks < 1 || blanks > kMostBlanks || has_other || name.ends_with('.'))
    return {};
  for (std::size_t at = 0; at < name.size(); at = name.find(' ', at) + 1) {
    if (std::isupper(static_cast<unsigned char>(name[at])) == 0) return {};
    if (name.find(' ', at) == std::string_view::npos) break;
  }
  return std::string(name);
}

bool is_byline_word(std::string_view line) {
  constexpr std::size_t kLongestWord = 40;  // bytes
  line = trim(line);
  return line.size() <= kLongestWord && cue_size(line) == line.size() && !line.empty();
}

bool begins_like_byline(std::string_view line) {
  constexpr std::ptrdiff_t kMostBlanks = 10;
  line = trim(line);
  return cue_size(line) > 0 && std::ranges::count(line, ' ') <= kMostBlanks;
}

}  // namespace sahafa
