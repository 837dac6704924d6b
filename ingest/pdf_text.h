// The lines of a PDF as paragraphs: lines joined, words that were divided at line ends put together, over the ends of columns and
// pages too.
#pragma once

#include <string>
#include <vector>

#include "ingest/pdf_lines.h"

namespace sahafa {

struct PdfParagraph {
  std::string text;
  double size = 0;  ///< of its type
  int page = 0;     ///< where it begins, from 0
  std::vector<std::size_t>
      page_turns;  ///< bytes of its text at which the next page begins, the one after that, ...
};

/// `lines` of a whole document in reading order, without running heads. O(n).
std::vector<PdfParagraph> make_paragraphs(const std::vector<PdfLine>& lines);

/// The size of most of the text.
double body_size(const std::vector<PdfLine>& lines);

}  // namespace sahafa
