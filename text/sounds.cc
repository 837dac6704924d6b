#include "text/sounds.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/utf8.h"

namespace sahafa {
namespace {

struct Sound {
  std::string_view letters;
  std::string_view sounds;
};

// The longest first: what stands earlier wins.
constexpr std::array<Sound, 18> kLatinGroups = {{
    {"tch", "X"},
    {"sch", "X"},
    {"tsch", "X"},
    {"sh", "X"},
    {"ch", "X"},
    {"ph", "F"},
    {"th", "T"},
    {"gh", "K"},
    {"kh", "Q"},
    {"dj", "J"},
    {"dg", "J"},
    {"gu", "K"},
    {"qu", "K"},
    {"ck", "K"},
    {"gn", "N"},
    {"dh", "D"},
    {"rh", "R"},
    {"x", "KS"},
}};

constexpr char kNone = '\0';

bool is_soft(char next) { return next == 'e' || next == 'i' || next == 'y'; }
bool is_vowel(char c) { return c == 'a' || c == 'o' || c == 'u' || is_soft(c); }

char latin_sound(char c, char next) {
  switch (c) {
    case 'b':
    case 'p':
      return 'B';
    case 'c':
      return is_soft(next) ? 'S' : 'K';
    case 'g':
      return is_soft(next) ? 'J' : 'K';
    case 'k':
    case 'q':
      return 'K';
    case 'd':
    case 'j':
    case 'l':
    case 'm':
    case 'n':
    case 'r':
    case 't':
      return static_cast<char>(c - 'a' + 'A');
    case 'f':
    case 'v':
      return 'F';
    case 's':
      return 'S';
    case 'z':
      return 'Z';
    case 'h':
      return is_vowel(next) ? 'H' : kNone;  // silent before a consonant and at the end
    case 'a':
    case 'e':
      return c;
    case 'o':
    case 'u':
    case 'w':
      return 'u';
    case 'i':
    case 'y':
      return 'i';
    default:
      return kNone;
  }
}

void append(std::string& sounds, char sound) {
  if (sound != kNone && (sounds.empty() || sounds.back() != sound)) sounds += sound;
}

std::string latin_sounds(std::string_view word) {
  std::string sounds;
  for (std::size_t at = 0; at < word.size();) {
    const Sound* group = nullptr;
    for (const Sound& sound : kLatinGroups) {
      if (word.substr(at).starts_with(sound.letters)) {
        group = &sound;
        break;
      }
    }
    if (group != nullptr) {
      for (const char consonant : group->sounds) append(sounds, consonant);
      at += group->letters.size();
    } else {
      append(sounds, latin_sound(word[at], at + 1 < word.size() ? word[at + 1] : kNone));
      ++at;
    }
  }
  return sounds;
}

bool is_vowel_sound(char sound) { return sound >= 'a' && sound <= 'z'; }

/// The class of a consonant: kh is one of the k, z one of the s.
char class_of(char sound) { return sound == 'Q' ? 'K' : sound == 'Z' ? 'S' : sound; }

// Costs of an alignment of sounds. Arabic leaves short vowels out, but hardly one at either end of a name; e is often mute, and
// stands for a and for i.
double cost_unwritten(std::string_view latin, std::size_t i) {
  if (latin[i] == 'e') return i == 0 ? 0.4 : 0.1;
  if (latin[i] == 'H') return 0.1;
  if (!is_vowel_sound(latin[i])) return 1.0;
  const bool at_end = latin.find_first_not_of('e', i + 1) == std::string_view::npos;
  return i == 0 || at_end ? 0.5 : 0.2;
}
double cost_alone(char arabic) {
  return arabic == 'a' || arabic == 'H' ? 0.3 : is_vowel_sound(arabic) ? 0.6 : 1.0;
}
double cost_pair(char latin, char arabic) {
  if (latin == arabic) return 0.0;
  if (is_vowel_sound(latin) != is_vowel_sound(arabic)) return 2.0;
  if (!is_vowel_sound(latin)) return class_of(latin) == class_of(arabic) ? 0.4 : 1.0;
  return latin == 'e' ? 0.1 : 0.6;
}

char arabic_sound(char32_t c, char geem) {
  switch (c) {
    case U'ب':
    case U'پ':
      return 'B';
    case U'ت':
    case U'ط':
    case U'ث':
      return 'T';
    case U'ج':
    case U'چ':
      return geem;
    case U'ح':
    case U'ه':
      return 'H';
    case U'خ':
      return 'Q';
    case U'ق':
    case U'ك':
    case U'غ':
    case U'ڭ':
    case U'گ':
    case U'ڨ':
      return 'K';
    case U'د':
    case U'ض':
    case U'ذ':
      return 'D';
    case U'ر':
      return 'R';
    case U'ز':
      return 'Z';
    case U'س':
    case U'ص':
    case U'ظ':
      return 'S';
    case U'ش':
      return 'X';
    case U'ف':
    case U'ڤ':
      return 'F';
    case U'ل':
      return 'L';
    case U'م':
      return 'M';
    case U'ن':
      return 'N';
    case U'ا':
      return 'a';
    case U'و':
      return 'u';
    case U'ي':
      return 'i';
    default:
      return kNone;  // ع and marks
  }
}

std::string arabic_sounds(std::u32string_view word, char geem) {
  std::string sounds;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool final_ha = word[i] == U'ه' && i + 1 == word.size();  // a folded ta marbuta: a vowel
    const bool tsh = word[i] == U'ت' && i + 1 < word.size() && word[i + 1] == U'ش';
    if (!tsh) append(sounds, final_ha ? 'a' : arabic_sound(word[i], geem));
  }
  return sounds;
}

}  // namespace

std::vector<std::string> word_sounds(std::string_view folded_word) {
  if (folded_word.empty()) return {};
  if (static_cast<unsigned char>(folded_word.front()) < 0x80) return {latin_sounds(folded_word)};
  std::u32string letters;
  for (std::size_t at = 0; at < folded_word.size();) letters += decode_utf8(folded_word, at);
  std::vector<std::string> sounds{arabic_sounds(letters, 'J')};
  if (letters.find(U'ج') != std::u32string::npos) sounds.push_back(arabic_sounds(letters, 'K'));
  return sounds;
}

std::string consonants_of(std::string_view sounds) {
  std::string consonants;
  for (const char sound : sounds)
    if (!is_vowel_sound(sound)) append(consonants, class_of(sound));
  return consonants;
}

double sound_likeness(std::string_view latin, std::string_view arabic) {
  // The cheapest alignment, row by row: what stays of the Latin sounds after each Arabic one.
  std::vector<double> row(latin.size() + 1);
  for (std::size_t i = 0; i < latin.size(); ++i) row[i + 1] = row[i] + cost_unwritten(latin, i);
  for (const char sound : arabic) {
    double diagonal = row[0];
    row[0] += cost_alone(sound);
    for (std::size_t i = 0; i < latin.size(); ++i) {
      const double paired = diagonal + cost_pair(latin[i], sound);
      diagonal = row[i + 1];
      row[i + 1] = std::min({paired, diagonal + cost_alone(sound), row[i] + cost_unwritten(latin, i)});
    }
  }
  const auto length = static_cast<double>(std::max(latin.size(), arabic.size()));
  return length == 0.0 ? 0.0 : std::max(0.0, 1.0 - row.back() / length);
}

}  // namespace sahafa
