#include "analysis/report/excerpt.h"

#include <algorithm>

namespace sahafa {

Excerpt make_excerpt(std::string_view text, std::span<const Span> sentences, Span match) {
  const auto first = std::ranges::upper_bound(sentences, match.begin, {}, &Span::end);
  const auto behind = std::ranges::lower_bound(sentences, match.end, {}, &Span::begin);
  Span whole = match;
  if (first < behind) {
    whole.begin = std::min(whole.begin, first->begin);
    whole.end = std::max(whole.end, std::prev(behind)->end);
  }
  return {std::string(slice(text, {whole.begin, match.begin})), std::string(slice(text, match)),
          std::string(slice(text, {match.end, whole.end}))};
}

}  // namespace sahafa
