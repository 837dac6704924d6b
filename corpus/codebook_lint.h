// What is valid in a codebook and yet hardly meant: a second look before a corpus is read with it.
#pragma once

#include <string>
#include <vector>

#include "corpus/codebook.h"

namespace sahafa {

struct LintFinding {
  std::string entry;  ///< id of the actor or frame; "codebook" for the whole
  std::string
      kind;  ///< one word for all findings of a sort: "language", "twice", "short", "label", "target", "accuse", "affair"
  std::string finding;  ///< what, where, and what to do
};

/// In the order of the file: the codebook, its actors, its frames. O(patterns log patterns).
std::vector<LintFinding> lint(const Codebook& codebook);

}  // namespace sahafa
