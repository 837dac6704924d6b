#include "ingest/html_body.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "ingest/fields.h"
#include "ingest/html_container.h"
#include "ingest/html_cues.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

constexpr std::uint32_t kShortestStandfirst = 50;  // characters
constexpr std::uint32_t kLongHeading = 100;        // characters; a standfirst that is marked as a heading

// Copies blocks into text, leaving out what is around the article.
class BodyWriter {
 public:
  BodyWriter(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, const BodyHints& hints)
      : page_(&page),
        blocks_(&blocks),
        title_(fold(hints.title)),
        description_(beginning(fold(trim(hints.description)))) {}

  // Where the text itself stands in an element that is called so, as in the commentary of a match.
  void take_comments() { comments_are_text_ = true; }

  // Blocks [begin, end); `first` of them, before the container, must read like a standfirst.
  std::string write(std::size_t first, std::size_t begin, std::size_t end) {
    const std::size_t middle = middle_of_prose(begin, end);
    for (std::size_t i = first; i < end; ++i) {
      const HtmlBlock& block = (*blocks_)[i];
      if (begins_another_article(block) || (i > middle && asks_to_subscribe(block))) break;
      if (i > middle && leads_away(block)) away_ = true;
      if (i < begin ? is_standfirst(block) : keeps(block) && !is_away(block) && !announces_links(i))
        kept_.push_back(&block);
    }
    drop_tail();
    std::string text;
    for (const HtmlBlock* block : kept_) {
      if (!text.empty()) text += '\n';
      text += block->text;
    }
    return without_head(text);
  }

 private:
  // Pages without headings have the title as first line of the text, and the day behind it.
  std::string without_head(std::string_view text) const {
    const std::size_t end = text.find('\n');
    if (title_.empty() || end == std::string_view::npos || fold(trim(text.substr(0, end))) != title_)
      return std::string(text);
    text.remove_prefix(end + 1);
    const std::string_view second = text.substr(0, text.find('\n'));
    HtmlBlock line{.text = std::string(second)};
    line.letters = static_cast<std::uint32_t>(count_code_points(second));
    if (second.size() < text.size() && is_dateline(line)) text.remove_prefix(second.size() + 1);
    return std::string(text);
  }

  // The block behind which less than half of the prose of [begin, end) stands: an article can name others, but not
  // before its own text.
  std::size_t middle_of_prose(std::size_t begin, std::size_t end) const {
    const auto prose = [&](std::size_t i) {
      const HtmlBlock& block = (*blocks_)[i];
      return block.is_prose() && !block.furniture ? block.letters : 0;
    };
    std::uint64_t behind = 0;
    std::uint64_t all = 0;
    for (std::size_t i = begin; i < end; ++i) all += prose(i);
    std::size_t middle = end;
    while (middle > begin && behind * 2 < all) behind += prose(--middle);
    return middle;
  }

  // Enough of a description to know it again: pages cut it off.
  static std::string beginning(std::string description) {
    constexpr std::size_t kEnough = 60;  // bytes
    if (description.size() < kEnough) return {};
    description.resize(description.find_last_of(' ', kEnough));
    return description;
  }

  bool begins_as_described(const HtmlBlock& block) const {
    if (description_.empty()) return false;
    return block.folded.empty() ? fold(block.text).starts_with(description_)
                                : block.folded.starts_with(description_);
  }

  bool is_standfirst(const HtmlBlock& block) const {
    if (block.main_heading || block.letters < kShortestStandfirst || block.linked * 4 > block.letters)
      return false;
    if (begins_as_described(block)) return !repeats_title(block);
    const bool reads_so =
        block.heading ? block.letters >= kLongHeading : block.marks > 0 || block.ends_sentence;
    return (!block.furniture || block.standfirst) && reads_so && !is_cue_line(block) && !repeats_title(block);
  }

  // Pages that load the next article when the reader comes to the end of one.
  bool begins_another_article(const HtmlBlock& block) const {
    constexpr std::uint32_t kShortestHeadline = 15;  // characters
    return block.main_heading && !kept_.empty() && kept_.back()->is_prose() &&
           block.letters >= kShortestHeadline && !repeats_title(block) &&
           (article_of(block.node) != article_of(kept_.back()->node) || is_made_like_headline(block));
  }

  // Stands in another element than the headline, but in one of the same kind: sections of a text that have main headings
  // of their own stand together.
  bool is_made_like_headline(const HtmlBlock& block) const {
    const auto headline = std::ranges::find_if(
        *blocks_, [&](const HtmlBlock& other) { return other.main_heading && repeats_title(other); });
    if (headline == blocks_->end()) return false;
    const std::uint32_t own = page_->nodes()[headline->node].parent;
    const std::uint32_t other = page_->nodes()[block.node].parent;
    return own != other && page_->name(own) == page_->name(other) &&
           !page_->attribute(own, "class").empty() &&
           page_->attribute(own, "class") == page_->attribute(other, "class");
  }

  // "Notre dossier :", where what follows is dropped because it leads to other pages.
  bool announces_links(std::size_t i) const {
    constexpr std::uint32_t kLongest = 80;  // characters
    const HtmlBlock& block = (*blocks_)[i];
    if (block.letters > kLongest || !block.text.ends_with(':') || i + 1 >= blocks_->size()) return false;
    const HtmlBlock& next = (*blocks_)[i + 1];
    return next.furniture || next.linked * 4 > next.letters * 3;
  }

  // The article element around a node; 0 where none is.
  std::uint32_t article_of(std::uint32_t node) const {
    while (node != 0 && page_->nodes()[node].tag != HtmlTag::article) node = page_->nodes()[node].parent;
    return node;
  }

  bool keeps(const HtmlBlock& block) {
    if (block.furniture || (block.comments && !comments_are_text_)) return false;
    if (block.main_heading || is_cue_line(block) || is_reading_time(block) || repeats_title(block) ||
        is_dateline(block))
      return false;
    if (block.is_prose()) return true;
    const HtmlTag tag = page_->nodes()[block.node].tag;
    if (block.linked * 2 > block.letters) return tag == HtmlTag::paragraph && links_inside_sentence(block);
    if (block.heading || tag == HtmlTag::quote || tag == HtmlTag::paragraph || is_listed(*page_, block))
      return true;
    if (tag == HtmlTag::list_item || tag == HtmlTag::table_part) return block.linked * 4 <= block.letters;
    return (block.ends_sentence && block.letters > 20) || stands_in_text(block);
  }

  // A sentence that begins before its link: lines that lead to other pages are links from the beginning, or
  // from a colon.
  static bool links_inside_sentence(const HtmlBlock& block) {
    constexpr std::uint32_t kShortestSentence = 80;
    constexpr std::uint32_t kShortestBeginning = 25;
    return block.ends_sentence && block.letters >= kShortestSentence &&
           block.letters - block.linked >= kShortestBeginning &&
           block.text.substr(0, kShortestBeginning * 2).find(':') == std::string::npos;
  }

  // A line between two breaks of a text without paragraphs: a heading of its own making.
  bool stands_in_text(const HtmlBlock& block) const {
    return block.linked == 0 && !kept_.empty() && kept_.back()->node == block.node &&
           kept_.back()->is_prose();
  }

  // Behind a line that leads to other articles only paragraphs count that stand where those before it stood.
  bool is_away(const HtmlBlock& block) {
    if (!away_) return false;
    away_ = !(block.is_prose() && home(block) == main_home());
    return away_;
  }

  // The element in which the paragraphs around a block stand.
  std::uint32_t home(const HtmlBlock& block) const {
    const HtmlNode& node = page_->nodes()[block.node];
    const bool inside = node.tag == HtmlTag::paragraph || node.tag == HtmlTag::list_item ||
                        node.tag == HtmlTag::quote || block.heading;
    return inside ? node.parent : block.node;
  }

  std::uint32_t main_home() const {
    std::unordered_map<std::uint32_t, std::uint32_t> letters;
    std::uint32_t best = 0;
    for (const HtmlBlock* block : kept_) {
      const std::uint32_t place = home(*block);
      if (block->is_prose() && (letters[place] += block->letters) > letters[best]) best = place;
    }
    return best;
  }

  bool repeats_title(const HtmlBlock& block) const { return is_headline(block, title_); }

  // Headings after the last paragraph lead to other pages, and so do short lines that are no paragraphs.
  void drop_tail() {
    while (!kept_.empty() && !kept_.back()->is_prose() &&
           (kept_.back()->heading || (!kept_.back()->ends_sentence && !in_paragraph(*kept_.back()))))
      kept_.pop_back();
  }

  bool in_paragraph(const HtmlBlock& block) const {
    const HtmlTag tag = page_->nodes()[block.node].tag;
    return tag == HtmlTag::paragraph || tag == HtmlTag::list_item || tag == HtmlTag::quote;
  }

  const HtmlPage* page_;
  const std::vector<HtmlBlock>* blocks_;
  std::string title_;
  std::string description_;  // how the standfirst begins, or empty
  std::vector<const HtmlBlock*> kept_;
  bool away_ = false;
  bool comments_are_text_ = false;
};

// The block behind the last main heading before the container, or the container's own first block.
std::size_t begin_of_standfirst(const std::vector<HtmlBlock>& blocks, std::size_t begin,
                                std::string_view title) {
  constexpr std::size_t kFarthest = 12;  // blocks between a headline and its text
  const std::string folded = fold(title);
  for (std::size_t i = begin; i > 0 && begin - i < kFarthest; --i) {
    const HtmlBlock& block = blocks[i - 1];
    if (block.main_heading || is_headline(block, folded)) return i;
  }
  return begin;
}

}  // namespace

std::string extract_body(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, const BodyHints& hints) {
  const std::optional<BodyContainer> container = find_container(page, blocks, fold(hints.title));
  if (!container) return {};
  BodyWriter writer(page, blocks, hints);
  if (container->comments) writer.take_comments();
  return writer.write(begin_of_standfirst(blocks, container->begin, hints.title), container->begin,
                      container->end);
}

}  // namespace sahafa
