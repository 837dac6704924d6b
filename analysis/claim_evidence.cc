#include "analysis/claim_evidence.h"

#include <map>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "analysis/claim_cells.h"
#include "analysis/copies_both.h"
#include "analysis/selection.h"
#include "text/sentences.h"
#include "text/tokenize.h"

namespace sahafa {
namespace {

// Rows by group, target and frame.
using RowIndex = std::multimap<std::tuple<std::string, std::string, std::string>, std::size_t>;

RowIndex index_rows(const Table& table, std::span<const std::string_view> group_columns) {
  const Texts& targets = std::get<Texts>(table.get("target").values);
  const Texts& frames = std::get<Texts>(table.get("frame").values);
  RowIndex index;
  for (const std::string_view name : group_columns) {
    const Texts& groups = std::get<Texts>(table.get(name).values);
    for (std::size_t row = 0; row < table.rows(); ++row) {
      index.emplace(std::tuple(std::string(groups[row]), std::string(targets[row]), std::string(frames[row])),
                    row);
    }
  }
  return index;
}

void add_claims(const Context& context, const Options& options, const Group& group, const Member& member,
                const Selected& selected, std::span<const Claim> claims, const RowIndex& index,
                EvidenceList& list) {
  std::optional<Article> article;
  std::vector<Span> sentences;
  for (const Claim& claim : claims) {
    const CellKey key = cell_of(claim, options.get("per"));
    const auto [begin, end] = index.equal_range(std::tuple(group.name, key.target, key.frame));
    for (auto at = begin; at != end; ++at) {
      if (!list.takes(at->second)) continue;
      if (!article) {
        article = context.corpus.catalogue().find_article(selected.article.id);
        if (!article) return;  // removed meanwhile
        sentences = split_sentences(article->text, tokenize(article->text));
      }
      list.add(at->second, group.name, fmt::format("{}: {}, {}", claim.target, claim.frame, claim.polarity),
               *article, sentences, claim.evidence, member.weight);
    }
  }
}

}  // namespace

Table list_claim_evidence(const Context& context, const Options& options, const Table& table,
                          std::span<const std::string_view> group_columns) {
  const RowIndex index = index_rows(table, group_columns);
  const std::vector<Selected> selection = select_articles(context, options);
  const auto claims = load_claims(context, selection, options);
  const CopyCounting copies = copy_counting_from_string(options_of_evidence(options).get("copies"));
  EvidenceList list(options);
  for (const Group& group : make_groups(selection, options.get("by"), copies)) {
    for (const Member& member : group.members)
      add_claims(context, options, group, member, selection[member.index], claims[member.index], index, list);
  }
  Table found = list.finish();
  found.notes.emplace_back(
      "an article votes once for each holder, target, frame and polarity, however many sentences say it");
  return found;
}

}  // namespace sahafa
