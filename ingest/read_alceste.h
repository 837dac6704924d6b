// Corpora of Alceste and IRaMuTeQ: plain text in which a line "**** *journal_ledesk *date_2025-04-08" (in older files "0001 *journal_ledesk")
// begins a document and tells its variables.
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class AlcesteReader : public Reader {
 public:
  std::string_view name() const override { return "alceste"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// Variables whose names columns have (columns.h) become fields, split at the first underscore; further underscores are the
  /// blanks that values cannot hold, and %5F is an underscore (as `sahafa export` writes it). Theme lines (-*theme) leave the text.
  /// A document without text is an issue at the line of its variables.
  void read(const SourceText& source, Intake& out) const override;
};

}  // namespace sahafa
