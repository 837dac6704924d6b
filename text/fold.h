// Folding: the form under which words are matched, counted and searched, in both languages, with a way back
// to the stored bytes.
//
// Case; Latin accents and ligatures (œ to oe, ﬁ to fi); alef with hamza, madda or wasla to alef, hamza
// carriers to their base (ؤ to و, ئ to ي), alef maqsura and Farsi yeh to ya, ta marbuta to ha, keheh to kaf;
// harakat, tatweel, shadda and superscript alef removed; presentation forms to letters; Arabic-Indic and
// Persian digits to ASCII; apostrophes to ', quotes to ", Unicode hyphens to -, every white space to
// U+0020; invisible and control characters removed. `fold(fold(x)) == fold(x)`. All functions may be called from several threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// The folded form of valid UTF-8. O(n), table-driven; ICU only for characters outside the tables.
std::string fold(std::string_view text);

/// Appends the folded form to `out`; saves the allocation in hot loops.
void fold_append(std::string_view text, std::string& out);

/// A folded text that knows where each of its bytes came from.
class FoldedText {
 public:
  explicit FoldedText(std::string_view source);

  const std::string& text() const { return text_; }

  /// The bytes of the source from which the folded bytes `folded` were made. Characters that folding removed
  /// at the edges are left out, those inside are covered. An empty span maps to an empty span.
  Span to_source(Span folded) const;

 private:
  std::string text_;
  std::vector<std::uint32_t> begin_;  ///< per folded byte: first source byte of its character
  std::vector<std::uint32_t> end_;    ///< per folded byte: end of that character in the source
};

}  // namespace sahafa
