// What stands beside the bytes of a source and is no part of its text: the headers of a crawl, the properties
// of a document.
#pragma once

#include <string>
#include <vector>

#include "corpus/catalogue.h"

namespace sahafa {

/// Empty where nothing is said. Fields that the text itself does not have are filled in from here; only the
/// address goes before the text's own, since it is known and not claimed.
struct SourceHints {
  std::string origin;  ///< noted with every value that is taken: "warc"
  std::string charset;
  std::string url;
  std::string captured;  ///< ISO day on which it was fetched: nothing in it is younger
  std::string title;
  std::string authors;
  std::string date;
  std::string lang;
  std::vector<Issue> issues;  ///< the path is filled in
};

/// Fills in fields of `out` and adds the issues. What is said of a document is true of the article in it only
/// if there is one; with several articles the fields are left alone.
void apply_hints(const SourceHints& said, Intake& out);

/// Removes dates that are later than the capture, each with an issue. One day more is allowed, since the two
/// need not be in one time zone.
void check_capture(const SourceHints& said, Intake& out);

}  // namespace sahafa
