#include "analysis/list_quotations.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "analysis/claims/extractor.h"
#include "analysis/selection.h"
#include "text/error.h"
#include "text/tokenize.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection<2>(
    {{{"holder", "ACTOR", "only what this actor of the codebook says, or one under it", "", false},
      {"min", "N", "shortest quotation in words: shorter ones are mostly names and words of distance", "3",
       false}}});

std::int64_t words_of(std::string_view text) {
  const auto tokens = tokenize(text);
  return std::ranges::count_if(tokens, [](const Token& token) { return token.kind != TokenKind::mark; });
}

Table run(const Context& context, const Options& options) {
  using enum TableBuilder::Type;
  TableBuilder table({{"id", integer},
                      {"key", text},
                      {"outlet", text},
                      {"lang", text},
                      {"date", text},
                      {"sentence", integer},
                      {"holder", text},
                      {"holder_name", text},
                      {"begin", integer},
                      {"end", integer},
                      {"words", integer},
                      {"quotation", text}});
  const Codebook& codebook = context.corpus.codebook();
  const ClaimExtractor extractor(codebook);
  const std::string holder(options.get("holder"));
  if (!holder.empty() && codebook.find_actor(holder) == nullptr) {
    throw Error(
        ErrorCode::usage,
        fmt::format("holder \"{}\" is no actor of the codebook; sahafa codebook show lists them", holder));
  }
  const std::int64_t least = options.get_integer("min");
  for (const Selected& selected : select_articles(context, options)) {
    const auto article = context.corpus.catalogue().find_article(selected.article.id);
    if (!article) continue;  // removed meanwhile
    for (const Quotation& quotation : extractor.quotations(*article)) {
      const std::string_view said = slice(article->text, quotation.span);
      const std::int64_t words = words_of(said);
      if (words < least || (!holder.empty() && !codebook.is_under(quotation.holder, holder))) continue;
      table.add(article->id.value)
          .add(article->key)
          .add(article->outlet)
          .add(article->lang)
          .add(article->date);
      table.add(quotation.sentence).add(quotation.holder).add(quotation.holder_name);
      table.add(std::int64_t{quotation.span.begin})
          .add(std::int64_t{quotation.span.end})
          .add(words)
          .add(said);
    }
  }
  return table.finish();
}

}  // namespace

constinit const Analysis kListQuotations = {.name = "quotations",
                                            .summary = "Lists direct speech with the one who says it",
                                            .example = "sahafa quotations cnss-corpus --min 1",
                                            .options = kOptions,
                                            .run = run};

}  // namespace sahafa
