// What every reader owes to any bytes: no crash, no hang, copies inside the source, valid UTF-8. The reader is called
// itself, whatever accepts() says, so that the fuzzer need not keep the marks of the format.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/encoding.h"
#include "ingest/reader.h"
#include "text/utf8.h"

namespace sahafa::test {

inline void read_any(const Reader& reader, std::string_view path, DecodedText decoded) {
  const SourceText source{std::string(path), std::move(decoded.text)};
  Intake intake;
  reader.read(source, intake);
  for (const Intake::Item& item : intake.items) {
    if (!is_valid_utf8(item.article.text) || !is_valid_utf8(item.article.title)) std::abort();
    if (!is_valid_utf8(item.article.authors) || item.copies.empty()) std::abort();
    for (const Span copy : item.copies)
      if (copy.begin > copy.end || copy.end > source.text.size()) std::abort();
  }
}

}  // namespace sahafa::test
