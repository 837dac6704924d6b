// Plain text: one article or many, with or without metadata in front.
//
// Field lines ("Titre : ...", "المصدر: ...") at the start belong to the article that follows them; they end
// at the first line that is none. A later block of field lines, or a line of three or more - = _ (also * #
// where field lines follow), begins the next article. Without field lines, a first line that ends like no
// sentence is the title.
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class TextReader : public Reader {
 public:
  std::string_view name() const override { return "text"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  void read(const SourceText& source, Intake& out) const override;
};

}  // namespace sahafa
