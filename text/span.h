// Half-open byte ranges, the one way in which sahafa says "where".
#pragma once

#include <cstdint>
#include <string_view>

namespace sahafa {

/// Bytes [begin, end) of a UTF-8 text. Both ends lie on character boundaries.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

/// The characters of `text` that `span` covers.
inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace sahafa
