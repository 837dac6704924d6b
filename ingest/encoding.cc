#include "ingest/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "ingest/mojibake.h"
#include "text/charset.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t kDeclarationBytes =
    2048;  // HTML says 1024; long inline scripts stand before it in real pages
constexpr std::size_t kSampleBytes = 1 << 16;

using Candidate = std::optional<DecodedText>;

std::uint8_t byte_at(std::string_view bytes, std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); }

DecodedText decoded(std::string text, std::string_view charset, std::string_view decided_by) {
  return {std::move(text), fmt::format("{} ({})", charset, decided_by), 0};
}

DecodedText decoded_lossy(std::string_view bytes, const std::string& charset, std::string_view decided_by) {
  std::string text = decode_charset_lossy(bytes, charset).value_or(std::string());
  DecodedText result = decoded({}, charset, decided_by);
  for (std::size_t at = text.find("\xEF\xBF\xBD"); at != std::string::npos;
       at = text.find("\xEF\xBF\xBD", at + 3))
    ++result.replaced;
  result.text = std::move(text);
  return result;
}

DecodedText decoded_utf8(std::string_view bytes, std::string_view decided_by) {
  RepairedUtf8 repaired = repair_utf8(bytes);
  DecodedText result = decoded(std::move(repaired.text), "utf-8", decided_by);
  result.replaced = repaired.replaced;
  return result;
}

Candidate by_mark(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) return decoded_utf8(bytes.substr(kUtf8Mark.size()), "byte-order mark");
  if (bytes.starts_with("\xFF\xFE")) return decoded_lossy(bytes.substr(2), "UTF-16LE", "byte-order mark");
  if (bytes.starts_with("\xFE\xFF")) return decoded_lossy(bytes.substr(2), "UTF-16BE", "byte-order mark");
  return std::nullopt;
}

std::string lower_ascii(std::string_view name) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

// Names that web pages use for a larger set: WHATWG's encoding standard decodes them as windows-1252.
bool means_windows_1252(std::string_view charset) {
  return charset == "iso-8859-1" || charset == "us-ascii" || charset == "latin1" || charset == "ascii";
}

// The value after `charset=` or `encoding=` in the first bytes: meta elements, content types, XML
// declarations.
std::string declared_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kDeclarationBytes);
  if (head.find('<') == std::string_view::npos) return {};
  for (const std::string_view label : {"charset=", "encoding="}) {
    const std::size_t at = head.find(label);
    if (at == std::string_view::npos) continue;
    std::string name;
    for (std::size_t i = at + label.size(); i < head.size() && name.size() < 40; ++i) {
      const char c = head[i];
      if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_') {
        name += c;
      } else if (!name.empty() || (c != '"' && c != '\'' && c != ' ')) {
        break;
      }
    }
    if (!name.empty()) return name;
  }
  return {};
}

Candidate by_declaration(std::string_view bytes, std::string_view name, std::string_view decided_by) {
  if (name.empty()) return std::nullopt;
  const std::string lower = lower_ascii(name);
  const std::string charset(means_windows_1252(lower) ? "windows-1252" : lower);
  if (charset.starts_with("utf-16") || charset == "utf-8" || charset == "utf8") return std::nullopt;
  std::optional<std::string> text = decode_charset(bytes, charset);
  if (!text) return std::nullopt;
  return decoded(std::move(*text), charset, decided_by);
}

// UTF-16 text of these two languages has one byte of each pair in {00, 06} nearly always: Latin and Arabic
// blocks.
Candidate by_utf16_pairs(std::string_view bytes) {
  const std::size_t pairs = std::min(bytes.size(), kSampleBytes) / 2;
  if (pairs < 8) return std::nullopt;
  std::array<std::size_t, 2> block_bytes{};
  for (std::size_t i = 0; i < pairs * 2; ++i) {
    const std::uint8_t byte = byte_at(bytes, i);
    if (byte == 0x00 || byte == 0x06 || byte == 0x20) ++block_bytes[i % 2];
  }
  const bool has_nul = bytes.substr(0, pairs * 2).find('\0') != std::string_view::npos;
  for (const std::size_t high : {std::size_t{1}, std::size_t{0}}) {
    if (!has_nul || block_bytes[high] * 10 < pairs * 9 || block_bytes[1 - high] * 2 > pairs) continue;
    return decoded_lossy(bytes, high == 1 ? "UTF-16LE" : "UTF-16BE", "detected");
  }
  return std::nullopt;
}

// A truncated file or a bad paste breaks a few sequences of a text that is UTF-8 all the same: single-byte
// charsets make no valid multi-byte sequences in number.
Candidate by_nearly_utf8(std::string_view bytes) {
  RepairedUtf8 repaired = repair_utf8(bytes);
  std::size_t multibyte = 0;
  for (const char c : repaired.text) multibyte += (static_cast<std::uint8_t>(c) & 0xC0) == 0xC0 ? 1 : 0;
  multibyte -= std::min(multibyte, repaired.replaced);
  const bool only_last_is_cut = repaired.replaced == 1 && repaired.text.ends_with("\xEF\xBF\xBD");
  if (multibyte < 10 * repaired.replaced && !(only_last_is_cut && multibyte > 0)) return std::nullopt;
  DecodedText result = decoded(std::move(repaired.text), "utf-8", "repaired");
  result.replaced = repaired.replaced;
  return result;
}

// Arabic in one byte a letter: bytes from C0 upwards are letters in both charsets. The most frequent pair of
// letters, alef lam, is C7 E1 in windows-1256 and C7 E4 in ISO-8859-6.
std::string arabic_charset(std::string_view sample) {
  std::size_t letters = 0;
  std::size_t others = 0;
  for (const char c : sample) {
    if (static_cast<std::uint8_t>(c) >= 0xC0) ++letters;
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) ++others;
  }
  if (letters < others) return {};
  std::size_t windows = 0;
  std::size_t iso = 0;
  for (std::size_t i = 1; i < sample.size(); ++i) {
    if (byte_at(sample, i - 1) != 0xC7) continue;
    windows += byte_at(sample, i) == 0xE1 ? 1 : 0;
    iso += byte_at(sample, i) == 0xE4 ? 1 : 0;
  }
  if (windows == 0 && iso == 0) return {};
  return windows >= iso ? "windows-1256" : "iso-8859-6";
}

// ISO-8859-15 differs from windows-1252 in eight places, of which French needs œ and Œ (BD, BC there: ½ and ¼
// in windows-1252), which then stand beside letters; windows-1252 uses the bytes 80 to 9F for its quotes and
// dashes.
bool is_latin9(std::string_view sample) {
  bool ligature = false;
  for (std::size_t i = 0; i + 1 < sample.size(); ++i) {
    const std::uint8_t byte = byte_at(sample, i);
    if (byte >= 0x80 && byte <= 0x9F) return false;
    const bool before_letter = std::isalpha(static_cast<unsigned char>(sample[i + 1])) != 0;
    ligature = ligature || ((byte == 0xBD || byte == 0xBC) && before_letter);
  }
  return ligature;
}

std::string guess_charset(std::string_view sample) {
  constexpr int kSureEnough =
      50;  // below that ICU often names a Turkish or Chinese charset for a short French text
  if (std::string arabic = arabic_charset(sample); !arabic.empty()) return arabic;
  std::string detected = detect_charset(sample, kSureEnough);
  const bool latin = detected.empty() || detected == "UTF-8" || detected.starts_with("ISO-8859-1") ||
                     detected == "windows-1252";
  if (!latin) return detected;
  return is_latin9(sample) ? "iso-8859-15" : "windows-1252";
}

DecodedText by_frequencies(std::string_view bytes) {
  return decoded_lossy(bytes, guess_charset(bytes.substr(0, kSampleBytes)), "detected");
}

DecodedText decode_once(std::string_view bytes, std::string_view container_charset) {
  if (Candidate marked = by_mark(bytes)) return std::move(*marked);
  if (Candidate wide = by_utf16_pairs(bytes)) return std::move(*wide);
  if (is_valid_utf8(bytes)) return decoded(std::string(bytes), "utf-8", "valid");
  if (Candidate declared = by_declaration(bytes, container_charset, "container")) return std::move(*declared);
  if (Candidate repaired = by_nearly_utf8(bytes)) return std::move(*repaired);
  if (Candidate declared = by_declaration(bytes, declared_charset(bytes), "declared"))
    return std::move(*declared);
  return by_frequencies(bytes);
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view container_charset) {
  DecodedText result = decode_once(bytes, container_charset);
  RepairedMojibake repaired = repair_mojibake(result.text);
  if (repaired.how.empty()) return result;
  result.text = std::move(repaired.text);
  result.encoding.insert(result.encoding.size() - 1, "; repaired: " + repaired.how);
  return result;
}

bool looks_binary(std::string_view text) {
  const std::string_view sample = text.substr(0, kSampleBytes);
  std::size_t controls = 0;
  for (const char c : sample) {
    if (c == '\0') return true;
    const auto byte = static_cast<std::uint8_t>(c);
    if (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') ++controls;
  }
  return controls * 50 > sample.size();
}

}  // namespace sahafa
