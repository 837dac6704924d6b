// Arabic clitics: an analysis beside the orthographic word, never a cut of it (وبالصندوق: و + ب + ال +
// صندوق).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

/// One way to read a folded Arabic word. Views into the folded word that was analysed.
struct CliticReading {
  std::string_view conjunction = {};  ///< و or ف, or empty
  std::string_view preposition = {};  ///< ب, ل, ك or س (future), or empty
  std::string_view article = {};      ///< ال; for لل the second ل stands for it
  std::string_view host = {};         ///< what is left, never empty
  std::string_view pronoun = {};      ///< attached pronoun (ه ها هم نا ...), or empty
};

/// All readings of a folded Arabic word that the orthography allows, the whole word first, then by length of
/// what is taken off. No lexicon is asked: the caller accepts a reading whose host it knows, so that وزاره is
/// never read as و + زاره unless زاره is a word it looks for. Before a pronoun ta marbuta is written ت, so who
/// knows زياره looks for the host of زيارتها with ه at its end as well. At most 24 readings; one for a word that is not
/// Arabic.
std::vector<CliticReading> read_clitics(std::string_view folded_word);

}  // namespace sahafa
