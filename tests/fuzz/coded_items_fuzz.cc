#include <cstdint>
#include <string_view>

#include "analysis/coding/coded_items.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    sahafa::parse_coded_items(std::string_view(reinterpret_cast<const char*>(data), size), "sheet");
  } catch (const sahafa::Error&) {  // bad input is refused with a message
  }
  return 0;
}
