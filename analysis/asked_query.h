// The query that a verb was asked for, with the options that belong to it: what search, count, kwic and trend share.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/selection.h"
#include "index/index_reader.h"
#include "index/query.h"

namespace sahafa {

inline constexpr OptionSpec kQueryArgument = {
    "query", "QUERY",
    "words, \"phrases\", AND OR NOT, NEAR/5, outlet: lang: date:A..B title: concept: (see the manual)", "",
    true};
inline constexpr OptionSpec kTranslateOption = {
    "translate-query", "", "also look for the usual translations of its words; a note says which", "", false};

struct AskedQuery {
  Query query;                     ///< translated, if that was asked for
  std::vector<std::string> notes;  ///< the query as it was understood, and what was added
};

/// Reads the options query and translate-query. Throws Error(usage).
AskedQuery read_query(const Context& context, const Options& options);

/// The same with the options lang, outlet, from, to and where as a part of the query, so that the query that is cited
/// says everything.
AskedQuery read_query_with_selection(const Context& context, const Options& options);

/// Whether every copy counts: what the query says (duplicates:), else the option copies (once or all). Throws
/// Error(usage).
bool count_all_copies(const AskedQuery& asked, const Options& options);

/// "no article has \"fiute\": did you mean fuite?", for each word without hits that has a neighbour.
std::vector<std::string> suggestion_notes(const IndexReader& index, const Query& query);

/// An article that matches, with its hits.
struct Found {
  ArticleId article;
  ArticleFields fields;  ///< views of the index that was asked, until it is asked again
  std::int64_t hits = 0;
};

/// The articles of the sub-corpus that match, by id; of a text that stands in several of them (a cluster in one language)
/// the canonical or first one alone unless `all_copies`.
std::vector<Found> find_articles(const Context& context, const Options& options, const IndexReader& index,
                                 const Query& query, bool all_copies);

}  // namespace sahafa
