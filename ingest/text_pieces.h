// Takes plain text apart into the articles that were pasted into it, each with the field lines in front of it.
//
// The rules, the most certain first; a later one is asked only where the earlier ones find one article without field lines:
//   fields     a block of field lines behind a blank line begins an article: two of them, or one that is a title
//   marks      a line of three or more - = _ begins an article; of * #, which also part the sections of one, where field lines follow
//   blanks     two blank lines, a short line that ends like no sentence, and below it a date or an address begin an article
// A forced rule is the only one, and it is trusted: marks takes * and # as well, blanks any two blank lines.
// All functions may be called from several threads.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/fields.h"
#include "text/span.h"

namespace sahafa {

enum class SplitRule : std::uint8_t { automatic, none, fields, marks, blanks };

/// The rule of that name: "auto", "none", "fields", "marks", "blanks". Throws Error(usage) for other names.
SplitRule parse_split_rule(std::string_view name);

/// Metadata and text of one article in a file.
struct TextPiece {
  std::vector<FieldLine> fields;
  Span body;
  std::string_view begun_by = {};  ///< of several: "field lines", "separator", "blank lines"; else empty
};

/// The pieces of `text` in order; views and spans into it. O(n).
std::vector<TextPiece> cut_pieces(std::string_view text, SplitRule rule = SplitRule::automatic);

/// A first line that may be a title: short, and it ends like no sentence.
bool may_be_title(std::string_view line);

/// An address and nothing else.
bool is_address_line(std::string_view line);

}  // namespace sahafa
