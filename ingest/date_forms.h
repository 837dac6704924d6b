// The forms of whole dates, read from the pieces of folded text. Used by dates.h, which is for everybody else.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/dates.h"
#include "text/span.h"

namespace sahafa {

/// A piece of folded text: a run of digits, a run of letters, or one other character that is no space.
struct DatePiece {
  enum class Kind : std::uint8_t { number, word, mark };
  Kind kind;
  std::string_view text;
  Span span;      ///< of the folded text
  int value = 0;  ///< of numbers of up to eight digits
};

/// The pieces of folded text, which must outlive them. O(n).
std::vector<DatePiece> cut_date_pieces(std::string_view folded);

/// YYYY-MM-DD.
std::string iso_date(const std::chrono::year_month_day& day);

/// True for numbers that can be a Gregorian year: four digits, 1800 to 2100.
bool is_year(const DatePiece& piece);

/// Reads dates at a place in the pieces.
class DateForms {
 public:
  struct Reading {
    std::string iso;
    DateKind kind = DateKind::named;
  };

  /// `pieces` must outlive this.
  DateForms(std::span<const DatePiece> pieces, DayOrder order) : pieces_(pieces), order_(order) {}

  /// A whole date that begins at piece `at`, which moves behind it; nullopt if there is none.
  std::optional<Reading> read(std::size_t& at) const;

  /// A month and a year at piece `at` as YYYY-MM, or empty.
  std::string read_month(std::size_t at) const;

 private:
  using Form = std::optional<Reading> (DateForms::*)(std::size_t&) const;
  struct Month {
    bool hijri = false;
    int number = 0;  // 0: none
  };

  bool has(std::size_t at) const { return at < pieces_.size(); }
  bool is_mark(std::size_t at, std::string_view marks) const;
  bool is_number(std::size_t at, int most) const;
  bool is_year_of(std::size_t at, bool hijri) const;
  void skip_words(std::size_t& at, std::initializer_list<std::string_view> words) const;
  void skip_time(std::size_t& at) const;
  int day_number(std::size_t& at) const;
  Month month_name(std::size_t& at) const;
  Month one_month_name(std::size_t& at) const;
  int year_behind_month(std::size_t& at, bool hijri) const;
  bool follows_weekday(std::size_t at, const std::chrono::year_month_day& day) const;
  std::optional<Reading> ordered(std::size_t at, int first, int second, int year) const;

  std::optional<Reading> year_first(std::size_t& at) const;
  std::optional<Reading> year_month_name_day(std::size_t& at) const;
  std::optional<Reading> digits(std::size_t& at) const;
  std::optional<Reading> day_month_name(std::size_t& at) const;
  std::optional<Reading> month_name_day(std::size_t& at) const;
  std::optional<Reading> compact(std::size_t& at) const;

  std::span<const DatePiece> pieces_;
  DayOrder order_;
};

}  // namespace sahafa
