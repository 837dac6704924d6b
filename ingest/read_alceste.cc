#include "ingest/read_alceste.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "corpus/outlet.h"
#include "ingest/address.h"
#include "ingest/lines.h"
#include "ingest/record.h"

namespace sahafa {
namespace {

constexpr std::string_view kBlanks = " \t";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What stands behind the mark that begins a document: its variables, from the first star on. Empty for a line that begins none.
std::string_view variables_of(std::string_view line) {
  line = trim(line);
  const std::string_view mark = line.substr(0, line.find_first_of(kBlanks));
  const bool stars = mark == "****";
  const bool number = !mark.empty() && std::ranges::all_of(mark, is_digit);
  const std::string_view rest = trim(line.substr(mark.size()));
  return (stars || number) && rest.starts_with('*') ? rest : std::string_view();
}

bool begins_document(std::string_view line) { return trim(line) == "****" || !variables_of(line).empty(); }

// "*journal_le_matin" of a header.
struct Variable {
  std::string name;
  std::string value;
};

// Words without a star continue the value before them, which people write although the format has no blanks.
std::vector<Variable> parse_variables(std::string_view line) {
  std::vector<Variable> variables;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find_first_of(kBlanks), line.size());
    const std::string_view word = line.substr(0, end);
    if (word.starts_with('*')) {
      const std::size_t underscore = std::min(word.find('_'), word.size());
      const std::size_t value = std::min(underscore + 1, word.size());
      variables.push_back({std::string(word.substr(1, underscore - 1)), std::string(word.substr(value))});
    } else if (!word.empty() && !variables.empty()) {
      variables.back().value.append("_").append(word);
    }
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return variables;
}

std::string with_blanks(std::string value) {
  std::ranges::replace(value, '_', ' ');
  return decode_percent(value);
}

// Ids and addresses have underscores of their own; in names and titles they are blanks. An outlet may be either.
std::string value_of(const Variable& variable, const ColumnMap& columns, const OutletRegistry& outlets) {
  const auto column = find_column(variable.name, columns);
  const Field field = column ? column->field : Field::text;
  if (field == Field::key || field == Field::url) return decode_percent(variable.value);
  if (field == Field::outlet && outlets.find(variable.value) != nullptr) return variable.value;
  return with_blanks(variable.value);
}

// The text of a document: without theme lines, asterisks as they were before export.
std::string text_of(std::string_view body) {
  constexpr std::string_view kAsteriskOperator = "\u2217";
  std::string text;
  for (const Span place : split_lines(body)) {
    const std::string_view line = slice(body, place);
    if (!trim(line).starts_with("-*")) text.append(line).append("\n");
  }
  for (std::size_t at = text.find(kAsteriskOperator); at != std::string::npos;
       at = text.find(kAsteriskOperator, at))
    text.replace(at, kAsteriskOperator.size(), "*");
  return text;
}

void add_document(const SourceText& source, std::size_t line, Span header, Span body, Intake& out) {
  Article article;
  ColumnFiller filler(article, source.columns);
  for (const Variable& variable : parse_variables(variables_of(slice(source.text, header))))
    filler.set(variable.name, value_of(variable, source.columns, *source.outlets));
  article.text = text_of(slice(source.text, body));  // a variable cannot hold it
  add_record(source, trim_span(source.text, body), "line " + std::to_string(line + 1),
             "the document has no text before the next line of variables", std::move(article), out);
}

}  // namespace

bool AlcesteReader::accepts(std::string_view, std::string_view head) const {
  head = trim(head);
  return !variables_of(head.substr(0, head.find_first_of("\r\n"))).empty();
}

void AlcesteReader::read(const SourceText& source, Intake& out) const {
  const std::vector<Span> lines = split_lines(source.text);
  const auto is_header = [&](std::size_t at) { return begins_document(slice(source.text, lines[at])); };
  for (std::size_t at = 0; at < lines.size();) {
    std::size_t end = at + 1;
    while (end < lines.size() && !is_header(end)) ++end;
    if (is_header(at)) {
      const Span body{lines[at].end, end < lines.size() ? lines[end].begin : lines.back().end};
      add_document(source, at, lines[at], body, out);
    }
    at = end;
  }
}

}  // namespace sahafa
