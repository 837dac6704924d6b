// Any bytes, with a charset name in front of the first line feed: the result is valid UTF-8.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/encoding.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t name = bytes.substr(0, 40).find('\n');
  const std::string_view charset =
      name == std::string_view::npos ? std::string_view() : bytes.substr(0, name);
  const sahafa::DecodedText decoded = sahafa::decode_text(bytes.substr(charset.size()), charset);
  if (!sahafa::is_valid_utf8(decoded.text)) std::abort();
  sahafa::looks_binary(decoded.text);
  return 0;
}
