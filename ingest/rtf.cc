#include "ingest/rtf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/charset.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr int kWestern = 1252;

// Destinations whose text is none of the document's, besides those marked \*.
constexpr std::array<std::string_view, 20> kSkipped{
    "colortbl",  "stylesheet",        "info",      "pict",    "header",   "headerl", "headerr",    "headerf",
    "footer",    "footerl",           "footerr",   "footerf", "footnote", "object",  "nonshppict", "fldinst",
    "listtable", "listoverridetable", "generator", "xmlnstbl"};

// Control words that stand for text.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kCharacters{{
    {"par", "\n"},
    {"line", "\n"},
    {"row", "\n"},
    {"sect", "\n"},
    {"page", "\n"},
    {"cell", "\t"},
    {"tab", "\t"},
    {"emdash", "—"},
    {"endash", "–"},
    {"lquote", "‘"},
    {"rquote", "’"},
    {"ldblquote", "“"},
    {"rdblquote", "”"},
    {"bullet", "•"},
    {"emspace", "\u2003"},
    {"enspace", "\u2002"},
    {"softline", "\n"},
}};

// Code pages of \fcharsetN.
constexpr std::array<std::pair<int, int>, 8> kFontCharsets{
    {{161, 1253}, {162, 1254}, {163, 1258}, {177, 1255}, {178, 1256}, {186, 1257}, {204, 1251}, {238, 1250}}};

template <class Table, class Key>
const auto* find_pair(const Table& table, const Key& key) {
  const auto found = std::ranges::find(table, key, [](const auto& pair) { return pair.first; });
  return found == table.end() ? nullptr : &found->second;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The bytes above ASCII of a code page, each as UTF-8.
using CodePage = std::array<std::string, 128>;

// Only the code pages of Windows: each takes memory, and a file may name as many numbers as it has bytes.
bool is_windows_page(int number) { return (number >= 1250 && number <= 1258) || number == 874; }

CodePage make_code_page(int number) {
  CodePage page;
  for (std::size_t i = 0; i < page.size(); ++i) {
    const std::string byte(1, static_cast<char>(i + 128));
    page[i] = decode_charset_lossy(byte, fmt::format("windows-{}", number)).value_or("\uFFFD");
  }
  return page;
}

struct Control {
  std::string_view word;  // empty: a symbol
  char symbol = '\0';
  int value = 0;
  bool has_value = false;
};

class RtfDecoder {
 public:
  explicit RtfDecoder(std::string_view bytes) : bytes_(bytes) {}

  DecodedText decode() {
    while (at_ < bytes_.size()) step();
    flush_surrogate();
    for (std::size_t at = text_.find("\xEF\xBF\xBD"); at != std::string::npos;
         at = text_.find("\xEF\xBF\xBD", at + 3))
      ++replaced_;
    return {std::move(text_), fmt::format("windows-{} (RTF)", ansi_page_), replaced_};
  }

 private:
  // What a group inherits and gives back.
  struct Group {
    bool skipped = false;
    bool font_table = false;
    int fallback = 1;  // \ucN
    int font = -1;
  };

  void step() {
    const char c = bytes_[at_++];
    if (c == '{') {
      groups_.push_back(group_);
      pending_fallback_ = 0;
    } else if (c == '}') {
      pending_fallback_ = 0;
      if (groups_.empty()) return;
      group_ = groups_.back();
      groups_.pop_back();
    } else if (c == '\\') {
      obey(read_control());
    } else if (c != '\r' && c != '\n') {
      put_byte(static_cast<std::uint8_t>(c));
    }
  }

  Control read_control() {
    Control control;
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && is_letter(bytes_[at_])) ++at_;
    control.word = bytes_.substr(begin, at_ - begin);
    if (control.word.empty()) {
      if (at_ < bytes_.size()) control.symbol = bytes_[at_++];
      return control;
    }
    const std::size_t number = at_;
    if (at_ < bytes_.size() && bytes_[at_] == '-') ++at_;
    while (at_ < bytes_.size() && is_digit(bytes_[at_])) ++at_;
    const auto read = std::from_chars(bytes_.data() + number, bytes_.data() + at_, control.value);
    control.has_value = read.ec == std::errc() && read.ptr == bytes_.data() + at_ && at_ > number;
    if (!control.has_value) control.value = 0;
    if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
    return control;
  }

  void obey(const Control& control) {
    if (control.word.empty()) {
      obey_symbol(control.symbol);
    } else if (control.word == "u" && control.has_value) {
      put_utf16(static_cast<std::uint16_t>(control.value));
      pending_fallback_ = group_.fallback;
    } else if (control.word == "uc" && control.has_value) {
      group_.fallback = std::clamp(control.value, 0, 16);
    } else if (control.word == "bin" && control.value > 0) {
      at_ += std::min(bytes_.size() - at_, static_cast<std::size_t>(control.value));
    } else if (control.word == "ansicpg" && is_windows_page(control.value)) {
      ansi_page_ = control.value;
    } else if (control.word == "f" && control.has_value) {
      group_.font = control.value;
    } else if (control.word == "fcharset" && group_.font_table) {
      if (const int* page = find_pair(kFontCharsets, control.value)) font_pages_[group_.font] = *page;
    } else if (control.word == "fonttbl") {
      group_.skipped = group_.font_table = true;
    } else if (std::ranges::find(kSkipped, control.word) != kSkipped.end()) {
      group_.skipped = true;
    } else if (const std::string_view* text = find_pair(kCharacters, control.word)) {
      put(*text);
    }
  }

  void obey_symbol(char symbol) {
    if (symbol == '\'') {
      put_hex();
    } else if (symbol == '*') {
      group_.skipped = true;
    } else if (symbol == '~') {
      put("\u00A0");
    } else if (symbol == '_') {
      put("-");
    } else if (symbol == '\r' || symbol == '\n') {
      put("\n");
    } else if (symbol == '\\' || symbol == '{' || symbol == '}') {
      put(std::string_view(&symbol, 1));
    }
  }

  void put_hex() {
    unsigned value = 0;
    const std::size_t size = std::min<std::size_t>(2, bytes_.size() - at_);
    const auto read = std::from_chars(bytes_.data() + at_, bytes_.data() + at_ + size, value, 16);
    at_ = static_cast<std::size_t>(read.ptr - bytes_.data());
    put_byte(static_cast<std::uint8_t>(value));
  }

  void put_byte(std::uint8_t byte) {
    if (byte < 0x80) {
      const char c = static_cast<char>(byte);
      put(byte < 0x20 && c != '\t' ? std::string_view() : std::string_view(&c, 1));
      return;
    }
    const auto font = font_pages_.find(group_.font);
    const int number = font == font_pages_.end() ? ansi_page_ : font->second;
    auto page = pages_.find(number);
    if (page == pages_.end()) page = pages_.emplace(number, make_code_page(number)).first;
    put(page->second[byte - 0x80U]);
  }

  // Text, unless it stands in for a \u before it.
  void put(std::string_view text) {
    if (pending_fallback_ > 0) {
      --pending_fallback_;
      return;
    }
    if (group_.skipped) return;
    flush_surrogate();
    text_ += text;
  }

  void put_utf16(std::uint16_t unit) {
    pending_fallback_ = 0;
    if (group_.skipped) return;
    if (unit >= 0xDC00 && unit <= 0xDFFF && surrogate_ != 0) {
      append_utf8(text_, 0x10000 + ((surrogate_ - 0xD800U) << 10U) + (unit - 0xDC00U));
      surrogate_ = 0;
      return;
    }
    flush_surrogate();
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      surrogate_ = unit;
    } else if (unit >= 0xDC00 && unit <= 0xDFFF) {
      append_utf8(text_, 0xFFFD);
    } else {
      append_utf8(text_, unit);
    }
  }

  void flush_surrogate() {
    if (surrogate_ != 0) append_utf8(text_, 0xFFFD);
    surrogate_ = 0;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  Group group_;
  std::vector<Group> groups_;
  int ansi_page_ = kWestern;
  int pending_fallback_ = 0;
  char32_t surrogate_ = 0;
  std::unordered_map<int, int> font_pages_;
  std::map<int, CodePage> pages_;
  std::string text_;
  std::size_t replaced_ = 0;
};

}  // namespace

bool is_rtf(std::string_view bytes) { return bytes.starts_with("{\\rtf"); }

DecodedText decode_rtf(std::string_view bytes) { return RtfDecoder(bytes).decode(); }

}  // namespace sahafa
