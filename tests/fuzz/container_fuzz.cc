// Any bytes as a container: no crash, no hang, members with valid names; every container is tried, whatever accepts() says.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ingest/container.h"
#include "text/error.h"
#include "text/utf8.h"

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20;
constexpr int kMostMembers = 100;

struct Enough {};

void open(const sahafa::Container& container, std::string_view bytes) {
  sahafa::MemoryStream memory(bytes);
  sahafa::BufferedStream input(memory);
  int members = 0;
  try {
    container.for_each_member(input, [&](const sahafa::Member& member) {
      if (!sahafa::is_valid_utf8(member.name) || !sahafa::is_valid_utf8(member.said.url)) std::abort();
      if (++members == kMostMembers) throw Enough();
      sahafa::read_all(member.stream, kMostBytes);
    });
  } catch (const sahafa::Error&) {
  } catch (const Enough&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const sahafa::Container* container : sahafa::containers()) open(*container, bytes);
  return 0;
}
