// Names and words that mean the same in French and Arabic: a reviewed table (equivalents.toml).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/codebook.h"

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
  static Equivalents read(std::string_view toml, std::string_view origin,
                          const Codebook& codebook = Codebook::bundled());
  /// This table with the entries of a file as well. An entry that shares a spelling with one of this table adds its other spellings to
  /// it. `concept` is an actor of `codebook`. Throws as read(), Error(malformed) for an entry that would join two, and
  /// Error(unreadable).
  Equivalents with(const std::filesystem::path& file, const Codebook& codebook) const;

  /// Institutions, people, places and media: the same whatever the language.
  const std::vector<Equivalent>& names() const { return names_; }
  /// Ordinary words with their usual translations.
  const std::vector<Equivalent>& words() const { return words_; }
  /// Those of names() and words() that with() added or changed.
  const std::vector<Equivalent>& own_names() const { return own_names_; }
  const std::vector<Equivalent>& own_words() const { return own_words_; }

 private:
  std::vector<Equivalent> names_;
  std::vector<Equivalent> words_;
  std::vector<Equivalent> own_names_;
  std::vector<Equivalent> own_words_;
};

}  // namespace sahafa
