#include "index/document_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <span>

#include "corpus/outlet.h"
#include "index/npy_file.h"
#include "index/token_store_format.h"

namespace sahafa {
namespace {

/// NumPy's bytes of fixed width, filled up with zeros: the column needs no second file that could lag behind it. `field` gives the value of an
/// article as a view.
template <class Field>
DocumentColumn text_column(std::string_view file, std::span<const Article> articles, const Field& field) {
  std::size_t width = 1;
  for (const Article& article : articles) width = std::max(width, field(article).size());
  std::string bytes = npy_header(fmt::format("|S{}", width), articles.size());
  bytes.reserve(bytes.size() + width * articles.size());
  for (const Article& article : articles) {
    const std::string_view value = field(article);
    bytes += value;
    bytes.append(width - value.size(), '\0');
  }
  return {file, std::move(bytes)};
}

template <class T>
DocumentColumn number_column(std::string_view file, std::span<const T> values) {
  std::string bytes = npy_header(npy_type<T>(), values.size());
  bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  return {file, std::move(bytes)};
}

}  // namespace

std::vector<DocumentColumn> make_document_columns(const Corpus& corpus) {
  const Catalogue& catalogue = corpus.catalogue();
  const OutletRegistry& registry = corpus.outlets();
  std::map<ArticleId, ArticleId> canonical;
  for (const ClusterMember& member : catalogue.list_clusters()) canonical[member.article] = member.canonical;
  std::map<ArticleId, std::uint32_t> count_of;
  for (const Copy& copy : catalogue.list_copies()) ++count_of[copy.article];
  const std::vector<Article> articles = catalogue.list_articles();
  std::vector<std::int64_t> clusters;
  std::vector<std::uint32_t> copies;
  for (const Article& article : articles) {
    const auto cluster = canonical.find(article.id);
    clusters.push_back((cluster == canonical.end() ? article.id : cluster->second).value);
    copies.push_back(std::max<std::uint32_t>(count_of[article.id], 1));
  }
  const auto text = [&](std::string_view file, std::string Article::* field) {
    return text_column(file, articles,
                       [field](const Article& article) { return std::string_view(article.*field); });
  };
  return {text(token_file::kDocumentLang, &Article::lang),
          text(token_file::kDocumentOutlet, &Article::outlet),
          text_column(token_file::kDocumentCountry, articles,
                      [&](const Article& article) { return registry.country_of(article.outlet); }),
          text(token_file::kDocumentGenre, &Article::genre),
          text(token_file::kDocumentDate, &Article::date),
          number_column<std::int64_t>(token_file::kDocumentCluster, clusters),
          number_column<std::uint32_t>(token_file::kDocumentCopies, copies)};
}

void save_document_columns(const std::filesystem::path& directory,
                           const std::vector<DocumentColumn>& columns) {
  for (const DocumentColumn& column : columns) replace_file(directory / column.file, column.bytes);
}

std::string_view find_other_column(const std::filesystem::path& directory,
                                   const std::vector<DocumentColumn>& columns) {
  for (const DocumentColumn& column : columns) {
    std::ifstream file(directory / column.file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (bytes != column.bytes) return column.file;
  }
  return {};
}

}  // namespace sahafa
