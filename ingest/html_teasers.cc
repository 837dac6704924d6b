#include "ingest/html_teasers.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace sahafa {
namespace {

constexpr std::uint32_t kMostLetters = 600;  // characters of one teaser
constexpr std::size_t kMostBlocks = 7;       // of one teaser: kicker, headline, words, byline, date
constexpr std::uint32_t kShortestLink = 15;  // characters of its headline
constexpr std::uint32_t kLongestLink = 220;
constexpr std::size_t kFewestTeasers = 2;
constexpr int kLevels = 5;  // from a paragraph up to the teaser that holds it

bool is_linked_title(const HtmlBlock& block) {
  return block.letters >= kShortestLink && block.letters <= kLongestLink &&
         block.linked * 10 >= block.letters * 8;
}

class TeaserLists {
 public:
  TeaserLists(const HtmlPage& page, std::vector<HtmlBlock>& blocks) : page_(&page), blocks_(&blocks) {}

  void mark() {
    for (std::size_t i = 0; i < blocks_->size(); ++i) {
      const HtmlBlock& block = (*blocks_)[i];
      if (block.furniture || !block.is_prose()) continue;
      std::uint32_t node = block.node;
      for (int level = 0; level < kLevels && node != 0; ++level) {
        const std::uint32_t parent = page_->nodes()[node].parent;
        if (is_teaser(node) && siblings(parent, node) >= kFewestTeasers) {
          mark_below(node);
          break;
        }
        node = parent;
      }
    }
  }

 private:
  // The blocks whose text begins inside the node.
  std::pair<std::size_t, std::size_t> blocks_of(std::uint32_t node) const {
    const auto first = std::ranges::lower_bound(*blocks_, node, {}, &HtmlBlock::position);
    const auto last = std::ranges::lower_bound(*blocks_, page_->nodes()[node].end, {}, &HtmlBlock::position);
    return {static_cast<std::size_t>(first - blocks_->begin()),
            static_cast<std::size_t>(last - blocks_->begin())};
  }

  bool is_teaser(std::uint32_t node) {
    const auto [known, is_new] = teasers_.try_emplace(node, false);
    if (is_new) known->second = looks_like_teaser(node);
    return known->second;
  }

  bool looks_like_teaser(std::uint32_t node) const {
    const auto [first, last] = blocks_of(node);
    std::uint32_t letters = 0;
    std::size_t titles = 0;
    for (std::size_t i = first; i < last && i < first + kMostBlocks; ++i) {
      const HtmlBlock& block = (*blocks_)[i];
      titles += is_linked_title(block) && leads_elsewhere(block.node) ? 1 : 0;
      letters += block.letters;
    }
    return last - first <= kMostBlocks && letters <= kMostLetters && titles > 0 && titles <= 2;
  }

  // Entries of a live report link to themselves.
  bool leads_elsewhere(std::uint32_t node) const {
    for (std::uint32_t i = node; i < page_->nodes()[node].end; ++i)
      if (page_->nodes()[i].tag == HtmlTag::link && !page_->attribute(i, "href").starts_with('#'))
        return true;
    // The link can stand around the block.
    return page_->nodes()[page_->nodes()[node].parent].tag == HtmlTag::link;
  }

  // How many children of `parent` are teasers and of the kind of `node`.
  std::size_t siblings(std::uint32_t parent, std::uint32_t node) {
    std::size_t count = 0;
    for (std::uint32_t child = parent + 1; child < page_->nodes()[parent].end;
         child = page_->nodes()[child].end) {
      const bool same = page_->nodes()[child].tag != HtmlTag::text &&
                        page_->name(child) == page_->name(node) && alike(child, node);
      if (same && is_teaser(child) && ++count >= kFewestTeasers) break;
    }
    return count;
  }

  // Their classes begin alike: themes number them (post-123).
  bool alike(std::uint32_t one, std::uint32_t other) const {
    constexpr std::size_t kBeginning = 4;  // bytes
    return page_->attribute(one, "class").substr(0, kBeginning) ==
           page_->attribute(other, "class").substr(0, kBeginning);
  }

  void mark_below(std::uint32_t node) {
    const auto [first, last] = blocks_of(node);
    for (std::size_t i = first; i < last; ++i) (*blocks_)[i].furniture = true;
  }

  const HtmlPage* page_;
  std::vector<HtmlBlock>* blocks_;
  std::unordered_map<std::uint32_t, bool> teasers_;
};

}  // namespace

void mark_teasers(const HtmlPage& page, std::vector<HtmlBlock>& blocks) { TeaserLists(page, blocks).mark(); }

}  // namespace sahafa
