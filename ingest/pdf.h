// PDF as a way in which text is encoded: its pages become plain text, a paragraph a line, which every reader of text can read. All
// functions may be called from several threads.
#pragma once

#include <string_view>

#include "ingest/encoding.h"
#include "ingest/hints.h"

namespace sahafa {

/// True when the bytes begin as a PDF does; a few bytes may stand before its mark.
bool is_pdf(std::string_view bytes);

/// The text of a PDF in reading order, without running heads and page numbers. Said of it are its headline (by its type), title and
/// authors, the day it was made, the address that a browser printed at its edge, where its pages begin in the text; and as issues pages
/// without text, letters that stand backwards, a file that is cut off. Throws Error(malformed) where there is no text to be had:
/// damaged, behind a password, scanned. At most 5,000 pages and 64 MiB of text are read, for at most two minutes.
/// Time is looked at between pages, and poppler cannot be stopped inside one: where that matters, pdf_process.h ends it.
DecodedText decode_pdf(std::string_view bytes, SourceHints& said);

}  // namespace sahafa
