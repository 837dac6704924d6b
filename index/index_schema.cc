#include "index/index_schema.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace sahafa {

std::string make_term(std::string_view prefix, std::string_view value) {
  constexpr std::size_t kMostBytes = 240;
  constexpr std::size_t kHashBytes = 16;
  std::string term(prefix);
  if (prefix.size() + value.size() <= kMostBytes) return term.append(value);
  std::size_t cut = kMostBytes - kHashBytes - prefix.size();
  while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xc0U) == 0x80U) --cut;
  return term.append(value.substr(0, cut)) + fmt::format("{:016x}", XXH3_64bits(value.data(), value.size()));
}

}  // namespace sahafa
