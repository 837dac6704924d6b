// What stands beside the bytes of a source and is no part of its text: the headers of a crawl, the properties
// of a document.
#pragma once

#include <string>
#include <string_view>
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
  std::string made;  ///< ISO day on which the document was made: its date where there is no other
  std::string
      headline;  ///< a paragraph of the text that the document shows to be its title: goes before a guess
  std::vector<std::size_t> page_begins;  ///< bytes of the text at which its pages begin
  std::vector<Issue> issues;             ///< the path is filled in
  std::string container =
      {};  ///< of a member of an archive: the part of its path in front of its name, "a.zip!"
};

/// Fills in fields of `out` and adds the issues. What is said of a document is true of the article in it only
/// if there is one; with several articles the fields are left alone.
void apply_hints(const SourceHints& said, Intake& out);

/// Puts a title that was guessed from the first line back into the text; a better one is known.
/// `source` is the text of the file, where it is at hand: a blank line below the title comes back too.
void give_back_guessed_title(Article& article, std::string_view source = {});

/// Dates an article that has no date at all by the day on which its document was made.
void apply_day_made(const SourceHints& said, Intake& out);

/// Removes dates that are later than the capture, each with an issue. One day more is allowed, since the two
/// need not be in one time zone.
void check_capture(const SourceHints& said, Intake& out);

}  // namespace sahafa
