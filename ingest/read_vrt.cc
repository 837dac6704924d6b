#include "ingest/read_vrt.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ingest/columns.h"
#include "ingest/fields.h"
#include "ingest/lines.h"
#include "ingest/record.h"
#include "ingest/xml_tags.h"
#include "ingest/xml_text.h"

namespace sahafa {
namespace {

constexpr std::size_t kMostLookedAt = 50;  // lines up to the first token

// The name of the structure whose tag the line is ("text", "/p", "g"), or empty: a token may begin with < as well.
std::string_view structure_of(std::string_view line) {
  line = trim(line);
  if (line.size() < 3 || line.front() != '<' || line.back() != '>') return {};
  const std::size_t end = line.find_first_of(" />", 2);
  const std::string_view name = line.substr(1, end - 1);
  const bool letters =
      name.find_first_not_of("/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") ==
      std::string_view::npos;
  return letters ? name : std::string_view();
}

bool begins_text(std::string_view structure) { return structure == "text" || structure == "doc"; }
bool ends_text(std::string_view structure) { return structure == "/text" || structure == "/doc"; }

// Entities and characters by number; any other & is itself.
std::string unescape(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  const std::string tag = repair_start_tag(std::string("<a v=\"").append(text).append("\">"), 0).tag + "</a>";
  const std::vector<XmlElement> elements = xml_elements(tag);
  return elements.empty() ? std::string(text) : std::string(elements.front().attribute("v"));
}

// One text of the file, token by token.
class TextBuilder {
 public:
  TextBuilder(std::string_view tag, std::uint32_t begin, const ColumnMap& columns) : begin_(begin) {
    ColumnFiller filler(article_, columns);
    const std::string element =
        repair_start_tag(tag, 0).tag + (tag.starts_with("<doc") ? "</doc>" : "</text>");
    const std::vector<XmlElement> elements = xml_elements(element);
    if (!elements.empty())
      for (const auto& [name, value] : elements.front().attributes) filler.set(name, value);
    article_.text.clear();  // an attribute cannot hold it
  }

  void take_structure(std::string_view name, std::string_view line) {
    if (name == "g" || name == "g/") {
      gap_ = "";
    } else if (name == "gap" || name == "gap/") {
      const std::size_t quote = line.find('"');
      const std::size_t end = line.rfind('"');
      if (end != std::string_view::npos && quote < end)
        gap_ = unescape(line.substr(quote + 1, end - quote - 1));
    } else if (name == "p" || name == "head") {
      paragraph_ = true;
    }
  }

  void take_token(std::string_view line) {
    const std::string_view word = line.substr(0, line.find('\t'));
    if (gap_) {
      article_.text += *gap_;
    } else if (!article_.text.empty()) {
      article_.text += paragraph_ ? '\n' : ' ';
    }
    article_.text += unescape(word);
    gap_.reset();
    paragraph_ = false;
  }

  void finish(const SourceText& source, std::uint32_t end, Intake& out) {
    if (gap_) article_.text += *gap_;
    add_record(source, {begin_, end}, "byte " + std::to_string(begin_), "the element holds no tokens",
               std::move(article_), out);
  }

 private:
  Article article_;
  std::uint32_t begin_;
  std::optional<std::string> gap_;  // what stands before the next token, where it is not the usual
  bool paragraph_ = false;
};

}  // namespace

bool VrtReader::accepts(std::string_view path, std::string_view head) const {
  bool begun = false;
  std::size_t looked_at = 0;
  while (!head.empty() && looked_at++ < kMostLookedAt) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = trim(head.substr(0, end));
    head.remove_prefix(std::min(end + 1, head.size()));
    if (line.empty() || line.starts_with("<?") || line.starts_with("<!--")) continue;
    const std::string_view structure = structure_of(line);
    if (!structure.empty()) {
      begun = begun || begins_text(structure);
    } else {
      return begun &&
             (line.find('\t') != std::string_view::npos || path.ends_with(".vrt") || path.ends_with(".vert"));
    }
  }
  return false;
}

void VrtReader::read(const SourceText& source, Intake& out) const {
  std::optional<TextBuilder> text;
  for (const Span span : split_lines(source.text)) {
    const std::string_view line = slice(source.text, span);
    const std::string_view structure = structure_of(line);
    if (begins_text(structure)) {
      if (text) text->finish(source, span.begin, out);
      text.emplace(line, span.begin, source.columns);
    } else if (ends_text(structure)) {
      if (text) text->finish(source, span.end, out);
      text.reset();
    } else if (text && !structure.empty()) {
      text->take_structure(structure, line);
    } else if (text && !trim(line).empty()) {
      text->take_token(line);
    }
  }
  if (!text) return;
  text->finish(source, static_cast<std::uint32_t>(source.text.size()), out);
  add_issue(out, "byte " + std::to_string(source.text.size()), "vrt",
            "the last text does not end; the file may be truncated");
}

}  // namespace sahafa
