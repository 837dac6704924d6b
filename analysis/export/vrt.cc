#include "analysis/export/article_writer.h"
#include "text/analyze.h"

namespace sahafa {
namespace {

class VrtWriter : public ArticleWriter {
 public:
  explicit VrtWriter(std::ostream& out) : out_(out) {}

  void write(const Article& article) override {
    const AnalyzedText analyzed = analyzer_.analyze(article.text);
    out_ << "<text";
    for (const auto& [name, value] : kExportFields)
      out_ << ' ' << name << "=\"" << xml_escaped(article.*value) << '"';
    out_ << ">\n";
    for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) write_token(article.text, analyzed, i);
    if (!analyzed.tokens.empty()) out_ << "</s>\n</p>\n";
    out_ << "</text>\n";
  }

 private:
  void write_token(std::string_view text, const AnalyzedText& analyzed, std::size_t i) {
    const Span token = analyzed.tokens[i].span();
    if (i == 0) {
      out_ << "<p>\n<s>\n";
    } else {
      const std::uint32_t before = analyzed.tokens[i - 1].span().end;
      const bool new_line =
          before < token.begin && slice(text, {before, token.begin}).find('\n') != std::string_view::npos;
      const bool new_sentence = analyzed.sentence_of[i] != analyzed.sentence_of[i - 1];
      if (new_line) {
        out_ << "</s>\n</p>\n<p>\n<s>\n";
      } else if (new_sentence) {
        out_ << "</s>\n<s>\n";
      } else if (before == token.begin) {
        out_ << "<g/>\n";
      }
    }
    out_ << xml_escaped(slice(text, token)) << '\t' << xml_escaped(analyzed.forms[i]) << '\t'
         << xml_escaped(analyzed.stems[i]) << '\n';
  }

  std::ostream& out_;
  Analyzer analyzer_;
};

}  // namespace

std::unique_ptr<ArticleWriter> make_vrt_writer(std::ostream& out) { return std::make_unique<VrtWriter>(out); }

}  // namespace sahafa
