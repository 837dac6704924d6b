#include "ingest/hints.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string_view>

#include "ingest/dates.h"
#include "ingest/reader.h"
#include "ingest/relative_dates.h"

namespace sahafa {
namespace {

void fill_in(const SourceHints& said, std::string_view field, const std::string& hint, std::string& value,
             Article& article) {
  if (!value.empty() || hint.empty()) return;
  value = hint;
  set_origin(article, field, said.origin);
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::chrono::sys_days day_of(std::string_view iso) {
  namespace chrono = std::chrono;
  return chrono::sys_days(chrono::year(number(iso.substr(0, 4))) / number(iso.substr(5, 2)) /
                          number(iso.substr(8, 2)));
}

// A month or a year is after the capture when all its days are.
bool is_after(std::string_view date, std::string_view captured) {
  if (date.size() < captured.size()) return date > captured.substr(0, date.size());
  return day_of(date) > day_of(captured) + std::chrono::days(1);
}

// "hier", "منذ ساعتين": counted from the day of the capture.
void apply_capture(const SourceHints& said, Article& article) {
  if (said.captured.empty() || !parse_date(article.date).empty()) return;
  const std::string date = read_relative_date(article.date, said.captured);
  if (date.empty()) return;
  article.date = date;
  set_origin(article, "date", "relative to the capture");
}

}  // namespace

void apply_hints(const SourceHints& said, Intake& out) {
  for (const Issue& issue : said.issues) add_issue(out, issue.place, issue.kind, issue.message, issue.fatal);
  for (Intake::Item& item : out.items) apply_capture(said, item.article);
  if (out.items.size() != 1) return;
  Article& article = out.items.front().article;
  if (!said.url.empty()) article.url.clear();
  fill_in(said, "url", said.url, article.url, article);
  fill_in(said, "title", said.title, article.title, article);
  fill_in(said, "authors", said.authors, article.authors, article);
  fill_in(said, "date", said.date, article.date, article);
  fill_in(said, "lang", said.lang, article.lang, article);
}

void check_capture(const SourceHints& said, Intake& out) {
  constexpr std::size_t kDayBytes = 10;
  if (said.captured.size() != kDayBytes) return;
  for (Intake::Item& item : out.items) {
    Article& article = item.article;
    if (article.date.empty() || !is_after(article.date, said.captured)) continue;
    add_issue(
        out, "", "date",
        "the date " + article.date + " is later than the capture on " + said.captured + " and was left out");
    article.date.clear();
    std::erase_if(article.origins, [](const FieldOrigin& origin) { return origin.field == "date"; });
  }
}

}  // namespace sahafa
