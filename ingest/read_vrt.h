// Verticalised text of NoSketch Engine, Sketch Engine and CWB: a token a line with its attributes behind tabs, structures as tags on
// lines of their own (<text ...> or <doc ...>, <p>, <s>, <g/>).
#pragma once

#include "ingest/reader.h"

namespace sahafa {

class VrtReader : public Reader {
 public:
  std::string_view name() const override { return "vrt"; }
  /// By <text> or <doc> on a line of its own and tokens with tabs below it; without attributes only where the name ends in .vrt or .vert.
  bool accepts(std::string_view path, std::string_view head) const override;
  /// The text is made of the first attribute of the tokens: a blank between two, none at <g/>, a line for each <p>. What `sahafa export`
  /// wrote comes back as it was: <gap text="..."/> gives other white space. An article that does not end is taken up to the end of the
  /// file, with an issue.
  void read(const SourceText& source, Intake& out) const override;
};

}  // namespace sahafa
