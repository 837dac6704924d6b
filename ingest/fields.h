// The labels under which texts carry their metadata in front ("Titre : ...", "المصدر: ..."), and the words
// for genres and languages, in French, Arabic and English. One table each; a label is compared folded. All
// functions may be called from several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/article.h"

#include "text/trim.h"  // whoever reads fields trims them

namespace sahafa {

enum class Field : std::uint8_t {
  title,
  outlet,
  authors,
  date,
  url,
  lang,
  genre,
  kind,
  key,
  standfirst,
  text
};

/// The member of `article` that holds a field; nullptr for `kind` and `standfirst`, which have none.
std::string* member_of(Article& article, Field field);

/// The field that a label names, or nullopt: "Titre", "Journal", "الكاتب", "headline". Leading and trailing
/// white space does not matter.
std::optional<Field> field_of_label(std::string_view label);

struct FieldLine {
  Field field;
  std::string_view value;  ///< trimmed; a view into the line
};

/// Reads `Label : value`. The colon may be ASCII, fullwidth (U+FF1A) or small (U+FE55), with any spaces
/// around it; nullopt where the line does not begin with a known label and a colon.
std::optional<FieldLine> parse_field_line(std::string_view line);

/// The genre of DESIGN's vocabulary (news, editorial, column, interview, communique, analysis) that a word in
/// one of the three languages names, or an empty string.
std::string genre_of(std::string_view word);

/// The BCP 47 language that a tag or name means ("fr-FR", "fr_MA", "français", "العربية"), or an empty
/// string.
std::string language_of(std::string_view name);

/// True for the values of the field `kind` that say that the text is a digest of an article, not the article.
bool is_digest(std::string_view value);

}  // namespace sahafa
