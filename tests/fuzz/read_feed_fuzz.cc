#include "ingest/read_feed.h"

#include "tests/fuzz/reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  sahafa::test::read_any(sahafa::FeedReader(), "input.xml", sahafa::decode_text(bytes));
  return 0;
}
