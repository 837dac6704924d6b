#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace sahafa {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Length of the ASCII run at the start of `bytes`, found eight bytes at a time.
std::size_t ascii_prefix(std::string_view bytes) {
  std::size_t n = 0;
  for (; n + 8 <= bytes.size(); n += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + n, 8);
    if ((eight & 0x8080808080808080U) != 0) break;
  }
  while (n < bytes.size() && static_cast<unsigned char>(bytes[n]) < 0x80) ++n;
  return n;
}

struct Sequence {
  std::size_t length;  ///< of the character, or of the maximal malformed subpart
  bool valid;
};

/// Bounds of the second byte (Unicode 15, table 3-7): they alone keep out overlong forms, surrogates and what
/// lies above U+10FFFF.
struct Lead {
  std::size_t length;
  unsigned char low;
  unsigned char high;
};

Lead read_lead(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

/// The sequence of more than one byte at the start of `bytes`.
Sequence read_sequence(std::string_view bytes) {
  const auto byte = [&bytes](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  const Lead lead = read_lead(byte(0));
  if (lead.length == 0) return {1, false};
  for (std::size_t at = 1; at < lead.length; ++at) {
    const unsigned char low = at == 1 ? lead.low : 0x80;
    const unsigned char high = at == 1 ? lead.high : 0xBF;
    if (at == bytes.size() || byte(at) < low || byte(at) > high) return {at, false};
  }
  return {lead.length, true};
}

/// Length of the well-formed prefix of `bytes`.
std::size_t valid_prefix(std::string_view bytes) {
  std::size_t at = 0;
  while (true) {
    at += ascii_prefix(bytes.substr(at));
    if (at == bytes.size()) return at;
    const Sequence sequence = read_sequence(bytes.substr(at));
    if (!sequence.valid) return at;
    at += sequence.length;
  }
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) { return valid_prefix(bytes) == bytes.size(); }

RepairedUtf8 repair_utf8(std::string_view bytes) {
  RepairedUtf8 result;
  result.text.reserve(bytes.size());
  while (true) {
    const std::size_t good = valid_prefix(bytes);
    result.text.append(bytes.substr(0, good));
    bytes.remove_prefix(good);
    if (bytes.empty()) return result;
    bytes.remove_prefix(read_sequence(bytes).length);
    result.text.append(kReplacement);
    ++result.replaced;
  }
}

void append_utf8(std::string& out, char32_t c) {
  const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto push_tail = [&push, c](int shift) { push(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    push(c);
  } else if (c < 0x800) {
    push(0xC0 | c >> 6);
    push_tail(0);
  } else if (c < 0x10000) {
    push(0xE0 | c >> 12);
    push_tail(6);
    push_tail(0);
  } else {
    push(0xF0 | c >> 18);
    push_tail(12);
    push_tail(6);
    push_tail(0);
  }
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace sahafa
