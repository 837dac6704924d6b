#include "ingest/read_jsonl.h"

#include <string>

#include "ingest/fields.h"
#include "ingest/json_articles.h"
#include "ingest/lines.h"

namespace sahafa {

bool JsonlReader::accepts(std::string_view path, std::string_view head) const {
  if (path.ends_with(".jsonl") || path.ends_with(".ndjson")) return true;
  const std::string_view start = trim(head.substr(0, head.find('\n')));
  return start.starts_with('{') && trim(start.substr(1)).starts_with('"') &&
         start.find("\":") != std::string_view::npos;
}

void JsonlReader::read(const SourceText& source, Intake& out) const {
  JsonArticles articles(source, out);
  std::size_t number = 0;
  for (const Span line : split_lines(source.text)) {
    ++number;
    const Span value = trim_span(source.text, line);
    const std::string place = "line " + std::to_string(number);
    if (value.empty()) continue;
    if (source.text[value.begin] == '{') {
      articles.add(value, place);
    } else {
      add_issue(out, place, "json", "expected one JSON object a line; repair or remove the line");
    }
  }
}

}  // namespace sahafa
