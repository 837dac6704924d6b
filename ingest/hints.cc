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

bool is_guessed(const Article& article) {
  return std::ranges::any_of(article.origins, [](const FieldOrigin& origin) {
    return origin.field == "title" && origin.origin == "text";
  });
}

void apply_headline(const SourceHints& said, Article& article) {
  const bool is_first_line = article.title == said.headline;
  const bool is_in_text = article.text.find(said.headline) != std::string::npos;
  if (said.headline.empty() || !(is_first_line || is_in_text)) return;
  if (!article.title.empty() && !is_guessed(article)) return;
  give_back_guessed_title(article);
  article.title = said.headline;
  set_origin(article, "title", said.origin + ", headline");
  article.text.erase(article.text.find(said.headline), said.headline.size() + 1);
}

// Where the copies of an article stand: "pdf, pages 2-3".
void note_pages(const SourceHints& said, Intake::Item& item) {
  if (said.page_begins.empty() || item.copies.empty()) return;
  const auto page_of = [&said](std::size_t at) {
    return std::ranges::upper_bound(said.page_begins, at) - said.page_begins.begin();
  };
  const auto first = page_of(item.copies.front().begin);
  const auto last = page_of(std::max(item.copies.back().end, item.copies.front().begin + 1) - 1);
  const std::string pages = first == last ? "page " + std::to_string(first)
                                          : "pages " + std::to_string(first) + "-" + std::to_string(last);
  set_origin(item.article, "text", said.origin + ", " + pages);
}

// What stands in the text of the file between the title and the line below it.
std::string_view gap_below(std::string_view source, std::string_view title) {
  const std::size_t at = source.find(title);
  if (at == std::string_view::npos) return "\n";
  const std::string_view rest = source.substr(at + title.size());
  const std::string_view blank = rest.substr(0, rest.find_first_not_of(" \t\r\n"));
  return std::ranges::count(blank, '\n') > 1 ? "\n\n" : "\n";
}

}  // namespace

void give_back_guessed_title(Article& article, std::string_view source) {
  if (!is_guessed(article)) return;
  article.text.insert(0, article.title + std::string(gap_below(source, article.title)));
  article.title.clear();
}

void apply_hints(const SourceHints& said, Intake& out) {
  for (const Issue& issue : said.issues) add_issue(out, issue.place, issue.kind, issue.message, issue.fatal);
  for (Intake::Item& item : out.items) apply_capture(said, item.article);
  for (Intake::Item& item : out.items) note_pages(said, item);
  if (out.items.size() != 1) return;
  Article& article = out.items.front().article;
  if (!said.url.empty()) article.url.clear();
  fill_in(said, "url", said.url, article.url, article);
  apply_headline(said, article);
  fill_in(said, "title", said.title, article.title, article);
  fill_in(said, "authors", said.authors, article.authors, article);
  fill_in(said, "date", said.date, article.date, article);
  fill_in(said, "lang", said.lang, article.lang, article);
}

void apply_day_made(const SourceHints& said, Intake& out) {
  if (out.items.size() != 1 || said.made.empty()) return;
  Article& article = out.items.front().article;
  if (!article.date.empty()) return;
  article.date = said.made;
  set_origin(article, "date", said.origin + ", the day it was made");
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
