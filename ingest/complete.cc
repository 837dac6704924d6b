#include "ingest/complete.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/address.h"
#include "ingest/dates.h"
#include "ingest/fields.h"
#include "ingest/lines.h"
#include "ingest/mojibake.h"
#include "ingest/reader.h"
#include "text/language.h"
#include "text/normalize.h"
#include "text/tokenize.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::size_t kDatelineLines = 5;    // lines of a text in which a date is its own, not its subject's
constexpr std::size_t kDatelineIndent = 40;  // bytes that may stand before a date: a weekday, a town
constexpr std::size_t kLongestCreditBytes = 80;

std::string stored(std::string_view text) { return std::string(trim(normalize_stored(text))); }

bool is_aggregator(const Outlet* outlet) { return outlet != nullptr && outlet->kind == "aggregator"; }

// The outlet that the last line names when it says nothing else: papers sign copied texts so.
const Outlet* outlet_of_last_line(const OutletRegistry& registry, std::string_view text,
                                  std::string_view& rest) {
  const std::size_t line = text.find_last_of('\n');
  if (line == std::string_view::npos || text.size() - line > kLongestCreditBytes) return nullptr;
  rest = trim(text.substr(0, line));
  return registry.find(trim(text.substr(line + 1)));
}

// The first part of a file name (ledesk_2025-04-08.txt) or else the folder that is the name of an outlet.
const Outlet* outlet_of_path(const OutletRegistry& registry, std::string_view path) {
  const std::filesystem::path file{std::string(path)};
  const std::string stem = file.stem().string();
  for (std::size_t end = stem.size(); end != std::string::npos && end > 0;
       end = stem.find_last_of("_- ", end - 1))
    if (const Outlet* outlet = registry.find(trim(std::string_view(stem).substr(0, end)))) return outlet;
  return registry.find(file.parent_path().filename().string());
}

struct OutletChoice {
  const Outlet* outlet = nullptr;
  std::string_view origin;  // empty: where the name came from
};

// A publisher that is named goes before one that the address gives, and both before an aggregator.
OutletChoice choose_outlet(const OutletRegistry& registry, const Article& article, const Outlet* credited,
                           std::string_view path) {
  if (!article.outlet.empty()) {
    const Outlet* named = registry.find(article.outlet);
    if (named == nullptr) named = registry.find_by_url(article.outlet);
    return is_aggregator(named) && credited != nullptr ? OutletChoice{credited, "text"}
                                                       : OutletChoice{named, {}};
  }
  const Outlet* addressed = article.url.empty() ? nullptr : registry.find_by_url(article.url);
  if (addressed != nullptr && !is_aggregator(addressed)) return {addressed, "url"};
  if (credited != nullptr) return {credited, "text"};
  if (addressed != nullptr) return {addressed, "url"};
  return {outlet_of_path(registry, path), "path"};
}

void complete_outlet(Article& article, std::string_view path, const OutletRegistry& registry) {
  article.outlet = std::string(trim(normalize_stored(article.outlet)));
  std::string_view without_credit = article.text;
  const Outlet* credited = outlet_of_last_line(registry, article.text, without_credit);
  const OutletChoice choice = choose_outlet(registry, article, credited, path);
  if (choice.outlet != nullptr) {
    article.outlet = choice.outlet->id;
    if (!choice.origin.empty()) set_origin(article, "outlet", choice.origin);
  }
  if (credited != nullptr && credited->id == article.outlet) article.text = std::string(without_credit);
}

// The date of a dateline: at the beginning of one of the first lines.
DateValue date_of_first_lines(std::string_view text, DayOrder order) {
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < text.size() && lines < kDatelineLines; ++lines) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    constexpr std::size_t kLongestDateline = 200;
    std::string_view line = text.substr(begin, std::min(end - begin, kLongestDateline));
    while (!line.empty() && !is_valid_utf8(line)) line.remove_suffix(1);
    const std::optional<FoundDate> found = find_date(line, order);
    if (found && found->span.begin <= kDatelineIndent) return {found->iso, found->kind};
    begin = end + 1;
  }
  return {};
}

// A name that is nothing but four figures is a number, not a year, and an address has been asked already (date_from_url).
DateValue date_of_path(std::string_view path, DayOrder order) {
  if (path.find("://") != std::string_view::npos) return {};
  DateValue date = read_date_value(std::filesystem::path(std::string(path)).stem().string(), order);
  constexpr std::size_t kYear = 4;
  return date.iso.size() == kYear ? DateValue{} : date;
}

// What a reader of the date must know: that it was converted, or that another reading was possible.
std::string_view caution_of(DateKind kind, DayOrder order) {
  if (kind == DateKind::hijri) return "converted from Hijri";
  if (kind == DateKind::either) return order == DayOrder::day_first ? "read day first" : "read month first";
  return {};
}

void note_origin(Article& article, std::string_view origin, std::string_view caution) {
  std::string note(origin);
  if (!caution.empty()) note.append(note.empty() ? "" : ", ").append(caution);
  if (!note.empty()) set_origin(article, "date", note);
}

std::string origin_of_date(const Article& article) {
  const auto found = std::ranges::find(article.origins, "date", &FieldOrigin::field);
  return found == article.origins.end() ? std::string() : found->origin;
}

void complete_date(Article& article, std::string_view path, DayOrder order) {
  DateValue given = read_date_value(article.date, order);
  article.date = std::move(given.iso);
  if (!article.date.empty()) {
    note_origin(article, origin_of_date(article), caution_of(given.kind, order));
    return;
  }
  struct Guess {
    DateValue date;
    std::string_view origin;
  };
  const std::array<Guess, 3> guesses{{{{date_from_url(article.url)}, "url"},
                                      {date_of_first_lines(article.text, order), "text"},
                                      {date_of_path(path, order), "path"}}};
  // A day in the text says more than a month in the address.
  const auto longest =
      std::ranges::max_element(guesses, {}, [](const Guess& guess) { return guess.date.iso.size(); });
  article.date = longest->date.iso;
  std::erase_if(article.origins, [](const FieldOrigin& origin) { return origin.field == "date"; });
  if (!article.date.empty()) note_origin(article, longest->origin, caution_of(longest->date.kind, order));
}

// In JSON escapes and entities the decoder of the file does not see it.
void repair_encoding(Article& article) {
  if (article.title.find('\n') != std::string::npos || article.authors.find('\n') != std::string::npos)
    return;
  RepairedMojibake repaired = repair_mojibake(article.title + "\n" + article.authors + "\n" + article.text);
  if (repaired.how.empty()) return;
  const std::size_t first = repaired.text.find('\n');
  const std::size_t second = repaired.text.find('\n', first + 1);
  article.title = repaired.text.substr(0, first);
  article.authors = repaired.text.substr(first + 1, second - first - 1);
  article.text = repaired.text.substr(second + 1);
  set_origin(article, "text", "repaired: " + repaired.how);
}

}  // namespace

std::int64_t count_words(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  return std::ranges::count(tokens, TokenKind::word, &Token::kind);
}

void complete_article(Article& article, std::string_view path, DayOrder order,
                      const OutletRegistry& registry) {
  repair_encoding(article);
  article.text = stored(article.text);
  article.title = stored(article.title);
  std::ranges::replace(article.title, '\n', ' ');
  article.authors = stored(article.authors);
  article.url = without_archive(trim(article.url)).url;
  complete_outlet(article, path, registry);
  complete_date(article, path, order);
  article.genre = genre_of(article.genre);
  article.lang = language_of(article.lang);
  if (article.lang.empty()) article.lang = detect_language(article.text);
  article.words = count_words(article.text);
}

}  // namespace sahafa
