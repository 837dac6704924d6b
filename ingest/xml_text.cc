#include "ingest/xml_text.h"

#include <libxml/xmlreader.h>

#include <memory>

namespace sahafa {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 20;

struct FreeReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};
using XmlReader = std::unique_ptr<xmlTextReader, FreeReader>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

XmlReader open(std::string_view xml) {
  static const bool initialised = (xmlInitParser(), true);  // once, before threads call
  xml = xml.substr(0, initialised ? kMostBytes : 0);
  return XmlReader(
      xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER));
}

bool is_text(int type) {
  return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
         type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
}

// White space of the file is a blank, as in a browser.
void append_words(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out += ' ';
    }
  }
}

class TextWalk {
 public:
  explicit TextWalk(const XmlRoles& roles) : roles_(roles) {}

  // True if the element is passed over whole.
  bool enter(std::string_view name, bool empty) {
    const XmlRole role = roles_(name);
    if (role == XmlRole::skipped) return true;
    if (role == XmlRole::line_break) end_line();
    if (role == XmlRole::space) append_words(out_, " ");
    if (holds_text(role) && !empty) ++texts_;
    if (empty) end(role);
    return false;
  }

  void leave(std::string_view name) {
    const XmlRole role = roles_(name);
    if (holds_text(role) && texts_ > 0) --texts_;
    end(role);
  }

  void add(std::string_view text) {
    if (texts_ > 0) append_words(out_, text);
  }

  std::string take() { return std::move(out_); }

 private:
  static bool holds_text(XmlRole role) { return role == XmlRole::text || role == XmlRole::text_paragraph; }

  void end(XmlRole role) {
    if (role == XmlRole::paragraph || role == XmlRole::text_paragraph) end_line();
  }

  void end_line() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }

  const XmlRoles& roles_;
  std::string out_;
  int texts_ = 0;  // open elements that hold text
};

}  // namespace

std::string xml_text(std::string_view xml, const XmlRoles& roles) {
  const XmlReader reader = open(xml);
  TextWalk walk(roles);
  int more = reader ? xmlTextReaderRead(reader.get()) : 0;
  while (more == 1) {
    const int type = xmlTextReaderNodeType(reader.get());
    const std::string_view name = view(xmlTextReaderConstLocalName(reader.get()));
    bool passed = false;
    if (type == XML_READER_TYPE_ELEMENT) {
      passed = walk.enter(name, xmlTextReaderIsEmptyElement(reader.get()) == 1);
    } else if (type == XML_READER_TYPE_END_ELEMENT) {
      walk.leave(name);
    } else if (is_text(type)) {
      walk.add(view(xmlTextReaderConstValue(reader.get())));
    }
    more = passed ? xmlTextReaderNext(reader.get()) : xmlTextReaderRead(reader.get());
  }
  return walk.take();
}

std::string_view XmlElement::attribute(std::string_view attribute_name) const {
  for (const auto& [known, value] : attributes)
    if (known == attribute_name) return value;
  return {};
}

std::vector<XmlElement> xml_elements(std::string_view xml) {
  std::vector<XmlElement> elements;
  const XmlReader reader = open(xml);
  while (reader && xmlTextReaderRead(reader.get()) == 1) {
    const int type = xmlTextReaderNodeType(reader.get());
    if (is_text(type) && !elements.empty())
      elements.back().text += view(xmlTextReaderConstValue(reader.get()));
    if (type != XML_READER_TYPE_ELEMENT) continue;
    XmlElement element{std::string(view(xmlTextReaderConstLocalName(reader.get()))), {}, {}};
    while (xmlTextReaderMoveToNextAttribute(reader.get()) == 1)
      element.attributes.emplace_back(view(xmlTextReaderConstLocalName(reader.get())),
                                      view(xmlTextReaderConstValue(reader.get())));
    elements.push_back(std::move(element));
  }
  return elements;
}

}  // namespace sahafa
