#include "analysis/keyness.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "analysis/comparison.h"
#include "analysis/copies_both.h"
#include "analysis/keyness_measures.h"
#include "analysis/name_order.h"
#include "analysis/plot/plot_keyness.h"
#include "analysis/reference_counts.h"
#include "analysis/selection.h"
#include "analysis/statistics/distributions.h"
#include "analysis/statistics/multiplicity.h"
#include "analysis/term_evidence.h"
#include "analysis/term_resampling.h"
#include "analysis/token_terms.h"
#include "text/analyze.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/t1.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(
    kComparisonOptions,
    std::array<OptionSpec, 6>{{
        {"reference-counts", "FILE", "compare with a list of terms and counts instead of articles", "",
         false},
        {"show", "LIST",
         "more columns: ll2, bic, log_ratio_plus, percent_diff, odds_ratio, simple_maths, lrc, lrc_single, "
         "specificity, fisher_p, odds_delta, target_per_million, reference_per_million, p_holm, or all",
         "", false},
        {"prior", "PRIOR", "of odds_z: pooled:TOKENS or flat:COUNT", "pooled:100", false},
        {"deals", "N", "adds p_max: how often N random deals of the clusters reach the g2 by any term", "0",
         false},
        {"replicates", "N", "adds log_ratio_low and _high: bootstrap over clusters, N replicates", "0",
         false},
        {"seed", "N", "of the random draws", "1", false},
    }},
    kCountOptions,
    std::array<OptionSpec, 3>{{
        {"min", "N", "only terms that occur N times in both together", "1", false},
        {"top", "N", "only the N terms most typical of each side; 0 for all", "0", false},
        kCopiesOrBothOption,
    }},
    std::array<OptionSpec, 1>{kPlotOption}, kEvidenceOptions);

// A term of a foreign list as the chosen tokenisation writes it; one that the corpus has is left whole: behind a verb -t-il is one token, which
// alone would be cut. `known` has to live as long.
std::function<std::string(std::string_view)> term_folding(const Options& options,
                                                          std::span<const std::string> known) {
  if (options.get("tokenisation") == kT1) {
    return [](std::string_view term) {
      std::string joined;
      for (const T1Token& token : tokenize_t1(term)) joined += (joined.empty() ? "" : " ") + token.form;
      return joined;
    };
  }
  if (options.get("unit") == "stem") {
    throw Error(ErrorCode::usage, "--reference-counts counts forms; leave out --unit stem");
  }
  return [analyzer = std::make_shared<Analyzer>(),
          forms = std::unordered_set<std::string_view>(known.begin(), known.end())](std::string_view term) {
    std::string joined = fold(term);
    if (forms.contains(joined)) return joined;
    joined.clear();
    for (const std::string_view form : analyzer->analyze(term).forms)
      joined += (joined.empty() ? "" : " ") + std::string(form);
    return joined;
  };
}

// Counts of the list by term id; terms that the corpus lacks are added to `terms`.
SideCounts read_reference(const Options& options, std::vector<std::string>& terms) {
  ReferenceCounts listed = load_reference_counts(std::filesystem::path(options.get("reference-counts")),
                                                 term_folding(options, terms));
  SideCounts side{std::vector<double>(terms.size(), 0.0), listed.tokens};
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const auto found = listed.counts.find(terms[i]);
    if (found == listed.counts.end()) continue;
    side.by_term[i] = found->second;
    listed.counts.erase(found);
  }
  std::vector<std::pair<std::string, double>> others(listed.counts.begin(), listed.counts.end());
  std::ranges::sort(others);
  for (auto& [term, count] : others) {
    terms.push_back(std::move(term));
    side.by_term.push_back(count);
  }
  return side;
}

bool is_shown(const TermKeyness& term, std::int64_t rank, std::int64_t rank_from_end, std::int64_t top) {
  if (top == 0) return true;
  return term.g2 > 0.0 ? rank < top : rank_from_end < top;
}

// Drops what --min and --top do not show; the order stays.
void keep_shown(std::vector<TermKeyness>& terms, const Options& options) {
  const double least = options.get_number("min");
  std::erase_if(terms, [least](const TermKeyness& term) { return term.counts.a + term.counts.b < least; });
  const std::int64_t top = options.get_integer("top");
  const auto size = static_cast<std::int64_t>(terms.size());
  std::int64_t rank = 0;
  std::erase_if(terms, [&](const TermKeyness& term) {
    const std::int64_t here = rank++;
    return !is_shown(term, here, size - 1 - here, top);
  });
}

template <class Function>
std::vector<double> column_of(const std::vector<TermKeyness>& terms, const Function& function) {
  std::vector<double> values;
  values.reserve(terms.size());
  for (const TermKeyness& term : terms) values.push_back(function(term));
  return values;
}

// One comparison on its way to a table.
struct Work {
  const Context& context;
  const Options& options;
  std::span<const Selected> selection;
  const Comparison& comparison;
  const TermCounts& counts;
  bool listed_reference;  // no articles stand behind the reference
};

void add_fixed_columns(const std::vector<std::string>& names, const std::vector<TermKeyness>& terms,
                       const ContrastClasses& classes, const ContrastFamily& family, std::size_t jobs,
                       Table& table) {
  Texts shown;
  for (const TermKeyness& term : terms) shown.push_back(names[term.term]);
  const auto z = [&](const Contrast& c) { return log_odds_z(c, family.prior.of(c, family.terms)); };
  table.columns.push_back({"term", std::move(shown), {}});
  table.columns.push_back({"target", column_of(terms, [](const auto& t) { return t.counts.a; }), {}});
  table.columns.push_back({"reference", column_of(terms, [](const auto& t) { return t.counts.b; }), {}});
  table.columns.push_back({"g2", column_of(terms, [](const auto& t) { return t.g2; }), {}});
  table.columns.push_back({"chi2", classes.spread(jobs, chi_square), {}});
  table.columns.push_back({"log_ratio", classes.spread(jobs, log_ratio), {}});
  table.columns.push_back({"odds_z", classes.spread(jobs, z), {}});
  table.columns.push_back({"p", column_of(terms, [](const auto& t) { return t.p; }), {}});
  table.columns.push_back({"q", column_of(terms, [](const auto& t) { return t.q; }), {}});
}

void add_holm(const std::vector<TermKeyness>& all, const std::vector<TermKeyness>& shown, Table& table) {
  const std::vector<double> holm =
      adjust_holm(column_of(all, [](const TermKeyness& term) { return term.p; }));
  std::unordered_map<std::uint32_t, double> by_term;
  for (std::size_t i = 0; i < all.size(); ++i) by_term[all[i].term] = holm[i];
  table.columns.push_back(
      {"p_holm", column_of(shown, [&](const auto& t) { return by_term.at(t.term); }), {}});
}

void add_measures(const Work& work, const std::vector<TermKeyness>& all,
                  const std::vector<TermKeyness>& shown, const ContrastClasses& classes,
                  const ContrastFamily& family, Table& table) {
  std::vector<std::string_view> names = work.options.get_list("show");
  const bool holm = std::erase(names, "p_holm") > 0 || std::ranges::find(names, "all") != names.end();
  for (const KeynessMeasure& measure : choose_measures(names)) {
    table.columns.push_back(
        {std::string(measure.name), compute_measure(classes, measure, family, work.context.jobs), {}});
    table.notes.push_back(fmt::format("{}: {}", measure.name, measure.formula));
  }
  if (holm) add_holm(all, shown, table);
}

// What needs articles on both sides: p_max and the intervals.
void add_resampling(const Work& work, const std::vector<TermKeyness>& terms, Table& table) {
  const auto deals = static_cast<std::size_t>(work.options.get_integer("deals"));
  const auto replicates = static_cast<std::size_t>(work.options.get_integer("replicates"));
  const auto seed = static_cast<std::uint64_t>(work.options.get_integer("seed"));
  if (deals + replicates == 0) return;
  if (work.listed_reference) {
    throw Error(ErrorCode::usage,
                "--deals and --replicates draw articles of both sides; a list of counts has none");
  }
  const Comparison& sides = work.comparison;
  if (deals > 0) {
    const std::vector<double> scores = column_of(terms, [](const TermKeyness& term) { return term.g2; });
    MaximumTest test = permute_maximum(work.counts, sides.target, sides.reference, work.selection, scores,
                                       deals, seed, work.context.jobs);
    table.notes.push_back(
        test.is_exact
            ? fmt::format("p_max: largest |g2| of all terms in all {} ways to deal the clusters (exact)",
                          test.deals)
            : fmt::format("p_max: largest |g2| of all terms in {} deals of the clusters, seed {}", test.deals,
                          seed));
    table.columns.push_back({"p_max", std::move(test.p), {}});
  }
  if (replicates == 0) return;
  std::vector<std::uint32_t> ids;
  for (const TermKeyness& term : terms) ids.push_back(term.term);
  const auto intervals = bootstrap_log_ratios(work.counts, sides.target, sides.reference, work.selection, ids,
                                              {.replicates = replicates, .seed = seed}, work.context.jobs);
  std::vector<double> low;
  std::vector<double> high;
  for (const Interval& interval : intervals) {
    low.push_back(interval.low);
    high.push_back(interval.high);
  }
  table.columns.push_back({"log_ratio_low", std::move(low), {}});
  table.columns.push_back({"log_ratio_high", std::move(high), {}});
  table.notes.push_back(fmt::format(
      "log_ratio_low, log_ratio_high: 95 % percentile bootstrap over clusters, {} replicates, seed {}",
      replicates, seed));
}

void note_comparison(const Work& work, std::size_t tested, const ContrastFamily& family,
                     double reference_tokens, Table& table) {
  const Comparison& sides = work.comparison;
  table.notes.push_back(
      fmt::format("language {}: target {} articles, reference {}; copies of a text: {}", sides.lang,
                  sides.target.members.size(),
                  work.listed_reference
                      ? fmt::format("{} tokens of {}", reference_tokens, work.options.get("reference-counts"))
                      : fmt::format("{} articles", sides.reference.members.size()),
                  work.options.get("copies")));
  if (work.options.has("reference") && sides.excluded > 0) {
    table.notes.push_back(fmt::format(
        "{} articles of the reference are in the target or copies of it and were left out", sides.excluded));
  }
  table.notes.push_back(
      fmt::format("g2: 4 cells, signed (Dunning 1993); chi2: signed; log_ratio: a zero count taken as 0.5; "
                  "odds_z: Fightin' Words, "
                  "prior {}; q: Benjamini-Hochberg over {} terms; no continuity correction",
                  family.prior.name(), tested));
}

Table run_once(const Context& context, const Options& options) {
  const std::vector<Selected> selection = select_articles(context, options);
  const bool listed = options.has("reference-counts");
  if (listed && options.has("reference")) {
    throw Error(ErrorCode::usage, "--reference and --reference-counts exclude each other");
  }
  const Comparison sides = make_comparison(context, selection, options, !listed);
  const TermSource source = TermSource::open(context, selection, options);
  const TermCounts counts = count_terms(context, source, options);
  const Work work{context, options, selection, sides, counts, listed};

  std::vector<std::string> names = listed ? counts.terms : std::vector<std::string>();
  SideCounts target = sum_counts(counts, sides.target);
  const SideCounts reference = listed ? read_reference(options, names) : sum_counts(counts, sides.reference);
  target.by_term.resize(reference.by_term.size(), 0.0);
  const std::vector<std::string>& terms = listed ? names : counts.terms;

  const std::vector<TermKeyness> all = contrast_sides(terms, target, reference);
  std::vector<TermKeyness> shown = all;
  keep_shown(shown, options);
  const ContrastFamily family{static_cast<double>(all.size()), PriorChoice::parse(options.get("prior"))};
  ContrastClasses classes;
  for (const TermKeyness& term : shown) classes.add(term.counts);

  Table table;
  add_fixed_columns(terms, shown, classes, family, context.jobs, table);
  note_terms(source, options, table);
  note_comparison(work, all.size(), family, reference.tokens, table);
  add_measures(work, all, shown, classes, family, table);
  add_resampling(work, shown, table);
  return table;
}

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"term"}, run_once);
}

Table evidence(const Context& context, const Options& options, const Table& table) {
  const std::vector<Selected> selection = select_articles(context, options);
  const Comparison sides =
      make_comparison(context, selection, options_of_evidence(options), !options.has("reference-counts"));
  const Group groups[] = {sides.target, sides.reference};
  const TermSource source = TermSource::open(context, selection, options);
  const TermRows rows = read_rows(table, groups, "term");
  return list_places(context, options, selection, groups, source, rows,
                     find_terms(context, source, options, rows.terms));
}

}  // namespace

SideCounts sum_counts(const TermCounts& counts, const Group& group) {
  SideCounts sum{std::vector<double>(counts.terms.size(), 0.0), 0.0};
  for (const Member& member : group.members) {
    for (const TermCount& cell : counts.row(member.index))
      sum.by_term[cell.term] += member.weight * cell.count;
    sum.tokens += member.weight * counts.tokens[member.index];
  }
  return sum;
}

std::vector<TermKeyness> contrast_sides(const std::vector<std::string>& terms, const SideCounts& target,
                                        const SideCounts& reference) {
  std::vector<TermKeyness> result;
  ContrastClasses classes;
  for (std::uint32_t term = 0; term < terms.size(); ++term) {
    const Contrast contrast{target.by_term[term], reference.by_term[term], target.tokens, reference.tokens};
    if (contrast.a + contrast.b == 0.0) continue;
    classes.add(contrast);
    result.push_back({term, contrast, 0.0, 1.0, 1.0});
  }
  const std::vector<double> g2 = classes.spread(1, log_likelihood);
  const std::vector<double> p =
      classes.spread(1, [](const Contrast& term) { return chi_square_tail(std::abs(log_likelihood(term))); });
  const std::vector<double> q = adjust_benjamini_hochberg(p);
  for (std::size_t i = 0; i < result.size(); ++i) {
    result[i].g2 = g2[i];
    result[i].p = p[i];
    result[i].q = q[i];
  }
  sort_by_score(result, terms, [](const TermKeyness& term) { return term.g2; });
  return result;
}

std::vector<TermKeyness> contrast_terms(const TermCounts& counts, const Group& target,
                                        const Group& reference) {
  return contrast_sides(counts.terms, sum_counts(counts, target), sum_counts(counts, reference));
}

constinit const Analysis kKeyness = {.name = "keyness",
                                     .summary = "Which terms set a target apart from a reference",
                                     .example = "sahafa keyness cnss-corpus --target outlet:le360 --top 20",
                                     .options = kOptions,
                                     .run = run,
                                     .renderings = {},
                                     .plot = plot_keyness,
                                     .evidence = evidence};

}  // namespace sahafa
