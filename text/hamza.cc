#include "text/hamza.h"

#include <algorithm>
#include <array>
#include <span>

namespace sahafa {
namespace {

using Spellings = std::span<const std::string_view>;

// Before a long u: classical rule, Egyptian usage, and none. After y: both seats. At the end: with and without its y.
constexpr std::array<std::string_view, 3> kBeforeWaw = {"ؤو", "ئو", "ءو"};
constexpr std::array<std::string_view, 3> kAfterYa = {"يئ", "يأ", "يء"};
constexpr std::array<std::string_view, 3> kFinal = {"يء", "ئ", "ىء"};
constexpr std::array<std::string_view, 2> kHundred = {"مائ", "مئ"};

void add_all(std::string_view word, std::size_t at, std::string_view found, Spellings spellings,
             std::vector<std::string>& variants) {
  for (const std::string_view spelling : spellings) {
    if (spelling == found) continue;
    std::string variant(word);
    variants.push_back(variant.replace(at, found.size(), spelling));
  }
}

void add_inside(std::string_view word, Spellings spellings, std::vector<std::string>& variants) {
  for (const std::string_view found : spellings) {
    const std::size_t at = word.find(found);
    if (at != std::string_view::npos && at > 0 && at + found.size() < word.size())
      add_all(word, at, found, spellings, variants);
  }
}

void add_final(std::string_view word, std::vector<std::string>& variants) {
  for (const std::string_view found : kFinal) {
    if (!word.ends_with(found)) continue;
    return add_all(word, word.size() - found.size(), found, kFinal, variants);
  }
}

void add_hundred(std::string_view word, std::vector<std::string>& variants) {
  for (const std::string_view found : kHundred) {
    for (const std::string_view ending : {"ة", "ت"}) {
      const std::size_t at = word.find(std::string(found).append(ending));
      if (at != std::string_view::npos) add_all(word, at, found, kHundred, variants);
    }
  }
}

}  // namespace

std::vector<std::string> hamza_variants(std::string_view word) {
  std::vector<std::string> variants;
  add_inside(word, kBeforeWaw, variants);
  add_inside(word, kAfterYa, variants);
  add_final(word, variants);
  add_hundred(word, variants);
  std::ranges::sort(variants);
  variants.erase(std::ranges::unique(variants).begin(), variants.end());
  return variants;
}

}  // namespace sahafa
