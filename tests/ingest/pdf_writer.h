// Small PDFs, written glyph by glyph: the fixtures of the PDF tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa::test {

/// Text that begins at a place (points from the lower left corner) and runs to the right, whatever its letters are.
struct PdfText {
  double x = 0;
  double y = 0;
  double size = 0;
  std::string text;  ///< UTF-8
};

struct PdfContent {
  std::vector<std::vector<PdfText>> pages;
  std::string info = {};     ///< entries of the information dictionary: "/Title (Un titre)"
  std::string trailer = {};  ///< more entries of the trailer: "/Encrypt << ... >>"
};

/// A PDF of pages of 595 by 842 points. Every sign is half as wide as its size; lam alef as one sign (U+FEFB) is told to be the two
/// letters, as programs do; spaces, commas, full stops, alef and lam are narrower.
std::string write_pdf(const PdfContent& content);

/// How wide `text` is at `size`.
double pdf_width(std::string_view text, double size);

/// Arabic as programs draw it: signs from left to right so that, seen from the right end `right`, it reads well. Numbers and Latin words in it
/// must come turned.
PdfText drawn_to(double right, double y, double size, std::string_view text);

/// The same, a piece a letter, from the right to the left.
std::vector<PdfText> drawn_letter_by_letter(double right, double y, double size, std::string_view text);

}  // namespace sahafa::test
