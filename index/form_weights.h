// How much articles say with some forms of words: BM25 over the places of the index, as Xapian weighs its terms, for what it has no terms for.
#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/document_set.h"
#include "index/word_store.h"

namespace sahafa {

/// The parameters that were best for French and Arabic press paragraphs together.
struct Bm25 {
  static constexpr double kSaturation = 1.2;   ///< k1
  static constexpr double kLength = 0.75;      ///< b
  static constexpr double kLeastLength = 0.5;  ///< of the mean
};

class FormWeights {
 public:
  /// Only `articles` are weighed, as others are not ranked. Everything has to live as long.
  FormWeights(const Xapian::Database& database, const WordStore& words, const DocumentSet& articles);

  /// Matches the articles that have one of the forms and weighs them as having one word (Robertson et al. 1994, "Okapi at TREC-3", with the
  /// lower bound of idf of Xapian 1.4). O(places).
  Xapian::Query weigh(std::span<const std::string> forms) const;
  /// The same of the forms with this beginning that most articles have, at most `most`.
  Xapian::Query weigh_kin(std::string_view beginning, std::size_t most) const;

 private:
  double length_of(std::uint32_t article, const WordFile& file) const;
  std::uint32_t count_with(std::span<const TypePlace> types, std::vector<std::uint32_t>& counts) const;

  const Xapian::Database* database_;
  const WordStore* words_;
  const DocumentSet* articles_;
  double mean_length_ = 1;
};

}  // namespace sahafa
