// Corpora of Lexico: plain text with lines of keys "<journal=Le Matin>" "<date=2025-04-08>" in front of the parts they tell about.
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class LexicoReader : public Reader {
 public:
  std::string_view name() const override { return "lexico"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// Keys whose names columns have (columns.h) begin an article; where a file has none of these, every key does. As in Lexico a key holds
  /// until it is set again, except what is different for each article: title, address and id. Paragraph signs (§) leave the text.
  void read(const SourceText& source, Intake& out) const override;
};

}  // namespace sahafa
