#include "ingest/html_container.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "ingest/html_cues.h"

namespace sahafa {
namespace {

struct Mass {
  double prose = 0;
  double clutter = 0;
};

// Prose and clutter below any node, by prefix sums over the blocks.
class Masses {
 public:
  Masses(const HtmlPage& page, const std::vector<HtmlBlock>& blocks)
      : blocks_(&blocks), sums_(blocks.size() + 1) {
    constexpr double kListed = 0.5;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const HtmlBlock& block = blocks[i];
      sums_[i + 1] = sums_[i];
      if (block.is_prose() && !block.furniture) {
        sums_[i + 1].prose += block.letters;
      } else if (is_listed(page, block) && !block.furniture) {
        sums_[i + 1].prose += kListed * block.letters;
      } else if (!block.heading && !block.furniture) {
        sums_[i + 1].clutter += block.letters;
      }
    }
  }

  Mass below(std::uint32_t begin, std::uint32_t end) const {
    const Mass& first = sums_[index(begin)];
    const Mass& last = sums_[index(end)];
    return {last.prose - first.prose, last.clutter - first.clutter};
  }

  // The first block whose text begins at `node` or behind it.
  std::size_t index(std::uint32_t node) const {
    const auto found = std::ranges::lower_bound(*blocks_, node, {}, &HtmlBlock::position);
    return static_cast<std::size_t>(found - blocks_->begin());
  }

 private:
  const std::vector<HtmlBlock>* blocks_;
  std::vector<Mass> sums_;
};

// The element whose own paragraphs, and to a smaller part those one level deeper, hold most prose. What stands before
// the headline, or behind a line that leads away from the article, counts less; what the data of the page confirm, more.
std::uint32_t find_seed(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, std::string_view title) {
  constexpr double kAside = 0.3;
  constexpr double kConfirmed = 4;
  std::unordered_map<std::uint32_t, double> scores;
  std::uint32_t best = 0;
  double best_score = 0;
  const auto is_title = [&](const HtmlBlock& block) { return is_headline(block, title); };
  double place = std::ranges::any_of(blocks, is_title) ? kAside : 1;
  for (const HtmlBlock& block : blocks) {
    if (is_title(block)) place = 1;
    if (block.comments || leads_away(block)) place = kAside;
    if (!block.is_prose() || block.furniture) continue;
    std::uint32_t node = block.node;
    double weight = block.confirmed ? kConfirmed : place;
    for (int level = 0; level < 3 && node != 0; ++level) {
      const HtmlTag tag = page.nodes()[node].tag;
      if (level > 0 || (tag != HtmlTag::paragraph && tag != HtmlTag::list_item)) {
        double& score = scores[node];
        score += weight * block.letters;
        if (score > best_score) {
          best_score = score;
          best = node;
        }
        weight *= 0.6;
      }
      node = page.nodes()[node].parent;
    }
  }
  return best;
}

// From the seed upwards: a parent is taken when what it adds is mostly prose and not a small remainder of
// other things.
std::uint32_t grow(const HtmlPage& page, const Masses& masses, std::uint32_t seed) {
  std::uint32_t container = seed;
  Mass mass = masses.below(seed, page.nodes()[seed].end);
  for (std::uint32_t node = seed; node != 0;) {
    node = page.nodes()[node].parent;
    if (page.nodes()[node].tag == HtmlTag::body) break;
    const Mass here = masses.below(node, page.nodes()[node].end);
    const double prose = here.prose - mass.prose;
    const double clutter = here.clutter - mass.clutter;
    const bool article =
        page.nodes()[node].tag == HtmlTag::article || page.attribute(node, "itemprop") == "articleBody";
    const double least = article ? 0.02 : 0.15;
    // Where most of the prose is still outside, articles are cut into parts, with lists between them.
    const double most_clutter = prose >= mass.prose ? 1 : 0.5;
    if (prose >= least * mass.prose && clutter <= most_clutter * prose) {
      container = node;
      mass = here;
    }
  }
  return container;
}

}  // namespace

bool is_listed(const HtmlPage& page, const HtmlBlock& block) {
  const std::string_view name = page.name(block.node);
  return block.linked == 0 && (name == "li" || name == "td" || name == "th" || name == "dd" || name == "dt");
}

bool is_headline(const HtmlBlock& block, std::string_view title) {
  return !title.empty() && block.folded == title;
}

std::optional<BodyContainer> find_container(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                                            std::string_view title) {
  const Masses masses(page, blocks);
  const std::uint32_t seed = find_seed(page, blocks, title);
  const bool any_prose = std::ranges::any_of(blocks, &HtmlBlock::is_prose);
  if (page.nodes().empty() || (seed == 0 && !any_prose)) return std::nullopt;
  const std::uint32_t container = grow(page, masses, seed);
  const std::size_t own = masses.index(seed);
  return BodyContainer{masses.index(container), masses.index(page.nodes()[container].end),
                       own < blocks.size() && blocks[own].comments};
}

}  // namespace sahafa
