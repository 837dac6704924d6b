#include "text/match.h"

#include "text/fold_rules.h"
#include "text/utf8.h"

namespace sahafa {

std::size_t match_folded(std::string_view text, std::string_view pattern) {
  std::size_t at = 0;
  for (const char expected : pattern) {
    if (at == text.size()) return 0;
    const char32_t c = decode_utf8(text, at);
    const bool same = c < 0x80 ? ascii_lower(static_cast<char>(c)) == expected
                               : fold_character(c) == std::string_view(&expected, 1);
    if (!same) return 0;
  }
  return at;
}

}  // namespace sahafa
