#include "text/shapes.h"

#include <unicode/uchar.h>

#include <string_view>

#include "text/abbreviations.h"

namespace sahafa {
namespace {

constexpr std::size_t kGroupDigits = 3;

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_word(char c) { return is_ascii_lower(c) || is_ascii_upper(c) || (c >= '0' && c <= '9'); }

// ---- numbers

/// Decimal point or grouping sign; ' groups in Switzerland.
bool is_number_sign(char32_t c) {
  return c == '.' || c == ',' || c == '\'' || c == 0x2019 || c == 0x66B || c == 0x66C;
}

bool is_zero(char32_t c) { return u_charDigitValue(static_cast<UChar32>(c)) == 0; }

bool is_range_sign(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013; }

std::size_t count_digits(const CharReader& reader, std::size_t begin, std::size_t end) {
  return count_code_points(reader.slice(begin, end));
}

/// Groups of three digits behind blanks: " 234" of "1 234", given that the first group [begin, end) can be
/// one.
std::size_t blank_groups_end(const CharReader& reader, std::size_t begin, std::size_t end) {
  const bool group_follows = reader.peek(end) == CharClass::space && reader.is_digit(reader.after(end));
  if (!group_follows || is_zero(reader.code_point(begin)) || count_digits(reader, begin, end) > kGroupDigits)
    return end;
  while (reader.peek(end) == CharClass::space) {
    const std::size_t group = reader.after(end);
    const std::size_t group_end = reader.digits_end(group);
    if (count_digits(reader, group, group_end) != kGroupDigits || reader.is_letter(group_end)) break;
    end = group_end;
  }
  return end;
}

/// The rest "/01/06" of a date; a single slash is a fraction or a choice and cuts.
std::size_t slash_date_end(const CharReader& reader, std::size_t end) {
  const std::size_t middle_end = reader.byte(end) == '/' ? reader.digits_end(end + 1) : end;
  if (middle_end <= end + 1 || reader.byte(middle_end) != '/') return end;
  const std::size_t last_end = reader.digits_end(middle_end + 1);
  return last_end > middle_end + 1 ? last_end : end;
}

// ---- addresses

bool is_address_end(char32_t c) {
  return c == '<' || c == '>' || c == '"' || c == 0xAB || c == 0xBB || c == 0x201C || c == 0x201D ||
         c == 0x60C || c == 0x61B;
}

bool is_closing_sign(char c) { return std::string_view(".,;:!?)]}'*").find(c) != std::string_view::npos; }

/// Addresses seldom end with a sign, sentences do. A bracket that was opened inside stays:
/// /wiki/CNSS_(Maroc).
std::size_t without_closing_signs(const CharReader& reader, std::size_t begin, std::size_t end) {
  while (end > begin && is_closing_sign(reader.byte(end - 1))) {
    if (reader.byte(end - 1) == ')' && reader.slice(begin, end).find('(') != std::string_view::npos) break;
    --end;
  }
  return end;
}

// ---- marks

bool has_property(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property) != 0;
}
bool is_pictograph(char32_t c) { return has_property(c, UCHAR_EXTENDED_PICTOGRAPHIC); }
bool is_flag_letter(char32_t c) { return has_property(c, UCHAR_REGIONAL_INDICATOR); }
constexpr char32_t kZeroWidthJoiner = 0x200D;

/// What modifies the sign before `at`: combining marks, invisible characters, skin tones, and what a joiner
/// ties on.
std::size_t modifiers_end(const CharReader& reader, std::size_t at) {
  char32_t before = 0;
  while (at < reader.size()) {
    const char32_t c = reader.code_point(at);
    const CharClass kind = reader.peek(at);
    const bool tied = before == kZeroWidthJoiner && is_pictograph(c);
    if (!tied && kind != CharClass::extend && kind != CharClass::ignorable &&
        !has_property(c, UCHAR_EMOJI_MODIFIER))
      break;
    before = c;
    at = reader.after(at);
  }
  return at;
}

std::size_t same_byte_run_end(const CharReader& reader, std::size_t at) {
  const char c = reader.byte(at);
  while (reader.byte(at) == c) ++at;
  return at;
}

}  // namespace

std::size_t number_end(const CharReader& reader, std::size_t at) {
  std::size_t end = blank_groups_end(reader, at, reader.digits_end(at));
  if (const std::size_t date_end = slash_date_end(reader, end); date_end > end) return date_end;
  while (is_number_sign(reader.code_point(end)) || is_range_sign(reader.code_point(end))) {
    const std::size_t digits = reader.after(end);
    const std::size_t digits_end = reader.digits_end(digits);
    if (digits_end == digits) break;
    end = digits_end;
  }
  return end;
}

std::size_t acronym_end(const CharReader& reader, std::size_t at) {
  std::size_t end = at;
  int letters = 0;
  while (reader.is_letter(end)) {
    const std::size_t stop = reader.after(end);
    const bool single = !reader.is_word(stop) && reader.peek(stop) != CharClass::extend;
    if (!single) break;
    ++letters;
    if (reader.byte(stop) != '.') return letters > 1 ? stop : at;
    end = stop + 1;
    if (reader.byte(end) == '-' && reader.is_letter(end + 1)) ++end;
  }
  if (letters < 2) return at;
  return reader.byte(end - 1) == '-' ? end - 1 : end;
}

std::size_t labels_end(const CharReader& reader, std::size_t at) {
  std::size_t end = at;
  while (reader.byte(end) == '.' && is_ascii_lower(reader.byte(end + 1))) {
    std::size_t label_end = end + 1;
    while (is_ascii_lower(reader.byte(label_end)) || reader.byte(label_end) == '-') ++label_end;
    const bool whole =
        label_end > end + 2 && !reader.is_word(label_end) && reader.peek(label_end) != CharClass::apostrophe;
    if (!whole) break;
    end = label_end;
  }
  return end;
}

std::size_t url_end(const CharReader& reader, std::size_t at) {
  std::size_t end = at;
  while (end < reader.size() && !reader.is_blank(end) && !is_address_end(reader.code_point(end)))
    end = reader.after(end);
  return without_closing_signs(reader, at, end);
}

std::size_t optional_ending_end(const CharReader& reader, std::size_t at) {
  constexpr std::size_t kLongestEnding = 3;
  // An ending continues the case of its word: lien(s), LIEN(S); banque(CIH) lacks a blank.
  const auto last_letter = static_cast<UChar32>(at > 0 ? reader.code_point(reader.before(at)) : 0);
  const bool upper = u_isUUppercase(last_letter) != 0;
  const bool lower = u_isULowercase(last_letter) != 0;
  std::size_t end = at + 1;
  while ((upper && is_ascii_upper(reader.byte(end))) || (lower && is_ascii_lower(reader.byte(end)))) ++end;
  const std::size_t letters = end - at - 1;
  return letters > 0 && letters <= kLongestEnding && reader.byte(end) == ')' ? end + 1 : at;
}

std::size_t mail_domain_end(const CharReader& reader, std::size_t at) {
  std::size_t end = at;
  while (is_ascii_word(reader.byte(end)) || reader.byte(end) == '.' || reader.byte(end) == '-') ++end;
  end = without_closing_signs(reader, at, end);
  return reader.slice(at, end).find('.') != std::string_view::npos ? end : at;
}

std::size_t mark_end(const CharReader& reader, std::size_t at) {
  const char byte = reader.byte(at);
  if (byte == '.' || byte == '-') return same_byte_run_end(reader, at);
  if (byte == '+' && reader.slice(at, at + 3) == "+/-") return at + 3;
  if (is_ascii(byte) && is_ascii(reader.byte(at + 1))) return at + 1;
  const char32_t c = reader.code_point(at);
  const std::size_t end = modifiers_end(reader, reader.after(at));
  const bool degrees = c == 0xB0 && (reader.byte(end) == 'C' || reader.byte(end) == 'F');
  if (degrees && !reader.is_word(end + 1)) return end + 1;
  return is_flag_letter(c) && is_flag_letter(reader.code_point(end)) ? reader.after(end) : end;
}

}  // namespace sahafa
