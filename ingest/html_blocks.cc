#include "ingest/html_blocks.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <numeric>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "text/utf8.h"

namespace sahafa {
namespace {

// Words in class names, ids and roles that say what a part of a page is for. Whole words: "comments-area" has
// "comments", "commentary" has not.
const std::unordered_set<std::string_view>& furniture_words() {
  static const std::unordered_set<std::string_view> words{"ad",
                                                          "ads",
                                                          "advert",
                                                          "advertisement",
                                                          "advertising",
                                                          "banner",
                                                          "biography",
                                                          "bio",
                                                          "breadcrumb",
                                                          "breadcrumbs",
                                                          "byline",
                                                          "caption",
                                                          "captions",
                                                          "comment",
                                                          "commentlist",
                                                          "comments",
                                                          "contentinfo",
                                                          "cookie",
                                                          "cookies",
                                                          "copyright",
                                                          "credit",
                                                          "credits",
                                                          "disclaimer",
                                                          "disqus",
                                                          "dropdown",
                                                          "footer",
                                                          "fineprint",
                                                          "follow",
                                                          "legende",
                                                          "login",
                                                          "masthead",
                                                          "menu",
                                                          "metadata",
                                                          "modal",
                                                          "mostread",
                                                          "nav",
                                                          "navbar",
                                                          "navigation",
                                                          "newsletter",
                                                          "outbrain",
                                                          "pager",
                                                          "pagination",
                                                          "paywall",
                                                          "popup",
                                                          "popular",
                                                          "promo",
                                                          "promoted",
                                                          "publicite",
                                                          "rating",
                                                          "read-also",
                                                          "recommended",
                                                          "recommendations",
                                                          "related",
                                                          "replies",
                                                          "reply",
                                                          "respond",
                                                          "search",
                                                          "share",
                                                          "sharedaddy",
                                                          "sharing",
                                                          "sidebar",
                                                          "signup",
                                                          "similar",
                                                          "skip",
                                                          "social",
                                                          "sponsor",
                                                          "sponsored",
                                                          "subscribe",
                                                          "subscription",
                                                          "taboola",
                                                          "tag",
                                                          "tags",
                                                          "teaser",
                                                          "teasers",
                                                          "toolbar",
                                                          "tooltip",
                                                          "trending",
                                                          "tweet",
                                                          "addtoany",
                                                          "relatedposts",
                                                          "jp-relatedposts",
                                                          "toc",
                                                          "postmeta",
                                                          "entry-meta",
                                                          "partage",
                                                          "legend",
                                                          "abonnement",
                                                          "inscription",
                                                          "hidden"};
  return words;
}

// Words of the parts that hold an article: their owner is never furniture, whatever else its class says.
const std::unordered_set<std::string_view>& content_words() {
  static const std::unordered_set<std::string_view> words{
      "article", "articlebody", "body",       "chapo", "content", "entry", "main", "post",    "story",
      "texte",   "text",        "standfirst", "lead",  "chapeau", "intro", "page", "wrapper", "container"};
  return words;
}

// Calls `visit` with each word of a class list in lower case: cut at what is no letter, and at capitals
// inside (relatedPosts).
template <class Visit>
void visit_words(std::string_view value, const Visit& visit) {
  std::string word;
  char previous = ' ';
  const auto flush = [&] {
    if (!word.empty()) visit(word);
    word.clear();
  };
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalpha(byte) == 0 ||
        (std::isupper(byte) != 0 && std::islower(static_cast<unsigned char>(previous)) != 0))
      flush();
    if (std::isalpha(byte) != 0) word += static_cast<char>(std::tolower(byte));
    previous = c;
  }
  flush();
}

struct Promise {
  bool furniture = false;
  bool content = false;
};

Promise promise_of(const HtmlPage& page, std::uint32_t node) {
  Promise promise;
  for (const char* attribute : {"class", "id", "role", "itemprop", "data-component", "data-testid"}) {
    visit_words(page.attribute(node, attribute), [&](const std::string& word) {
      promise.furniture = promise.furniture || furniture_words().contains(word);
      promise.content = promise.content || content_words().contains(word);
    });
  }
  return promise;
}

bool is_hidden(const HtmlPage& page, std::uint32_t node) {
  const std::string_view style = page.attribute(node, "style");
  const std::size_t display = style.find("display");
  return page.attribute(node, "aria-hidden") == "true" ||
         (display != std::string_view::npos &&
          style.substr(display, 14).find("none") != std::string_view::npos);
}

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

class BlockMaker {
 public:
  BlockMaker(const HtmlPage& page, bool by_name) : page_(&page), by_name_(by_name), sums_(text_sums(page)) {}

  std::vector<HtmlBlock> make() {
    const std::span<const HtmlNode> nodes = page_->nodes();
    for (std::uint32_t i = 0; i < nodes.size();) {
      close_until(i);
      const HtmlNode& node = nodes[i];
      if (node.tag == HtmlTag::hidden ||
          (node.tag != HtmlTag::text && is_hidden(*page_, i) && !holds_most(i))) {
        i = node.end;
        continue;
      }
      if (node.tag == HtmlTag::text) {
        if (current_.text.empty()) current_.position = i;
        add_text(node.text);
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
  };

  // Class names lie about whole pages (body class="has-sidebar"): what holds two fifths of the text is no
  // furniture.
  bool holds_most(std::uint32_t node) const {
    const std::uint32_t here = sums_[page_->nodes()[node].end] - sums_[node];
    return std::uint64_t{here} * 5 >= std::uint64_t{sums_.back()} * 4;
  }

  void open(std::uint32_t i) {
    const HtmlNode& node = page_->nodes()[i];
    const bool inherited = !open_.empty() && open_.back().furniture;
    const bool link = node.tag == HtmlTag::link || (!open_.empty() && open_.back().link);
    const bool block = !is_inline(node.tag);
    bool furniture = inherited;
    if (!furniture && !holds_most(i)) {
      const Promise promise = by_name_ ? promise_of(*page_, i) : Promise{};
      furniture =
          node.tag == HtmlTag::furniture || (promise.furniture && !(promise.content && block && is_long(i)));
    }
    if (block) flush();
    open_.push_back({i, node.end, block, furniture, link});
  }

  bool is_long(std::uint32_t node) const {
    constexpr std::uint32_t kLong = 1000;
    return sums_[page_->nodes()[node].end] - sums_[node] > kLong;
  }

  void close_until(std::uint32_t i) {
    while (!open_.empty() && open_.back().end <= i) {
      if (open_.back().block) flush();
      open_.pop_back();
    }
  }

  void add_text(std::string_view text) {
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
    if (!current_.text.empty()) finish_block();
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
    count_marks();
    blocks_.push_back(std::move(current_));
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
  bool by_name_;  // class names may tell furniture
  std::vector<std::uint32_t> sums_;
  std::vector<Open> open_;
  std::vector<HtmlBlock> blocks_;
  HtmlBlock current_;
  std::uint32_t furniture_letters_ = 0;
};

}  // namespace

bool HtmlBlock::is_prose() const {
  constexpr std::uint32_t kShort = 60;
  constexpr std::uint32_t kLong = 160;
  if (heading || linked * 3 > letters) return false;
  return letters >= kLong || (letters >= kShort && marks > 0 && (ends_sentence || marks > 1));
}

std::vector<HtmlBlock> make_blocks(const HtmlPage& page) {
  std::vector<HtmlBlock> blocks = BlockMaker(page, true).make();
  std::uint64_t prose = 0;
  std::uint64_t furniture = 0;
  for (const HtmlBlock& block : blocks)
    if (block.is_prose()) (block.furniture ? furniture : prose) += block.letters;
  // Themes name whole columns "widget" or "menu-under": where names would take most of the prose away, only the tags count.
  return prose * 3 < furniture ? BlockMaker(page, false).make() : std::move(blocks);
}

}  // namespace sahafa
