// JSON Lines: one object a line, one article an object. Field names are those that common tools write (text,
// content, body, articleBody, raw_text, digest; title, headline; url; date, published, publish_date,
// datePublished; author(s); source, sitename, outlet, hostname; language; id, key; genre), found through the
// labels of fields.h.
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class JsonlReader : public Reader {
 public:
  std::string_view name() const override { return "jsonl"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// A line that is no object or has no text is an issue with its line number; the rest goes on.
  void read(const SourceText& source, Intake& out) const override;
};

}  // namespace sahafa
