#include "analysis/similar.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

#include "index/index_reader.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::array<OptionSpec, 2> kOptions = {{
    {"id", "ID", "id of the article", "", true},
    {"limit", "N", "articles to print", "10", false},
}};

Table run(const Context& context, const Options& options) {
  const IndexReader index(context.corpus);
  const std::int64_t limit = options.get_integer("limit");
  if (limit < 1) throw Error(ErrorCode::usage, "--limit: at least 1");
  const std::string_view given = options.get("id");
  ArticleId id;
  const auto [stop, error] = std::from_chars(given.data(), given.data() + given.size(), id.value);
  if (error != std::errc() || stop != given.data() + given.size() || id.value < 1)
    throw Error(ErrorCode::usage,
                fmt::format("\"{}\" is no article id; `sahafa articles` lists them", given));
  using enum TableBuilder::Type;
  TableBuilder table{{"rank", integer}, {"score", number}, {"id", integer}, {"key", text},
                     {"outlet", text},  {"lang", text},    {"date", text},  {"title", text}};
  for (const Hit& hit : index.find_similar(id, static_cast<std::size_t>(limit))) {
    const Article& article = hit.article;
    table.add(hit.rank).add(hit.score).add(article.id.value).add(article.key).add(article.outlet);
    table.add(article.lang).add(article.date).add(article.title);
  }
  return table.finish();
}

}  // namespace

constinit const Analysis kSimilar = {.name = "similar",
                                     .summary = "Articles that share the typical words of one",
                                     .example = "sahafa similar cnss-corpus 1",
                                     .options = kOptions,
                                     .run = run};

}  // namespace sahafa
