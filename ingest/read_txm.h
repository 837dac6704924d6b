// XML of TXM: <text outlet="..." date="..."> one a file (XTZ), or <corpus> with one <article date journal titre auteur> each, as the macros
// for press corpora write it.
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class TxmReader : public Reader {
 public:
  std::string_view name() const override { return "txm"; }
  bool accepts(std::string_view path, std::string_view head) const override;
  /// Each text is parsed by itself, so one that is broken is an issue at its byte and the rest goes on, and memory is bounded by the longest
  /// one. Markup and quotes inside attributes, which is no XML but common, are repaired. White space is collapsed, unless xml:space
  /// says "preserve". No entities but the five of XML, no network, no depth beyond 256.
  void read(const SourceText& source, Intake& out) const override;
};

}  // namespace sahafa
