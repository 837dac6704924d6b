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
    if (!analyzed.tokens.empty()) {
      out_ << "</s>\n</p>\n";
      write_gap(std::string_view(article.text).substr(analyzed.tokens.back().span().end), "");
    }
    out_ << "</text>\n";
  }

 private:
  // What stands before a token, where it is not the usual: readers of the format know <g/>, sahafa the other one.
  void write_gap(std::string_view gap, std::string_view usual) {
    if (gap == usual) return;
    if (gap.empty()) {
      out_ << "<g/>\n";
    } else {
      out_ << "<gap text=\"" << xml_escaped(gap) << "\"/>\n";
    }
  }

  void write_token(std::string_view text, const AnalyzedText& analyzed, std::size_t i) {
    const Span token = analyzed.tokens[i].span();
    if (i == 0) {
      out_ << "<p>\n<s>\n";
      write_gap(text.substr(0, token.begin), "");
    } else {
      const std::string_view gap = slice(text, {analyzed.tokens[i - 1].span().end, token.begin});
      const bool new_line = gap.find('\n') != std::string_view::npos;
      if (new_line) {
        out_ << "</s>\n</p>\n<p>\n<s>\n";
      } else if (analyzed.sentence_of[i] != analyzed.sentence_of[i - 1]) {
        out_ << "</s>\n<s>\n";
      }
      write_gap(gap, new_line ? "\n" : " ");
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
