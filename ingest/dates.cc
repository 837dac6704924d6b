#include "ingest/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

struct MonthNames {
  int month;
  std::string_view names;  // separated by commas, as written; folded when the table is made
};

constexpr std::array<MonthNames, 12> kMonthNames{{
    {1, "janvier,janv,jan,january,يناير,جانفي,كانون الثاني,ينائر"},
    {2, "février,févr,fév,february,feb,فبراير,فيفري,شباط"},
    {3, "mars,mar,march,مارس,آذار"},
    {4, "avril,avr,april,apr,أبريل,إبريل,أفريل,نيسان"},
    {5, "mai,may,ماي,مايو,أيار"},
    {6, "juin,june,jun,يونيو,يونيه,جوان,حزيران"},
    {7, "juillet,juil,juill,july,jul,يوليو,يوليوز,يوليه,جويلية,تموز"},
    {8, "août,aout,august,aug,غشت,أغسطس,أغشت,أوت,آب"},
    {9, "septembre,sept,sep,september,شتنبر,سبتمبر,شتمبر,أيلول"},
    {10, "octobre,oct,october,أكتوبر,تشرين الأول"},
    {11, "novembre,nov,november,نونبر,نوفمبر,تشرين الثاني"},
    {12, "décembre,déc,dec,december,دجنبر,ديسمبر,دجمبر,كانون الأول"},
}};

std::unordered_map<std::string, int> make_months() {
  std::unordered_map<std::string, int> months;
  for (const auto& [month, names] : kMonthNames) {
    for (std::size_t at = 0; at <= names.size();) {
      const std::size_t end = std::min(names.find(',', at), names.size());
      months.emplace(fold(names.substr(at, end - at)), month);
      at = end + 1;
    }
  }
  return months;
}

// 0 if `name` is no month.
int month_of(const std::string& name) {
  static const std::unordered_map<std::string, int> months = make_months();
  const auto found = months.find(name);
  return found == months.end() ? 0 : found->second;
}

enum class Kind : std::uint8_t { number, word, mark };

// A piece of folded text: digits, letters, or one other character that is no space.
struct Piece {
  Kind kind;
  std::string_view text;
  Span span;  // of the folded text
  int value = 0;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool is_arabic_mark(std::string_view folded, std::size_t at) {
  std::size_t next = at;
  const char32_t c = decode_utf8(folded, next);
  return c == U'،' || c == U'؛' || (c >= 0x2010 && c <= 0x2027);
}

Piece next_piece(std::string_view folded, std::size_t begin) {
  std::size_t end = begin;
  Kind kind = Kind::mark;
  if (is_digit(folded[begin])) {
    kind = Kind::number;
    while (end < folded.size() && is_digit(folded[end])) ++end;
  } else if (is_letter(folded[begin]) && !is_arabic_mark(folded, begin)) {
    kind = Kind::word;
    while (end < folded.size() && is_letter(folded[end]) && !is_arabic_mark(folded, end))
      decode_utf8(folded, end);
  } else {
    decode_utf8(folded, end);
  }
  Piece piece{kind,
              folded.substr(begin, end - begin),
              {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
  if (kind == Kind::number && piece.text.size() <= 8)
    std::from_chars(piece.text.data(), piece.text.data() + piece.text.size(), piece.value);
  return piece;
}

std::vector<Piece> cut(std::string_view folded) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < folded.size();) {
    if (folded[at] == ' ' || folded[at] == '\n' || folded[at] == '\t') {
      ++at;
      continue;
    }
    pieces.push_back(next_piece(folded, at));
    at = pieces.back().span.end;
  }
  return pieces;
}

bool is_year(const Piece& piece) {
  return piece.kind == Kind::number && piece.text.size() == 4 && piece.value >= 1800 && piece.value <= 2100;
}

int days_in(int month, int year) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

// Empty when there is no such day.
std::string iso_date(int year, int month, int day) {
  if (year < 1800 || year > 2100 || month < 1 || month > 12 || day < 1 || day > days_in(month, year))
    return {};
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

// Reads dates at a place in the pieces; `at` moves behind what was read.
class DateReader {
 public:
  explicit DateReader(const std::vector<Piece>& pieces) : pieces_(&pieces) {}

  // A whole date that begins at piece `at`, or nothing.
  std::string read(std::size_t& at) const {
    for (const auto form : {&DateReader::year_first, &DateReader::digits, &DateReader::day_month_name,
                            &DateReader::month_name_day, &DateReader::compact}) {
      std::size_t next = at;
      std::string iso = (this->*form)(next);
      if (iso.empty()) continue;
      at = next;
      return iso;
    }
    return {};
  }

  // A month and a year, in words or digits.
  std::string read_month(std::size_t at) const {
    std::size_t next = at;
    if (const int month = month_name(next); month != 0) {
      skip_words(next, {"de", "of", "من"});
      if (has(next) && is_year(piece(next))) return padded(piece(next).value, 4) + "-" + padded(month, 2);
    }
    if (has(at + 2) && is_year(piece(at)) && is_mark(at + 1, "-/") && is_small_number(at + 2, 12))
      return padded(piece(at).value, 4) + "-" + padded(piece(at + 2).value, 2);
    return {};
  }

 private:
  bool has(std::size_t at) const { return at < pieces_->size(); }
  const Piece& piece(std::size_t at) const { return (*pieces_)[at]; }

  bool is_mark(std::size_t at, std::string_view marks) const {
    return has(at) && piece(at).kind == Kind::mark && marks.find(piece(at).text) != std::string_view::npos;
  }
  bool is_small_number(std::size_t at, int most) const {
    return has(at) && piece(at).kind == Kind::number && piece(at).text.size() <= 2 && piece(at).value >= 1 &&
           piece(at).value <= most;
  }
  void skip_words(std::size_t& at, std::initializer_list<std::string_view> words) const {
    while (has(at) && std::ranges::find(words, piece(at).text) != words.end()) ++at;
  }

  // One month name; Levantine names have two words; the second of two names ("نيسان / أبريل") is skipped.
  int month_name(std::size_t& at) const {
    int month = one_month_name(at);
    std::size_t next = at;
    while (month != 0 && is_mark(next, "/()،")) {
      if (is_mark(++next, "/")) ++next;
      if (one_month_name(next) == month) at = next;
    }
    if (month != 0 && is_mark(at, ")")) ++at;
    return month;
  }
  int one_month_name(std::size_t& at) const {
    if (!has(at) || piece(at).kind != Kind::word) return 0;
    if (has(at + 1)) {
      const std::string two = std::string(piece(at).text) + " " + std::string(piece(at + 1).text);
      if (const int month = month_of(two); month != 0) {
        at += 2;
        return month;
      }
    }
    const int month = month_of(std::string(piece(at).text));
    if (month != 0) ++at;
    if (month != 0 && is_mark(at, ".")) ++at;
    return month;
  }

  // 2025-04-08, 2025/4/8, 2025.04.08
  std::string year_first(std::size_t& at) const {
    if (!has(at + 4) || !is_year(piece(at)) || !is_mark(at + 1, "-/.")) return {};
    if (!is_small_number(at + 2, 12) || piece(at + 3).text != piece(at + 1).text ||
        !is_small_number(at + 4, 31))
      return {};
    at += 5;
    return iso_date(piece(at - 5).value, piece(at - 3).value, piece(at - 1).value);
  }

  // 08/04/2025, 8-4-2025, 08.04.25; month first only where day first is impossible
  std::string digits(std::size_t& at) const {
    if (!has(at + 4) || !is_small_number(at, 31) || !is_mark(at + 1, "-/.")) return {};
    if (!is_small_number(at + 2, 31) || piece(at + 3).text != piece(at + 1).text) return {};
    const Piece& last = piece(at + 4);
    const bool two_digits = last.kind == Kind::number && last.text.size() == 2 && piece(at + 1).text == "/";
    if (!is_year(last) && !two_digits) return {};
    const int year = two_digits ? (last.value < 70 ? 2000 : 1900) + last.value : last.value;
    const int first = piece(at).value;
    const int second = piece(at + 2).value;
    at += 5;
    return second > 12 ? iso_date(year, first, second) : iso_date(year, second, first);
  }

  // 8 avril 2025, 1er août 2025, 8 de avril de 2025, 8 نيسان / أبريل 2025, 8 Apr 25 is no date
  std::string day_month_name(std::size_t& at) const {
    if (!is_small_number(at, 31)) return {};
    const int day = piece(at++).value;
    skip_words(at, {"er", "st", "nd", "rd", "th", "de", "of", "من", "شهر"});
    if (is_mark(at, "-./")) ++at;  // 08-Apr-2025
    const int month = month_name(at);
    if (month == 0) return {};
    skip_words(at, {"de", "of", "من", "سنه", "عام"});
    if (is_mark(at, ",-،/")) ++at;
    if (!has(at) || !is_year(piece(at))) return {};
    return iso_date(piece(at++).value, month, day);
  }

  // April 8, 2025; أبريل 8، 2025
  std::string month_name_day(std::size_t& at) const {
    const int month = month_name(at);
    if (month == 0 || !is_small_number(at, 31)) return {};
    const int day = piece(at++).value;
    skip_words(at, {"st", "nd", "rd", "th"});
    if (is_mark(at, ",،")) ++at;
    if (!has(at) || !is_year(piece(at))) return {};
    return iso_date(piece(at++).value, month, day);
  }

  // 20250408, perhaps with T and a time
  std::string compact(std::size_t& at) const {
    if (!has(at) || piece(at).kind != Kind::number || piece(at).text.size() != 8) return {};
    const int value = piece(at++).value;
    return iso_date(value / 10000, value / 100 % 100, value % 100);
  }

  const std::vector<Piece>* pieces_;
};

}  // namespace

std::optional<FoundDate> find_date(std::string_view text) {
  const FoldedText folded(text);
  const std::vector<Piece> pieces = cut(folded.text());
  const DateReader reader(pieces);
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const bool may_begin = pieces[at].kind == Kind::number || pieces[at].kind == Kind::word;
    std::size_t end = at;
    std::string iso = may_begin ? reader.read(end) : std::string();
    if (!iso.empty())
      return FoundDate{std::move(iso), folded.to_source({pieces[at].span.begin, pieces[end - 1].span.end})};
  }
  return std::nullopt;
}

std::string parse_date(std::string_view value) {
  constexpr std::size_t kLongestValue = 200;
  value = value.substr(0, kLongestValue);
  if (!is_valid_utf8(value)) value = value.substr(0, value.find_last_of(' '));  // cut inside a character
  if (!is_valid_utf8(value)) return {};
  if (std::optional<FoundDate> found = find_date(value)) return std::move(found->iso);
  const std::string folded = fold(value);
  const std::vector<Piece> pieces = cut(folded);
  const DateReader reader(pieces);
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const bool has_day =
        at > 0 && pieces[at - 1].kind == Kind::number;  // 31 avril 2025: no such day, no month either
    if (std::string month = has_day ? std::string() : reader.read_month(at); !month.empty()) return month;
  }
  return pieces.size() == 1 && is_year(pieces[0]) ? std::string(pieces[0].text) : std::string();
}

std::string date_from_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path == std::string_view::npos) return {};
  std::string month;
  for (std::size_t at = path; at + 5 < url.size(); ++at) {
    const std::string_view rest = url.substr(at + 1);
    if (is_digit(url[at]) || !is_digit(rest[0])) continue;
    const std::vector<Piece> pieces = cut(rest.substr(0, rest.find_first_not_of("0123456789-/_")));
    const DateReader reader(pieces);
    std::size_t end = 0;
    if (pieces.empty() || (!is_year(pieces[0]) && pieces[0].text.size() != 8)) continue;
    if (std::string iso = reader.read(end); !iso.empty()) return iso;
    if (month.empty()) month = reader.read_month(0);
  }
  return month;
}

}  // namespace sahafa
