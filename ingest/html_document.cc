#include "ingest/html_document.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "ingest/html_scripts.h"

namespace sahafa {
namespace {

// No article page is larger; a tree is ten times its page.
constexpr std::size_t kMostBytes = std::size_t{64} << 20;

struct TagNames {
  HtmlTag tag;
  std::string_view names;  // separated by blanks
};

constexpr std::array<TagNames, 15> kTagNames{{
    {HtmlTag::inline_element,
     "span b i em strong font abbr acronym cite code sub sup small u mark q label ins del s strike wbr bdi "
     "bdo big tt kbd "
     "var dfn img data nobr"},
    {HtmlTag::link, "a"},
    {HtmlTag::line_break, "br"},
    {HtmlTag::paragraph, "p"},
    {HtmlTag::heading1, "h1"},
    {HtmlTag::heading, "h2 h3 h4 h5 h6"},
    {HtmlTag::list_item, "li dd dt"},
    {HtmlTag::quote, "blockquote"},
    {HtmlTag::article, "article"},
    {HtmlTag::table_part, "table tbody thead tr"},
    {HtmlTag::furniture,
     "nav aside footer button select textarea input figure figcaption menu dialog audio video iframe object "
     "embed canvas "
     "map fieldset caption "
     "amp-ad amp-sticky-ad amp-auto-ads amp-embed amp-sidebar amp-social-share amp-list amp-iframe amp-video "
     "amp-carousel"},
    {HtmlTag::hidden, "script style template noscript svg math head"},
    {HtmlTag::title, "title"},
    {HtmlTag::time, "time"},
    {HtmlTag::body, "body html"},
}};

using Tags = std::unordered_map<std::string_view, HtmlTag>;

const Tags& tags() {
  static const Tags table = [] {
    Tags result;
    for (const auto& [tag, names] : kTagNames) {
      for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find(' ', at), names.size());
        result.emplace(names.substr(at, end - at), tag);
        at = end + 1;
      }
    }
    return result;
  }();
  return table;
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

HtmlTag tag_of(const xmlNode* node) {
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) return HtmlTag::text;
  if (node->type != XML_ELEMENT_NODE) return HtmlTag::hidden;
  const auto found = tags().find(view(node->name));
  return found == tags().end() ? HtmlTag::block : found->second;
}

xmlDoc* parse(std::string_view html) {
  static const bool initialised = (xmlInitParser(), true);  // once, before threads call
  const std::string markup = without_scripts(html.substr(0, initialised ? kMostBytes : 0));
  return htmlReadMemory(
      markup.data(), static_cast<int>(markup.size()), nullptr, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT);
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

}  // namespace

void HtmlPage::Free::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

HtmlPage::HtmlPage(std::string_view html) : document_(parse(html)) {
  const xmlNode* root = document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
  if (root != nullptr) flatten(root);
}

void HtmlPage::flatten(const _xmlNode* root) {
  const xmlNode* node = root;
  std::uint32_t parent = 0;
  while (node != nullptr) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    const HtmlTag tag = tag_of(node);
    nodes_.push_back(
        {tag, parent, index + 1, tag == HtmlTag::text ? view(node->content) : std::string_view(), node});
    if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
      parent = index;
      node = node->children;
      continue;
    }
    while (node != root && node->next == nullptr) {
      node = node->parent;
      nodes_[parent].end = static_cast<std::uint32_t>(nodes_.size());
      parent = nodes_[parent].parent;
    }
    node = node == root ? nullptr : node->next;
  }
}

std::string_view HtmlPage::name(std::uint32_t node) const {
  const xmlNode* element = nodes_[node].element;
  return element->type == XML_ELEMENT_NODE ? view(element->name) : std::string_view();
}

const xmlAttr* HtmlPage::find_attribute(std::uint32_t node, const char* name) const {
  const xmlNode* element = nodes_[node].element;
  if (element->type != XML_ELEMENT_NODE) return nullptr;
  for (const xmlAttr* attribute = element->properties; attribute != nullptr; attribute = attribute->next)
    if (view(attribute->name) == name) return attribute;
  return nullptr;
}

bool HtmlPage::has_attribute(std::uint32_t node, const char* name) const {
  return find_attribute(node, name) != nullptr;
}

std::string_view HtmlPage::attribute(std::uint32_t node, const char* name) const {
  const xmlAttr* attribute = find_attribute(node, name);
  return attribute == nullptr || attribute->children == nullptr ? std::string_view()
                                                                : view(attribute->children->content);
}

std::string HtmlPage::text(std::uint32_t node) const {
  std::string out;
  for (std::uint32_t i = node; i < nodes_[node].end;) {
    const HtmlNode& current = nodes_[i];
    if (current.tag == HtmlTag::hidden && i != node) {
      i = current.end;
      continue;
    }
    const bool runs_on = current.tag == HtmlTag::text || current.tag == HtmlTag::inline_element ||
                         current.tag == HtmlTag::link;
    append_collapsed(out, runs_on ? current.text : std::string_view(" "));
    ++i;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string HtmlPage::raw_text(std::uint32_t node) const {
  std::string out;
  for (std::uint32_t i = node; i < nodes_[node].end; ++i) out += nodes_[i].text;
  return out;
}

void append_collapsed(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && !is_space(text[at])) ++at;
    out.append(text, begin, at - begin);
  }
}

}  // namespace sahafa
