#include "text/fold.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "text/fold_rules.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

/// What one character folds to. Nearly always three bytes or fewer, which one copy of the four bytes writes.
struct Folding {
  std::array<char, 3> bytes;
  std::uint8_t length;  ///< 0: removed; kLong: `bytes` number an entry of FoldTable::long_ones
};
constexpr std::uint8_t kLong = 0xFF;

class FoldTable {
 public:
  FoldTable() : of_(0x10000) {
    for (char32_t c = 0; c < of_.size(); ++c) of_[c] = make_folding(fold_of(c));
  }

  const Folding& of(char32_t c) const { return of_[c]; }

  std::string_view long_one(const Folding& folding) const {
    const std::size_t low = static_cast<unsigned char>(folding.bytes[0]);
    const std::size_t high = static_cast<unsigned char>(folding.bytes[1]);
    return long_ones_[high << 8 | low];
  }

 private:
  static bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

  /// Ideographs, Hangul syllables and private characters, which stay as they are. They are two thirds of the table, and asking ICU for each would
  /// be most of what a short run of the program costs.
  static bool stays(char32_t c) {
    return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xE000 && c <= 0xF8FF);
  }

  static std::string fold_of(char32_t c) {
    std::string folded;
    if (stays(c)) {
      append_utf8(folded, c);
    } else if (!is_surrogate(c)) {
      folded = fold_character(c);
    }
    return folded;
  }

  Folding make_folding(const std::string& folded) {
    Folding folding{};
    if (folded.size() <= folding.bytes.size()) {
      std::ranges::copy(folded, folding.bytes.begin());
      folding.length = static_cast<std::uint8_t>(folded.size());
      return folding;
    }
    const std::size_t number = long_ones_.size();
    long_ones_.push_back(folded);
    return {{static_cast<char>(number & 0xFF), static_cast<char>(number >> 8), 0}, kLong};
  }

  std::vector<Folding> of_;
  std::vector<std::string> long_ones_;
};

const FoldTable& fold_table() {
  static const FoldTable table;
  return table;
}

/// Gives `sink` each character's folded bytes: put_short(Folding, begin, end) or put_long(bytes, begin, end),
/// where [begin, end) is the character in `text`.
template <typename Sink>
void fold_each(std::string_view text, Sink& sink) {
  const FoldTable& table = fold_table();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = decode_utf8(text, at);
    if (c >= 0x10000) {
      sink.put_long(fold_character(c), begin, at);
      continue;
    }
    const Folding& folding = table.of(c);
    if (folding.length == kLong) {
      sink.put_long(table.long_one(folding), begin, at);
    } else {
      sink.put_short(folding, begin, at);
    }
  }
}

/// Collects in a small buffer: appending byte by byte to a string costs more than folding.
class StringSink {
 public:
  explicit StringSink(std::string& out) : out_(out) {}
  StringSink(const StringSink&) = delete;
  StringSink& operator=(const StringSink&) = delete;
  ~StringSink() { flush(); }

  void put_short(const Folding& folding, std::size_t, std::size_t) {
    std::memcpy(buffer_.data() + used_, &folding, sizeof(Folding));
    used_ += folding.length;
    if (used_ > buffer_.size() - sizeof(Folding)) flush();
  }

  void put_long(std::string_view bytes, std::size_t, std::size_t) {
    flush();
    out_.append(bytes);
  }

 private:
  void flush() {
    out_.append(buffer_.data(), used_);
    used_ = 0;
  }

  std::string& out_;
  std::array<char, 4096> buffer_;
  std::size_t used_ = 0;
};

/// Keeps, for each folded byte, the source character that it came from.
struct MapSink {
  std::string& text;
  std::vector<std::uint32_t>& begins;
  std::vector<std::uint32_t>& ends;

  void put_short(const Folding& folding, std::size_t begin, std::size_t end) {
    put_long({folding.bytes.data(), folding.length}, begin, end);
  }

  void put_long(std::string_view bytes, std::size_t begin, std::size_t end) {
    text.append(bytes);
    begins.insert(begins.end(), bytes.size(), static_cast<std::uint32_t>(begin));
    ends.insert(ends.end(), bytes.size(), static_cast<std::uint32_t>(end));
  }
};

}  // namespace

void fold_append(std::string_view text, std::string& out) {
  out.reserve(out.size() + text.size());
  StringSink sink(out);
  fold_each(text, sink);
}

std::string fold(std::string_view text) {
  std::string out;
  fold_append(text, out);
  return out;
}

FoldedText::FoldedText(std::string_view source) {
  text_.reserve(source.size());
  begin_.reserve(source.size());
  end_.reserve(source.size());
  MapSink sink{text_, begin_, end_};
  fold_each(source, sink);
}

Span FoldedText::to_source(Span folded) const {
  if (folded.empty()) {
    const std::uint32_t at =
        folded.begin < begin_.size() ? begin_[folded.begin] : (end_.empty() ? 0 : end_.back());
    return {at, at};
  }
  return {begin_[folded.begin], end_[folded.end - 1]};
}

}  // namespace sahafa
