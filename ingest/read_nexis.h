// LexisNexis and Nexis Uni: TXT and HTML of the old site, text and RTF of Nexis Uni; DOCX comes here as text. The
// layouts are in nexis_text.h. Nexis gives its documents no number, so articles have no key.
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class NexisReader : public Reader {
 public:
  std::string_view name() const override { return "nexis"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// The copy of an article is its part of the file. A stub without text is an issue with its number.
  void read(const SourceText& source, Intake& out) const override;
};

}  // namespace sahafa
