#include "analysis/list_evidence.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/claim_cells.h"
#include "analysis/grouping.h"
#include "analysis/report/excerpt.h"
#include "analysis/selection.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace sahafa {
namespace {

constexpr std::string_view kAll = "*";

constexpr auto kOptions = with_selection<6>({{
    {"group", "GROUP", "only this group, as stance names it", "", false},
    {"target", "ACTOR", "only claims about this actor; * for all", kAll, false},
    kClaimOptions[0],
    kClaimOptions[1],
    kClaimOptions[2],
    kCopiesOption,
}});

// The option frame chooses articles, as in every analysis, and of their claims those that the row of a table counted.
bool is_asked(const Options& options, std::string_view name, std::string_view value) {
  const std::vector<std::string_view> wanted = options.get_list(name);
  const auto is_wanted = [value](std::string_view one) { return one == kAll || one == value; };
  return wanted.empty() || std::ranges::any_of(wanted, is_wanted);
}

void add_claim(const Article& article, const Claim& claim, const Excerpt& excerpt, TableBuilder& table) {
  table.add(article.id.value).add(article.key).add(article.outlet).add(article.lang).add(article.date);
  table.add(article.title).add(article.url).add(claim.sentence).add(claim.holder).add(claim.holder_name);
  table.add(claim.voice).add(claim.target).add(claim.frame).add(claim.polarity).add(claim.modality);
  table.add(claim.cue).add(claim.rule).add(excerpt.left).add(excerpt.match).add(excerpt.right);
}

// Positions in the selection that count in the group, in the order of the articles.
std::vector<std::size_t> counted_articles(std::span<const Selected> selection, const Options& options) {
  std::vector<std::size_t> positions;
  for (const Group& group :
       make_groups(selection, options.get("by"), copy_counting_from_string(options.get("copies")))) {
    if (options.has("group") && options.get("group") != group.name) continue;
    for (const Member& member : group.members) positions.push_back(member.index);
  }
  std::ranges::sort(positions);
  return positions;
}

Table run(const Context& context, const Options& options) {
  using enum TableBuilder::Type;
  TableBuilder table({{"id", integer},  {"key", text},         {"outlet", text},   {"lang", text},
                      {"date", text},   {"title", text},       {"url", text},      {"sentence", integer},
                      {"holder", text}, {"holder_name", text}, {"voice", text},    {"target", text},
                      {"frame", text},  {"polarity", text},    {"modality", text}, {"cue", text},
                      {"rule", text},   {"left", text},        {"match", text},    {"right", text}});
  const std::vector<Selected> selection = select_articles(context, options);
  const auto claims = load_claims(context, selection, options);
  for (const std::size_t position : counted_articles(selection, options)) {
    std::optional<Article> article;
    std::vector<Span> sentences;
    for (const Claim& claim : claims[position]) {
      if (!is_asked(options, "target", claim.target) || !is_asked(options, "frame", claim.frame)) continue;
      if (!article) {
        article = context.corpus.catalogue().find_article(selection[position].article.id);
        if (!article) break;  // removed meanwhile
        sentences = split_sentences(article->text, tokenize(article->text));
      }
      add_claim(*article, claim, make_excerpt(article->text, sentences, claim.evidence), table);
    }
  }
  return table.finish();
}

}  // namespace

constinit const Analysis kEvidence = {
    .name = "evidence",
    .summary = "The sentences behind a number of stance or compare",
    .example = "sahafa evidence cnss-corpus --group le360 --frame negligence --voice all",
    .options = kOptions,
    .run = run};

}  // namespace sahafa
