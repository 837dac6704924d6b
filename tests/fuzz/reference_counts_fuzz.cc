// Any bytes are a list of reference frequencies or an Error(malformed); what is read has finite counts within the total.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analysis/reference_counts.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto as_it_is = [](std::string_view term) { return std::string(term); };
  try {
    const auto counts =
        sahafa::parse_reference_counts({reinterpret_cast<const char*>(data), size}, "input", as_it_is);
    for (const auto& [term, count] : counts.counts) {
      if (!std::isfinite(count) || count < 0.0) std::abort();
    }
  } catch (const sahafa::Error& error) {
    if (error.code() != sahafa::ErrorCode::malformed) std::abort();
  }
  return 0;
}
