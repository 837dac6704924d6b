#include "ingest/office.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ingest/archive.h"
#include "ingest/encoding.h"
#include "ingest/fields.h"
#include "ingest/html_blocks.h"
#include "ingest/html_document.h"
#include "ingest/xml_text.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::size_t kFirstNameAt = 30;  // in a zip: the name of its first member
constexpr std::size_t kMostPartBytes = std::size_t{64} << 20;
constexpr std::size_t kMostBytes = std::size_t{128} << 20;
constexpr std::size_t kMostParts = 10'000;

using Parts = std::map<std::string, std::string, std::less<>>;

struct Document {
  std::string text;
  SourceHints said;
};

bool is_xml(std::string_view name) {
  constexpr std::array<std::string_view, 6> kEndings{".xml", ".opf", ".xhtml", ".html", ".htm", "mimetype"};
  return std::ranges::any_of(kEndings, [name](std::string_view ending) { return name.ends_with(ending); });
}

Parts read_parts(BufferedStream& input) {
  ArchiveReader archive(input, ArchiveReader::Kind::archive);
  Parts parts;
  std::size_t bytes = 0;
  while (const std::optional<std::string> name = archive.next()) {
    if (!is_xml(*name)) continue;
    std::string part = read_all(archive, kMostPartBytes);
    bytes += part.size();
    if (bytes > kMostBytes || parts.size() == kMostParts)
      throw Error(ErrorCode::malformed, "unpacks to more than a document holds (a zip bomb?)");
    parts.insert_or_assign(*name, std::move(part));
  }
  return parts;
}

const std::string& part(const Parts& parts, std::string_view name) {
  static const std::string kNone;
  const auto found = parts.find(name);
  return found == parts.end() ? kNone : found->second;
}

struct NamedRole {
  std::string_view name;
  XmlRole role;
};

template <std::size_t Size>
XmlRoles roles_in(const std::array<NamedRole, Size>& table) {
  return [&table](std::string_view name) {
    const auto found = std::ranges::find(table, name, &NamedRole::name);
    return found == table.end() ? XmlRole::none : found->role;
  };
}

constexpr std::array<NamedRole, 9> kWord{{{"p", XmlRole::paragraph},
                                          {"t", XmlRole::text},
                                          {"tab", XmlRole::space},
                                          {"br", XmlRole::line_break},
                                          {"cr", XmlRole::line_break},
                                          {"del", XmlRole::skipped},
                                          {"moveFrom", XmlRole::skipped},
                                          {"instrText", XmlRole::skipped},
                                          {"Fallback", XmlRole::skipped}}};

constexpr std::array<NamedRole, 9> kOpenDocument{{{"p", XmlRole::text_paragraph},
                                                  {"h", XmlRole::text_paragraph},
                                                  {"s", XmlRole::space},
                                                  {"tab", XmlRole::space},
                                                  {"line-break", XmlRole::line_break},
                                                  {"annotation", XmlRole::skipped},
                                                  {"tracked-changes", XmlRole::skipped},
                                                  {"note", XmlRole::skipped},
                                                  {"table-of-content", XmlRole::skipped}}};

// Chapters are read as HTML: their entities and small faults are those of web pages.
std::string chapter_text(const std::string& chapter) {
  std::string text;
  for (const HtmlBlock& block : make_blocks(HtmlPage(decode_text(chapter).text)))
    text.append(block.text).append("\n");
  return text;
}

std::string text_of(const std::vector<XmlElement>& elements, std::string_view name) {
  const auto found = std::ranges::find(elements, name, &XmlElement::name);
  return found == elements.end() ? std::string() : std::string(trim(found->text));
}

Document read_word(const Parts& parts) {
  Document document{xml_text(part(parts, "word/document.xml"), roles_in(kWord)), {}};
  document.said.title = text_of(xml_elements(part(parts, "docProps/core.xml")), "title");
  return document;
}

Document read_open_document(const Parts& parts) {
  Document document{xml_text(part(parts, "content.xml"), roles_in(kOpenDocument)), {}};
  document.said.title = text_of(xml_elements(part(parts, "meta.xml")), "title");
  return document;
}

// The addresses of an ePub are relative to its package file.
std::string beside(std::string_view package, std::string_view address) {
  const std::size_t slash = package.rfind('/');
  const std::string_view folder =
      slash == std::string_view::npos ? std::string_view() : package.substr(0, slash + 1);
  return std::string(folder).append(address);
}

SourceHints hints_of_package(const std::vector<XmlElement>& elements) {
  SourceHints said;
  said.title = text_of(elements, "title");
  said.date = text_of(elements, "date");
  said.lang = text_of(elements, "language");
  for (const XmlElement& element : elements)
    if (element.name == "creator" && !trim(element.text).empty())
      said.authors.append(said.authors.empty() ? "" : "; ").append(trim(element.text));
  return said;
}

Document read_epub(const Parts& parts) {
  std::string package;
  for (const XmlElement& element : xml_elements(part(parts, "META-INF/container.xml")))
    if (element.name == "rootfile" && package.empty()) package = element.attribute("full-path");
  const std::vector<XmlElement> elements = xml_elements(part(parts, package));
  std::map<std::string, std::string, std::less<>> addresses;
  for (const XmlElement& element : elements)
    if (element.name == "item") addresses.emplace(element.attribute("id"), element.attribute("href"));
  Document document{{}, hints_of_package(elements)};
  for (const XmlElement& element : elements) {
    const auto found = addresses.find(element.attribute("idref"));
    if (element.name != "itemref" || found == addresses.end()) continue;
    document.text += chapter_text(part(parts, beside(package, found->second)));
    if (document.text.size() > kMostBytes)
      throw Error(ErrorCode::malformed, "an ePub that repeats its chapters");
  }
  return document;
}

}  // namespace

bool OfficeContainer::accepts(std::string_view path, std::string_view head) const {
  if (!head.starts_with("PK\x03\x04") || head.size() <= kFirstNameAt) return false;
  const std::string_view first = head.substr(kFirstNameAt);
  if (first.starts_with("mimetype") || first.starts_with("[Content_Types].xml")) return true;
  constexpr std::array<std::string_view, 3> kEndings{".docx", ".odt", ".epub"};
  return std::ranges::any_of(kEndings, [path](std::string_view ending) { return path.ends_with(ending); });
}

void OfficeContainer::for_each_member(BufferedStream& input, const MemberVisitor& visit) const {
  const Parts parts = read_parts(input);
  Document document;
  if (parts.contains("word/document.xml")) {
    document = read_word(parts);
  } else if (parts.contains("META-INF/container.xml")) {
    document = read_epub(parts);
  } else if (part(parts, "mimetype").starts_with("application/vnd.oasis.opendocument.text")) {
    document = read_open_document(parts);
  } else {
    throw Error(ErrorCode::malformed,
                "a table, slides or another document without running text; save it as text or CSV");
  }
  document.said.origin = "document";
  MemoryStream stream(document.text);
  visit({{}, stream, document.said});
}

}  // namespace sahafa
