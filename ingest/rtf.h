// RTF as a way in which text is encoded: what a word processor or a press database saved as .rtf becomes plain text,
// a paragraph a line, and every reader of text can read it. Formatting, pictures, notes and fields are left out. All
// functions may be called from several threads.
#pragma once

#include <string_view>

#include "ingest/encoding.h"

namespace sahafa {

/// True when the bytes begin as RTF does.
bool is_rtf(std::string_view bytes);

/// The text of an RTF file: \'hh in the code page of its font or of \ansicpg, \uN with its \ucN fallback, \par and
/// \line as line feeds, cells as tabs; destinations that hold no text (\fonttbl, \pict, \*\...) skipped. Truncated
/// or broken RTF gives what can be read. O(n).
DecodedText decode_rtf(std::string_view bytes);

}  // namespace sahafa
