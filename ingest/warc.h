// WARC 1.0 and 1.1, as crawlers write them: of its records, the HTML pages that a server answered with 200.
// Streams; a record is the unit of memory. Packed as .warc.gz it comes through gzip.h.
#pragma once

#include "ingest/container.h"

namespace sahafa {

class WarcContainer : public Container {
 public:
  std::string_view name() const override { return "warc"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// A page is named by its address; the address and the day of its capture are said of it. Chunks and
  /// Content-Encoding (gzip, deflate) are undone.
  void for_each_member(BufferedStream& input, const MemberVisitor& visit) const override;
};

}  // namespace sahafa
