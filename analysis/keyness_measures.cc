#include "analysis/keyness_measures.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>

#include <fmt/format.h>

#include "corpus/parallel.h"
#include "text/error.h"

namespace sahafa {
namespace {

constexpr double kAlpha = 0.05;

using Family = ContrastFamily;

constexpr std::array<KeynessMeasure, 13> kMeasures = {{
    {"ll2", "2-cell log-likelihood, signed (Rayson and Garside 2000)",
     [](const Contrast& term, const Family&) { return log_likelihood_2cell(term); }},
    {"bic", "2-cell log-likelihood - ln N (Wilson 2013)",
     [](const Contrast& term, const Family&) { return bayes_factor(term); }},
    {"log_ratio_plus", "log2 ratio with 0.5 added to every count",
     [](const Contrast& term, const Family&) { return log_ratio_plus_half(term); }},
    {"percent_diff", "%DIFF, infinite where the reference has none (Gabrielatos and Marchi 2012)",
     [](const Contrast& term, const Family&) { return percent_difference(term); }},
    {"odds_ratio", "ad/(bc)", [](const Contrast& term, const Family&) { return odds_ratio(term); }},
    {"simple_maths", "(pm1 + 1)/(pm2 + 1) (Kilgarriff 2009)",
     [](const Contrast& term, const Family&) { return simple_maths(term, 1.0); }},
    {"lrc", "conservative log ratio, alpha 0.05 over all terms by Bonferroni (Evert 2022)",
     [](const Contrast& term, const Family& family) {
       return conservative_log_ratio(term, kAlpha / family.terms);
     }},
    {"lrc_single", "conservative log ratio, alpha 0.05 for this term alone (Evert 2022)",
     [](const Contrast& term, const Family&) { return conservative_log_ratio(term, kAlpha); }},
    {"specificity", "log10 of the hypergeometric tail, signed (Lafon 1980)",
     [](const Contrast& term, const Family&) { return specificity(term); }},
    {"fisher_p", "Fisher's exact test, two-sided",
     [](const Contrast& term, const Family&) { return fisher_p(term); }},
    {"odds_delta", "difference of log odds under the prior (Monroe, Colaresi and Quinn 2008)",
     [](const Contrast& term, const Family& family) {
       return log_odds_difference(term, family.prior.of(term, family.terms));
     }},
    {"target_per_million", "1e6 a/n1",
     [](const Contrast& term, const Family&) { return 1e6 * term.a / term.n1; }},
    {"reference_per_million", "1e6 b/n2",
     [](const Contrast& term, const Family&) { return 1e6 * term.b / term.n2; }},
}};

}  // namespace

PriorChoice PriorChoice::parse(std::string_view name) {
  PriorChoice choice;
  const std::size_t colon = name.find(':');
  const std::string_view kind = name.substr(0, colon);
  const std::string_view size = colon == std::string_view::npos ? "" : name.substr(colon + 1);
  const auto [stop, error] = std::from_chars(size.data(), size.data() + size.size(), choice.size);
  choice.pooled = kind == "pooled";
  if ((kind != "pooled" && kind != "flat") || error != std::errc() || stop != size.data() + size.size() ||
      !(choice.size > 0.0)) {
    throw Error(ErrorCode::usage,
                fmt::format("--prior takes pooled:TOKENS (pseudo-tokens dealt as in both groups together) or "
                            "flat:COUNT (for each term), not \"{}\"",
                            name));
  }
  return choice;
}

TermPrior PriorChoice::of(const Contrast& term, double terms) const {
  return pooled ? pooled_prior(term, size) : flat_prior(size, terms);
}

std::string PriorChoice::name() const {
  return pooled ? fmt::format("of the pooled corpus, {} pseudo-tokens", size)
                : fmt::format("flat, {} for each term", size);
}

std::span<const KeynessMeasure> keyness_measures() { return kMeasures; }

std::vector<KeynessMeasure> choose_measures(std::span<const std::string_view> names) {
  std::vector<KeynessMeasure> chosen;
  for (const std::string_view name : names) {
    if (name == "all") return {kMeasures.begin(), kMeasures.end()};
    const auto found = std::ranges::find(kMeasures, name, &KeynessMeasure::name);
    if (found == kMeasures.end()) {
      std::string known;
      for (const KeynessMeasure& measure : kMeasures) known += fmt::format(", {}", measure.name);
      throw Error(ErrorCode::usage,
                  fmt::format("--show knows no measure \"{}\"; there are: all{}", name, known));
    }
    chosen.push_back(*found);
  }
  return chosen;
}

std::size_t ContrastClasses::find_slot(const Contrast& row) const {
  // The bits of small whole doubles are all at the top, so they are folded down before and after each product.
  constexpr std::uint64_t kMix = 0x9E3779B97F4A7C15U;
  const auto fold = [](std::uint64_t bits) { return (bits ^ bits >> 32U) * kMix; };
  const std::uint64_t hash =
      fold(fold(std::bit_cast<std::uint64_t>(row.a)) ^ std::bit_cast<std::uint64_t>(row.b));
  std::size_t slot = (hash >> 32U) & (slots_.size() - 1);
  while (slots_[slot] != 0) {
    const Contrast& other = distinct[slots_[slot] - 1];
    if (other.a == row.a && other.b == row.b) break;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

void ContrastClasses::grow() {
  slots_.assign(std::max<std::size_t>(1024, slots_.size() * 2), 0);
  for (std::size_t i = 0; i < distinct.size(); ++i)
    slots_[find_slot(distinct[i])] = static_cast<std::uint32_t>(i + 1);
}

void ContrastClasses::add(const Contrast& row) {
  if (2 * (distinct.size() + 1) > slots_.size()) grow();
  std::uint32_t& slot = slots_[find_slot(row)];
  if (slot == 0) {
    distinct.push_back(row);
    slot = static_cast<std::uint32_t>(distinct.size());
  }
  of_row.push_back(slot - 1);
}

std::vector<double> ContrastClasses::spread(std::size_t jobs,
                                            const std::function<double(const Contrast&)>& function) const {
  constexpr std::size_t kBlock = 256;
  std::vector<double> values(distinct.size());
  parallel_for((distinct.size() + kBlock - 1) / kBlock, jobs, [&](std::size_t block, std::size_t) {
    const std::size_t end = std::min(distinct.size(), (block + 1) * kBlock);
    for (std::size_t i = block * kBlock; i < end; ++i) values[i] = function(distinct[i]);
  });
  std::vector<double> rows;
  rows.reserve(of_row.size());
  for (const std::uint32_t one : of_row) rows.push_back(values[one]);
  return rows;
}

std::vector<double> compute_measure(const ContrastClasses& classes, const KeynessMeasure& measure,
                                    const ContrastFamily& family, std::size_t jobs) {
  return classes.spread(jobs, [&](const Contrast& term) { return measure.compute(term, family); });
}

}  // namespace sahafa
