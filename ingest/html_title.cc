#include "ingest/html_title.h"

#include <algorithm>
#include <array>

#include "ingest/fields.h"
#include "text/fold.h"

namespace sahafa {
namespace {

constexpr std::array<std::string_view, 8> kSeparators{" | ", " – ",  " — ", " - ",
                                                      " • ", " :: ", " » ", " « "};

struct Parts {
  std::string_view before;
  std::string_view behind;
};

// The title cut at its last, or first, separator; all of it before where it has none.
Parts cut_last(std::string_view title) {
  for (const std::string_view separator : kSeparators)
    if (const std::size_t at = title.rfind(separator); at != std::string_view::npos)
      return {trim(title.substr(0, at)), trim(title.substr(at + separator.size()))};
  return {title, {}};
}

Parts cut_first(std::string_view title) {
  for (const std::string_view separator : kSeparators)
    if (const std::size_t at = title.find(separator); at != std::string_view::npos)
      return {trim(title.substr(0, at)), trim(title.substr(at + separator.size()))};
  return {title, {}};
}

bool names_site(std::string_view part, std::span<const std::string> names) {
  const std::string folded = fold(part);
  return std::ranges::any_of(names, [&](const std::string& name) { return fold(name) == folded; });
}

// A heading that is two parts of a title, which a mark keeps apart there, begins with a kicker.
std::string without_kicker(std::string_view heading, std::span<const std::string> titles) {
  const std::string folded = fold(heading);
  for (const std::string& title : titles) {
    for (const std::string_view separator : kSeparators) {
      const std::size_t at = title.find(separator);
      if (at == std::string::npos) continue;
      const std::string_view behind = std::string_view(title).substr(at + separator.size());
      if (fold(title.substr(0, at)).append(" ").append(fold(behind)) == folded) return std::string(behind);
    }
  }
  return std::string(heading);
}

}  // namespace

std::string without_site(std::string_view title, std::span<const std::string> names) {
  title = trim(title);
  const Parts last = cut_last(title);
  if (last.behind.empty()) return std::string(title);
  if (names_site(last.behind, names)) return without_site(last.before, names);
  if (const Parts first = cut_first(title); names_site(first.before, names)) return std::string(first.behind);
  return std::string(last.before.size() >= last.behind.size() ? last.before : title);
}

std::string site_of_title(std::string_view title, std::span<const NodeText> headings,
                          std::span<const std::string> names) {
  const Parts last = cut_last(title);
  const Parts first = cut_first(title);
  const auto is_heading = [&](std::string_view part) {
    return std::ranges::any_of(
        headings, [&](const NodeText& heading) { return fold(heading.text).ends_with(fold(part)); });
  };
  const bool leads = !first.behind.empty() && (names_site(first.before, names) ||
                                               (is_heading(first.behind) && !is_heading(first.before)));
  return std::string(leads ? first.before : last.behind);
}

std::string heading_of_page(std::span<const NodeText> headings, std::span<const std::string> titles,
                            std::span<const std::string> names) {
  constexpr std::size_t kShortestTitle = 10;  // bytes
  constexpr std::size_t kShortestLone = 20;
  std::string_view best;
  for (const NodeText& heading : headings) {
    if (heading.text.size() <= kShortestTitle || names_site(heading.text, names)) continue;
    const std::string folded = fold(heading.text);
    for (const std::string& title : titles) {
      const std::string wanted = fold(title);
      if (wanted.find(folded) != std::string::npos && heading.text.size() > best.size()) best = heading.text;
      const bool kicker =
          folded.size() > wanted.size() && wanted.size() * 2 > folded.size() && folded.ends_with(wanted);
      if (kicker && title.size() > best.size()) best = title;
    }
  }
  if (!best.empty()) return without_kicker(best, titles);
  const auto is_long = [&](const NodeText& heading) {
    return heading.text.size() >= kShortestLone && !names_site(heading.text, names);
  };
  if (std::ranges::count_if(headings, is_long) != 1) return {};
  return without_kicker(std::ranges::find_if(headings, is_long)->text, titles);
}

}  // namespace sahafa
