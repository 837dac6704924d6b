#include <cstdint>
#include <sstream>

#include "analysis/learning/examples.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  try {
    sahafa::read_examples(in, "input.jsonl");
  } catch (const sahafa::Error&) {  // bad input is refused with a message
  }
  return 0;
}
