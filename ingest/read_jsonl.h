// JSON Lines: one object a line, one article an object. A line that is broken does not touch the others. Names: columns.h.
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
