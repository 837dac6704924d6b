#include "ingest/html_blocks.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "ingest/html_teasers.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

// Letters of text below every node, scripts left out: as prefix sums over the nodes.
std::vector<std::uint32_t> text_sums(const HtmlPage& page) {
  std::vector<std::uint32_t> sums(page.nodes().size() + 1);
  std::uint32_t hidden_until = 0;
  for (std::uint32_t i = 0; i < page.nodes().size(); ++i) {
    const HtmlNode& node = page.nodes()[i];
    if (node.tag == HtmlTag::hidden) hidden_until = std::max(hidden_until, node.end);
    sums[i + 1] = sums[i] + (i < hidden_until ? 0 : static_cast<std::uint32_t>(node.text.size()));
  }
  return sums;
}

bool is_inline(HtmlTag tag) {
  return tag == HtmlTag::text || tag == HtmlTag::inline_element || tag == HtmlTag::link ||
         tag == HtmlTag::line_break || tag == HtmlTag::time;
}

// Nothing but spaces, also those that do not break and those without width.
bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode_utf8(text, at);
    if (c != U' ' && c != U'\n' && c != 0xA0 && c != 0xAD && !(c >= 0x2000 && c <= 0x200F) && c != 0x202F &&
        c != 0xFEFF)
      return false;
  }
  return true;
}

class BlockMaker {
 public:
  // What the names of an element promise is looked at where they have `believed`.
  BlockMaker(const HtmlPage& page, std::span<const std::uint16_t> names, std::uint16_t believed)
      : page_(&page), names_(names), believed_(believed), sums_(text_sums(page)) {}

  std::vector<HtmlBlock> make() {
    const std::span<const HtmlNode> nodes = page_->nodes();
    for (std::uint32_t i = 0; i < nodes.size();) {
      close_until(i);
      const HtmlNode& node = nodes[i];
      if (node.tag == HtmlTag::hidden || (names_[i] & kNamesDropped) != 0 ||
          ((names_[i] & kNamesHidden) != 0 && !holds_part(i, 3))) {
        i = node.end;
        continue;
      }
      if (node.tag == HtmlTag::text) {
        if (!open_.empty() && open_.back().lines) {
          add_lines(i, node.text);
        } else {
          add_text(i, node.text);
        }
      } else if (node.tag == HtmlTag::line_break) {
        break_line();
      } else {
        open(i);
      }
      ++i;
    }
    flush();
    return std::move(blocks_);
  }

 private:
  struct Open {
    std::uint32_t node;
    std::uint32_t end;
    bool block;
    bool furniture;
    bool link;
    bool lines;  // line ends of the text count, as in pre
  };

  // Class names lie about whole pages (body class="has-sidebar"): what holds two fifths of the text is no
  // furniture.
  bool holds_most(std::uint32_t node) const {
    return std::uint64_t{letters_below(node)} * 5 >= std::uint64_t{sums_.back()} * 4;
  }

  // Pages that are saved while a dialog is open hide everything else.
  bool holds_part(std::uint32_t node, std::uint32_t part) const {
    return std::uint64_t{letters_below(node)} * part >= std::uint64_t{sums_.back()};
  }

  std::uint32_t letters_below(std::uint32_t node) const {
    return sums_[page_->nodes()[node].end] - sums_[node];
  }

  void open(std::uint32_t i) {
    const HtmlNode& node = page_->nodes()[i];
    const bool inherited = !open_.empty() && open_.back().furniture;
    const bool link = node.tag == HtmlTag::link || (!open_.empty() && open_.back().link);
    const bool block = !is_inline(node.tag);
    bool furniture = inherited;
    if (!furniture && !holds_most(i)) {
      const bool promised = (names_[i] & believed_) != 0;
      const bool content = (names_[i] & kNamesContent) != 0;
      const bool entry = (names_[i] & kNamesEntry) != 0;
      furniture = node.tag == HtmlTag::furniture || (promised && !entry && !(content && block && is_long(i)));
    }
    if (block) flush();
    const bool lines = page_->name(i) == "pre" || (!open_.empty() && open_.back().lines);
    open_.push_back({i, node.end, block, furniture, link, lines});
  }

  bool is_long(std::uint32_t node) const {
    constexpr std::uint32_t kLong = 1000;
    return letters_below(node) > kLong;
  }

  void close_until(std::uint32_t i) {
    while (!open_.empty() && open_.back().end <= i) {
      if (open_.back().block) flush();
      open_.pop_back();
    }
  }

  void add_lines(std::uint32_t i, std::string_view text) {
    for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
      add_text(i, text.substr(0, end));
      break_line();
      text.remove_prefix(end + 1);
    }
    add_text(i, text);
  }

  void add_text(std::uint32_t i, std::string_view text) {
    if (current_.text.empty()) current_.position = i;
    const std::size_t before = current_.text.size();
    append_collapsed(current_.text, text);
    const auto added =
        static_cast<std::uint32_t>(count_code_points(std::string_view(current_.text).substr(before)));
    current_.letters += added;
    if (!open_.empty() && open_.back().link) current_.linked += added;
    if (!open_.empty() && open_.back().furniture) furniture_letters_ += added;
  }

  void break_line() {
    while (!current_.text.empty() && current_.text.back() == ' ') current_.text.pop_back();
    if (current_.text.empty()) return;
    if (current_.text.back() == '\n') {
      flush();
    } else {
      current_.text += '\n';
    }
  }

  void flush() {
    while (!current_.text.empty() && (current_.text.back() == ' ' || current_.text.back() == '\n'))
      current_.text.pop_back();
    if (!is_blank(current_.text)) finish_block();
    current_ = {};
    furniture_letters_ = 0;
  }

  void finish_block() {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
      if (!open->block) continue;
      const HtmlTag tag = page_->nodes()[open->node].tag;
      current_.node = open->node;
      current_.main_heading = tag == HtmlTag::heading1;
      current_.heading = tag == HtmlTag::heading || current_.main_heading;
      break;
    }
    current_.furniture = furniture_letters_ * 2 > current_.letters;
    current_.standfirst = in_standfirst();
    current_.comments = std::ranges::any_of(
        open_, [&](const Open& open) { return (names_[open.node] & kNamesComments) != 0; });
    count_marks();
    constexpr std::uint32_t kShort = 400;  // characters
    if (current_.letters <= kShort) current_.folded = fold(current_.text);
    blocks_.push_back(std::move(current_));
  }

  bool in_standfirst() const {
    constexpr std::ptrdiff_t kLevels = 3;
    const auto inner = open_.end() - std::min<std::ptrdiff_t>(kLevels, std::ssize(open_));
    return std::any_of(inner, open_.end(),
                       [&](const Open& open) { return (names_[open.node] & kNamesStandfirst) != 0; });
  }

  void count_marks() {
    constexpr std::u32string_view kInside = U",;،؛";
    constexpr std::u32string_view kEnds = U".!?؟…۔»”\"“。";
    char32_t last = U' ';
    for (std::size_t at = 0; at < current_.text.size();) {
      const char32_t c = decode_utf8(current_.text, at);
      const bool space = c == U' ' || c == U'\n';
      const bool closes = space && kEnds.find(last) != std::u32string_view::npos;
      if (closes || kInside.find(c) != std::u32string_view::npos) ++current_.marks;
      last = c;
    }
    current_.ends_sentence = kEnds.find(last) != std::u32string_view::npos || last == U':';
    if (current_.ends_sentence) ++current_.marks;
  }

  const HtmlPage* page_;
  std::span<const std::uint16_t> names_;
  std::uint16_t believed_;
  std::vector<std::uint32_t> sums_;
  std::vector<Open> open_;
  std::vector<HtmlBlock> blocks_;
  HtmlBlock current_;
  std::uint32_t furniture_letters_ = 0;
};

// The element in which the paragraphs around a block stand.
std::uint32_t home_of(const HtmlPage& page, const HtmlBlock& block) {
  const HtmlNode& node = page.nodes()[block.node];
  return node.tag == HtmlTag::paragraph ? node.parent : block.node;
}

// True if most of the prose is furniture by name, or twice as much of it stands together as of any other.
bool names_hide_article(const HtmlPage& page, const std::vector<HtmlBlock>& blocks) {
  std::unordered_map<std::uint32_t, std::uint64_t> homes;
  std::uint64_t prose = 0;
  std::uint64_t furniture = 0;
  std::uint64_t largest_prose = 0;
  std::uint64_t largest_furniture = 0;
  for (const HtmlBlock& block : blocks) {
    if (!block.is_prose()) continue;
    (block.furniture ? furniture : prose) += block.letters;
    std::uint64_t& home = homes[home_of(page, block)] += block.letters;
    std::uint64_t& largest = block.furniture ? largest_furniture : largest_prose;
    if (!block.furniture || !block.comments) largest = std::max(largest, home);
  }
  return prose * 3 < furniture || largest_prose * 2 < largest_furniture;
}

}  // namespace

bool HtmlBlock::is_prose() const {
  constexpr std::uint32_t kShort = 60;
  constexpr std::uint32_t kLong = 160;
  constexpr std::uint32_t kFewMarks = 2;
  if (heading && (letters < kLong || marks < kFewMarks)) return false;
  if (linked * (letters >= kLong * 2 ? 2 : 3) > letters) return false;
  return letters >= kLong || (letters >= kShort && marks > 0 && (ends_sentence || marks > 1));
}

std::vector<HtmlBlock> make_blocks(const HtmlPage& page, std::span<const std::uint16_t> names) {
  std::vector<HtmlBlock> blocks = BlockMaker(page, names, kNamesFurniture).make();
  // Themes name whole columns "widget" or "menu-under": where names would take the article away, only those count
  // that are never used so.
  if (names_hide_article(page, blocks)) blocks = BlockMaker(page, names, kNamesCertain).make();
  mark_teasers(page, blocks);
  return blocks;
}

std::vector<HtmlBlock> make_blocks(const HtmlPage& page) { return make_blocks(page, names_of_nodes(page)); }

std::vector<HtmlBlock> cut_blocks(const HtmlPage& page, std::span<const std::uint16_t> names) {
  return BlockMaker(page, names, 0).make();
}

void confirm_blocks(std::vector<HtmlBlock>& blocks, std::string_view article_body) {
  constexpr std::size_t kEnough = 48;  // bytes of the beginning of a block
  for (HtmlBlock& block : blocks) {
    if (block.text.size() < kEnough || block.heading) continue;
    if (article_body.find(std::string_view(block.text).substr(0, kEnough)) == std::string_view::npos)
      continue;
    block.confirmed = true;
    block.furniture = false;
  }
}

}  // namespace sahafa
