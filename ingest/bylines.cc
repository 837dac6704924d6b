#include "ingest/bylines.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "ingest/dates.h"
#include "ingest/fields.h"
#include "text/fold.h"

namespace sahafa {
namespace {

// Words before names, folded, the longer first; a colon may follow.
constexpr std::array<std::string_view, 33> kCues{"propos recueillis par",
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

std::string_view without_end(std::string_view text) {
  for (const std::string_view end : kEnds) text = text.substr(0, text.find(end));
  if (const std::optional<FoundDate> date = find_date(text)) {
    text = trim(text.substr(0, date->span.begin));
    for (const std::string_view word : kBeforeDates)
      if (text.ends_with(word)) text = trim(text.substr(0, text.size() - word.size()));
  }
  return trim(text);
}

bool is_role(std::string_view part) { return std::islower(static_cast<unsigned char>(part.front())) != 0; }

bool is_name(std::string_view part) {
  constexpr std::size_t kLongestName = 90;  // bytes
  constexpr std::ptrdiff_t kMostBlanks = 6;
  return !part.empty() && part.size() <= kLongestName && std::ranges::count(part, ' ') <= kMostBlanks &&
         part.find("://") == std::string_view::npos && part.find('@') == std::string_view::npos &&
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
    parts.push_back(without_cues(trim(text.substr(0, end))));
    text = trim(text.substr(next));
  }
  return parts;
}

}  // namespace

std::vector<std::string> names_of_byline(std::string_view byline) {
  std::vector<std::string> names;
  const std::vector<std::string_view> parts = split_names(without_end(without_cues(trim(byline))));
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

bool begins_like_byline(std::string_view line) {
  constexpr std::ptrdiff_t kMostBlanks = 10;
  line = trim(line);
  return cue_size(line) > 0 && std::ranges::count(line, ' ') <= kMostBlanks;
}

}  // namespace sahafa
