#include "ingest/read_nexis.h"

#include <string>
#include <vector>

#include "ingest/fields.h"
#include "ingest/html_query.h"
#include "ingest/lines.h"
#include "ingest/nexis_text.h"

namespace sahafa {
namespace {

constexpr std::string_view kAnchor = "<a name=\"DOC_ID_";

std::vector<Span> html_records(std::string_view text) {
  std::vector<std::size_t> begins;
  for (std::size_t at = text.find(kAnchor); at != std::string_view::npos; at = text.find(kAnchor, at + 1))
    begins.push_back(at);
  return cut_records(text, begins);
}

Article read_html_record(std::string_view record) {
  const HtmlPage page(record);
  return read_nexis_paragraphs(lines_of(page, 0, static_cast<std::uint32_t>(page.nodes().size())));
}

bool is_html(std::string_view text) { return text.find(kAnchor) != std::string_view::npos; }

}  // namespace

bool NexisReader::accepts(std::string_view, std::string_view head) const {
  return is_html(head) || (!trim(head).starts_with('<') && is_nexis_text(head));
}

void NexisReader::read(const SourceText& source, Intake& out) const {
  const bool html = is_html(source.text);
  std::size_t number = 0;
  for (const Span record : html ? html_records(source.text) : find_nexis_records(source.text)) {
    ++number;
    const std::string_view text = slice(source.text, record);
    Intake::Item item{html ? read_html_record(text) : read_nexis_record(text), {record}, {}};
    if (trim(item.article.text).empty()) {
      add_issue(out, "article " + std::to_string(number), "no text",
                "the export gives no text for this article (it may say that it cannot be displayed)");
    } else {
      out.items.push_back(std::move(item));
    }
  }
  if (number == 0)
    add_issue(out, "", "no article", "looks like a Nexis export, but no article ends; it may be truncated",
              true);
}

}  // namespace sahafa
