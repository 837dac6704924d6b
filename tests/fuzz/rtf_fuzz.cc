// Any bytes as RTF: no crash, no hang, valid UTF-8, and no more text than bytes can make.
#include "ingest/rtf.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const sahafa::DecodedText decoded = sahafa::decode_rtf(bytes);
  if (!sahafa::is_valid_utf8(decoded.text) || decoded.text.size() > size * 3) std::abort();
  return 0;
}
