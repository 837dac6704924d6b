// The words of a PDF's pages as lines.
#pragma once

#include <string>
#include <vector>

#include "ingest/pdf_file.h"
#include "ingest/pdf_signs.h"

namespace sahafa {

struct PdfLine {
  std::u32string seen = {};      ///< from left to right, signs of several letters marked
  std::vector<long> signs = {};  ///< evidence about them (pdf_signs.h)
  std::vector<LetterWidth> alone = {};
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double size = 0;  ///< of the type of its first word
  int page = 0;     ///< from 0
  bool right_to_left = false;
  std::string text = {};  ///< in reading order; set by put_in_order
};

/// Joins the words that stand side by side. Empty lines are left out.
std::vector<PdfLine> make_lines(const PdfPage& page, int number);

/// Sets direction and text of all lines of a document. Returns what is to be told about it: empty, or that letters stand the wrong
/// way round, and whether that was put right.
std::string put_in_order(std::vector<PdfLine>& lines);

}  // namespace sahafa
