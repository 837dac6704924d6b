#include <algorithm>

#include "analysis/export/article_writer.h"

namespace sahafa {
namespace {

constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// xml:space keeps runs of blanks as they are.
void write_text(const Article& article, std::ostream& out) {
  out << "<text";
  for (const auto& [name, value] : kExportFields)
    if (!(article.*value).empty()) out << ' ' << name << "=\"" << xml_escaped(article.*value) << '"';
  out << " xml:space=\"preserve\">\n";
  const std::string_view text = article.text;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out << "<p>" << xml_escaped(text.substr(at, end - at)) << "</p>\n";
    at = end + 1;
  }
  out << "</text>\n";
}

class TxmWriter : public ArticleWriter {
 public:
  explicit TxmWriter(std::ostream& out) : out_(out) { out_ << kDeclaration << "<corpus>\n"; }
  void write(const Article& article) override { write_text(article, out_); }
  void finish() override { out_ << "</corpus>\n"; }

 private:
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<ArticleWriter> make_txm_writer(std::ostream& out) { return std::make_unique<TxmWriter>(out); }

void write_txm_text(const Article& article, std::ostream& out) {
  out << kDeclaration;
  write_text(article, out);
}

}  // namespace sahafa
