// Any bytes as a PDF: an Error or valid UTF-8.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/pdf.h"
#include "text/error.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  sahafa::SourceHints said;
  try {
    const sahafa::DecodedText decoded = sahafa::decode_pdf(bytes, said);
    if (!sahafa::is_valid_utf8(decoded.text) || !sahafa::is_valid_utf8(said.title + said.authors + said.url))
      std::abort();
  } catch (const sahafa::Error&) {
  }
  return 0;
}
