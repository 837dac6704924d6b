// What the program that saved a page, or the archive that shows it, wrote into it: the address behind the page and
// the moment at which it was fetched. Known are SingleFile (also in Zotero), Save Page WE, browsers ("saved from url"), HTTrack,
// the Wayback Machine and archive.today under all its names. All functions may be called from several threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/hints.h"

namespace sahafa {

/// Empty where nothing is said.
struct SaveMarks {
  std::string_view origin;  ///< who wrote them: "singlefile", "wayback", ...
  std::string url;          ///< of the page itself, not of the archive
  std::string captured;     ///< ISO day
};

/// Looks at the head of the page, and behind its end where archives write. O(n).
SaveMarks find_save_marks(std::string_view html);

/// Fills in what `said` does not know of the address and the day of the capture.
void add_save_marks(std::string_view html, SourceHints& said);

/// The page as its site made it: without the toolbar of the Wayback Machine, the frame and meta elements of
/// archive.today. nullopt where there is none of these. O(n).
std::optional<std::string> without_archive_parts(std::string_view html);

}  // namespace sahafa
