#include "ingest/read_vrt.h"

#include "tests/fuzz/reader_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  sahafa::test::read_any(sahafa::VrtReader(), "input.vrt", sahafa::decode_text(bytes));
  return 0;
}
