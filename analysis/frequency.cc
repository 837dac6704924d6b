#include "analysis/frequency.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "analysis/columns.h"
#include "analysis/copies_both.h"
#include "analysis/name_order.h"
#include "analysis/plot/plot_dots.h"
#include "analysis/selection.h"
#include "analysis/statistics/dispersion.h"
#include "analysis/term_evidence.h"
#include "analysis/term_rates.h"
#include "analysis/term_resampling.h"
#include "analysis/token_terms.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr auto kOptions = with_selection(
    std::array<OptionSpec, 5>{{
        {"by", "FIELD", "groups: outlet, lang, country, genre, month or none", "outlet", false},
        {"terms", "LIST", "only these terms, with commas, as the table would write them", "", false},
        {"show", "LIST",
         "more columns: ci (standard error and 95 % interval of per_million, the cluster as the unit), share "
         "(of "
         "articles, with Wilson's interval), tokens (of the group)",
         "", false},
        {"replicates", "N",
         "adds boot_low and boot_high of per_million: bootstrap over clusters, N replicates", "0", false},
        {"seed", "N", "of the random draws", "1", false},
    }},
    kCountOptions,
    std::array<OptionSpec, 3>{{
        {"min", "N", "only terms that occur N times in the group", "1", false},
        {"top", "N", "only the N commonest terms of each group; 0 for all", "0", false},
        kCopiesOrBothOption,
    }},
    std::array<OptionSpec, 1>{kPlotOption}, kEvidenceOptions);

enum class Extra { ci, share, tokens };

std::vector<Extra> extras_of(const Options& options) {
  std::vector<Extra> extras;
  for (const std::string_view name : options.get_list("show")) {
    if (name == "ci") {
      extras.push_back(Extra::ci);
    } else if (name == "share") {
      extras.push_back(Extra::share);
    } else if (name == "tokens") {
      extras.push_back(Extra::tokens);
    } else {
      throw Error(ErrorCode::usage, fmt::format("--show takes ci, share and tokens, not \"{}\"", name));
    }
  }
  return extras;
}

void keep_shown(const TermCounts& counts, const Options& options, std::vector<TermFrequency>& terms) {
  const double least = options.get_number("min");
  std::erase_if(terms, [least](const TermFrequency& term) { return term.count < least; });
  if (options.has("terms")) {
    const std::vector<std::string_view> wanted = options.get_list("terms");
    std::erase_if(terms, [&](const TermFrequency& term) {
      return std::ranges::find(wanted, counts.terms[term.term]) == wanted.end();
    });
  }
  const auto top = static_cast<std::size_t>(std::max<std::int64_t>(0, options.get_integer("top")));
  if (top > 0 && terms.size() > top) terms.resize(top);
}

void add_fixed(const TermCounts& counts, const Group& group, double tokens,
               std::span<const TermFrequency> terms, Columns& columns) {
  constexpr double kMillion = 1e6;
  for (const char* name : {"group", "term"}) columns.texts(name);
  for (const char* name : {"count", "per_million", "articles", "dispersion"}) columns.numbers(name);
  for (const TermFrequency& term : terms) {
    columns.texts("group").push_back(group.name);
    columns.texts("term").push_back(counts.terms[term.term]);
    columns.numbers("count").push_back(term.count);
    columns.numbers("per_million").push_back(kMillion * term.count / tokens);
    columns.numbers("articles").push_back(term.articles);
    columns.numbers("dispersion").push_back(term.dispersion);
  }
}

void add_ci(const GroupRates& rates, std::span<const TermFrequency> terms, Columns& columns) {
  constexpr double kMillion = 1e6;
  for (const TermFrequency& term : terms) {
    const RatioEstimate estimate = rates.estimate(term.term);
    columns.numbers("se").push_back(kMillion * estimate.standard_error);
    columns.numbers("ci_low").push_back(kMillion * estimate.interval.low);
    columns.numbers("ci_high").push_back(kMillion * estimate.interval.high);
  }
}

void add_share(const Group& group, std::span<const TermFrequency> terms, Columns& columns) {
  double articles = 0.0;
  for (const Member& member : group.members) articles += member.weight;
  for (const TermFrequency& term : terms) {
    const Interval wilson = wilson_interval(term.articles, articles);
    columns.numbers("share").push_back(term.articles / articles);
    columns.numbers("share_low").push_back(wilson.low);
    columns.numbers("share_high").push_back(wilson.high);
  }
}

void add_bootstrap(const Context& context, const TermCounts& counts, const Group& group,
                   std::span<const Selected> selection, std::span<const TermFrequency> terms,
                   const BootstrapOptions& bootstrap, Columns& columns) {
  constexpr double kMillion = 1e6;
  std::vector<std::uint32_t> ids;
  for (const TermFrequency& term : terms) ids.push_back(term.term);
  for (const Interval& rate : bootstrap_rates(counts, group, selection, ids, bootstrap, context.jobs)) {
    columns.numbers("boot_low").push_back(kMillion * rate.low);
    columns.numbers("boot_high").push_back(kMillion * rate.high);
  }
}

void note_columns(const Options& options, std::span<const Extra> extras, Table& table) {
  table.notes.push_back(
      fmt::format("copies of a text: {}; dispersion: DPnorm over articles", options.get("copies")));
  if (std::ranges::find(extras, Extra::ci) != extras.end()) {
    table.notes.emplace_back(
        "se, ci_low, ci_high: of per_million, ratio estimator over clusters of articles, 95 % t interval "
        "(may pass 0)");
  }
  if (std::ranges::find(extras, Extra::share) != extras.end()) {
    table.notes.emplace_back("share: of articles with the term; share_low, share_high: Wilson 95 %");
  }
  if (options.get_integer("replicates") > 0) {
    table.notes.push_back(
        fmt::format("boot_low, boot_high: 95 % percentile bootstrap over clusters, {} replicates, seed {}",
                    options.get("replicates"), options.get("seed")));
  }
  table.notes.emplace_back(
      "rates per million of French and Arabic are not comparable: Arabic writes clitics in one word");
}

Table run_once(const Context& context, const Options& options) {
  const std::vector<Extra> extras = extras_of(options);
  const BootstrapOptions bootstrap{.replicates = static_cast<std::size_t>(options.get_integer("replicates")),
                                   .seed = static_cast<std::uint64_t>(options.get_integer("seed"))};
  const std::vector<Selected> selection = select_articles(context, options);
  const TermSource source = TermSource::open(context, selection, options);
  const TermCounts counts = count_terms(context, source, options);
  Columns columns;
  add_fixed(counts, {}, 0.0, {}, columns);
  for (const Group& group :
       make_groups(selection, options.get("by"), copy_counting_from_string(options.get("copies")))) {
    GroupFrequencies frequencies = count_frequencies(counts, group);
    keep_shown(counts, options, frequencies.terms);
    const std::span<const TermFrequency> terms = frequencies.terms;
    add_fixed(counts, group, frequencies.tokens, terms, columns);
    for (const Extra extra : extras) {
      if (extra == Extra::ci) add_ci(GroupRates(counts, group, selection), terms, columns);
      if (extra == Extra::share) add_share(group, terms, columns);
      if (extra == Extra::tokens)
        columns.numbers("tokens").resize(columns.texts("term").size(), frequencies.tokens);
    }
    if (bootstrap.replicates > 0) add_bootstrap(context, counts, group, selection, terms, bootstrap, columns);
  }
  Table table = columns.finish();
  note_terms(source, options, table);
  note_columns(options, extras, table);
  return table;
}

Table run(const Context& context, const Options& options) {
  return count_both_ways(context, options, {"group", "term"}, run_once);
}

std::string plot(const Table& table, const Options& options) {
  const bool bootstrap = options.get_integer("replicates") > 0;
  std::vector<Dot> dots = dots_of(table, {.labels = {"term", "group"},
                                          .value = "per_million",
                                          .low = bootstrap ? "boot_low" : "ci_low",
                                          .high = bootstrap ? "boot_high" : "ci_high"});
  // No rate is below 0: the table has the bound of the formula, the picture what can be.
  for (Dot& dot : dots) dot.low = std::isnan(dot.low) ? dot.low : std::max(dot.low, 0.0);
  return plot_dots("How often each term stands in each group",
                   "per million words of the group; French and Arabic are not comparable", std::move(dots));
}

Table evidence(const Context& context, const Options& options, const Table& table) {
  return list_term_evidence(context, options, table, options.get("by"));
}

}  // namespace

GroupFrequencies count_frequencies(const TermCounts& counts, const Group& group) {
  GroupFrequencies result;
  std::vector<double> sizes;
  double smallest = std::numeric_limits<double>::infinity();
  for (const Member& member : group.members) {
    const double size = member.weight * counts.tokens[member.index];
    sizes.push_back(size);
    result.tokens += size;
    if (size > 0.0) smallest = std::min(smallest, size);  // an empty article is no part
  }
  const TermPostings postings = transpose(counts, group);
  std::vector<PartCount> parts;
  for (std::uint32_t term = 0; term < counts.terms.size(); ++term) {
    if (postings.of(term).empty()) continue;
    TermFrequency frequency{.term = term};
    parts.clear();
    for (const Posting& posting : postings.of(term)) {
      const double weight = group.members[posting.member].weight;
      parts.push_back({posting.member, weight * posting.count});
      frequency.count += parts.back().count;
      frequency.articles += weight;
    }
    const double dp = dispersion_dp(parts, sizes, result.tokens);
    frequency.dispersion = dispersion_dp_norm(dp, smallest, result.tokens);
    result.terms.push_back(frequency);
  }
  sort_by_score(result.terms, counts.terms, [](const TermFrequency& term) { return term.count; });
  return result;
}

constinit const Analysis kFrequency = {.name = "freq",
                                       .summary = "How often each term stands in each group",
                                       .example = "sahafa freq cnss-corpus --by lang --top 20",
                                       .options = kOptions,
                                       .run = run,
                                       .renderings = {},
                                       .plot = plot,
                                       .evidence = evidence};

}  // namespace sahafa
