// Reading a page as its outlet's profile says (corpus/page_profile.h).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/outlet.h"
#include "corpus/page_profile.h"
#include "ingest/html_document.h"

namespace sahafa {

/// What the profile finds on a page; empty where it finds nothing.
struct ProfiledPage {
  std::string title;
  std::string authors;  ///< separated by "; "
  std::string date;  ///< ISO 8601, or as written where another reading is possible (settle_date), or relative
  std::string text;  ///< paragraphs, one a line
};

/// The outlet whose profile a page is to be read by: that of the address, else that of the name; nullptr where it has none.
const Outlet* find_profiled(const OutletRegistry& registry, std::string_view url, std::string_view outlet);

/// Inside the body everything is text but what the profile drops, figures, menus and forms, and the lines that no article has
/// (html_cues.h). `names` is names_of_nodes(page); of it, only what hides an element is believed. O(nodes * steps).
ProfiledPage read_by_profile(const HtmlPage& page, std::span<const std::uint16_t> names,
                             const PageProfile& profile, std::string_view title);

/// `names` with the elements that the profile drops marked as dropped.
std::vector<std::uint16_t> drop_by_profile(const HtmlPage& page, std::vector<std::uint16_t> names,
                                           const PageProfile& profile);

}  // namespace sahafa
