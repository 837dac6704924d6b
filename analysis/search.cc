#include "analysis/search.h"

#include <fmt/core.h>

#include <array>
#include <string>

#include "analysis/selection.h"
#include "index/index_reader.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection<7>({{
    {"query", "QUERY", "words, \"phrases\", AND OR NOT, outlet: lang: date:A..B genre: title:", "", true},
    {"limit", "N", "hits to print", "10", false},
    {"offset", "N", "hits to leave out first", "0", false},
    {"sort", "ORDER", "relevance, newest or oldest", "relevance", false},
    {"copies", "HOW", "once: the best hit of a cluster stands for its copies; all", "once", false},
    {"facets", "FIELDS", "count matching articles by outlet, lang, month, genre (with commas) instead", "",
     false},
    {"mark", "MARK", "put around the words that were found; none marks nothing", "**", false},
}});

template <class Value, std::size_t N>
Value choose(std::string_view option, std::string_view name,
             const std::array<std::pair<std::string_view, Value>, N>& choices) {
  std::string known;
  for (const auto& [choice, value] : choices) {
    if (choice == name) return value;
    known += fmt::format("{}{}", known.empty() ? "" : ", ", choice);
  }
  throw Error(ErrorCode::usage, fmt::format("--{} {}: there are {}", option, name, known));
}

constexpr std::array<std::pair<std::string_view, SortOrder>, 3> kSorts = {
    {{"relevance", SortOrder::relevance}, {"newest", SortOrder::newest}, {"oldest", SortOrder::oldest}}};
constexpr std::array<std::pair<std::string_view, Copies>, 2> kCopies = {
    {{"once", Copies::collapse}, {"all", Copies::all}}};
constexpr std::array<std::pair<std::string_view, Facet>, 4> kFacets = {
    {{"outlet", Facet::outlet}, {"lang", Facet::lang}, {"month", Facet::month}, {"genre", Facet::genre}}};

// The sub-corpus options in the query language, so that the query that is cited says everything.
Query with_selection_options(Query query, const Options& options) {
  for (const std::string_view field : {"lang", "outlet"}) {
    if (options.has(field)) query = query & Query::parse(fmt::format("{}:{}", field, options.get(field)));
  }
  if (options.has("from") || options.has("to")) {
    query = query & Query::parse(fmt::format("date:{}..{}", options.get("from"), options.get("to")));
  }
  if (options.has("where")) query = query & Query::parse(options.get("where"));
  return query;
}

std::size_t get_count(const Options& options, std::string_view name) {
  const std::int64_t value = options.get_integer(name);
  if (value < 0) throw Error(ErrorCode::usage, fmt::format("--{} {}: must not be negative", name, value));
  return static_cast<std::size_t>(value);
}

Table list_facets(const IndexReader& index, const Query& query, Copies copies, std::string_view fields) {
  using enum TableBuilder::Type;
  TableBuilder table{{"facet", text}, {"value", text}, {"articles", integer}};
  while (!fields.empty()) {
    const std::string_view field = fields.substr(0, fields.find(','));
    fields.remove_prefix(std::min(field.size() + 1, fields.size()));
    for (const FacetCount& count : index.count_facet(query, choose("facets", field, kFacets), copies)) {
      table.add(field).add(count.value).add(count.articles);
    }
  }
  return table.finish();
}

Table list_hits(const SearchResult& result, std::string_view mark) {
  using enum TableBuilder::Type;
  TableBuilder table{{"rank", integer}, {"score", number}, {"id", integer},
                     {"key", text},     {"outlet", text},  {"lang", text},
                     {"date", text},    {"title", text},   {"snippet", text}};
  for (const Hit& hit : result.hits) {
    const Article& article = hit.article;
    table.add(hit.rank).add(hit.score).add(article.id.value).add(article.key).add(article.outlet);
    table.add(article.lang).add(article.date).add(article.title).add(mark_up(hit.snippet, mark, mark));
  }
  return table.finish();
}

Table run(const Context& context, const Options& options) {
  const IndexReader index(context.corpus);
  const Query query = with_selection_options(Query::parse(options.get("query")), options);
  const Copies copies = choose("copies", options.get("copies"), kCopies);
  if (options.has("facets")) {
    Table table = list_facets(index, query, copies, options.get("facets"));
    table.notes.push_back(fmt::format("query: {}", query.text()));
    return table;
  }
  const SearchResult result = index.search(query, {.offset = get_count(options, "offset"),
                                                   .limit = get_count(options, "limit"),
                                                   .sort = choose("sort", options.get("sort"), kSorts),
                                                   .copies = copies});
  const std::string_view mark = options.get("mark") == "none" ? std::string_view{} : options.get("mark");
  Table table = list_hits(result, mark);
  table.notes.push_back(fmt::format("query: {}; {} articles match", result.query, result.total));
  return table;
}

}  // namespace

constinit const Analysis kSearch = {
    .name = "search",
    .summary = "Finds articles: ranked hits with snippets, in French and Arabic",
    .example = "sahafa search cnss-corpus \"fuite données CNSS\"",
    .options = kOptions,
    .run = run};

}  // namespace sahafa
