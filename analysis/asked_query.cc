#include "analysis/asked_query.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "analysis/grouping.h"
#include "index/expand_query.h"
#include "text/error.h"

namespace sahafa {
namespace {

AskedQuery finish(Query query, const Options& options, const Corpus& corpus) {
  AskedQuery asked;
  asked.notes.push_back(fmt::format("query: {}", query.text()));
  asked.notes.insert(asked.notes.end(), query.remarks().begin(), query.remarks().end());
  for (const std::string& name : expand_names(query, corpus.codebook(), corpus.equivalents()).added)
    asked.notes.push_back(fmt::format("names: {}", name));
  if (options.is_on("translate-query")) {
    Expansion translated = translate_words(query, corpus.equivalents());
    for (const std::string& word : translated.added)
      asked.notes.push_back(fmt::format("translated: {}", word));
    query = std::move(translated.query);
  }
  asked.query = std::move(query);
  return asked;
}

// One member a text: the canonical article if it is here, else the first.
std::vector<Found> keep_one_each(std::vector<Found> found) {
  std::unordered_map<std::int64_t, std::size_t>
      by_cluster;  // the first of its languages, 1 + index in `kept`
  std::map<std::pair<ArticleId, std::string_view>, std::size_t> by_text;  // the others
  by_cluster.reserve(found.size());
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const ArticleFields& fields = found[i].fields;
    auto [place, is_first] = by_cluster.try_emplace(fields.cluster.value, kept.size());
    std::size_t slot = place->second;
    if (!is_first && found[kept[slot]].fields.lang != fields.lang) {
      const auto other = by_text.try_emplace({fields.cluster, fields.lang}, kept.size());
      slot = other.first->second;
      is_first = other.second;
    }
    if (is_first) {
      kept.push_back(i);
    } else if (found[i].article == fields.cluster) {
      kept[slot] = i;
    }
  }
  std::ranges::sort(kept);
  for (std::size_t i = 0; i < kept.size(); ++i) found[i] = found[kept[i]];
  found.resize(kept.size());
  return found;
}

}  // namespace

AskedQuery read_query(const Context& context, const Options& options) {
  return finish(Query::parse(options.get("query"), context.corpus.codebook()), options, context.corpus);
}

AskedQuery read_query_with_selection(const Context& context, const Options& options) {
  const Codebook& codebook = context.corpus.codebook();
  Query query = Query::parse(options.get("query"), codebook);
  for (const std::string_view field : {"lang", "outlet"}) {
    if (options.has(field)) query = query & field_query(field, options.get_list(field), codebook);
  }
  if (const std::vector<std::string> outlets = outlets_of_countries(context.corpus.outlets(), options);
      !outlets.empty())
    query = query & Query::parse(fmt::format("outlet:{}", fmt::join(outlets, ",")));
  if (options.has("from") || options.has("to")) {
    query = query & Query::parse(fmt::format("date:{}..{}", options.get("from"), options.get("to")));
  }
  if (auto selected = selection_query(options, codebook)) query = query & std::move(*selected);
  return finish(std::move(query), options, context.corpus);
}

bool count_all_copies(const AskedQuery& asked, const Options& options) {
  const CopyCounting copies = copy_counting_from_string(options.get("copies"));
  if (copies == CopyCounting::fraction)
    throw Error(ErrorCode::usage, "hits are whole: --copies takes once or all, not fraction");
  return asked.query.all_copies().value_or(copies == CopyCounting::all);
}

std::vector<std::string> suggestion_notes(const IndexReader& index, const Query& query) {
  std::vector<std::string> notes;
  for (const Suggestion& suggestion : index.suggest(query)) {
    notes.push_back(fmt::format("no article has \"{}\": did you mean {}?", suggestion.word,
                                fmt::join(suggestion.instead, ", ")));
  }
  return notes;
}

std::vector<Found> find_articles(const Context& context, const Options& options, const IndexReader& index,
                                 const Query& query, bool all_copies) {
  const std::vector<ArticleHits> hits = index.count_hits(query);
  std::vector<ArticleId> ids;
  ids.reserve(hits.size());
  for (const ArticleHits& one : hits) ids.push_back(one.article);
  const std::optional<Query> selected = selection_query(options, context.corpus.codebook());
  std::vector<ArticleId> in_selected;
  if (selected) in_selected = index.matching_articles(*selected);
  const std::vector<ArticleFields> fields = index.read_fields(ids);
  const SelectionFilter filter(context.corpus.outlets(), options);
  std::vector<Found> found;
  found.reserve(hits.size());
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const bool taken = filter.takes(fields[i].lang, fields[i].outlet, fields[i].date) &&
                       (!selected || std::ranges::binary_search(in_selected, ids[i]));
    if (taken) found.push_back({ids[i], fields[i], hits[i].hits});
  }
  return all_copies ? found : keep_one_each(std::move(found));
}

}  // namespace sahafa
