// How often a term stands in a text: a cell of the document-term matrix, in memory as in the token store.
#pragma once

#include <cstdint>

namespace sahafa {

struct TermCount {
  std::uint32_t term = 0;
  std::uint32_t count = 0;
};

}  // namespace sahafa
