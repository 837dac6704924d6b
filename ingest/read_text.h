// Plain text: one article or many, with or without metadata in front.
//
// Field lines ("Titre : ...", "المصدر: ...") at the start belong to the article that follows them; they end
// at the first line that is none. Where the next article begins is the matter of text_pieces.h. Without field lines, a
// first line that ends like no sentence is the title, and a line that is an address is that of the article.
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
