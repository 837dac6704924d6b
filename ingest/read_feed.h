// RSS 2.0, RSS 1.0 (RDF) and Atom: one article an entry. The text is content:encoded or content where the feed carries
// it; an entry with a description or summary alone gives that, and the origin of its text says "summary".
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class FeedReader : public Reader {
 public:
  std::string_view name() const override { return "feed"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// The copy of an article is its <item> or <entry>. An entry without any text is an issue with its number.
  void read(const SourceText& source, Intake& out) const override;
};

}  // namespace sahafa
