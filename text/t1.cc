#include "text/t1.h"

#include <unicode/uchar.h>

#include <cstdint>

#include "text/lower.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

bool is_part_of_token(char32_t c) {
  constexpr std::uint32_t kTaken = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & kTaken) != 0;
}

}  // namespace

std::vector<T1Token> tokenize_t1(std::string_view text) {
  std::vector<T1Token> tokens;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (begin == end) return;
    tokens.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                      lower_case(text.substr(begin, end - begin))});
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    if (is_part_of_token(decode_utf8(text, at))) continue;
    close(here);
    begin = at;
  }
  close(text.size());
  return tokens;
}

}  // namespace sahafa
