// Labelled texts for training and judging a classifier: JSON Lines {id, lang, text, target, label}, as stance data sets are kept.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa {

struct Example {
  std::string id;
  std::string text;
  std::string target;  ///< what the text takes a stance to: a topic or another text; may be empty
  std::string label;   ///< empty when nobody has coded it
};

/// One example a line; empty lines are passed over, other fields ignored. Throws Error(malformed), naming origin, line and remedy.
std::vector<Example> read_examples(std::istream& in, std::string_view origin);

}  // namespace sahafa
