#include "analysis/search.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "analysis/asked_query.h"
#include "index/index_reader.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection<9>({{
    kQueryArgument,
    {"limit", "N", "hits to print", "10", false},
    {"offset", "N", "hits to leave out first", "0", false},
    {"sort", "ORDER", "relevance, newest or oldest", "relevance", false},
    {"copies", "HOW", "once: the best hit of a cluster stands for its copies; all", "once", false},
    {"facets", "FIELDS",
     "count matching articles by outlet, lang, month, genre, frame, actor, target, holder (with commas) "
     "instead",
     "", false},
    {"explain", "", "say in notes under which terms each word was looked for", "", false},
    kTranslateOption,
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
constexpr std::array<std::pair<std::string_view, Facet>, 8> kFacets = {{{"outlet", Facet::outlet},
                                                                        {"lang", Facet::lang},
                                                                        {"month", Facet::month},
                                                                        {"genre", Facet::genre},
                                                                        {"frame", Facet::frame},
                                                                        {"actor", Facet::actor},
                                                                        {"target", Facet::target},
                                                                        {"holder", Facet::holder}}};

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
  const AskedQuery asked = read_query_with_selection(context, options);
  const Query& query = asked.query;
  const Copies copies = count_all_copies(asked, options) ? Copies::all : Copies::collapse;
  std::vector<std::string> notes = asked.notes;
  std::ranges::move(suggestion_notes(index, query), std::back_inserter(notes));
  if (options.is_on("explain")) std::ranges::move(index.explain(query), std::back_inserter(notes));
  Table table;
  if (options.has("facets")) {
    table = list_facets(index, query, copies, options.get("facets"));
  } else {
    const SearchResult result = index.search(query, {.offset = options.get_count("offset"),
                                                     .limit = options.get_count("limit"),
                                                     .sort = choose("sort", options.get("sort"), kSorts),
                                                     .copies = copies});
    table = list_hits(result, options.get("mark") == "none" ? std::string_view{} : options.get("mark"));
    notes.push_back(fmt::format("{} articles match", result.total));
  }
  table.notes.insert(table.notes.begin(), std::make_move_iterator(notes.begin()),
                     std::make_move_iterator(notes.end()));
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
