// Words divided at the ends of lines: is the hyphen the printer's or the word's own?
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace sahafa {

/// Knows the words of a document that stand undivided in it: they say how a divided one is written.
class HyphenJoiner {
 public:
  /// Remembers the words of a line.
  void learn(std::string_view line);

  /// Appends `next` to `text`, which ends in the line before. After a hyphen at its end the word goes on: without the hyphen, unless the
  /// document writes the word with it, or a capital or a figure follows (Bouches-du-|Rhône), or it stands between the parts of a French
  /// compound (sous-|sol, celui-|ci). Otherwise a space comes between.
  void append(std::string& text, std::string_view next) const;

 private:
  std::unordered_set<std::string> words_;
};

/// True when `text` begins with a letter that is no capital; Arabic letters are none.
bool begins_small(std::string_view text);

}  // namespace sahafa
