#include "analysis/term_resampling.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "analysis/statistics/contrast.h"
#include "analysis/statistics/permutation.h"
#include "analysis/statistics/random.h"
#include "analysis/statistics/resample.h"
#include "analysis/term_postings.h"
#include "corpus/parallel.h"

namespace sahafa {
namespace {

// A group in the terms of resampling: which cluster each member belongs to, and the draws.
class ResampledGroup {
 public:
  ResampledGroup(const TermCounts& counts, const Group& group, std::span<const Selected> selection,
                 const BootstrapOptions& options, std::uint64_t seed, std::size_t jobs)
      : strata_(make_strata(group, selection)),
        postings_(transpose(counts, group)),
        draws_(strata_, strata_.front().size(), options.replicates, seed, jobs) {
    std::vector<double> sizes;
    for (const Member& member : group.members) {
      weights_.push_back(member.weight);
      sizes.push_back(member.weight * counts.tokens[member.index]);
      whole_ = whole_ && member.weight == std::floor(member.weight);
    }
    tokens_.resize(options.replicates);
    resample_weights(draws_, unit_of_, sizes, tokens_);
  }

  const std::vector<double>& tokens() const { return tokens_; }

  struct Scratch {
    std::vector<UnitCount> counts;
    std::vector<std::uint32_t> whole;
    std::vector<std::uint32_t> units;
    std::vector<double> weights;
  };

  /// Counts of a term by replicate.
  void count(std::uint32_t term, Scratch& scratch, std::vector<double>& sums) const {
    sums.resize(draws_.replicates());
    if (!whole_) return count_weighted(term, scratch, sums);
    scratch.counts.clear();
    for (const Posting& posting : postings_.of(term)) {
      const auto weight = static_cast<std::uint32_t>(weights_[posting.member]);
      scratch.counts.push_back({unit_of_[posting.member], posting.count * weight});
    }
    scratch.whole.resize(draws_.replicates());
    resample_counts(draws_, scratch.counts, scratch.whole);
    std::ranges::copy(scratch.whole, sums.begin());
  }

 private:
  std::vector<Stratum> make_strata(const Group& group, std::span<const Selected> selection) {
    std::map<ArticleId, std::uint32_t> numbers;
    for (const Member& member : group.members) {
      const auto next = static_cast<std::uint32_t>(numbers.size());
      unit_of_.push_back(numbers.emplace(selection[member.index].cluster, next).first->second);
    }
    Stratum everything(numbers.size());
    std::iota(everything.begin(), everything.end(), std::size_t{0});
    return {everything};
  }

  void count_weighted(std::uint32_t term, Scratch& scratch, std::vector<double>& sums) const {
    scratch.units.clear();
    scratch.weights.clear();
    for (const Posting& posting : postings_.of(term)) {
      scratch.units.push_back(unit_of_[posting.member]);
      scratch.weights.push_back(weights_[posting.member] * posting.count);
    }
    resample_weights(draws_, scratch.units, scratch.weights, sums);
  }

  std::vector<std::uint32_t> unit_of_;  // by member
  std::vector<Stratum> strata_;
  TermPostings postings_;
  DrawTable draws_;
  std::vector<double> weights_;  // by member
  bool whole_ = true;
  std::vector<double> tokens_;  // by replicate
};

// Calls `work(row, worker's scratch)` for each of `count` rows, in blocks.
template <class Scratch, class Work>
void for_rows(std::size_t count, std::size_t jobs, const Work& work) {
  constexpr std::size_t kBlock = 64;
  std::vector<Scratch> scratch(std::max<std::size_t>(jobs, 1));
  parallel_for((count + kBlock - 1) / kBlock, jobs, [&](std::size_t block, std::size_t worker) {
    const std::size_t end = std::min(count, (block + 1) * kBlock);
    for (std::size_t row = block * kBlock; row < end; ++row) work(row, scratch[worker]);
  });
}

}  // namespace

std::vector<Interval> bootstrap_rates(const TermCounts& counts, const Group& group,
                                      std::span<const Selected> selection,
                                      std::span<const std::uint32_t> terms, const BootstrapOptions& options,
                                      std::size_t jobs) {
  const ResampledGroup sample(counts, group, selection, options, options.seed, jobs);
  struct Scratch {
    ResampledGroup::Scratch group;
    std::vector<double> values;
  };
  std::vector<Interval> intervals(terms.size());
  for_rows<Scratch>(terms.size(), jobs, [&](std::size_t row, Scratch& scratch) {
    sample.count(terms[row], scratch.group, scratch.values);
    for (std::size_t i = 0; i < scratch.values.size(); ++i) scratch.values[i] /= sample.tokens()[i];
    intervals[row] = percentile_interval(scratch.values, options.confidence);
  });
  return intervals;
}

std::vector<Interval> bootstrap_log_ratios(const TermCounts& counts, const Group& target,
                                           const Group& reference, std::span<const Selected> selection,
                                           std::span<const std::uint32_t> terms,
                                           const BootstrapOptions& options, std::size_t jobs) {
  const ResampledGroup a(counts, target, selection, options, options.seed, jobs);
  // Another stream for the reference, or both groups would be drawn alike.
  const ResampledGroup b(counts, reference, selection, options, ~options.seed, jobs);
  struct Scratch {
    ResampledGroup::Scratch group;
    std::vector<double> a;
    std::vector<double> b;
  };
  std::vector<Interval> intervals(terms.size());
  for_rows<Scratch>(terms.size(), jobs, [&](std::size_t row, Scratch& scratch) {
    a.count(terms[row], scratch.group, scratch.a);
    b.count(terms[row], scratch.group, scratch.b);
    for (std::size_t i = 0; i < scratch.a.size(); ++i)
      scratch.a[i] = log_ratio({scratch.a[i], scratch.b[i], a.tokens()[i], b.tokens()[i]});
    intervals[row] = percentile_interval(scratch.a, options.confidence);
  });
  return intervals;
}

namespace {

// Both groups as clusters that can be dealt: each with its members.
struct Deck {
  std::vector<std::vector<Member>> units;
  std::size_t of_target = 0;
};

Deck make_deck(const Group& target, const Group& reference, std::span<const Selected> selection) {
  Deck deck;
  for (const Group* group : {&target, &reference}) {
    std::map<ArticleId, std::vector<Member>> clusters;
    for (const Member& member : group->members) clusters[selection[member.index].cluster].push_back(member);
    for (auto& [cluster, members] : clusters) deck.units.push_back(std::move(members));
    if (group == &target) deck.of_target = deck.units.size();
  }
  return deck;
}

struct Tally {
  std::vector<double> by_term;
  double tokens = 0.0;

  void add(const TermCounts& counts, std::span<const Member> members) {
    for (const Member& member : members) {
      for (const TermCount& cell : counts.row(member.index)) by_term[cell.term] += member.weight * cell.count;
      tokens += member.weight * counts.tokens[member.index];
    }
  }
};

double largest_score(const Tally& target, const Tally& all) {
  double largest = 0.0;
  for (std::size_t term = 0; term < all.by_term.size(); ++term) {
    if (all.by_term[term] == 0.0) continue;
    const Contrast contrast{target.by_term[term], all.by_term[term] - target.by_term[term], target.tokens,
                            all.tokens - target.tokens};
    largest = std::max(largest, std::abs(log_likelihood(contrast)));
  }
  return largest;
}

// Indices of the units that the target gets, by deal.
using Deals = std::vector<std::vector<std::size_t>>;

Deals all_deals(const Deck& deck) {
  std::vector<std::size_t> chosen(deck.of_target);
  std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  Deals deals;
  do {
    deals.push_back(chosen);
  } while (next_subset(chosen, deck.units.size()));
  return deals;
}

Deals draw_deals(const Deck& deck, std::size_t count, std::uint64_t seed) {
  Deals deals(count);
  std::vector<std::size_t> order(deck.units.size());
  for (std::size_t deal = 0; deal < count; ++deal) {
    std::iota(order.begin(), order.end(), std::size_t{0});
    const RandomStream stream(seed, deal);
    for (std::size_t i = 0; i < deck.of_target; ++i)
      std::swap(order[i], order[i + stream.below(i, order.size() - i)]);
    deals[deal].assign(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(deck.of_target));
  }
  return deals;
}

}  // namespace

MaximumTest permute_maximum(const TermCounts& counts, const Group& target, const Group& reference,
                            std::span<const Selected> selection, std::span<const double> scores,
                            std::size_t deals, std::uint64_t seed, std::size_t jobs) {
  const Deck deck = make_deck(target, reference, selection);
  MaximumTest test;
  test.is_exact =
      count_deals(deck.units.size(), deck.of_target) <= std::max(static_cast<double>(deals), kMostExactDeals);
  const Deals dealt = test.is_exact ? all_deals(deck) : draw_deals(deck, deals, seed);
  test.deals = dealt.size();
  Tally all{std::vector<double>(counts.terms.size(), 0.0)};
  for (const auto& members : deck.units) all.add(counts, members);
  std::vector<double> largest(dealt.size());
  parallel_for(dealt.size(), jobs, [&](std::size_t deal, std::size_t) {
    Tally tally{std::vector<double>(counts.terms.size(), 0.0)};
    for (const std::size_t unit : dealt[deal]) tally.add(counts, deck.units[unit]);
    largest[deal] = largest_score(tally, all);
  });
  std::ranges::sort(largest);
  constexpr double kTie = 1e-9;
  const double itself =
      test.is_exact ? 0.0 : 1.0;  // the deal that was observed is one of all, but none of those drawn
  for (const double score : scores) {
    const auto as_large =
        static_cast<double>(largest.end() - std::ranges::lower_bound(largest, std::abs(score) - kTie));
    test.p.push_back((itself + as_large) / (itself + static_cast<double>(test.deals)));
  }
  return test;
}

}  // namespace sahafa
