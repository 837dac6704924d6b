#include "ingest/letters.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

// What a character does to the word in which it stands.
enum class Kind : std::uint8_t { nothing, separator, letter, arabic_letter, digit };

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

Kind kind_of(char32_t c, const std::string& folded, std::u16string_view letters) {
  if (folded.empty()) return Kind::nothing;
  if (letters.empty()) return Kind::separator;
  if (std::ranges::all_of(letters, is_digit)) return Kind::digit;
  return c >= 0x0600 && c < 0x0700 ? Kind::arabic_letter : Kind::letter;
}

std::u16string letters_in(std::string_view folded) {
  std::u16string letters;
  for (std::size_t at = 0; at < folded.size();)
    if (const char32_t c = decode_utf8(folded, at); is_letter_or_digit(c))
      letters += static_cast<char16_t>(c);
  return letters;
}

/// The letters of one character, nearly always one or none.
struct Entry {
  std::array<char16_t, 3> letters;
  std::uint8_t length;  ///< kLong: they do not fit, or are more than the bytes of the character
  Kind kind;
};
constexpr std::uint8_t kLong = 0xFF;

Entry make_entry(char32_t c) {
  std::string text;
  append_utf8(text, c);
  const std::string folded = fold(text);
  const std::u16string letters = letters_in(folded);
  Entry entry{{}, kLong, kind_of(c, folded, letters)};
  if (letters.size() > std::min(entry.letters.size(), text.size())) return entry;
  std::ranges::copy(letters, entry.letters.begin());
  entry.length = static_cast<std::uint8_t>(letters.size());
  return entry;
}

class LetterTable {
 public:
  LetterTable() : of_(0x10000) {
    for (char32_t c = 0; c < of_.size(); ++c)
      of_[c] = c >= 0xD800 && c < 0xE000 ? Entry{{}, 0, Kind::separator} : make_entry(c);
  }
  const Entry& of(char32_t c) const { return of_[c]; }

 private:
  std::vector<Entry> of_;
};

const LetterTable& letter_table() {
  static const LetterTable table;
  return table;
}

/// Gives `sink` each character: put_short(entry, byte), or put_long(kind, letters, byte).
template <class Sink>
void visit_letters(std::string_view text, Sink& sink) {
  const LetterTable& table = letter_table();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = decode_utf8(text, at);
    const bool in_table = c < 0x10000;
    const Kind kind = in_table ? table.of(c).kind : Kind::letter;
    if (in_table && table.of(c).length != kLong) {
      sink.put_short(table.of(c), begin);
    } else {
      sink.put_long(kind, letters_in(fold(text.substr(begin, at - begin))), begin);
    }
  }
}

class FigureFinder {
 public:
  explicit FigureFinder(std::vector<Span>& figures) : figures_(figures) {}

  // `at` letters stand before the character.
  void see(Kind kind, std::size_t at) {
    if (kind != Kind::digit && begin_ == kNone) {  // nearly always
      if (kind != Kind::nothing) last_ = kind;
      return;
    }
    if (kind == Kind::nothing) return;
    if (kind == Kind::digit) {
      if (begin_ == kNone && last_ != Kind::letter && last_ != Kind::digit)
        begin_ = static_cast<std::uint32_t>(at);
      if (last_ != Kind::letter) last_ = Kind::digit;  // digits behind a letter are part of its word
      return;
    }
    if (begin_ != kNone && kind == Kind::separator) add({begin_, static_cast<std::uint32_t>(at)});
    begin_ = kNone;
    last_ = kind;
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  void add(Span figure) {
    if (!figures_.empty() && figures_.back().end == figure.begin) {
      figures_.back().end = figure.end;
    } else {
      figures_.push_back(figure);
    }
  }

  std::vector<Span>& figures_;
  std::uint32_t begin_ = kNone;
  Kind last_ = Kind::separator;
};

class LettersSink {
 public:
  LettersSink(std::size_t bytes, Letters& out) : out_(out), figures_(out.figures) {
    out_.letters.resize(bytes + kMostOfEntry);
  }
  void put_short(const Entry& entry, std::size_t) {
    figures_.see(entry.kind, size_);
    // All places of the entry are written in one move; `length` of them count. There is room: a character has
    // no more letters here than bytes.
    std::memcpy(out_.letters.data() + size_, entry.letters.data(), sizeof entry.letters);
    size_ += entry.length;
  }
  void put_long(Kind kind, std::u16string_view letters, std::size_t) {
    figures_.see(kind, size_);
    out_.letters.resize(out_.letters.size() + letters.size());
    std::ranges::copy(letters, out_.letters.data() + size_);
    size_ += letters.size();
  }
  void finish() {
    figures_.see(Kind::separator, size_);
    out_.letters.resize(size_);
  }

 private:
  static constexpr std::size_t kMostOfEntry = std::tuple_size_v<decltype(Entry::letters)>;
  Letters& out_;
  FigureFinder figures_;
  std::size_t size_ = 0;
};

struct PlacesSink {
  std::vector<std::uint32_t>& places;
  void put_short(const Entry& entry, std::size_t byte) {
    places.insert(places.end(), entry.length, static_cast<std::uint32_t>(byte));
  }
  void put_long(Kind, std::u16string_view letters, std::size_t byte) {
    places.insert(places.end(), letters.size(), static_cast<std::uint32_t>(byte));
  }
};

}  // namespace

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return false;
  // Marks of the Arabic block: comma, semicolon, question mark, per cent, decimal signs, full stop and the
  // like.
  if (c >= 0x0600 && c < 0x0620) return false;
  if ((c >= 0x066A && c <= 0x066D) || c == 0x06D4) return false;
  if (c == 0xD7 || c == 0xF7) return false;
  // General punctuation, arrows, symbols; CJK punctuation; private use and what is left of the plane.
  return !(c >= 0x2000 && c < 0x2C00) && !(c >= 0x2E00 && c < 0x2E80) && !(c >= 0x3000 && c < 0x3040) &&
         !(c >= 0xD800 && c < 0xF900) && !(c >= 0xFE00 && c < 0xFE70) && !(c >= 0xFF00 && c < 0x10000) &&
         !(c >= 0x1F000 && c < 0x20000);
}

Letters letters_of(std::string_view text) {
  Letters result;
  LettersSink sink(text.size(), result);
  visit_letters(text, sink);
  sink.finish();
  return result;
}

std::vector<std::uint32_t> places_of_letters(std::string_view text) {
  std::vector<std::uint32_t> places;
  places.reserve(text.size() + 1);
  PlacesSink sink{places};
  visit_letters(text, sink);
  places.push_back(static_cast<std::uint32_t>(text.size()));
  return places;
}

Span span_of_letters(std::string_view text, const std::vector<std::uint32_t>& places, std::uint32_t begin,
                     std::uint32_t end) {
  constexpr std::uint32_t kFew = 14;  // letters: about two words
  const auto breaks_before = [&](std::uint32_t letter) {
    return text.substr(places[letter - 1], places[letter] - places[letter - 1]).find('\n') !=
           std::string_view::npos;
  };
  const std::uint32_t first_end = std::min(begin + kFew, end - 1);
  for (std::uint32_t letter = begin + 1; letter <= first_end; ++letter)
    if (breaks_before(letter)) begin = letter;
  const std::uint32_t last_begin = std::max(end - std::min(end, kFew), begin + 1);
  for (std::uint32_t letter = end - 1; letter >= last_begin; --letter)
    if (breaks_before(letter)) end = letter;
  std::size_t behind = places[end - 1];
  decode_utf8(text, behind);
  return {places[begin], static_cast<std::uint32_t>(behind)};
}

}  // namespace sahafa
