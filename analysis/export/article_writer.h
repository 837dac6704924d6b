// Articles on their way to other programs: one writer a format. What the formats for exchange write, `sahafa ingest` reads back as the same
// articles: text, outlet, date, language, title, authors, address, genre and key.
#pragma once

#include <array>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

#include "corpus/article.h"

namespace sahafa {

class ArticleWriter {
 public:
  ArticleWriter() = default;
  ArticleWriter(const ArticleWriter&) = delete;
  ArticleWriter& operator=(const ArticleWriter&) = delete;
  virtual ~ArticleWriter() = default;

  virtual void write(const Article& article) = 0;
  /// To be called once, after the last article.
  virtual void finish() {}
};

/// A field of an article under the name that all formats give it.
struct ExportField {
  std::string_view name;
  std::string Article::* value;
};

/// The fields beside the text, in the order in which they are written.
inline constexpr std::array<ExportField, 8> kExportFields{{{"key", &Article::key},
                                                           {"outlet", &Article::outlet},
                                                           {"lang", &Article::lang},
                                                           {"date", &Article::date},
                                                           {"title", &Article::title},
                                                           {"authors", &Article::authors},
                                                           {"url", &Article::url},
                                                           {"genre", &Article::genre}}};

struct ExportFormat {
  std::string_view name;  ///< csv, jsonl, vrt, iramuteq, txm
  std::unique_ptr<ArticleWriter> (*make)(std::ostream& out);
};

/// All formats, in alphabetical order.
std::span<const ExportFormat> export_formats();

/// RFC 4180, the text in the last column.
std::unique_ptr<ArticleWriter> make_csv_writer(std::ostream& out);
/// One object a line; empty fields are left out.
std::unique_ptr<ArticleWriter> make_jsonl_writer(std::ostream& out);
/// Verticalised text for NoSketch Engine and CWB: a token a line with its folded form and its stem, in <text>, <p> and <s>; <g/> where
/// no blank stands between two tokens, <gap text="..."/> where more than a blank or a line end does.
std::unique_ptr<ArticleWriter> make_vrt_writer(std::ostream& out);
/// "**** *key_... *outlet_..." in front of each text. Values cannot hold blanks: those become _, and what would be mistaken becomes
/// %XX. Asterisks in texts, which the format forbids, become U+2217.
std::unique_ptr<ArticleWriter> make_iramuteq_writer(std::ostream& out);
/// <corpus> with one <text> an article and one <p> a line.
std::unique_ptr<ArticleWriter> make_txm_writer(std::ostream& out);

/// One <text> as a file of its own, as the import XTZ of TXM takes it.
void write_txm_text(const Article& article, std::ostream& out);

/// `text` with & < > " and line ends as XML wants them in attributes.
std::string xml_escaped(std::string_view text);

}  // namespace sahafa
