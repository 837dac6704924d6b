#include "analysis/export/article_writer.h"
#include "analysis/report/writer.h"

namespace sahafa {
namespace {

class CsvWriter : public ArticleWriter {
 public:
  explicit CsvWriter(std::ostream& out) : out_(out) {
    for (const ExportField& field : kExportFields) out_ << field.name << ',';
    out_ << "text\n";
  }

  void write(const Article& article) override {
    std::string line;
    for (const ExportField& field : kExportFields) {
      append_csv_cell(article.*field.value, line);
      line += ',';
    }
    append_csv_cell(article.text, line);
    out_ << line << '\n';
  }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<ArticleWriter> make_csv_writer(std::ostream& out) { return std::make_unique<CsvWriter>(out); }

}  // namespace sahafa
