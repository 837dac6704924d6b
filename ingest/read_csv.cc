#include "ingest/read_csv.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "ingest/csv_layout.h"
#include "ingest/record.h"
#include "text/csv.h"
#include "text/fold.h"

namespace sahafa {
namespace {

constexpr std::size_t kFieldsOfTable = 3;  // fewer, and a first line with commas in it may be prose

bool names_file(std::string_view column) {
  static const std::array<std::string, 9> names{fold("file"),      fold("filename"), fold("file name"),
                                                fold("file_name"), fold("fichier"),  fold("nom de fichier"),
                                                fold("chemin"),    fold("الملف"),    fold("اسم الملف")};
  return std::ranges::find(names, fold(trim(column))) != names.end();
}

struct Header {
  std::vector<std::string> names;
  std::size_t file = SIZE_MAX;  // column that names a file, if any
  bool text = false;
  bool url = false;

  bool is_list() const { return !text && (url || file != SIZE_MAX); }
};

Header make_header(std::vector<std::string> names, const ColumnMap& columns) {
  Header header{std::move(names)};
  for (std::size_t i = 0; i < header.names.size(); ++i) {
    const std::optional<ColumnField> column = find_column(header.names[i], columns);
    header.text = header.text || (column && column->field == Field::text);
    header.url = header.url || (column && column->field == Field::url);
    if (names_file(header.names[i])) header.file = i;
  }
  return header;
}

// R writes a row name in front of each row and none in the header.
std::size_t row_names(const Header& header, const CsvRow& row) {
  const bool longer = row.cells.size() == header.names.size() + 1;
  return longer && !trim(row.cells.back()).empty() ? 1 : 0;
}

class TableReader {
 public:
  TableReader(const SourceText& source, Intake& out) : source_(source), out_(out) {}

  void read() {
    const CsvLayout layout = find_csv_layout(source_.text);
    CsvRows rows(source_.text, layout.delimiter, layout.begin);
    CsvRow row;
    if (!rows.next(row)) return;
    header_ = make_header(std::move(row.cells), source_.columns);
    if (!header_.text && !header_.is_list()) {
      refuse();
      return;
    }
    for (std::size_t number = 2; rows.next(row); ++number) take(row, "row " + std::to_string(number));
  }

 private:
  void refuse() {
    std::string names;
    for (const std::string& name : header_.names) names += (names.empty() ? "" : ", ") + name;
    constexpr std::size_t kMostBytes = 200;
    std::size_t end = std::min(names.size(), kMostBytes);
    while (end < names.size() && (static_cast<unsigned char>(names[end]) & 0xC0) == 0x80) --end;
    add_issue(out_, "row 1", "columns",
              "no column is known to hold texts or addresses; the first row says: " + names.substr(0, end) +
                  "; name the column with --map text=NAME",
              true);
  }

  void take(const CsvRow& row, const std::string& place) {
    Article article;
    ColumnFiller filler(article, source_.columns);
    const std::size_t shift = row_names(header_, row);
    const std::size_t cells = std::min(header_.names.size(), row.cells.size() - shift);
    for (std::size_t i = 0; i < cells; ++i) filler.set(header_.names[i], row.cells[i + shift]);
    if (row.unclosed)
      add_issue(out_, place, "quotes",
                "a quote opens a cell and none closes it: the rest of the file was taken for that cell; the "
                "file may be "
                "truncated");
    if (header_.is_list()) {
      take_reference(std::move(article), file_of(row, shift), place);
    } else {
      add_record(source_, row.span, place, "the row has no text; fill its cell or remove it",
                 std::move(article), out_);
    }
  }

  // Relative to the folder of the table, as people write it; in an archive that is a folder inside it.
  std::string file_of(const CsvRow& row, std::size_t shift) const {
    if (header_.file >= row.cells.size() - shift) return {};
    std::string name(trim(row.cells[header_.file + shift]));
    if (name.empty()) return {};
    std::ranges::replace(name, '\\', '/');  // lists from Windows
    const std::filesystem::path table = source_.path.substr(source_.container.size());
    return source_.container + (table.parent_path() / name).lexically_normal().string();
  }

  void take_reference(Article article, std::string file, const std::string& place) {
    if (file.empty() && article.url.empty()) {
      add_issue(out_, place, "no page",
                "the row names neither an address nor a file: nothing tells where its text is");
      return;
    }
    out_.references.push_back({std::move(article), std::move(file), place});
  }

  const SourceText& source_;
  Intake& out_;
  Header header_;
};

}  // namespace

bool CsvReader::accepts(std::string_view path, std::string_view head) const {
  for (const std::string_view ending : {".csv", ".tsv", ".tab"})
    if (path.ends_with(ending)) return true;
  const CsvLayout layout = find_csv_layout(head);
  if (layout.fields < kFieldsOfTable) return false;
  CsvRow row;
  CsvRows(head, layout.delimiter, layout.begin).next(row);
  const Header header = make_header(std::move(row.cells), {});
  return header.text || header.is_list();
}

void CsvReader::read(const SourceText& source, Intake& out) const { TableReader(source, out).read(); }

bool is_reference_list(std::string_view head, const ColumnMap& columns) {
  const CsvLayout layout = find_csv_layout(head);
  CsvRow row;
  return CsvRows(head, layout.delimiter, layout.begin).next(row) &&
         make_header(std::move(row.cells), columns).is_list();
}

}  // namespace sahafa
