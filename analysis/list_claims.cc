#include "analysis/list_claims.h"

#include <array>

#include "analysis/selection.h"
#include "analysis/voice.h"

namespace sahafa {
namespace {

constexpr auto kOptions =
    with_selection<1>({{{"voice", "VOICE", "author, attributed or all", "all", false}}});

void add_claim(const Article& article, const Claim& claim, TableBuilder& table) {
  table.add(article.id.value).add(article.key).add(article.outlet).add(article.lang).add(claim.sentence);
  table.add(claim.holder).add(claim.holder_name).add(claim.voice).add(claim.target).add(claim.frame);
  table.add(claim.polarity).add(claim.modality);
  table.add(std::int64_t{claim.evidence.begin}).add(std::int64_t{claim.evidence.end});
  table.add(claim.cue).add(claim.rule).add(slice(article.text, claim.evidence));
}

Table run(const Context& context, const Options& options) {
  using enum TableBuilder::Type;
  TableBuilder table({{"id", integer},
                      {"key", text},
                      {"outlet", text},
                      {"lang", text},
                      {"sentence", integer},
                      {"holder", text},
                      {"holder_name", text},
                      {"voice", text},
                      {"target", text},
                      {"frame", text},
                      {"polarity", text},
                      {"modality", text},
                      {"begin", integer},
                      {"end", integer},
                      {"cue", text},
                      {"rule", text},
                      {"evidence", text}});
  const VoiceFilter takes_voice(options.get("voice"));
  const Catalogue& catalogue = context.corpus.catalogue();
  for (const Selected& selected : select_articles(context, options)) {
    const auto claims = catalogue.find_claims(selected.article.id);
    if (claims.empty()) continue;
    const auto article = catalogue.find_article(selected.article.id);
    if (!article) continue;  // removed meanwhile
    for (const Claim& claim : claims) {
      if (takes_voice(claim)) add_claim(*article, claim, table);
    }
  }
  return table.finish();
}

}  // namespace

constinit const Analysis kListClaims = {.name = "claims",
                                        .summary = "Lists every claim with its evidence",
                                        .example = "sahafa claims cnss-corpus --outlet le360 --format jsonl",
                                        .options = kOptions,
                                        .run = run};

}  // namespace sahafa
