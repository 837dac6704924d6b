// Europresse (and eureka.cc) "save as HTML": many articles a file, in the layout since about 2014 (one <article>
// each) or the older one (one <table> each). Both name outlet, header and title by the same classes.
//
// Taken: outlet without issue number and edition, title without surtitle, authors, date (French or English header,
// else the document number), section as genre where it is one, document number as key, text without the notes,
// captions, rights and licence around it. Search hits that the export marked inside words are unmarked.
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class EuropresseReader : public Reader {
 public:
  std::string_view name() const override { return "europresse"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// The copy of an article is its <article> or <table>. An article without text is an issue with its number.
  void read(const SourceText& source, Intake& out) const override;
};

}  // namespace sahafa
