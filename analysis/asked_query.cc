#include "analysis/asked_query.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "index/expand_query.h"
#include "text/error.h"

namespace sahafa {
namespace {

AskedQuery finish(Query query, const Options& options, const Codebook& codebook) {
  AskedQuery asked;
  asked.notes.push_back(fmt::format("query: {}", query.text()));
  for (const std::string& name : expand_names(query, codebook).added)
    asked.notes.push_back(fmt::format("names: {}", name));
  if (options.is_on("translate-query")) {
    Expansion translated = translate_words(query);
    for (const std::string& word : translated.added)
      asked.notes.push_back(fmt::format("translated: {}", word));
    query = std::move(translated.query);
  }
  asked.query = std::move(query);
  return asked;
}

// One member a text: the canonical article if it is here, else the first.
std::vector<Found> keep_one_each(std::vector<Found> found) {
  std::map<std::pair<ArticleId, std::string>, std::size_t> kept;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Selected& selected = found[i].selected;
    const auto [slot, is_first] = kept.emplace(std::pair(selected.cluster, selected.article.lang), i);
    if (!is_first && selected.article.id == selected.cluster) slot->second = i;
  }
  std::vector<std::size_t> order;
  for (const auto& [text, index] : kept) order.push_back(index);
  std::ranges::sort(order);
  std::vector<Found> result;
  result.reserve(order.size());
  for (const std::size_t index : order) result.push_back(std::move(found[index]));
  return result;
}

}  // namespace

AskedQuery read_query(const Context& context, const Options& options) {
  const Codebook& codebook = context.corpus.codebook();
  return finish(Query::parse(options.get("query"), codebook), options, codebook);
}

AskedQuery read_query_with_selection(const Context& context, const Options& options) {
  const Codebook& codebook = context.corpus.codebook();
  Query query = Query::parse(options.get("query"), codebook);
  for (const std::string_view field : {"lang", "outlet"}) {
    if (options.has(field)) query = query & Query::parse(fmt::format("{}:{}", field, options.get(field)));
  }
  if (const std::vector<std::string> outlets = outlets_of_countries(context.corpus.outlets(), options);
      !outlets.empty())
    query = query & Query::parse(fmt::format("outlet:{}", fmt::join(outlets, ",")));
  if (options.has("from") || options.has("to")) {
    query = query & Query::parse(fmt::format("date:{}..{}", options.get("from"), options.get("to")));
  }
  if (options.has("where")) query = query & Query::parse(options.get("where"), codebook);
  return finish(std::move(query), options, codebook);
}

bool count_all_copies(const AskedQuery& asked, const Options& options) {
  const std::string_view copies = options.get("copies");
  if (copies != "once" && copies != "all")
    throw Error(ErrorCode::usage, fmt::format("--copies takes once or all, not \"{}\"", copies));
  return asked.query.all_copies().value_or(copies == "all");
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
  std::vector<Found> found;
  for (Selected& selected : select_articles(context, options)) {
    const auto match = std::ranges::lower_bound(hits, selected.article.id, {}, &ArticleHits::article);
    if (match != hits.end() && match->article == selected.article.id)
      found.push_back({std::move(selected), match->hits});
  }
  return all_copies ? found : keep_one_each(std::move(found));
}

}  // namespace sahafa
