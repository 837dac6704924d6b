#include "ingest/record.h"

#include <utility>

#include "ingest/fields.h"
#include "ingest/split.h"

namespace sahafa {

void add_record(const SourceText& source, Span record, std::string_view place, std::string_view remedy,
                Article article, Intake& out) {
  if (trim(article.text).empty()) {
    add_issue(out, place, "no text", remedy);
    return;
  }
  Intake::Item item;
  item.article = std::move(article);
  const std::vector<Span> copies = split_copies(item.article.text);
  item.article.text = std::string(slice(item.article.text, longest_copy(copies)));
  item.copies = copies_in_record(source.text, record, copies.size());
  out.items.push_back(std::move(item));
}

}  // namespace sahafa
