#include "ingest/feed_document.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>

#include "ingest/fields.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20;  // a tree is ten times its file

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view name_of(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view();
}

std::string_view prefix_of(const xmlNode* node) {
  return node->ns == nullptr ? std::string_view() : view(node->ns->prefix);
}

std::string_view attribute(const xmlNode* node, std::string_view name) {
  for (const xmlAttr* a = node->properties; a != nullptr; a = a->next)
    if (view(a->name) == name && a->children != nullptr) return view(a->children->content);
  return {};
}

// The node behind `node` in document order, below `root`.
const xmlNode* next_node(const xmlNode* node, const xmlNode* root) {
  if (node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

// All text below; of <content type="xhtml"> the paragraphs are gone with their tags, so each is set apart.
std::string text_of(const xmlNode* root) {
  std::string text;
  for (const xmlNode* node = root; node != nullptr; node = next_node(node, root)) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) text += view(node->content);
    const std::string_view name = name_of(node);
    if (node != root && (name == "p" || name == "br" || name == "li" || name == "div" || name == "h2"))
      text += "<p>";
  }
  return std::string(trim(text));
}

void set(std::string& member, std::string value) {
  if (member.empty()) member = std::move(value);
}

void add_author(FeedEntry& entry, std::string name) {
  // RSS 2.0 wants an address: redaction@exemple.ma (Samira Exemple)
  if (const std::size_t open = name.find(" ("); name.find('@') < open && open != std::string::npos)
    name = name.substr(open + 2, name.find(')', open) - open - 2);
  if (!name.empty()) entry.authors.append(entry.authors.empty() ? "" : "; ").append(name);
}

std::string person_of(const xmlNode* author) {
  for (const xmlNode* child = author->children; child != nullptr; child = child->next)
    if (name_of(child) == "name") return text_of(child);
  return text_of(author);
}

std::string link_of(const xmlNode* link) {
  const std::string_view rel = attribute(link, "rel");
  if (!rel.empty() && rel != "alternate") return {};
  const std::string_view href = attribute(link, "href");
  return href.empty() ? text_of(link) : std::string(href);
}

// RSS gives the name itself, Atom the head of the other feed.
std::string source_of(const xmlNode* source) {
  for (const xmlNode* child = source->children; child != nullptr; child = child->next)
    if (name_of(child) == "title") return text_of(child);
  return text_of(source);
}

void take_child(const xmlNode* child, FeedEntry& entry) {
  const std::string_view name = name_of(child);
  const std::string_view prefix = prefix_of(child);
  if (prefix == "media" || prefix == "itunes" || prefix == "georss") return;
  if (name == "title") set(entry.title, text_of(child));
  if (name == "link") set(entry.url, link_of(child));
  if (name == "guid" || name == "id") set(entry.id, text_of(child));
  if (name == "creator" || name == "author") add_author(entry, person_of(child));
  if (name == "language") set(entry.lang, text_of(child));
  if (name == "source") set(entry.source, source_of(child));
  if (name == "encoded" || name == "content") set(entry.content, text_of(child));
  if (name == "description" || name == "summary") set(entry.summary, text_of(child));
  if (name == "pubDate" || name == "date" || name == "published" || name == "issued")
    entry.date = text_of(child);
  if (name == "updated" || name == "modified") set(entry.date, text_of(child));
}

FeedEntry read_entry(const xmlNode* node) {
  FeedEntry entry;
  entry.lang = attribute(node, "lang");
  for (const xmlNode* child = node->children; child != nullptr; child = child->next)
    if (child->type == XML_ELEMENT_NODE) take_child(child, entry);
  if (entry.url.empty()) entry.url = attribute(node, "about");
  if (entry.url.empty() && entry.id.starts_with("http")) entry.url = entry.id;
  return entry;
}

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
struct FreeContext {
  void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

}  // namespace

Feed read_feed_document(std::string_view xml) {
  static const bool initialised = (xmlInitParser(), true);  // once, before threads call
  Feed feed;
  feed.complete = xml.size() <= kMostBytes;
  xml = xml.substr(0, initialised ? kMostBytes : 0);
  const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
  if (!context) return feed;
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      xmlCtxtReadMemory(context.get(), xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8",
                        XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                            XML_PARSE_NOCDATA | XML_PARSE_COMPACT));
  feed.complete = feed.complete && context->wellFormed != 0;
  const xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return feed;
  feed.lang = attribute(root, "lang");
  for (const xmlNode* node = root; node != nullptr; node = next_node(node, root)) {
    const std::string_view name = name_of(node);
    if (name == "item" || name == "entry") feed.entries.push_back(read_entry(node));
    const std::string_view parent = node == root ? std::string_view() : name_of(node->parent);
    if (parent != "channel" && parent != "feed") continue;
    if (name == "title") set(feed.title, text_of(node));
    if (name == "language") set(feed.lang, text_of(node));
  }
  return feed;
}

}  // namespace sahafa
