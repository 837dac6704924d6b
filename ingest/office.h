// Documents that are zip archives of XML: DOCX, ODT, ePub. What comes out is their running text, read as any
// text file is: one article, or several behind separators.
#pragma once

#include "ingest/container.h"

namespace sahafa {

class OfficeContainer : public Container {
 public:
  std::string_view name() const override { return "document"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// Of an ePub title, authors, date and language are said. Of DOCX and ODT only the title: their author and
  /// dates are those of whoever saved the file. Deletions that are tracked, comments and field codes are left
  /// out.
  void for_each_member(BufferedStream& input, const MemberVisitor& visit) const override;
};

}  // namespace sahafa
