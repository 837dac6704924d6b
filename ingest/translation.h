// Translations: which articles of two languages say the same, sentence by sentence.
//
// 1. Articles of one language are compared with those of the other by their anchor sketches (anchors.h): cosine with
//    inverse document frequency, the length-normalised dictionary model of cross-language retrieval (CL-ASA without a
//    trained table). Anchors that too many articles have are left out; articles whose dates are known to lie more
//    than three days apart are not compared. Of each article the three likest go on.
// 2. Their sentences are aligned in order (align.h). What is in common there decides: from kTranslation on, if each is
//    the other's best and no third article comes close.
// Every rule looks at the texts of the corpus as a whole, never at the order in which they came.
// All functions may be called from several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "ingest/align.h"
#include "ingest/day_range.h"

namespace sahafa {

/// Which side of a translation an article can be on.
enum class Side : std::uint8_t { french, arabic, other };
Side side_of(std::string_view lang);

/// An article as the search for candidates sees it.
struct AnchoredArticle {
  ArticleId id;
  Side side = Side::other;
  std::optional<DayRange> days;
  std::vector<std::uint64_t> anchors;  ///< make_anchor_sketch
};

/// The pairs (French, Arabic) worth aligning, sorted. O(sum over anchors of French times Arabic articles that have
/// it), with both bounded for each anchor.
std::vector<std::pair<ArticleId, ArticleId>> find_translation_candidates(
    std::span<const AnchoredArticle> articles);

/// The evidence for or against a pair, sentences included where it may be a translation.
AlignedPair align_articles(ArticleId a, const AnchoredText& a_text, ArticleId b, const AnchoredText& b_text);

/// Those of the aligned pairs that are translations, sorted.
std::vector<AlignedPair> choose_translations(std::span<const AlignedPair> pairs);

}  // namespace sahafa
