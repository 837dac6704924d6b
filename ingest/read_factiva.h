// Factiva downloads: HTML, RTF or text, with field codes ("full article plus indexing": HD, BY, PD, SN, LP, TD, AN, ...)
// or without them (headline, byline, "295 mots", date, source, language, copyright, text).
//
// Taken: headline, byline, date (in the language of the interface; else from the accession number), source, language,
// section as genre where it is one, accession number as key. The text is lead and tail. An article that the file holds
// twice under one accession number is one article with two copies.
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class FactivaReader : public Reader {
 public:
  std::string_view name() const override { return "factiva"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// The copy of an article is its <div class="article ...">, or in text what stands up to its "Document ..." line. An
  /// article without text is an issue with its number.
  void read(const SourceText& source, Intake& out) const override;
};

}  // namespace sahafa
