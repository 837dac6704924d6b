#include "ingest/dates.h"

#include <algorithm>
#include <array>

#include "ingest/date_forms.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

struct PlacedReading {
  DateForms::Reading reading;
  std::size_t begin;
  std::size_t end;
};

// The first date of the pieces from `at` on that begins before `limit`.
std::optional<PlacedReading> first_date(const DateForms& forms, std::size_t at, std::size_t limit) {
  for (; at < limit; ++at) {
    std::size_t end = at;
    if (std::optional<DateForms::Reading> reading = forms.read(end))
      return PlacedReading{std::move(*reading), at, end};
  }
  return std::nullopt;
}

std::optional<PlacedReading> best_date(const DateForms& forms, std::size_t pieces) {
  constexpr std::size_t kExplanation = 10;  // pieces between the two dates: هـ الموافق ل يوم الثلاثاء
  std::optional<PlacedReading> found = first_date(forms, 0, pieces);
  if (!found || found->reading.kind != DateKind::hijri) return found;
  std::optional<PlacedReading> beside =
      first_date(forms, found->end, std::min(pieces, found->end + kExplanation));
  return beside && beside->reading.kind != DateKind::hijri ? beside : found;
}

// 31 avril 2025, 31/04/2025: no such day, so no month either.
bool follows_day(std::span<const DatePiece> pieces, std::size_t at) {
  if (at > 1 && std::string_view("-/._").find(pieces[at - 1].text) != std::string_view::npos) --at;
  return at > 0 && pieces[at - 1].kind == DatePiece::Kind::number;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

// Day first is believed in an address only as 08-04-2025: 2-3-2025 may be anything.
bool is_day_of_address(std::span<const DatePiece> pieces) {
  return pieces.size() >= 5 && pieces[0].text.size() == 2 && pieces[2].text.size() == 2 && is_year(pieces[4]);
}

// True where what follows is the name of a list of articles: systems name lists by the day on which they were set up.
bool ends_with_list(std::string_view path) {
  constexpr std::array<std::string_view, 5> kLists = {"/categorie", "/category", "/categories", "/tag",
                                                      "/tags"};
  return std::ranges::any_of(kLists, [&](std::string_view list) { return path.ends_with(list); });
}

// An address that sends each reader to another article says nothing about the one that was read.
bool is_random(std::string_view address) {
  const std::size_t query = address.find('?');
  return query != std::string_view::npos && address.find("random", query) != std::string_view::npos;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text, DayOrder order) {
  const FoldedText folded(text);
  const std::vector<DatePiece> pieces = cut_date_pieces(folded.text());
  const std::optional<PlacedReading> found = best_date(DateForms(pieces, order), pieces.size());
  if (!found) return std::nullopt;
  const Span span{pieces[found->begin].span.begin, pieces[found->end - 1].span.end};
  return FoundDate{found->reading.iso, folded.to_source(span), found->reading.kind};
}

DateValue read_date_value(std::string_view value, DayOrder order) {
  constexpr std::size_t kLongestValue = 200;
  value = value.substr(0, kLongestValue);
  if (!is_valid_utf8(value)) value = value.substr(0, value.find_last_of(' '));  // cut inside a character
  if (!is_valid_utf8(value)) return {};
  const std::string folded = fold(value);
  const std::vector<DatePiece> pieces = cut_date_pieces(folded);
  const DateForms forms(pieces, order);
  if (std::optional<PlacedReading> found = best_date(forms, pieces.size()))
    return {std::move(found->reading.iso), found->reading.kind};
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    const bool has_day = follows_day(pieces, at);
    if (std::string month = has_day ? std::string() : forms.read_month(at); !month.empty())
      return {std::move(month)};
  }
  return pieces.size() == 1 && is_year(pieces[0]) ? DateValue{std::string(pieces[0].text)} : DateValue{};
}

std::string parse_date(std::string_view value) { return read_date_value(value).iso; }

std::string settle_date(const FoundDate& found, std::string_view text) {
  const bool open = found.kind == DateKind::either || found.kind == DateKind::hijri;
  return open ? std::string(slice(text, found.span)) : found.iso;
}

std::string settle_date(std::string_view value) {
  DateValue date = read_date_value(value);
  const bool open = date.kind == DateKind::either || date.kind == DateKind::hijri;
  return open ? std::string(value) : std::move(date.iso);
}

std::string date_from_url(std::string_view url) {
  constexpr std::string_view kDateCharacters = "0123456789-/_abcdefghijklmnopqrstuvwxyz";
  constexpr std::size_t kLongestDate = 24;
  const std::size_t scheme = url.find("://");
  const std::size_t path = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
  if (path == std::string_view::npos) return {};
  const std::string address = lower_ascii(url.substr(path));
  if (is_random(address)) return {};
  std::string month;
  for (std::size_t at = 0; at + 5 < address.size(); ++at) {
    std::string_view rest = std::string_view(address).substr(at + 1, kLongestDate);
    if (is_digit(address[at]) || !is_digit(rest[0]) || ends_with_list(address.substr(0, at))) continue;
    rest = rest.substr(0, rest.find_first_not_of(kDateCharacters));
    const std::vector<DatePiece> pieces = cut_date_pieces(rest);
    const DateForms forms(pieces, DayOrder::day_first);
    const bool may_be_date = is_year(pieces[0]) || pieces[0].text.size() == 8 || is_day_of_address(pieces);
    std::size_t end = 0;
    if (!may_be_date) continue;
    if (std::optional<DateForms::Reading> reading = forms.read(end)) return reading->iso;
    if (month.empty() && is_year(pieces[0])) month = forms.read_month(0);
  }
  return month;
}

}  // namespace sahafa
