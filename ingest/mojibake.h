// Text that was decoded with the wrong charset and stored again: "sociÃ©tÃ©", "Ø§Ù„ØµÙ†Ø¯ÙˆÙ‚", "ÇáÕäÏæÞ". All functions may be
// called from several threads.
#pragma once

#include <string>
#include <string_view>

namespace sahafa {

struct RepairedMojibake {
  std::string text;
  std::string
      how;  ///< what was undone: "UTF-8 read as windows-1252"; empty where nothing was, and then `text` is empty, too
};

/// Undoes, as often as it was done (three times at most):
/// - UTF-8 that was read as windows-1252, windows-1256 or MacRoman,
/// - windows-1256 that was read as windows-1252.
/// The whole text is repaired where at least three words speak for it and hardly any letter against it, else the lines of which that is true;
/// a text that quotes such a word stays as it is. O(n).
RepairedMojibake repair_mojibake(std::string_view text);

}  // namespace sahafa
