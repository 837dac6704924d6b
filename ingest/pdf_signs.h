// Signs that stand for several letters: lam alef, the name of God. Poppler spreads the letters over the sign's width in reading order,
// where letters that have signs of their own stand in the order in which they are seen; so both must be told apart.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/pdf_file.h"

namespace sahafa {

/// A letter and its width in ten thousandths of the type's size.
using LetterWidth = std::pair<char32_t, long>;

/// The letters of one Arabic word as they are seen, and the evidence in them.
struct SeenWord {
  std::u32string seen;             ///< kSign before what may be one sign (visual_order.h)
  std::vector<long> signs;         ///< width of a letter of each
  std::vector<LetterWidth> alone;  ///< letters that can be no part of one
};

/// Marks are put to the left of the letter that carries them.
SeenWord see_word(const PlacedWord& word);

/// Widths of letters in a whole document.
class SignWidths {
 public:
  void learn(std::span<const LetterWidth> alone);

  /// Removes the marks of signs that are none: their letters are as wide where they stand alone. After an alef (in reading order) lam
  /// alef is always one: no word has alef, alef, lam.
  std::u32string confirm(const std::u32string& seen, std::span<const long> signs) const;

 private:
  bool is_sign(std::u32string_view letters, long width, bool after_alef) const;

  std::map<LetterWidth, std::size_t> alone_;
  std::map<char32_t, std::size_t> letters_;
};

}  // namespace sahafa
