// What the files in tokens/ are called and the record (store.json) that says how much of them counts.
// FORMAT.md is the description for people; these are its names.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sahafa {

inline constexpr int kTokenStoreFormat = 2;

/// store.json: the commit point. Files may hold more than it says, never less.
struct TokenStoreRecord {
  int format = kTokenStoreFormat;
  std::string analysis;        ///< analysis_version() of the tokens
  std::int64_t revision = -1;  ///< of the catalogue when the last update ended; -1 while one is under way
  /// Names the content: a chain over forms and kinds, document by document. Who keeps results made from a store keeps them under it.
  std::uint64_t hash = 0;
  std::uint64_t tokens = 0;
  std::uint64_t documents = 0;
  std::uint64_t sentences = 0;
  std::uint64_t paragraphs = 0;
  std::uint64_t cells = 0;  ///< of the document-term matrix
  std::uint64_t surface_types = 0;
  std::uint64_t surface_bytes = 0;
  std::uint64_t form_types = 0;
  std::uint64_t form_bytes = 0;
  std::uint64_t stem_types = 0;
  std::uint64_t stem_bytes = 0;

  friend bool operator==(const TokenStoreRecord&, const TokenStoreRecord&) = default;
};

/// The hash of a store whose last document has these forms and kinds, from that of the store without it.
std::uint64_t chain_hash(std::uint64_t before, std::span<const std::uint32_t> forms,
                         std::span<const std::uint8_t> kinds);

/// nullopt when there is no store.json. Throws Error: malformed (also of an older format), unreadable, newer_format.
std::optional<TokenStoreRecord> load_token_store_record(const std::filesystem::path& directory);

/// Replaces store.json at once: readers see the old record or the new one. Throws Error: disk_full,
/// unreadable.
void save_token_store_record(const std::filesystem::path& directory, const TokenStoreRecord& record);

namespace token_file {
inline constexpr std::string_view kSurfaces = "tokens.surface.npy";
inline constexpr std::string_view kForms = "tokens.form.npy";
inline constexpr std::string_view kStems = "tokens.stem.npy";
inline constexpr std::string_view kBegins = "tokens.begin.npy";
inline constexpr std::string_view kKinds = "tokens.kind.npy";
inline constexpr std::string_view kDocumentOffsets = "documents.offset.npy";
inline constexpr std::string_view kDocumentArticles = "documents.article.npy";
inline constexpr std::string_view kSentenceOffsets = "sentences.offset.npy";
inline constexpr std::string_view kParagraphOffsets = "paragraphs.offset.npy";
inline constexpr std::string_view kDocumentWords = "documents.words.npy";
inline constexpr std::string_view kDocumentLang = "documents.lang.npy";
inline constexpr std::string_view kDocumentOutlet = "documents.outlet.npy";
inline constexpr std::string_view kDocumentCountry = "documents.country.npy";
inline constexpr std::string_view kDocumentGenre = "documents.genre.npy";
inline constexpr std::string_view kDocumentDate = "documents.date.npy";
inline constexpr std::string_view kDocumentCluster = "documents.cluster.npy";
inline constexpr std::string_view kDocumentCopies = "documents.copies.npy";
inline constexpr std::string_view kMatrixOffsets = "matrix.offset.npy";
inline constexpr std::string_view kMatrixCells = "matrix.cell.npy";
inline constexpr std::string_view kSurfaceText = "surfaces.text.npy";
inline constexpr std::string_view kSurfaceOffsets = "surfaces.offset.npy";
inline constexpr std::string_view kFormText = "forms.text.npy";
inline constexpr std::string_view kFormOffsets = "forms.offset.npy";
inline constexpr std::string_view kStemText = "stems.text.npy";
inline constexpr std::string_view kStemOffsets = "stems.offset.npy";
}  // namespace token_file

}  // namespace sahafa
