// What the names that a page gives its elements (class, id, role, ...) promise about them: navigation, comments, a
// byline, a date. Names are words: "comments-area" and "postComments" have "comments", "commentary" has not.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/html_document.h"

namespace sahafa {

/// Bits of what an element promises.
enum NameMeaning : std::uint16_t {
  kNamesFurniture = 1,  ///< no part of an article: menus, share boxes, captions, teasers, ...
  kNamesCertain = 2,    ///< furniture that is believed on pages whose names call most of the prose furniture
  kNamesContent = 4,    ///< the article or a part of it
  kNamesComments = 8,   ///< what readers say
  kNamesByline = 16,
  kNamesDate = 32,
  kNamesPublished = 64,
  kNamesModified = 128,
  kNamesLogo = 256,
  kNamesStandfirst = 512,
  kNamesEntry = 2048,    ///< a whole post of a weblog
  kNamesDropped = 4096,  ///< the profile of the outlet says so (html_profile.h)
  kNamesHidden = 1024,   ///< not shown: style="display: none", aria-hidden
};

/// The bits of every node of the page, in one pass. O(bytes of attributes).
std::vector<std::uint16_t> names_of_nodes(const HtmlPage& page);

}  // namespace sahafa
