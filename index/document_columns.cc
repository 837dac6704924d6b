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

/// NumPy's bytes of fixed width, filled up with zeros: the column needs no second file that could lag behind it.
DocumentColumn text_column(std::string_view file, std::span<const std::string> values) {
  std::size_t width = 1;
  for (const std::string& value : values) width = std::max(width, value.size());
  std::string bytes = npy_header(fmt::format("|S{}", width), values.size());
  for (const std::string& value : values) {
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
  std::vector<std::string> langs;
  std::vector<std::string> outlets;
  std::vector<std::string> countries;
  std::vector<std::string> genres;
  std::vector<std::string> dates;
  std::vector<std::int64_t> clusters;
  std::vector<std::uint32_t> copies;
  for (const Article& article : catalogue.list_articles()) {
    langs.push_back(article.lang);
    outlets.push_back(article.outlet);
    countries.emplace_back(registry.country_of(article.outlet));
    genres.push_back(article.genre);
    dates.push_back(article.date);
    const auto cluster = canonical.find(article.id);
    clusters.push_back((cluster == canonical.end() ? article.id : cluster->second).value);
    copies.push_back(std::max<std::uint32_t>(count_of[article.id], 1));
  }
  return {text_column(token_file::kDocumentLang, langs),
          text_column(token_file::kDocumentOutlet, outlets),
          text_column(token_file::kDocumentCountry, countries),
          text_column(token_file::kDocumentGenre, genres),
          text_column(token_file::kDocumentDate, dates),
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
