// Names and words that mean the same in French and Arabic: a reviewed table (equivalents.toml).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

struct Equivalent {
  std::string concept_id;              ///< actor of the codebook, or empty
  std::vector<std::string> spellings;  ///< of both languages, French first
};

/// Immutable; may be used from several threads.
class Equivalents {
 public:
  /// The table that comes with sahafa.
  static const Equivalents& bundled();
  /// Throws Error(malformed), naming origin and line: an entry without one of the languages, or a spelling that means
  /// two things.
  static Equivalents read(std::string_view toml, std::string_view origin);

  /// Institutions, people, places and media: the same whatever the language.
  const std::vector<Equivalent>& names() const { return names_; }
  /// Ordinary words with their usual translations.
  const std::vector<Equivalent>& words() const { return words_; }

 private:
  std::vector<Equivalent> names_;
  std::vector<Equivalent> words_;
};

}  // namespace sahafa
