// MHTML (RFC 2557): a page saved by a browser as one MIME message. Its HTML part goes to the readers, pictures
// and styles are left out.
#pragma once

#include "ingest/container.h"

namespace sahafa {

class MhtmlContainer : public Container {
 public:
  std::string_view name() const override { return "mhtml"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// The address, the day of saving and the charset that the message gives are said.
  void for_each_member(BufferedStream& input, const MemberVisitor& visit) const override;
};

}  // namespace sahafa
