#include "analysis/keyness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include "analysis/selection.h"
#include "analysis/statistics/distributions.h"
#include "analysis/statistics/multiplicity.h"
#include "analysis/token_terms.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr double kPriorTokens = 100.0;  // pseudo-tokens of the Fightin' Words prior

struct GroupCounts {
  std::vector<double> by_term;
  double tokens = 0.0;
};

GroupCounts sum_counts(const TermCounts& counts, const Group& group) {
  GroupCounts sum{std::vector<double>(counts.terms.size(), 0.0), 0.0};
  for (const Member& member : group.members) {
    for (const TermCount& cell : counts.row(member.index))
      sum.by_term[cell.term] += member.weight * cell.count;
    sum.tokens += member.weight * counts.tokens[member.index];
  }
  return sum;
}

// The language of a comparison: the one that --lang leaves, or the only one of the target.
std::string comparison_language(std::span<const Selected> selection,
                                std::span<const std::uint8_t> in_target) {
  std::set<std::string> langs;
  for (std::size_t i = 0; i < selection.size(); ++i) {
    if (in_target[i] != 0) langs.insert(selection[i].article.lang);
  }
  if (langs.empty()) throw Error(ErrorCode::usage, "no article matches --target");
  if (langs.size() > 1) {
    throw Error(
        ErrorCode::usage,
        fmt::format("the target has articles in {}, whose words cannot be compared; choose one with --lang",
                    fmt::join(langs, ", ")));
  }
  return *langs.begin();
}

// What is in the target, copies of its texts included, cannot be its own reference.
std::size_t exclude_target(std::span<const Selected> selection, std::span<const std::uint8_t> in_target,
                           std::vector<std::uint8_t>& in_reference) {
  std::set<ArticleId> clusters;
  for (std::size_t i = 0; i < selection.size(); ++i) {
    if (in_target[i] != 0) clusters.insert(selection[i].cluster);
  }
  std::size_t excluded = 0;
  for (std::size_t i = 0; i < selection.size(); ++i) {
    if (in_reference[i] == 0 || !clusters.contains(selection[i].cluster)) continue;
    in_reference[i] = 0;
    ++excluded;
  }
  return excluded;
}

constexpr auto kOptions = with_selection<8>({{
    {"target", "QUERY", "articles whose terms are looked at, e.g. outlet:ledesk", "", false},
    {"reference", "QUERY", "articles to compare with; the rest of the same language if not given", "", false},
    kTermOptions[0],
    kTermOptions[1],
    kTermOptions[2],
    {"min", "N", "only terms that occur N times in both together", "1", false},
    {"top", "N", "only the N terms most typical of each side; 0 for all", "0", false},
    kCopiesOption,
}});

bool is_shown(const TermKeyness& term, std::int64_t rank, std::int64_t rank_from_end, std::int64_t top) {
  if (top == 0) return true;
  return term.g2 > 0.0 ? rank < top : rank_from_end < top;
}

void add_row(const TermCounts& counts, const TermKeyness& term, TableBuilder& table) {
  table.add(counts.terms[term.term]).add(term.counts.a).add(term.counts.b).add(term.g2);
  table.add(chi_square(term.counts)).add(log_ratio(term.counts));
  table.add(log_odds_z(term.counts, pooled_prior(term.counts, kPriorTokens))).add(term.p).add(term.q);
}

Table run(const Context& context, const Options& options) {
  if (!options.has("target")) {
    throw Error(ErrorCode::usage, "keyness needs --target, a query such as outlet:ledesk");
  }
  const std::vector<Selected> selection = select_articles(context, options);
  const auto in_target = match_selected(context, selection, options.get("target"));
  const std::string lang = comparison_language(selection, in_target);
  auto in_reference = options.has("reference") ? match_selected(context, selection, options.get("reference"))
                                               : std::vector<std::uint8_t>(selection.size(), 1);
  const std::size_t excluded = exclude_target(selection, in_target, in_reference);
  const CopyCounting copies = copy_counting_from_string(options.get("copies"));
  const Group target = make_group("target", lang, selection, in_target, copies);
  const Group reference = make_group("reference", lang, selection, in_reference, copies);
  if (reference.members.empty()) throw Error(ErrorCode::usage, "no article is left for the reference");

  const TermCounts counts = count_terms(context, selection, options);
  std::vector<TermKeyness> terms = contrast_terms(counts, target, reference);
  const std::size_t tested = terms.size();
  const double least = options.get_number("min");
  std::erase_if(terms, [least](const TermKeyness& term) { return term.counts.a + term.counts.b < least; });

  using enum TableBuilder::Type;
  TableBuilder table({{"term", text},
                      {"target", number},
                      {"reference", number},
                      {"g2", number},
                      {"chi2", number},
                      {"log_ratio", number},
                      {"odds_z", number},
                      {"p", number},
                      {"q", number}});
  const std::int64_t top = options.get_integer("top");
  const auto size = static_cast<std::int64_t>(terms.size());
  for (std::int64_t rank = 0; rank < size; ++rank) {
    const TermKeyness& term = terms[static_cast<std::size_t>(rank)];
    if (is_shown(term, rank, size - 1 - rank, top)) add_row(counts, term, table);
  }
  note_terms(counts, options, table);
  table.note(fmt::format("language {}: target {} articles, reference {} articles; copies of a text: {}", lang,
                         target.members.size(), reference.members.size(), options.get("copies")));
  if (options.has("reference") && excluded > 0) {
    table.note(fmt::format("{} articles of the reference are in the target or copies of it and were left out",
                           excluded));
  }
  table.note(fmt::format(
      "g2: 4 cells, signed; log_ratio: a zero count taken as 0.5; odds_z: prior of the pooled corpus, {} "
      "pseudo-tokens; q: Benjamini-Hochberg over {} terms; no continuity correction",
      kPriorTokens, tested));
  return table.finish();
}

}  // namespace

std::vector<TermKeyness> contrast_terms(const TermCounts& counts, const Group& target,
                                        const Group& reference) {
  const GroupCounts of_target = sum_counts(counts, target);
  const GroupCounts of_reference = sum_counts(counts, reference);
  std::vector<TermKeyness> terms;
  std::vector<double> p;
  for (std::uint32_t term = 0; term < counts.terms.size(); ++term) {
    const Contrast contrast{of_target.by_term[term], of_reference.by_term[term], of_target.tokens,
                            of_reference.tokens};
    if (contrast.a + contrast.b == 0.0) continue;
    const double g2 = log_likelihood(contrast);
    p.push_back(chi_square_tail(std::abs(g2)));
    terms.push_back({term, contrast, g2, p.back(), 1.0});
  }
  const std::vector<double> q = adjust_benjamini_hochberg(p);
  for (std::size_t i = 0; i < terms.size(); ++i) terms[i].q = q[i];
  std::ranges::sort(terms, {}, [&counts](const TermKeyness& term) {
    return std::tuple(-term.g2, std::string_view(counts.terms[term.term]));
  });
  return terms;
}

constinit const Analysis kKeyness = {.name = "keyness",
                                     .summary = "Which terms set a target apart from a reference",
                                     .example = "sahafa keyness cnss-corpus --target outlet:le360 --top 20",
                                     .options = kOptions,
                                     .run = run};

}  // namespace sahafa
