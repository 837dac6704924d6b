#include "text/t1.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/uchar.h>

#include <cstdint>

#include "text/icu_check.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

bool is_part_of_token(char32_t c) {
  constexpr std::uint32_t kTaken = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & kTaken) != 0;
}

std::string lower(std::string_view run) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, {run.data(), static_cast<std::int32_t>(run.size())}, sink, nullptr,
                            status);
  check_icu(status, "lower-casing a token");
  return out;
}

}  // namespace

std::vector<T1Token> tokenize_t1(std::string_view text) {
  std::vector<T1Token> tokens;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (begin == end) return;
    tokens.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                      lower(text.substr(begin, end - begin))});
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
