#include "ingest/saved_page.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "ingest/address.h"
#include "ingest/dates.h"
#include "ingest/fields.h"

namespace sahafa {
namespace {

constexpr std::size_t kHeadBytes = std::size_t{1} << 16;
constexpr std::size_t kTailBytes = std::size_t{1} << 13;
constexpr std::size_t kDayBytes = 10;

// What stands between `mark` and one of `ends`, trimmed; empty where `mark` is not there.
std::string_view between(std::string_view text, std::string_view mark, std::string_view ends) {
  const std::size_t found = text.find(mark);
  if (found == std::string_view::npos) return {};
  const std::string_view rest = text.substr(found + mark.size());
  return trim(rest.substr(0, rest.find_first_of(ends)));
}

std::string_view before(std::string_view text, std::string_view mark) {
  return text.substr(0, text.find(mark));
}

std::string_view behind(std::string_view text, std::string_view mark) {
  const std::size_t found = text.find(mark);
  return found == std::string_view::npos ? std::string_view() : text.substr(found + mark.size());
}

// Markup writes & in addresses as an entity.
std::string address(std::string_view written) {
  std::string url(written);
  for (std::size_t at = url.find("&amp;"); at != std::string::npos; at = url.find("&amp;", at + 1))
    url.erase(at + 1, std::string_view("amp;").size());
  return url.starts_with("http://") || url.starts_with("https://") ? url : std::string();
}

// "Tue Apr 08 2025 10:15:00 GMT+0100 (heure normale)": scripts name the zone once more, in the reader's language.
std::string day_of(std::string_view written) {
  std::string date = parse_date(trim(written.substr(0, written.find('('))));
  return date.size() == kDayBytes ? date : std::string();
}

// An address that an archive gives says the day as well.
SaveMarks archived(std::string_view origin, std::string_view written) {
  ArchivedAddress found = without_archive(address(written));
  return {origin, std::move(found.url), std::move(found.day)};
}

// <!-- Page saved with SingleFile
//  url: https://...
//  saved date: Tue Apr 08 2025 10:15:00 GMT+0100 (...) -->
SaveMarks of_singlefile(std::string_view head) {
  std::size_t begin = head.find("Page saved with SingleFile");
  if (begin == std::string_view::npos) begin = head.find("Archive processed by SingleFile");
  if (begin == std::string_view::npos) return {};
  const std::string_view comment = head.substr(begin, head.find("-->", begin) - begin);
  SaveMarks marks = archived("singlefile", between(comment, "url: ", " \r\n"));
  if (marks.captured.empty()) marks.captured = day_of(between(comment, "saved date: ", "\r\n"));
  return marks;
}

// The content of the meta element called `name`, which Save Page WE writes behind all style sheets of the head.
std::string_view savepage_value(std::string_view html, std::string_view name) {
  const auto found =
      std::search(html.begin(), html.end(), std::boyer_moore_horspool_searcher(name.begin(), name.end()));
  if (found == html.end()) return {};
  const std::string_view rest = html.substr(static_cast<std::size_t>(found - html.begin()));
  return between(rest.substr(0, rest.find('>')), "content=\"", "\"");
}

SaveMarks of_save_page_we(std::string_view html) {
  SaveMarks marks = archived("save page we", savepage_value(html, "\"savepage-url\""));
  if (!marks.url.empty() && marks.captured.empty())
    marks.captured = day_of(savepage_value(html, "\"savepage-date\""));
  return marks;
}

// <!-- saved from url=(0042)https://... -->: four digits say how long the address is. Nobody says when.
SaveMarks of_browser(std::string_view head) {
  return archived("saved from", behind(between(head, "saved from url=(", " \r\n"), ")"));
}

// <!-- Mirrored from www.example.org/a.html by HTTrack Website Copier/3.x [...], Tue, 08 Apr 2025 10:15:00 GMT -->
SaveMarks of_httrack(std::string_view head) {
  const std::string_view written = between(head, "<!-- Mirrored from ", "\r\n>");
  const std::string_view program = behind(written, " by HTTrack");
  if (program.empty()) return {};
  const std::string_view page = before(written, " by HTTrack");
  const std::string scheme = page.find("://") == std::string_view::npos ? "http://" : "";
  return {"httrack", address(scheme + std::string(page)), day_of(before(behind(program, "], "), " GMT"))};
}

std::string day_of_stamp(std::string_view stamp) {
  constexpr std::size_t kDigits = 8;
  if (stamp.size() < kDigits) return {};
  std::string day(stamp.substr(0, kDigits));
  day.insert(6, "-").insert(4, "-");
  return day_of(day);
}

// Its script is called with address and time; pages that were saved without scripts keep the comment at the end.
SaveMarks of_wayback(std::string_view head, std::string_view tail) {
  if (const std::string_view call = between(head, "__wm.wombat(\"", ")"); !call.empty())
    return {"wayback", address(call.substr(0, call.find('"'))), day_of_stamp(between(call, "\",\"", "\""))};
  const std::string_view time = before(between(tail, "FILE ARCHIVED ON ", "\r\n"), " AND");
  return {"wayback", {}, day_of(behind(time, " "))};  // 10:15:00 Apr 08, 2025
}

// <link rel="bookmark" href="http://archive.today/20250408101500/https://...">
SaveMarks of_archive_today(std::string_view head) {
  const std::string_view link = between(head, "<link rel=\"bookmark\"", ">");
  const std::string_view written = between(link, "href=\"http://archive.", "\"");
  return written.empty() ? SaveMarks{} : archived("archive.today", between(link, "href=\"", "\""));
}

bool says_something(const SaveMarks& marks) { return !marks.url.empty() || !marks.captured.empty(); }

}  // namespace

SaveMarks find_save_marks(std::string_view html) {
  const std::string_view head = html.substr(0, kHeadBytes);
  const std::string_view tail = html.substr(html.size() - std::min(html.size(), kTailBytes));
  // A page of an archive can be saved by a program; then the archive knows the better day.
  if (SaveMarks marks = of_wayback(head, tail); says_something(marks)) return marks;
  if (SaveMarks marks = of_archive_today(head); says_something(marks)) return marks;
  if (SaveMarks marks = of_singlefile(head); says_something(marks)) return marks;
  if (SaveMarks marks = of_httrack(head); says_something(marks)) return marks;
  if (SaveMarks marks = of_browser(head); says_something(marks)) return marks;
  SaveMarks marks = of_save_page_we(html);
  return says_something(marks) ? marks : SaveMarks{};
}

void add_save_marks(std::string_view html, SourceHints& said) {
  SaveMarks marks = find_save_marks(html);
  if (said.url.empty() && !marks.url.empty()) {
    said.url = std::move(marks.url);
    said.origin = marks.origin;
  }
  if (said.captured.empty()) said.captured = std::move(marks.captured);
}

std::optional<std::string> without_archive_parts(std::string_view html) {
  constexpr std::string_view kBegin = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->";
  constexpr std::string_view kEnd = "<!-- END WAYBACK TOOLBAR INSERT -->";
  const std::string_view head = html.substr(0, kHeadBytes);
  if (says_something(of_archive_today(head))) {
    const std::size_t content = html.find("<div id=\"CONTENT\"");
    if (content == std::string_view::npos) return std::nullopt;
    std::string own = "<html><head><title>";
    own.append(between(head, "<title>", "<")).append("</title></head><body>");
    return own.append(html.substr(content));
  }
  const std::size_t begin = html.find(kBegin);
  const std::size_t end = html.find(kEnd, std::min(begin, html.size()));
  if (end == std::string_view::npos) return std::nullopt;
  std::string own(html.substr(0, begin));
  return own.append(html.substr(end + kEnd.size()));
}

}  // namespace sahafa
