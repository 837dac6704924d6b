#include <cstdint>
#include <string_view>

#include "corpus/codebook_lint.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    sahafa::lint(
        sahafa::Codebook::read(std::string_view(reinterpret_cast<const char*>(data), size), "input.toml"));
  } catch (const sahafa::Error&) {  // bad input is refused with a message
  }
  return 0;
}
