#include "ingest/skeleton.h"

#include <array>
#include <cstddef>

#include "text/utf8.h"

namespace sahafa {
namespace {

struct Sound {
  std::string_view letters;
  std::string_view skeleton;
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
    {"kh", "K"},
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

bool is_soft(char next) { return next == 'e' || next == 'i' || next == 'y'; }
bool is_vowel(char c) { return c == 'a' || c == 'o' || c == 'u' || is_soft(c); }

char latin_consonant(char c, char next) {
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
    case 'z':
      return 'S';
    case 'h':
      return is_vowel(next) ? 'H' : '\0';  // silent before a consonant and at the end
    default:
      return '\0';
  }
}

void append(std::string& skeleton, char consonant) {
  if (consonant != '\0' && (skeleton.empty() || skeleton.back() != consonant)) skeleton += consonant;
}

std::string latin_skeleton(std::string_view word) {
  std::string skeleton;
  for (std::size_t at = 0; at < word.size();) {
    const Sound* group = nullptr;
    for (const Sound& sound : kLatinGroups) {
      if (word.substr(at).starts_with(sound.letters)) {
        group = &sound;
        break;
      }
    }
    if (group != nullptr) {
      for (const char consonant : group->skeleton) append(skeleton, consonant);
      at += group->letters.size();
    } else {
      append(skeleton, latin_consonant(word[at], at + 1 < word.size() ? word[at + 1] : '\0'));
      ++at;
    }
  }
  return skeleton;
}

char arabic_consonant(char32_t c, char geem) {
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
    default:
      return '\0';  // ا و ي ع and marks: vowels to the other script
  }
}

std::string arabic_skeleton(std::u32string_view word, char geem) {
  std::string skeleton;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool final_ha = word[i] == U'ه' && i + 1 == word.size();  // a folded ta marbuta: a vowel
    const bool tsh = word[i] == U'ت' && i + 1 < word.size() && word[i + 1] == U'ش';
    if (!final_ha && !tsh) append(skeleton, arabic_consonant(word[i], geem));
  }
  return skeleton;
}

}  // namespace

std::vector<std::string> consonant_skeletons(std::string_view folded_word) {
  if (folded_word.empty()) return {};
  if (static_cast<unsigned char>(folded_word.front()) < 0x80) return {latin_skeleton(folded_word)};
  std::u32string letters;
  for (std::size_t at = 0; at < folded_word.size();) letters += decode_utf8(folded_word, at);
  std::vector<std::string> skeletons{arabic_skeleton(letters, 'J')};
  if (letters.find(U'ج') != std::u32string::npos) skeletons.push_back(arabic_skeleton(letters, 'K'));
  return skeletons;
}

}  // namespace sahafa
