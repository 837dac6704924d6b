// JSON: a list of articles, an object around such a list as news services answer ({"status": "ok", "articles": [...]}), or a single
// article; pretty-printed or not. Names: columns.h.
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class JsonReader : public Reader {
 public:
  std::string_view name() const override { return "json"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// An item that is no object or has no text is an issue with its number; of a file that breaks off all whole items are read.
  void read(const SourceText& source, Intake& out) const override;
};

}  // namespace sahafa
