#include "ingest/html_places.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace sahafa {

Neighbourhood around_headline(const std::vector<HtmlBlock>& blocks, std::uint32_t headline) {
  constexpr std::ptrdiff_t kBehind = 15;
  constexpr std::ptrdiff_t kBefore = 8;
  if (headline == 0 || blocks.empty()) return {};
  const auto middle = std::ranges::lower_bound(blocks, headline, {}, &HtmlBlock::position);
  const auto first = middle - std::min(kBefore, middle - blocks.begin());
  const auto last = middle + std::min(kBehind, blocks.end() - middle);
  Neighbourhood near{{}, headline, first->position, std::prev(last)->position};
  for (auto block = middle; block != last; ++block) near.blocks.push_back(&*block);
  for (auto block = middle; block != first;) near.blocks.push_back(&*--block);
  return near;
}

}  // namespace sahafa
