// What stands at the edge of pages and is no part of the text: running heads and feet, page numbers, what a browser prints.
#pragma once

#include <string>
#include <vector>

#include "ingest/pdf_lines.h"

namespace sahafa {

/// Takes out of `lines` (of a whole document, in order) what repeats at the same height of neighbouring pages but for its numbers, and
/// page numbers; of pages that a browser printed everything in their margins. Returns the texts taken out. `heights` are those of the pages.
std::vector<std::string> take_running_heads(std::vector<PdfLine>& lines, const std::vector<double>& heights,
                                            bool printed_by_browser);

}  // namespace sahafa
