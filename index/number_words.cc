#include "index/number_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace sahafa {
namespace {

struct Magnitude {
  std::size_t zeros;
  std::string_view french;  ///< its plural has the same stem
  std::string_view french_plural;
  std::string_view arabic;
  std::vector<std::string_view> arabic_plurals;  ///< and the accusative, which have stems of their own
  std::vector<std::string_view> duals;           ///< two of it
};

constexpr std::size_t kThousand = 3;

const std::array<Magnitude, 3>& magnitudes() {
  static const std::array<Magnitude, 3> all = {
      Magnitude{kThousand, "mille", "mille", "الف", {"الاف", "الفا"}, {"الفي", "الفين", "الفان"}},
      Magnitude{6, "million", "millions", "مليون", {"ملايين", "مليونا"}, {"مليوني", "مليونين", "مليونان"}},
      Magnitude{9,
                "milliard",
                "milliards",
                "مليار",
                {"ملايير", "مليارات", "مليارا"},
                {"ملياري", "مليارين", "ملياران"}}};
  return all;
}

/// One to ten: French, Arabic before a masculine noun.
struct Count {
  std::string_view digits;
  std::string_view french;
  std::string_view arabic;
};
constexpr std::array kCounts = {Count{"1", "un", ""},         Count{"2", "deux", ""},
                                Count{"3", "trois", "ثلاثه"}, Count{"4", "quatre", "اربعه"},
                                Count{"5", "cinq", "خمسه"},   Count{"6", "six", "سته"},
                                Count{"7", "sept", "سبعه"},   Count{"8", "huit", "ثمانيه"},
                                Count{"9", "neuf", "تسعه"},   Count{"10", "dix", "عشره"}};

constexpr std::string_view kHalfFrench = "demi";
constexpr std::string_view kHalfArabic = "نصف";

constexpr std::array<std::string_view, 8> kClitics = {"", "و", "ب", "ل", "ك", "ف", "ال", "وال"};

bool contains(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_magnitude(const Magnitude& magnitude, std::string_view word) {
  return word == magnitude.french || word == magnitude.french_plural || word == magnitude.arabic ||
         contains(magnitude.arabic_plurals, word);
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// `count` in digits, with a point before decimals, times ten to the power of `zeros`; nothing when that is no whole number.
std::optional<std::string> shift(std::string_view count, std::size_t zeros) {
  const std::size_t point = std::min(count.find('.'), count.size());
  const std::string_view decimals = point < count.size() ? count.substr(point + 1) : std::string_view();
  if (!is_digits(count.substr(0, point)) || (point < count.size() && !is_digits(decimals)) ||
      decimals.size() > zeros)
    return std::nullopt;
  std::string digits = std::string(count.substr(0, point)).append(decimals);
  digits.append(zeros - decimals.size(), '0');
  digits.erase(0, digits.find_first_not_of('0'));
  return digits.empty() ? std::nullopt : std::optional(digits);
}

/// The number divided by ten to the power of `zeros` with at most two decimals; empty when it has more, or is below one.
std::string count_of(std::string_view digits, std::size_t zeros) {
  constexpr std::size_t kMostDecimals = 2;
  if (digits.size() <= zeros) return {};
  std::string_view decimals = digits.substr(digits.size() - zeros);
  decimals = decimals.substr(0, decimals.find_last_not_of('0') + 1);
  if (decimals.size() > kMostDecimals) return {};
  std::string count(digits.substr(0, digits.size() - zeros));
  if (!decimals.empty()) count.append(",").append(decimals);
  return count;
}

void add_phrases(const Magnitude& magnitude, const std::string& count, NumberSpellings& spellings) {
  const auto add = [&](std::string_view first, std::string_view second) {
    spellings.phrases.push_back(std::string(first).append(" ").append(second));
  };
  add(count, magnitude.french);
  add(count, magnitude.arabic);
  for (const std::string_view plural : magnitude.arabic_plurals) add(count, plural);
  const auto* const named = std::ranges::find(kCounts, count, &Count::digits);
  if (named == kCounts.end()) return;
  add(named->french, magnitude.french);
  if (named->arabic.empty()) return;
  for (const std::string_view plural : magnitude.arabic_plurals) add(named->arabic, plural);
}

}  // namespace

std::optional<std::string> read_number(std::string_view count, std::string_view magnitude) {
  for (const Magnitude& one : magnitudes()) {
    if (!is_magnitude(one, magnitude)) continue;
    for (const Count& named : kCounts) {
      if (count == named.french || (!named.arabic.empty() && count == named.arabic)) count = named.digits;
    }
    if (count == kHalfFrench || count == kHalfArabic) count = "0.5";
    return shift(count, one.zeros);
  }
  return std::nullopt;
}

std::optional<std::string> read_dual_number(std::string_view word) {
  for (const Magnitude& one : magnitudes()) {
    if (contains(one.duals, word)) return shift("2", one.zeros);
  }
  return std::nullopt;
}

NumberSpellings spell_number(std::string_view digits) {
  NumberSpellings spellings;
  if (!is_digits(digits)) return spellings;
  for (const Magnitude& one : magnitudes()) {
    if (one.zeros > kThousand && shift("0.5", one.zeros) == digits) {
      spellings.phrases.push_back(std::string(kHalfFrench).append(" ").append(one.french));
      spellings.phrases.push_back(std::string(kHalfArabic).append(" ").append(one.arabic));
    }
    const std::string count = count_of(digits, one.zeros);
    if (count.empty()) continue;
    if (one.zeros > kThousand || count.find(',') == std::string::npos) add_phrases(one, count, spellings);
    if (count != "2") continue;
    for (const std::string_view clitics : kClitics) {
      for (const std::string_view dual : one.duals)
        spellings.forms.push_back(std::string(clitics).append(dual));
    }
  }
  return spellings;
}

}  // namespace sahafa
