#include "ingest/factiva_xml.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/fields.h"
#include "ingest/lines.h"
#include "ingest/xml_tags.h"
#include "ingest/xml_text.h"

namespace sahafa {
namespace {

struct CodedElement {
  std::string_view name;
  std::string_view code;
};

constexpr std::array<CodedElement, 10> kElements{{{"headline", "HD"},
                                                  {"byline", "BY"},
                                                  {"sectionName", "SE"},
                                                  {"publicationDate", "PD"},
                                                  {"sourceName", "SN"},
                                                  {"publisherName", "PUB"},
                                                  {"baseLanguage", "LA"},
                                                  {"leadParagraph", "LP"},
                                                  {"tailParagraphs", "TD"},
                                                  {"accessionNo", "AN"}}};

XmlRole role_of(std::string_view name) {
  if (name == "paragraph") return XmlRole::text_paragraph;
  const bool coded = std::ranges::find(kElements, name, &CodedElement::name) != kElements.end();
  return coded || name == "date" || name == "dateTime" ? XmlRole::text_paragraph : XmlRole::none;
}

// The first element of that name with what is in it; empty if there is none. Where it does not end, up to the end of the record.
std::string_view element(std::string_view record, std::string_view name) {
  const std::size_t begin = find_start_tag(record, name, 0);
  if (begin == std::string_view::npos) return {};
  const std::string close = "</" + std::string(name) + ">";
  const std::size_t end = record.find(close, begin);
  return record.substr(begin, end == std::string_view::npos ? end : end + close.size() - begin);
}

// The value that stands as an element or as an attribute of <article>.
std::string value_of(std::string_view record, std::string_view name) {
  const std::string text = xml_text(element(record, name), role_of);
  if (const std::string_view trimmed = trim(text); !trimmed.empty()) return std::string(trimmed);
  for (const XmlElement& top : xml_elements(record.substr(0, record.find('>') + 1)))
    return std::string(trim(top.attribute(name)));
  return {};
}

// 20250408 and 2025-04-08T09:30:00Z
std::string day_of(std::string_view date) {
  const std::string_view line = trim(date.substr(0, date.find('\n')));
  constexpr std::size_t kBasic = 8;
  const bool basic = line.size() == kBasic && line.find_first_not_of("0123456789") == std::string_view::npos;
  if (!basic) return std::string(line);
  return std::string(line.substr(0, 4))
      .append("-")
      .append(line.substr(4, 2))
      .append("-")
      .append(line.substr(6));
}

}  // namespace

bool is_factiva_xml(std::string_view head) {
  return head.find("<ppsArticleResponse") != std::string_view::npos ||
         head.find("http://global.factiva.com/pps/") != std::string_view::npos;
}

std::vector<Span> factiva_xml_records(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t at = find_start_tag(text, "article", 0); at != std::string_view::npos;
       at = find_start_tag(text, "article", at + 1))
    begins.push_back(at);
  std::vector<Span> records = cut_records(text, begins);
  constexpr std::string_view kClose = "</article>";
  for (Span& record : records) {
    const std::size_t end = slice(text, record).find(kClose);
    if (end != std::string_view::npos)
      record.end = record.begin + static_cast<std::uint32_t>(end + kClose.size());
  }
  return records;
}

FactivaFields read_factiva_xml(std::string_view record) {
  FactivaFields fields;
  for (const auto& [name, code] : kElements)
    if (std::string value = value_of(record, name); !value.empty()) fields.emplace(code, std::move(value));
  if (const auto date = fields.find("PD"); date != fields.end()) date->second = day_of(date->second);
  if (const auto title = fields.find("HD"); title != fields.end())
    std::ranges::replace(title->second, '\n', ' ');
  return fields;
}

}  // namespace sahafa
