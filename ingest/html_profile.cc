#include "ingest/html_profile.h"

#include <algorithm>

#include "ingest/bylines.h"
#include "ingest/dates.h"
#include "ingest/fields.h"
#include "ingest/html_blocks.h"
#include "ingest/html_cues.h"
#include "ingest/html_names.h"
#include "ingest/html_select.h"
#include "ingest/labelled_dates.h"
#include "ingest/relative_dates.h"
#include "text/fold.h"

namespace sahafa {
namespace {

// What the first selector that finds something with `read` (a function of page, node and selector) finds.
template <class Read>
std::string first_found(const HtmlPage& page, const std::vector<Selector>& selectors, const Read& read) {
  for (const Selector& selector : selectors)
    for (const std::uint32_t node : select_nodes(page, selector))
      if (std::string value = read(node, selector); !value.empty()) return value;
  return {};
}

std::string authors_of(const HtmlPage& page, const std::vector<Selector>& selectors) {
  for (const Selector& selector : selectors) {
    std::vector<std::string> names;
    for (const std::uint32_t node : select_nodes(page, selector)) {
      const std::string written(trim(selected_value(page, node, selector)));
      std::vector<std::string> found = names_of_byline(written);
      if (found.empty() && !written.empty()) found.push_back(written);
      for (std::string& name : found)
        if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    std::string joined;
    for (const std::string& name : names) joined += (joined.empty() ? "" : "; ") + name;
    if (!joined.empty()) return joined;
  }
  return {};
}

std::string date_of(const std::string& written) {
  if (std::string date = settle_date(written); !date.empty()) return date;
  if (LabelledDate labelled = read_labelled_date(written); !labelled.text.empty()) return labelled.text;
  return is_relative_date(written) ? written : std::string();
}

// An element for dates says it to machines or to readers.
std::string date_at(const HtmlPage& page, std::uint32_t node, const Selector& selector) {
  if (selector.attribute.empty())
    for (const char* attribute : {"datetime", "content"})
      if (std::string date = date_of(std::string(page.attribute(node, attribute))); !date.empty())
        return date;
  return date_of(selected_value(page, node, selector));
}

std::string text_below(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, std::uint32_t node,
                       std::string_view folded_title) {
  std::string text;
  auto block = std::ranges::lower_bound(blocks, node, {}, &HtmlBlock::position);
  for (; block != blocks.end() && block->position < page.nodes()[node].end; ++block) {
    const bool repeats_title = !folded_title.empty() && block->folded == folded_title;
    if (block->furniture || repeats_title || is_cue_line(*block) || is_reading_time(*block) ||
        is_dateline(*block))
      continue;
    text.append(text.empty() ? "" : "\n").append(block->text);
  }
  return text;
}

std::string text_of(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, const PageProfile& profile,
                    std::string_view title) {
  const std::string folded_title = fold(trim(title));
  for (const Selector& selector : profile.body) {
    std::string text;
    for (const std::uint32_t node : select_nodes(page, selector))
      if (const std::string part = text_below(page, blocks, node, folded_title); !part.empty())
        text.append(text.empty() ? "" : "\n").append(part);
    if (!text.empty()) return text;
  }
  return {};
}

}  // namespace

const Outlet* find_profiled(const OutletRegistry& registry, std::string_view url, std::string_view outlet) {
  const auto has_profile = [](const Outlet* found) { return found != nullptr && found->page.exists(); };
  if (const Outlet* addressed = registry.find_by_url(url); has_profile(addressed)) return addressed;
  const Outlet* named = registry.find(outlet);
  return has_profile(named) ? named : nullptr;
}

std::vector<std::uint16_t> drop_by_profile(const HtmlPage& page, std::vector<std::uint16_t> names,
                                           const PageProfile& profile) {
  for (const Selector& selector : profile.drop)
    for (const std::uint32_t node : select_nodes(page, selector)) names[node] |= kNamesDropped;
  return names;
}

ProfiledPage read_by_profile(const HtmlPage& page, std::span<const std::uint16_t> names,
                             const PageProfile& profile, std::string_view title) {
  std::vector<std::uint16_t> hiding(names.begin(), names.end());
  for (std::uint16_t& meaning : hiding) meaning &= kNamesHidden | kNamesDropped;
  ProfiledPage found;
  found.title = first_found(page, profile.title, [&](std::uint32_t node, const Selector& selector) {
    return std::string(trim(selected_value(page, node, selector)));
  });
  found.authors = authors_of(page, profile.author);
  found.date = first_found(page, profile.date, [&](std::uint32_t node, const Selector& selector) {
    return date_at(page, node, selector);
  });
  found.text = text_of(page, cut_blocks(page, hiding), profile, found.title.empty() ? title : found.title);
  return found;
}

}  // namespace sahafa
