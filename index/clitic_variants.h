// Under which keys the texts of an index may hold an Arabic word: what its light stem does not settle, the vocabulary does.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// What the index holds, as far as the reading of clitics needs to know it.
struct IndexVocabulary {
  std::function<bool(std::string_view key)> has_key;           ///< some text has this positioned key
  std::function<bool(std::string_view form)> has_form;         ///< some text has this folded form
  std::function<bool(std::string_view prefix)> has_form_like;  ///< some text has a form that begins so
};

/// The keys under which texts may hold an Arabic word whose key is `key`: itself, with its ة open before a pronoun or a dual
/// (شركتهم, شركتان) or the ت of a verb (أعلنت), each with one-letter clitics before it (وصندوق, للصندوق), and, if it
/// begins with one itself, without it. No letter counts as a clitic where the whole word takes the article (where الوزير
/// occurs, the waw of وزير belongs to the word) or begins_with_root_letter. What the asked word is said to begin with has to
/// occur without it. Sorted, without doubles.
std::vector<std::string> clitic_variants(std::string_view key, bool with_article,
                                         const IndexVocabulary& vocabulary);

}  // namespace sahafa
