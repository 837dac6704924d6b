#include "analysis/report/typical_terms.h"

#include <algorithm>
#include <set>

#include "analysis/keyness.h"
#include "analysis/statistics/contrast.h"
#include "analysis/token_terms.h"

namespace sahafa {
namespace {

// A word said once is typical of nothing.
constexpr double kLeastCount = 2.0;

// The rest of the language: what is in the group, copies of its texts included, cannot be its own reference.
Group make_reference(std::span<const Selected> selection, const Group& target) {
  std::set<ArticleId> own;
  for (const Member& member : target.members) own.insert(selection[member.index].cluster);
  std::vector<std::uint8_t> chosen;
  for (const Selected& one : selection) chosen.push_back(own.contains(one.cluster) ? 0 : 1);
  return make_group("reference", target.lang, selection, chosen, CopyCounting::once);
}

Table make_table(const TermCounts& counts, std::span<const TermKeyness> terms) {
  using enum TableBuilder::Type;
  TableBuilder table({{"term", text},
                      {"target", number},
                      {"reference", number},
                      {"g2", number},
                      {"log_ratio", number},
                      {"q", number}});
  for (const TermKeyness& term : terms) {
    table.add(counts.terms[term.term])
        .add(term.counts.a)
        .add(term.counts.b)
        .add(term.g2)
        .add(log_ratio(term.counts))
        .add(term.q);
  }
  return table.finish();
}

std::vector<ArticleId> articles_of(const Group& group, std::span<const Selected> selection) {
  std::vector<ArticleId> articles;
  for (const Member& member : group.members) articles.push_back(selection[member.index].article.id);
  return articles;
}

}  // namespace

std::vector<TermList> find_typical_terms(const Context& context, std::span<const Selected> selection,
                                         std::span<const Group> groups, const TermListOptions& options) {
  const TermCounts counts = count_terms(context, selection, Options(kCountOptions, {}));
  Analyzer analyzer;
  std::vector<TermList> lists;
  for (const Group& group : groups) {
    const Group reference = make_reference(selection, group);
    if (reference.members.empty()) continue;
    std::vector<TermKeyness> terms = contrast_terms(counts, group, reference);
    std::erase_if(terms,
                  [](const TermKeyness& term) { return term.g2 <= 0.0 || term.counts.a < kLeastCount; });
    terms.resize(std::min(terms.size(), options.most_terms));

    std::vector<std::string> names;
    for (const TermKeyness& term : terms) names.push_back(counts.terms[term.term]);
    const std::vector<ArticleId> articles = articles_of(group, selection);
    lists.push_back({selection[group.members.front().index].article.outlet, make_table(counts, terms),
                     find_lines(context.corpus.catalogue(), articles, names, options.most_lines, analyzer)});
  }
  return lists;
}

}  // namespace sahafa
