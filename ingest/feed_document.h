// A feed as libxml2 reads it (no network, no entities but its own five, libxml2's limits of depth and size), as plain
// entries. Used by read_feed.h. All functions may be called from several threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

struct FeedEntry {
  std::string id;  ///< guid or id
  std::string title;
  std::string url;
  std::string date;
  std::string authors;  ///< separated by "; "
  std::string lang;
  std::string source;   ///< the outlet that an aggregator names
  std::string content;  ///< HTML; empty where the feed has none
  std::string summary;  ///< HTML
};

struct Feed {
  std::string title;
  std::string lang;
  std::vector<FeedEntry> entries;  ///< in the order of the feed
  bool complete = true;            ///< false where the XML is broken; entries are those before the break
};

/// Parses a feed. `xml` is valid UTF-8; what it declares about its charset is not looked at. O(n).
Feed read_feed_document(std::string_view xml);

}  // namespace sahafa
