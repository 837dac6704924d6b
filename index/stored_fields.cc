#include "index/stored_fields.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <string>

#include "index/token_store_format.h"
#include "text/error.h"

namespace sahafa {
namespace {

/// The n of "|Sn" in the header of a file that is long enough to have one.
std::size_t read_width(const std::filesystem::path& path) {
  const MappedFile file(path, kNpyHeaderBytes);
  const std::string_view header(reinterpret_cast<const char*>(file.data()), kNpyHeaderBytes);
  constexpr std::string_view kType = "'|S";
  const std::size_t at = header.find(kType);
  std::size_t width = 0;
  if (at != std::string_view::npos)
    std::from_chars(header.data() + at + kType.size(), header.data() + header.size(), width);
  if (width == 0) throw Error(ErrorCode::malformed, path.string() + ": not a column of texts");
  return width;
}

}  // namespace

TextColumn::TextColumn(const std::filesystem::path& path, std::size_t count)
    : file_(path, kNpyHeaderBytes + count * read_width(path)),
      count_(count),
      width_(count == 0 ? 1 : (file_.size() - kNpyHeaderBytes) / count) {}

std::string_view TextColumn::bytes_of(std::size_t row) const {
  return {reinterpret_cast<const char*>(file_.data()) + kNpyHeaderBytes + row * width_, width_};
}

std::string_view TextColumn::at(std::size_t row) const {
  const std::string_view bytes = bytes_of(row);
  return bytes.substr(0, bytes.find('\0'));
}

NumberedTexts TextColumn::number() const {
  NumberedTexts texts = number_texts(count_, [this](std::size_t row) { return bytes_of(row); });
  for (std::string& value : texts.values) value.resize(std::min(value.size(), value.find('\0')));
  return texts;
}

StoredFields::StoredFields(const std::filesystem::path& folder, std::size_t count)
    : articles_(folder / token_file::kDocumentArticles, count),
      clusters_(folder / token_file::kDocumentCluster, count),
      words_(folder / token_file::kDocumentWords, count),
      copies_(folder / token_file::kDocumentCopies, count),
      outlets_(folder / token_file::kDocumentOutlet, count),
      langs_(folder / token_file::kDocumentLang, count),
      dates_(folder / token_file::kDocumentDate, count),
      genres_(folder / token_file::kDocumentGenre, count) {}

std::optional<StoredFields> StoredFields::find(const Corpus& corpus, std::int64_t revision) {
  try {
    const auto record = load_token_store_record(corpus.tokens_path());
    if (!record || record->revision != revision) return std::nullopt;
    StoredFields fields(corpus.tokens_path(), record->documents);
    // A writer replaces the columns before the record: the same record means that these are its columns.
    const auto again = load_token_store_record(corpus.tokens_path());
    if (again != record) return std::nullopt;
    return fields;
  } catch (const Error&) {  // another format, damaged, or gone: the index knows as well
    return std::nullopt;
  }
}

std::optional<std::vector<ArticleFields>> StoredFields::read(std::span<const ArticleId> articles) const {
  const std::span<const std::int64_t> ids = articles_.values();
  std::vector<ArticleFields> fields;
  fields.reserve(articles.size());
  std::size_t row = 0;
  for (const ArticleId article : articles) {
    while (row < ids.size() && ids[row] < article.value) ++row;
    if (row == ids.size() || ids[row] != article.value) return std::nullopt;
    fields.push_back({.cluster = {clusters_.values()[row]},
                      .outlet = outlets_.at(row),
                      .lang = langs_.at(row),
                      .date = dates_.at(row),
                      .genre = genres_.at(row)});
  }
  return fields;
}

}  // namespace sahafa
