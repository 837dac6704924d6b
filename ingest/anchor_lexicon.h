// The bilingual list and the names of the codebook, ready for looking up the words of a text.
//
// French words are found as written, else by stem. Arabic ones as written, under each reading of their clitics,
// with endings taken off (the shortest first), else by stem. Immutable after construction; look-ups may run from
// several threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/bilingual.h"
#include "corpus/codebook.h"

namespace sahafa {

struct LexiconRow {
  std::uint64_t anchor = 0;
  float weight = 0.0F;  ///< 0: the word says nothing
};

class AnchorLexicon {
 public:
  using Rows = std::vector<LexiconRow>;

  AnchorLexicon(const BilingualList& list, const Codebook& codebook);
  /// Of the bundled list and codebook.
  static const AnchorLexicon& bundled();

  /// The rows of a word, or nullptr. `form` and `stem` are folded.
  const Rows* find(std::string_view form, std::string_view stem, bool arabic) const;

  /// What a word of a phrase is known by, whatever its inflection.
  static std::string phrase_key(std::string_view form, std::string_view stem, bool arabic);
  /// The rows of the phrase that consists of `keys` (without words that say nothing), or nullptr.
  const Rows* find_phrase(const std::vector<std::string_view>& keys) const;
  /// Words of the longest phrase that begins with this key; 0 if none does.
  std::size_t longest_phrase(std::string_view key) const;

 private:
  struct Maps {
    std::unordered_map<std::string, Rows> forms;
    std::unordered_map<std::string, Rows> reduced;  ///< Arabic: without endings
    std::unordered_map<std::string, Rows> stems;
  };
  class Builder;

  const Rows* find_host(std::string_view host) const;
  const Rows* find_arabic(std::string_view form, std::string_view stem) const;

  Maps french_;
  Maps arabic_;
  std::unordered_map<std::string, Rows> phrases_;  ///< by keys joined with _
  std::unordered_map<std::string, std::size_t> phrase_starts_;
};

}  // namespace sahafa
