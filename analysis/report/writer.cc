#include "analysis/report/writer.h"

#include <array>

#include <fmt/format.h>

#include "text/error.h"

namespace sahafa {
namespace {

struct Writer {
  Format format;
  std::string_view name;
  void (*write)(const Table& table, std::ostream& out);
};

constexpr std::array<Writer, 4> kWriters = {{
    {Format::table, "table", write_terminal},
    {Format::csv, "csv", write_csv},
    {Format::tsv, "tsv", write_tsv},
    {Format::jsonl, "jsonl", write_jsonl},
}};

}  // namespace

Format format_from_string(std::string_view name) {
  std::string known;
  for (const Writer& writer : kWriters) {
    if (writer.name == name) return writer.format;
    known += fmt::format("{}{}", known.empty() ? "" : ", ", writer.name);
  }
  throw Error(ErrorCode::usage, fmt::format("no format \"{}\"; there are: {}", name, known));
}

void write_table(const Table& table, Format format, std::ostream& out) {
  for (const Writer& writer : kWriters) {
    if (writer.format == format) writer.write(table, out);
  }
}

}  // namespace sahafa
