#include "ingest/read_json.h"

#include <string>

#include "ingest/fields.h"
#include "ingest/json_articles.h"
#include "ingest/json_values.h"

namespace sahafa {

bool JsonReader::accepts(std::string_view path, std::string_view head) const {
  if (path.ends_with(".json")) return true;
  const std::string_view start = trim(head);
  if (start.starts_with('[')) return trim(start.substr(1)).starts_with('{');
  // An object over several lines; one on one line is JSON Lines.
  const std::string_view first = trim(start.substr(0, start.find('\n')));
  return first == "{" && trim(start.substr(1)).starts_with('"');
}

void JsonReader::read(const SourceText& source, Intake& out) const {
  JsonArticles articles(source, out);
  // Several values one after another are JSON Lines under the wrong name.
  const std::vector<JsonPlace> values = list_values(source.text);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string place = values.size() == 1 ? std::string() : "item " + std::to_string(i + 1);
    articles.add(values[i].value, place);
    const char first = source.text[values[i].value.begin];
    if (first != '{' && first != '[') break;  // what comes behind something else would only be guessed
  }
}

}  // namespace sahafa
