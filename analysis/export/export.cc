#include "analysis/export/export.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <string>
#include <system_error>

#include "analysis/export/article_writer.h"
#include "analysis/report/writer.h"
#include "text/error.h"

namespace sahafa {
namespace {

namespace fs = std::filesystem;

const ExportFormat& get_format(std::string_view name) {
  const auto found = std::ranges::find(export_formats(), name, &ExportFormat::name);
  if (found != export_formats().end()) return *found;
  std::string names;
  for (const ExportFormat& format : export_formats())
    names.append(names.empty() ? "" : ", ").append(format.name);
  throw Error(ErrorCode::usage, fmt::format("--as {}: there is no such format; there are {}", name, names));
}

void visit_selected(const Context& context, const Options& options,
                    const std::function<void(const Article&)>& visit) {
  const std::vector<Selected> selection = select_articles(context, options);
  std::int64_t done = 0;
  for (const Selected& selected : selection) {
    if (const auto article = context.corpus.catalogue().find_article(selected.article.id)) visit(*article);
    if (context.progress) context.progress("articles", ++done, static_cast<std::int64_t>(selection.size()));
  }
}

class OutputFile {
 public:
  explicit OutputFile(const fs::path& path) : path_(path), file_(path, std::ios::binary) { check(); }
  std::ostream& stream() { return file_; }
  void close() {
    file_.close();
    check();
  }

 private:
  void check() const {
    if (!file_)
      throw Error(ErrorCode::unreadable, path_.string() + ": cannot be written; check room and permissions");
  }

  fs::path path_;
  std::ofstream file_;
};

void make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error(ErrorCode::unreadable, folder.string() + ": cannot be made: " + error.message());
}

std::string file_name(const Article& article, std::string_view ending) {
  return fmt::format("{:06}{}", article.id.value, ending);
}

void write_txm_folder(const Context& context, const Options& options, const fs::path& folder) {
  visit_selected(context, options, [&](const Article& article) {
    OutputFile file(folder / file_name(article, ".xml"));
    write_txm_text(article, file.stream());
    file.close();
  });
}

void write_text_folder(const Context& context, const Options& options, const fs::path& folder) {
  make_folder(folder / "texts");
  OutputFile list(folder / "articles.csv");
  list.stream() << "file";
  for (const ExportField& field : kExportFields) list.stream() << ',' << field.name;
  list.stream() << '\n';
  visit_selected(context, options, [&](const Article& article) {
    std::string line = "texts/" + file_name(article, ".txt");
    OutputFile file(folder / line);
    file.stream() << article.text << '\n';
    file.close();
    for (const ExportField& field : kExportFields) {
      line += ',';
      append_csv_cell(article.*field.value, line);
    }
    list.stream() << line << '\n';
  });
  list.close();
}

}  // namespace

void export_articles(const Context& context, const Options& options, std::ostream& out) {
  const auto writer = get_format(options.get("as")).make(out);
  visit_selected(context, options, [&](const Article& article) { writer->write(article); });
  writer->finish();
}

void export_folder(const Context& context, const Options& options, const fs::path& folder) {
  const std::string_view format = get_format(options.get("as")).name;
  if (format != "csv" && format != "txm")
    throw Error(ErrorCode::usage,
                fmt::format("--folder goes with --as csv or --as txm; {} is one file", format));
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error))
    throw Error(ErrorCode::usage, folder.string() + ": is there and not empty; name a new folder");
  make_folder(folder);
  if (format == "txm") {
    write_txm_folder(context, options, folder);
  } else {
    write_text_folder(context, options, folder);
  }
}

}  // namespace sahafa
