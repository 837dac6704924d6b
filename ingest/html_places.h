// Where the lines about an article stand on its page: around the headline.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/html_blocks.h"

namespace sahafa {

/// Some blocks behind the headline and some before it.
struct Neighbourhood {
  std::vector<const HtmlBlock*> blocks;  ///< nearest first: those behind the headline, then those before it
  std::uint32_t headline = 0;            ///< node
  std::uint32_t begin = 0;               ///< nodes
  std::uint32_t end = 0;

  bool holds(std::uint32_t node) const { return node >= begin && node < end; }
};

/// Empty without a headline (node 0). The blocks must outlive the result.
Neighbourhood around_headline(const std::vector<HtmlBlock>& blocks, std::uint32_t headline);

}  // namespace sahafa
