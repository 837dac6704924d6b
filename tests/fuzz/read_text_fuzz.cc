// Any bytes as a file that the text reader takes, cut by any rule: no crash, no hang, spans inside the source, stored texts that are valid UTF-8.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/reader.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // Every rule sees a part of the inputs.
  const sahafa::ReadOptions options{.split = static_cast<sahafa::SplitRule>(size % 5)};
  const sahafa::Intake intake = sahafa::read_source("input.txt", bytes, options);
  for (const sahafa::Intake::Item& item : intake.items) {
    if (item.article.text.empty() || !sahafa::is_valid_utf8(item.article.text)) std::abort();
    if (!sahafa::is_valid_utf8(item.article.title) || item.copies.empty()) std::abort();
    // Decoding makes at most three bytes of one.
    for (const sahafa::Span copy : item.copies)
      if (copy.begin > copy.end || copy.end > size * 3) std::abort();
  }
  return 0;
}
