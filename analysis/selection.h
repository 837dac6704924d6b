// Which articles an analysis looks at: the sub-corpus options that all analyses share.
//
// What counts as one text: the articles of a duplicate cluster in one language. A translation is another
// text, of the same cluster. How copies of a text are counted is decided where articles are put into groups
// (grouping.h).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/selection_query.h"
#include "corpus/corpus.h"

namespace sahafa {

inline constexpr auto kSelectionOptions =
    join_options(std::array<OptionSpec, 5>{{
                     {"lang", "LANG", "only these languages, e.g. fr or fr,ar", "", false},
                     {"outlet", "OUTLET", "only these outlets: ids or names, with commas", "", false},
                     {"country", "COUNTRY", "only outlets of these countries, e.g. ma or ma,fr", "", false},
                     {"from", "DATE", "not before this day, month or year (ISO 8601)", "", false},
                     {"to", "DATE", "not after this day, month or year", "", false},
                 }},
                 kQueryOptions);

/// For analyses that count: how copies of a text count (grouping.h).
inline constexpr OptionSpec kCopiesOption = {
    "copies", "HOW", "copies of a text count once in a group, as a fraction (1/k each), or all", "once",
    false};

/// The options of an analysis over articles: its own, then those that choose the sub-corpus.
template <std::size_t... N>
constexpr auto with_selection(const std::array<OptionSpec, N>&... own) {
  return join_options(own..., kSelectionOptions);
}

/// An article of a sub-corpus.
struct Selected {
  Article article;           ///< without its text
  ArticleId cluster;         ///< canonical article of its duplicate cluster: the sampling unit
  std::int64_t copies = 1;   ///< times it stands in the sources
  std::string country = {};  ///< of its outlet, as the corpus's registry says it; empty if it does not
};

/// What the options lang, outlet, country, from and to ask of one article.
class SelectionFilter {
 public:
  /// `options` has to live as long. Throws Error(usage).
  SelectionFilter(const OutletRegistry& outlets, const Options& options);

  bool takes(std::string_view lang, std::string_view outlet, std::string_view date) const {
    return takes_lang(lang) && takes_outlet(outlet) && takes_date(date);
  }
  bool takes_lang(std::string_view lang) const;
  bool takes_outlet(std::string_view outlet) const;
  bool takes_date(std::string_view date) const;

 private:
  using Names = std::set<std::string, std::less<>>;
  Names langs_;
  Names outlets_;
  Names in_countries_;
  std::string_view from_;
  std::string_view to_;
};

/// The ids of those of `outlets` in the countries of the option country; empty where it is not given. Throws Error(usage) for a country without an
/// outlet.
std::vector<std::string> outlets_of_countries(const OutletRegistry& outlets, const Options& options);

/// The articles that fulfil all of kSelectionOptions, by id. All but the dates and where take lists
/// with commas; an outlet may be named in either script. An article dated by month or year is in when its
/// period touches the range; one without date is in only if no date is asked for. Throws Error(usage) for a
/// date that is none.
std::vector<Selected> select_articles(const Context& context, const Options& options);

/// Their ids alone, for listings that ask whether an article is in.
std::set<ArticleId> select_ids(const Context& context, const Options& options);

/// Marks, by position in `selection`, the articles that match a search query. Throws Error(usage) for a
/// broken query.
std::vector<std::uint8_t> match_selected(const Context& context, std::span<const Selected> selection,
                                         std::string_view query);

}  // namespace sahafa
