#include "index/index_choice.h"

#include <fmt/format.h>

#include "text/error.h"

namespace sahafa {

ArabicStemmer arabic_stemmer_from_string(std::string_view name) {
  for (const ArabicStemmer stemmer : {ArabicStemmer::light, ArabicStemmer::snowball})
    if (name == to_string(stemmer)) return stemmer;
  throw Error(ErrorCode::usage, fmt::format("--arabic-stemmer takes light or snowball, not \"{}\"", name));
}

std::string_view to_string(ArabicStemmer stemmer) {
  return stemmer == ArabicStemmer::snowball ? "snowball" : "light";
}

std::string to_string(const IndexChoice& choice) {
  return fmt::format("positions={} arabic={}", choice.positions ? 1 : 0, to_string(choice.arabic));
}

IndexChoice index_choice_from_string(std::string_view text) {
  IndexChoice choice;
  for (const bool positions : {true, false}) {
    for (const ArabicStemmer stemmer : {ArabicStemmer::light, ArabicStemmer::snowball}) {
      const IndexChoice candidate{positions, stemmer};
      if (text == to_string(candidate)) choice = candidate;
    }
  }
  return choice;
}

IndexChoice get_index_choice(const Catalogue& catalogue) {
  return index_choice_from_string(catalogue.index_choice());
}

}  // namespace sahafa
