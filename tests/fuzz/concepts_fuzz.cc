// Any bytes are a dictionary of concepts or an Error(malformed); every term belongs to a concept.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "analysis/concept_dictionary.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto dictionary = sahafa::parse_concepts({reinterpret_cast<const char*>(data), size}, "input");
    if (dictionary.terms.empty()) std::abort();
    for (const auto& [concept_id, term] : dictionary.terms) {
      if (concept_id >= dictionary.concepts.size() || term.empty()) std::abort();
    }
  } catch (const sahafa::Error& error) {
    if (error.code() != sahafa::ErrorCode::malformed) std::abort();
  }
  return 0;
}
