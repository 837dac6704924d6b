#include "index/token_store_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "index/analysis_version.h"
#include "text/error.h"

namespace sahafa {

Vocabulary::Vocabulary(NpyColumn<std::uint8_t> text, NpyColumn<std::uint64_t> offsets)
    : text_(std::move(text)), offsets_(std::move(offsets)) {}

std::string_view Vocabulary::get(std::uint32_t id) const {
  const auto offsets = offsets_.values();
  const auto* bytes = reinterpret_cast<const char*>(text_.values().data());
  return {bytes + offsets[id], offsets[id + 1] - offsets[id]};
}

std::optional<std::uint32_t> Vocabulary::find(std::string_view string) const {
  for (std::uint32_t id = 0; id < size(); ++id) {
    if (get(id) == string) return id;
  }
  return std::nullopt;
}

TokenStore::TokenStore(const std::filesystem::path& directory, TokenStoreRecord record)
    : record_(std::move(record)),
      surface_ids_(directory / token_file::kSurfaces, record_.tokens),
      form_ids_(directory / token_file::kForms, record_.tokens),
      stem_ids_(directory / token_file::kStems, record_.tokens),
      begins_(directory / token_file::kBegins, record_.tokens),
      kinds_(directory / token_file::kKinds, record_.tokens),
      document_offsets_(directory / token_file::kDocumentOffsets, record_.documents + 1),
      sentence_offsets_(directory / token_file::kSentenceOffsets, record_.sentences + 1),
      paragraph_offsets_(directory / token_file::kParagraphOffsets, record_.paragraphs + 1),
      article_ids_(directory / token_file::kDocumentArticles, record_.documents),
      words_(directory / token_file::kDocumentWords, record_.documents),
      matrix_offsets_(directory / token_file::kMatrixOffsets, record_.documents + 1),
      matrix_cells_(directory / token_file::kMatrixCells, 2 * record_.cells),
      surfaces_({directory / token_file::kSurfaceText, record_.surface_bytes},
                {directory / token_file::kSurfaceOffsets, record_.surface_types + 1}),
      forms_({directory / token_file::kFormText, record_.form_bytes},
             {directory / token_file::kFormOffsets, record_.form_types + 1}),
      stems_({directory / token_file::kStemText, record_.stem_bytes},
             {directory / token_file::kStemOffsets, record_.stem_types + 1}) {}

TokenStore TokenStore::load(const std::filesystem::path& directory) {
  auto record = load_token_store_record(directory);
  if (!record) {
    throw Error(
        ErrorCode::not_found,
        fmt::format("{}: no token store; run `sahafa ingest` on the corpus to make it", directory.string()));
  }
  if (record->analysis != analysis_version()) {
    throw Error(
        ErrorCode::malformed,
        fmt::format("{}: made by text analysis {}, this sahafa uses {}; run `sahafa ingest` on the corpus to "
                    "make it again",
                    directory.string(), record->analysis, analysis_version()));
  }
  return {directory, *std::move(record)};
}

std::span<const TermCount> TokenStore::matrix_row(std::size_t document) const {
  static_assert(sizeof(TermCount) == 2 * sizeof(std::uint32_t));
  const auto* cells = reinterpret_cast<const TermCount*>(matrix_cells_.values().data());
  const std::uint64_t begin = matrix_offsets_.values()[document];
  const std::uint64_t end = matrix_offsets_.values()[document + 1];
  if (begin > end || end > record_.cells)
    throw Error(ErrorCode::malformed,
                "the document-term matrix of the token store is damaged; delete the folder tokens/ "
                "and run `sahafa ingest` on the corpus: it is made again");
  return {cells + begin, end - begin};
}

std::optional<std::size_t> TokenStore::find_document(ArticleId article) const {
  const auto ids = article_ids();
  const auto at = std::ranges::lower_bound(ids, article.value);
  if (at == ids.end() || *at != article.value) return std::nullopt;
  return static_cast<std::size_t>(at - ids.begin());
}

}  // namespace sahafa
