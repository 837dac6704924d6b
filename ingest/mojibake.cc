#include "ingest/mojibake.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/char_class.h"
#include "text/charset.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr char32_t kTableEnd = 0x2600;  // no letter or mark of these charsets stands above
constexpr int kMostRounds = 3;

// From characters to the bytes that a charset of one byte each has for them; 0 for others.
class ByteTable {
 public:
  explicit ByteTable(const std::string& charset) {
    for (int byte = 0x80; byte <= 0xFF; ++byte) {
      const std::string text =
          decode_charset_lossy(std::string(1, static_cast<char>(byte)), charset).value_or(std::string());
      std::size_t at = 0;
      const char32_t c = text.empty() ? 0 : decode_utf8(text, at);
      if (c >= 0x80 && c < kTableEnd && at == text.size()) bytes_[c] = static_cast<std::uint8_t>(byte);
    }
  }
  std::uint8_t byte(char32_t c) const { return c < kTableEnd ? bytes_[c] : 0; }

 private:
  std::array<std::uint8_t, kTableEnd> bytes_{};
};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t count_letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CharClass kind = char_class(decode_utf8(text, at));
    count += kind == CharClass::letter || kind == CharClass::arabic ? 1 : 0;
  }
  return count;
}

// What one run of characters beyond ASCII was before, or empty if it cannot have been misread so.
using Undo = std::string (*)(const std::string& bytes);

// ف is the letter whose second byte, 81, windows-1252 does not have: programs drop it.
std::string with_dropped_bytes(const std::string& bytes) {
  constexpr char kLead = '\xD9';
  constexpr char kDropped = '\x81';
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    out += bytes[i];
    const bool continued = i + 1 < bytes.size() && (static_cast<std::uint8_t>(bytes[i + 1]) & 0xC0) == 0x80;
    if (bytes[i] == kLead && !continued) out += kDropped;
  }
  return out;
}

std::string as_utf8(const std::string& bytes) {
  if (is_valid_utf8(bytes)) return bytes;
  std::string restored = with_dropped_bytes(bytes);
  return is_valid_utf8(restored) ? restored : std::string();
}

// All letters Arabic: French é and à are the same bytes in both charsets and say nothing.
std::string as_windows_1256(const std::string& bytes) {
  std::string text = decode_charset_lossy(bytes, "windows-1256").value_or(std::string());
  std::size_t arabic = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode_utf8(text, at);
    const bool is_arabic = char_class(c) == CharClass::arabic || char_class(c) == CharClass::extend;
    if (!is_arabic && c != U'،' && c != U'؛' && c != U'؟') return {};
    arabic += is_arabic ? 1 : 0;
  }
  return arabic >= 2 ? text : std::string();
}

struct Misreading {
  std::string_view name;
  ByteTable table;
  Undo undo;
};

const std::array<Misreading, 4>& misreadings() {
  static const std::array<Misreading, 4> list{
      {{"UTF-8 read as windows-1252", ByteTable("windows-1252"), as_utf8},
       {"UTF-8 read as windows-1256", ByteTable("windows-1256"), as_utf8},
       {"UTF-8 read as MacRoman", ByteTable("macintosh"), as_utf8},
       {"windows-1256 read as windows-1252", ByteTable("windows-1252"), as_windows_1256}}};
  return list;
}

// The characters beyond ASCII from `begin` on.
std::size_t end_of_run(std::string_view text, std::size_t begin) {
  while (begin < text.size() && static_cast<std::uint8_t>(text[begin]) >= 0x80) ++begin;
  return begin;
}

// Quotes, dashes and spaces alone, which good texts have as well.
bool is_punctuation(std::string_view run) { return count_letters(run) == 0; }

std::string undone(std::string_view run, const Misreading& misreading) {
  std::string bytes;
  for (std::size_t at = 0; at < run.size();) {
    const std::uint8_t byte = misreading.table.byte(decode_utf8(run, at));
    if (byte == 0) return {};
    bytes += static_cast<char>(byte);
  }
  return misreading.undo(bytes);
}

// "Ã " was à: its second byte is a no-break space that became a blank.
bool is_blanked_a(std::string_view run, std::string_view rest, const Misreading& misreading) {
  return misreading.undo == as_utf8 && run == "\xC3\x83" && rest.starts_with(' ');
}

// What speaks for a misreading and against it.
struct Evidence {
  std::size_t words = 0;  ///< runs that it explains, inside a word or of two letters and more
  std::size_t good = 0;   ///< all runs that it explains
  std::size_t bad = 0;    ///< letters that it does not
  std::size_t ascii = 0;  ///< letters that it leaves alone

  bool is_enough(std::size_t least) const {
    constexpr std::size_t kLettersPerWord = 400;  // French has a letter with an accent every thirty
    return words >= least && bad * 10 <= good && ascii <= good * kLettersPerWord;
  }
};

Evidence weigh(std::string_view text, const Misreading& misreading) {
  Evidence found;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<std::uint8_t>(text[at]) < 0x80) {
      found.ascii += is_ascii_letter(text[at++]) ? 1 : 0;
      continue;
    }
    const std::size_t end = end_of_run(text, at);
    const std::string_view run = text.substr(at, end - at);
    const std::string before = undone(run, misreading);
    if (!before.empty()) {
      const bool in_word =
          (at > 0 && is_ascii_letter(text[at - 1])) || (end < text.size() && is_ascii_letter(text[end]));
      ++found.good;
      found.words += in_word || count_letters(before) >= 2 ? 1 : 0;
    } else if (!is_punctuation(run) && !is_blanked_a(run, text.substr(end), misreading)) {
      ++found.bad;
    }
    at = end;
  }
  return found;
}

std::string undo_all(std::string_view text, const Misreading& misreading) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<std::uint8_t>(text[at]) < 0x80) {
      out += text[at++];
      continue;
    }
    const std::size_t end = end_of_run(text, at);
    const std::string_view run = text.substr(at, end - at);
    const std::string before = undone(run, misreading);
    if (is_blanked_a(run, text.substr(end), misreading)) {
      out += "à";
      at = end + (text.substr(end).starts_with("  ") ? 1 : 0);
      continue;
    }
    out += before.empty() ? std::string(run) : before;
    at = end;
  }
  return out;
}

struct Round {
  std::string text;
  const Misreading* misreading = nullptr;
  bool in_lines = false;
};

Round undo_whole(std::string_view text) {
  constexpr std::size_t kLeastWords = 3;
  for (const Misreading& misreading : misreadings())
    if (weigh(text, misreading).is_enough(kLeastWords))
      return {undo_all(text, misreading), &misreading, false};
  return {};
}

// Articles that were pasted one below the other need not all be misread.
Round undo_lines(std::string_view text) {
  constexpr std::size_t kLeastWords = 4;
  Round round;
  for (const Misreading& misreading : misreadings()) {
    if (weigh(text, misreading).words < kLeastWords) continue;
    round = {{}, nullptr, true};
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
      const std::string_view line = text.substr(at, end - at);
      const Evidence evidence = weigh(line, misreading);
      const bool repairs = evidence.bad == 0 && evidence.is_enough(kLeastWords);
      if (repairs) round.misreading = &misreading;
      round.text += repairs ? undo_all(line, misreading) : std::string(line);
      at = end;
    }
    if (round.misreading != nullptr) return round;
  }
  return {};
}

// Every misreading leaves a character of these first bytes beside another one beyond ASCII; most texts have none, and this is quick.
bool may_be_misread(std::string_view text) {
  std::size_t pairs = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size() && pairs < 3; ++at) {
    if (static_cast<std::uint8_t>(text[at]) < 0x80) continue;
    begin = at;
    at = end_of_run(text, at);
    pairs += at - begin >= 4 ? 1 : 0;
  }
  return pairs >= 3;
}

}  // namespace

RepairedMojibake repair_mojibake(std::string_view text) {
  RepairedMojibake repaired;
  for (int round = 0; round < kMostRounds; ++round) {
    const std::string_view current = repaired.how.empty() ? text : std::string_view(repaired.text);
    if (!may_be_misread(current)) break;
    Round undone_round = undo_whole(current);
    if (undone_round.misreading == nullptr) undone_round = undo_lines(current);
    if (undone_round.misreading == nullptr) break;
    repaired.how.append(repaired.how.empty() ? "" : ", and ").append(undone_round.misreading->name);
    if (undone_round.in_lines) repaired.how += " in some lines";
    repaired.text = std::move(undone_round.text);
  }
  return repaired;
}

}  // namespace sahafa
