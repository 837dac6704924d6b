#include "ingest/read_html.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ingest/bylines.h"
#include "ingest/fields.h"
#include "ingest/html_blocks.h"
#include "ingest/html_body.h"
#include "ingest/html_document.h"
#include "ingest/html_metadata.h"
#include "ingest/saved_page.h"
#include "ingest/split.h"
#include "text/fold.h"

namespace sahafa {
namespace {

// articleBody is the text where the page itself has none or a stump (paywall, script-made pages); it may hold
// markup.
std::string choose_body(std::string body, const std::string& json_body) {
  constexpr std::size_t kStump = 3;
  if (json_body.size() < body.size() * kStump) return body;
  if (json_body.find('<') == std::string::npos) return json_body;
  const HtmlPage page(json_body);
  return page.nodes().empty() ? std::move(body) : page.text(0);
}

}  // namespace

bool HtmlReader::accepts(std::string_view path, std::string_view head) const {
  for (const std::string_view ending : {".html", ".htm", ".xhtml"})
    if (path.ends_with(ending)) return true;
  const std::string start = fold(trim(head));
  return start.starts_with("<!doctype html") || start.starts_with("<html") ||
         start.find("<html") != std::string::npos || start.find("<body") != std::string::npos;
}

void HtmlReader::read(const SourceText& source, Intake& out) const {
  const std::optional<std::string> own = without_archive_parts(source.text);
  const HtmlPage page(own ? *own : source.text);
  const std::vector<std::uint16_t> names = names_of_nodes(page);
  std::vector<HtmlBlock> blocks = make_blocks(page, names);
  HtmlMetadata metadata = read_metadata(collect_statements(page, names), blocks);
  confirm_blocks(blocks, metadata.json_body);
  Intake::Item item;
  item.article = std::move(metadata.article);
  const BodyHints hints{item.article.title, metadata.description};
  const std::string body = choose_body(extract_body(page, blocks, hints), metadata.json_body);
  if (trim(body).empty()) {
    add_issue(out, "", "no text",
              "the page has no running text; it may need a browser to show its article: save it from there",
              true);
    return;
  }
  if (item.article.authors.empty()) {
    item.article.authors = signature_of(body);
    if (!item.article.authors.empty()) set_origin(item.article, "authors", "signature");
  }
  const std::vector<Span> copies = split_copies(body);
  item.article.text = std::string(slice(body, longest_copy(copies)));
  item.copies =
      copies_in_record(source.text, {0, static_cast<std::uint32_t>(source.text.size())}, copies.size());
  out.items.push_back(std::move(item));
}

}  // namespace sahafa
