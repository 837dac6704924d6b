// Words that may be names, in both scripts, from the token store: in French what is written with a capital inside a sentence, in
// Arabic, which has none, what has the consonants of one of those. Compounds of names (Ben Kirane, El Otmani, عبد اللطيف, بن كيران) are
// one unit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "analysis/selection.h"
#include "index/token_store_reader.h"

namespace sahafa {

/// A unit or two units side by side (a first name and a surname).
struct NameCandidate {
  std::string written;              ///< as it is written first
  std::size_t units = 1;            ///< 1 or 2
  std::vector<std::string> sounds;  ///< readings (text/sounds.h), the article left off
  std::int64_t articles = 0;        ///< texts that have it
  std::size_t document = 0;         ///< of the first
  std::size_t first_token = 0;      ///< of its sentence there
  std::size_t last_token = 0;
  std::size_t last_counted = static_cast<std::size_t>(-1);  ///< document
};

/// By consonants ("MD-BBRK"), then by folded spelling.
using NamesByConsonants = std::map<std::string, std::map<std::string, NameCandidate>, std::less<>>;

/// Capitalised words of `documents` (French) that are rarely written without capital. O(tokens).
NamesByConsonants find_latin_names(const TokenStore& store, std::span<const std::size_t> documents);

/// Words of `documents` (Arabic) that have the consonants of one of `sought`. A word that the corpus has both with and without its
/// article is an ordinary noun and left out, as is what stands in the bilingual word list. O(tokens).
NamesByConsonants find_arabic_names(const TokenStore& store, std::span<const std::size_t> documents,
                                    const NamesByConsonants& sought);

}  // namespace sahafa
