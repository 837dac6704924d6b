// The state that a page hands to its scripts, and from which a browser makes what is shown: __NEXT_DATA__, Fusion.globalContent,
// window.__INITIAL_STATE__ and others. Where the HTML itself has no text or date, they have.
#pragma once

#include <string>
#include <string_view>

namespace sahafa {

struct StateArticle {
  std::string body;     ///< paragraphs, one a line
  std::string date;     ///< of publication, as written
  std::string authors;  ///< separated by "; "
};

/// The article whose title is one of `titles` (a line each), as the scripts of the page give it; empty where they do not. Takes
/// the objects of JSON scripts and those that scripts assign. O(n).
StateArticle read_page_state(std::string_view html, std::string_view titles);

}  // namespace sahafa
