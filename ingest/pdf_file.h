// A PDF as poppler sees it: words with their places, page by page. What the words mean together is for pdf_lines.h and
// pdf_text.h.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

struct PlacedChar {
  char32_t character = 0;
  double left = 0;
  double right = 0;
};

/// Places in points, from the upper left corner of the page. Characters stand in the order in which poppler found them.
struct PlacedWord {
  std::vector<PlacedChar> chars;
  double left = 0;
  double right = 0;
  double top = 0;
  double bottom = 0;
  double size = 0;  ///< of the type
  bool space_after = false;
};

struct PdfPage {
  double height = 0;
  std::vector<PlacedWord> words;  ///< in reading order, line by line; in each line from left to right
};

/// What the document says about itself; empty where it says nothing.
struct PdfInfo {
  std::string title;
  std::string authors;
  std::string creator;  ///< the programs that made it
  std::string made;     ///< ISO day
};

class PdfFile {
 public:
  /// True if this program was built with poppler.
  static bool is_supported();

  /// Throws Error(malformed) for what cannot be opened: damaged, cut short, behind a password. `bytes` must outlive the object.
  explicit PdfFile(std::string_view bytes);
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;
  ~PdfFile();

  int page_count() const;
  PdfInfo info() const;
  /// The page `index` (from 0), empty if it is damaged. Costs about 10 ms.
  PdfPage page(int index) const;

 private:
  struct Document;
  std::unique_ptr<Document> document_;
};

}  // namespace sahafa
