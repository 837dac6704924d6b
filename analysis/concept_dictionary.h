// Concepts: one name for words of both languages, so that the same thing can be counted in French and in Arabic.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/term_source.h"
#include "corpus/codebook.h"

namespace sahafa {

struct ConceptDictionary {
  std::vector<std::string> concepts;  ///< in order of first mention
  std::vector<std::pair<std::uint32_t, std::string>>
      terms;  ///< concept and one of its terms: a word or several
};

/// Reads lines "concept,term" (or tabs; quotes as in CSV). The heading "concept,term" may stand first; lines that begin with #
/// are comments. Throws Error(malformed), naming the line.
ConceptDictionary parse_concepts(std::string_view text, std::string_view name);

/// The names of the actors of a codebook in both languages, by actor id.
ConceptDictionary actor_concepts(const Codebook& codebook);

/// "actors", or a file in UTF-8. Throws Error: not_found, malformed.
ConceptDictionary find_dictionary(std::string_view name_or_path, const Codebook& codebook);

/// A hit: words [first, first + words) of a row.
struct ConceptPlace {
  std::uint32_t concept_id = 0;
  std::size_t first = 0;
  std::size_t words = 0;
};

/// Finds the terms of a dictionary among ids. A longer term goes before the shorter ones that it contains; a position counts
/// once for a concept.
class ConceptMatcher {
 public:
  ConceptMatcher(const ConceptDictionary& dictionary, const TermSource& source);

  /// The concepts of a row, one entry a hit, in order. O(words) where few words begin a term.
  void match(std::span<const std::uint32_t> row, std::vector<std::uint32_t>& hits) const;
  /// The same hits with their places.
  void match_places(std::span<const std::uint32_t> row, std::vector<ConceptPlace>& places) const;

 private:
  struct Term {
    std::uint32_t concept_id;
    std::vector<std::uint32_t> words;
  };
  // Adds the concepts of the longest terms that begin `rest` and gives the number of words they take, at least 1.
  std::size_t match_at(std::span<const std::uint32_t> rest, std::vector<std::uint32_t>& hits) const;

  std::unordered_map<std::uint32_t, std::vector<Term>> by_first_;  // longest first
};

}  // namespace sahafa
