// A saved web page: one article. Its text is found by html_body.h, its metadata by html_metadata.h.
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class HtmlReader : public Reader {
 public:
  std::string_view name() const override { return "html"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// The copy is the whole page; where the page holds the article twice, the two parts of it.
  void read(const SourceText& source, Intake& out) const override;
};

}  // namespace sahafa
