#include "ingest/html_dates.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "ingest/dates.h"
#include "ingest/labelled_dates.h"
#include "ingest/relative_dates.h"

namespace sahafa {
namespace {

// What the name of a meta element says about its date. There are dozens of such names; they are made of few words.
enum class MetaDate : std::uint8_t { none, published, dated, modified };

MetaDate kind_of(std::string_view name) {
  const auto has = [&](auto... words) { return ((name.find(words) != std::string_view::npos) || ...); };
  if (name == "savepage-date") return MetaDate::none;  // the day on which a browser saved the page
  if (has("expire", "expir", "event", "birth", "valid", "user", "build", "version")) return MetaDate::none;
  if (has("modif", "update", "revis", "maj", "changed")) return MetaDate::modified;
  if (has("publish", "pubdate", "pub_date", "pub-date", "publication", "issued", "date_original",
          "originalpub"))
    return MetaDate::published;
  return has("date", "created") ? MetaDate::dated : MetaDate::none;
}

// The date of the meta elements of a kind; the first in the order of their names, so that it is always the same one.
std::string meta_date(const PageStatements& found, MetaDate kind) {
  std::string_view first_name;
  std::string date;
  for (const auto& [name, value] : found.meta) {
    if (kind_of(name) != kind || (!date.empty() && name >= first_name)) continue;
    std::string settled = settle_date(value);
    if (settled.empty()) continue;
    date = std::move(settled);
    first_name = name;
  }
  return date;
}

// A date that stands as a line of its own, or nearly, or with which a line begins.
LabelledDate visible_date(const HtmlBlock& block) {
  constexpr std::uint32_t kLongestDateline = 120;
  return block.letters > kLongestDateline ? LabelledDate{} : read_labelled_date(block.text);
}

const NodeDate* first_time(const PageStatements& found, const Neighbourhood& near, bool published) {
  const auto time = std::ranges::find_if(found.times, [&](const NodeDate& date) {
    return near.holds(date.node) && !date.modified && (date.published || !published);
  });
  return time == found.times.end() ? nullptr : &*time;
}

// A date near the headline: one that says that it is the day of publication, else one of an element for dates, else one
// in a line.
FoundValue near_date(const PageStatements& found, const Neighbourhood& near) {
  if (const NodeDate* time = first_time(found, near, true)) return {time->date, "time"};
  std::string unlabelled;
  for (const HtmlBlock* block : near.blocks) {
    LabelledDate date = visible_date(*block);
    if (date.text.empty() || date.modified) continue;
    if (date.published) return {std::move(date.text), "visible"};
    if (unlabelled.empty()) unlabelled = std::move(date.text);
  }
  if (const NodeDate* time = first_time(found, near, false)) return {time->date, "time"};
  return {std::move(unlabelled), "visible"};
}

// The first date anywhere on the page.
FoundValue any_date(const PageStatements& found, const std::vector<HtmlBlock>& blocks) {
  for (const bool published : {true, false})
    for (const NodeDate& time : found.times)
      if (!time.modified && (time.published || !published)) return {time.date, "time"};
  for (const HtmlBlock& block : blocks)
    if (LabelledDate date = visible_date(block); !date.text.empty() && !date.modified)
      return {std::move(date.text), "visible"};
  return {};
}

FoundValue relative_date(const Neighbourhood& near) {
  constexpr std::uint32_t kLongestRelative = 40;
  for (const HtmlBlock* block : near.blocks)
    if (block->letters <= kLongestRelative && is_relative_date(block->text)) return {block->text, "visible"};
  return {};
}

// Systems without a date print the beginning of their time.
bool is_plausible(std::string_view date) {
  return !date.empty() && !date.starts_with("1970-01-01") && !date.starts_with("0000");
}

}  // namespace

FoundValue find_date_of_page(const PageStatements& found, const JsonLd& data, const JsonLdArticle& article,
                             const std::vector<HtmlBlock>& blocks, const Neighbourhood& near,
                             const std::string& url) {
  const std::string from_url = date_from_url(url);
  constexpr std::size_t kDayBytes = 10;
  const std::array<FoundValue, 12> candidates{{
      {settle_date(article.date), "json-ld"},
      {meta_date(found, MetaDate::published), "meta"},
      {found.microdata_date, "microdata"},
      {from_url.size() == kDayBytes ? from_url : std::string(), "url"},
      near_date(found, near),
      {meta_date(found, MetaDate::dated), "meta"},
      {settle_date(data.page_date), "json-ld"},
      any_date(found, blocks),
      relative_date(near),
      {meta_date(found, MetaDate::modified), "meta"},
      {from_url, "url"},
  }};
  for (const FoundValue& candidate : candidates)
    if (is_plausible(candidate.text)) return candidate;
  return {};
}

}  // namespace sahafa
