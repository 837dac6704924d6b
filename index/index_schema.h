// The terms, slots and metadata of the Xapian index. FORMAT.md explains them; one list, so that writer and
// reader agree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sahafa {

inline constexpr int kIndexSchema = 4;

/// Prefixes of terms. A key without prefix is a word of title or text.
namespace prefix {
inline constexpr std::string_view kTitle = "S";     ///< key of a title word
inline constexpr std::string_view kOutlet = "XO";   ///< folded outlet id
inline constexpr std::string_view kLang = "L";      ///< BCP 47 code
inline constexpr std::string_view kDay = "D";       ///< YYYYMMDD
inline constexpr std::string_view kMonth = "M";     ///< YYYYMM
inline constexpr std::string_view kYear = "Y";      ///< YYYY
inline constexpr std::string_view kGenre = "XG";    ///< folded genre
inline constexpr std::string_view kCluster = "XC";  ///< id of the canonical article
inline constexpr std::string_view kArticle = "Q";   ///< article id
}  // namespace prefix

/// Value slots, for sorting, collapsing and facets. The id of a document is that of its article.
enum class Slot : std::uint32_t { date = 0, outlet = 1, lang = 2, cluster = 3, genre = 4 };

/// Positions left free between the title and the text and between paragraphs, so that no phrase crosses.
inline constexpr std::uint32_t kPositionGap = 100;

namespace index_metadata {
inline constexpr std::string_view kSchema = "schema";
inline constexpr std::string_view kAnalysis = "analysis";
inline constexpr std::string_view kRevision = "revision";  ///< of the catalogue when the last update ended
inline constexpr std::string_view kLast = "last_article";  ///< all articles up to this id are in the index
inline constexpr std::string_view kChoice = "choice";      ///< index_choice.h
inline constexpr std::string_view kWords = "words";        ///< word_store.h: names of its files
}  // namespace index_metadata

/// The term for a value. Xapian takes at most 245 bytes: a longer one is cut at a character and told apart by
/// a hash.
std::string make_term(std::string_view prefix, std::string_view value);

}  // namespace sahafa
