// Where the words of a plan stand in an article, read from its text: everything a query can ask for, with the bytes.
#pragma once

#include <cstddef>
#include <vector>

#include "corpus/article.h"
#include "index/find_hits.h"
#include "index/word_matcher.h"
#include "index/word_places.h"
#include "text/analyze.h"

namespace sahafa {

/// Title or text of an article with its words.
struct ReadZone {
  AnalyzedText analyzed;
  std::vector<PlacedWord> words;
};

struct ReadArticle {
  ReadZone title;
  ReadZone text;
  Places places;
};

/// Position behind the last part of a word.
std::uint32_t end_of(const PlacedWord& word);

/// Not thread-safe. What is passed in has to live as long.
class TextPlaces {
 public:
  TextPlaces(const QueryPlan& plan, Analyzer& analyzer, SearchKeys& keys,
             TitleWords title_words = TitleWords::in_titles);

  /// O(text).
  ReadArticle read(const Article& article);

 private:
  ReadZone read_zone(const std::string& text, std::uint32_t& position);
  void place(const ReadZone& zone, bool title, Places& places);
  void place_exact(const ReadZone& zone, Places& places) const;

  const QueryPlan* plan_;
  Analyzer* analyzer_;
  SearchKeys* keys_;
  TitleWords title_words_;
  WordMatcher matcher_;
  std::vector<std::size_t> exact_words_;
};

}  // namespace sahafa
