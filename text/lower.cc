#include "text/lower.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include <cstdint>

#include "text/icu_check.h"

namespace sahafa {

std::string lower_case(std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr,
                            status);
  check_icu(status, "lower-casing a text");
  return out;
}

}  // namespace sahafa
