#include <cstdint>
#include <sstream>

#include "analysis/learning/classifier.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  try {
    const sahafa::Classifier classifier = sahafa::Classifier::load(in, "input.model");
    classifier.classify({.id = {}, .text = "la Caisse se tait", .target = "silence", .label = {}});
  } catch (const sahafa::Error&) {  // bad input is refused with a message
  }
  return 0;
}
