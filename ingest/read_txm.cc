#include "ingest/read_txm.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "ingest/fields.h"
#include "ingest/record.h"
#include "ingest/xml_tags.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostBroken = 100;  // start tags without end: such a file is no XML

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

// The name of the root element, behind declaration, comments and document type.
std::string_view root_name(std::string_view head) {
  for (head = trim(head); head.starts_with("<?") || head.starts_with("<!");) {
    const std::string_view tag = head.substr(0, head.find('>'));
    const bool subset = tag.starts_with("<!DOCTYPE") && tag.find('[') != std::string_view::npos;
    const std::string_view close = head.starts_with("<!--") ? "-->" : subset ? "]>" : ">";
    const std::size_t end = head.find(close);
    if (end == std::string_view::npos) return {};
    head = trim(head.substr(end + close.size()));
  }
  if (!head.starts_with('<')) return {};
  return head.substr(1, head.find_first_of(" \t\r\n>/", 1) - 1);
}

Document parse(const std::string& xml) {
  constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER;
  return Document(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8", kOptions));
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

// The running text below an element, one line a paragraph.
class TextMaker {
 public:
  explicit TextMaker(const xmlNode* root) : root_(root), preserve_(xmlNodeGetSpacePreserve(root) == 1) {}

  std::string make() {
    for (const xmlNode* node = root_->children; node != nullptr; node = next(node)) enter(*node);
    return std::move(text_);
  }

 private:
  static bool is_block(const xmlNode& node) {
    constexpr std::array<std::string_view, 12> kBlocks{"p",  "head", "div", "ab",   "l",     "lg",
                                                       "lb", "item", "u",   "list", "quote", "titre"};
    return node.type == XML_ELEMENT_NODE && std::ranges::find(kBlocks, view(node.name)) != kBlocks.end();
  }

  // Document order without recursion: the input says how deep it nests.
  const xmlNode* next(const xmlNode* node) {
    if (node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
    leave(*node);
    while (node != root_ && node->next == nullptr) {
      node = node->parent;
      if (node == root_) return nullptr;
      leave(*node);
    }
    return node->next;
  }

  void enter(const xmlNode& node) {
    if (is_block(node)) {
      break_line();
      block_begin_ = text_.size();
    }
    if (node.type != XML_TEXT_NODE && node.type != XML_CDATA_SECTION_NODE) return;
    const std::string_view text = view(node.content);
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (preserve_) {
      if (!(blank && node.parent == root_)) text_ += text;  // only sets the paragraphs apart
    } else {
      append_collapsed(text);
    }
  }

  void leave(const xmlNode& node) {
    if (!is_block(node)) return;
    if (preserve_ && text_.size() == block_begin_ && view(node.name) == "p") text_ += '\n';  // an empty line
    break_line();
  }

  void break_line() {
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
  }

  void append_collapsed(std::string_view text) {
    for (const char c : text) {
      const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      if (!blank) {
        text_ += c;
      } else if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') {
        text_ += ' ';
      }
    }
  }

  const xmlNode* root_;
  bool preserve_;
  std::string text_;
  std::size_t block_begin_ = 0;
};

Article to_article(const xmlNode* root, const ColumnMap& columns) {
  Article article;
  ColumnFiller filler(article, columns);
  for (const xmlAttr* attribute = root->properties; attribute != nullptr; attribute = attribute->next) {
    const std::unique_ptr<xmlChar, void (*)(void*)> value(
        xmlNodeListGetString(root->doc, attribute->children, 1), [](void* text) { xmlFree(text); });
    filler.set(view(attribute->name), view(value.get()));
  }
  article.text = TextMaker(root).make();  // an attribute cannot hold it
  return article;
}

void read_text(const SourceText& source, Span place, const std::string& xml, Intake& out) {
  const std::string where = "byte " + std::to_string(place.begin);
  const Document document = parse(xml);
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) {
    add_issue(out, where, "xml", "the text is no XML that can be parsed or repaired");
    return;
  }
  add_record(source, place, where, "the element holds no text", to_article(root, source.columns), out);
}

}  // namespace

bool TxmReader::accepts(std::string_view, std::string_view head) const {
  const std::string_view root = root_name(head);
  return root == "text" || root == "corpus";
}

void TxmReader::read(const SourceText& source, Intake& out) const {
  const std::string_view text = source.text;
  const bool articles = find_start_tag(text, "article", 0) < find_start_tag(text, "text", 0);
  const std::string_view name = articles ? "article" : "text";
  const std::string close = "</" + std::string(name) + ">";
  std::size_t broken = 0;
  for (std::size_t at = find_start_tag(text, name, 0); at != std::string_view::npos;) {
    const RepairedTag tag = repair_start_tag(text, at);
    const std::size_t end =
        tag.end == std::string_view::npos || tag.is_empty ? tag.end : text.find(close, tag.end);
    if (end == std::string_view::npos) {
      add_issue(out, "byte " + std::to_string(at), "xml",
                "the element <" + std::string(name) + "> does not end; the file may be truncated");
      const bool never_closed = tag.end != std::string_view::npos;  // then no later one is either
      if (never_closed || ++broken == kMostBroken) break;
      at = find_start_tag(text, name, at + 1);
      continue;
    }
    if (!tag.is_empty) {
      const std::string body(text.substr(tag.end, end - tag.end));
      const Span place{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + close.size())};
      read_text(source, place, tag.tag + body + close, out);
    }
    at = find_start_tag(text, name, end);
  }
  if (out.items.empty() && out.issues.empty())
    add_issue(out, "", "xml", "no <text> or <article> with a text", true);
}

}  // namespace sahafa
