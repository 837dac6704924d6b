// In place of pdf_file.cc where poppler is not there at build time.
#include "ingest/pdf_file.h"
#include "text/error.h"

namespace sahafa {

struct PdfFile::Document {};

bool PdfFile::is_supported() { return false; }

PdfFile::PdfFile(std::string_view /*bytes*/) {
  throw Error(
      ErrorCode::malformed,
      "a PDF, and this program was built without poppler (libpoppler-cpp-dev); save its text as .txt");
}

PdfFile::~PdfFile() = default;
int PdfFile::page_count() const { return 0; }
PdfInfo PdfFile::info() const { return {}; }
PdfPage PdfFile::page(int /*index*/) const { return {}; }

}  // namespace sahafa
