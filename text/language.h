// Which language is this? Script decides Arabic; CLD2 and function words decide the rest.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace sahafa {

/// BCP 47 language of an article: "fr", "ar", another two-letter code, or "und" where nothing tells (no
/// letters). Darija in Arabic letters is "ar". Works on the text as a whole; the language with most letters
/// wins. O(n).
std::string detect_language(std::string_view text);

struct ParagraphLanguage {
  Span paragraph;
  std::string lang;
};

/// The language of each paragraph (split_paragraphs). A paragraph too short to tell takes the language of the
/// article, unless its script contradicts that.
std::vector<ParagraphLanguage> detect_paragraph_languages(std::string_view text);

}  // namespace sahafa
