#include "analysis/term_rates.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "analysis/statistics/distributions.h"

namespace sahafa {

GroupRates::GroupRates(const TermCounts& counts, const Group& group, std::span<const Selected> selection)
    : postings_(transpose(counts, group)) {
  std::map<ArticleId, std::uint32_t> numbers;
  for (const Member& member : group.members) {
    const auto next = static_cast<std::uint32_t>(numbers.size());
    const auto unit = numbers.emplace(selection[member.index].cluster, next).first->second;
    if (unit == unit_tokens_.size()) unit_tokens_.push_back(0.0);
    unit_of_.push_back(unit);
    weights_.push_back(member.weight);
    unit_tokens_[unit] += member.weight * counts.tokens[member.index];
  }
  for (const double tokens : unit_tokens_) {
    tokens_ += tokens;
    squared_tokens_ += tokens * tokens;
  }
  constexpr double kUpper = 0.975;
  t_ = unit_tokens_.size() > 1 ? t_quantile(kUpper, static_cast<double>(unit_tokens_.size()) - 1.0)
                               : std::numeric_limits<double>::quiet_NaN();
}

RatioEstimate GroupRates::estimate(std::uint32_t term) const {
  std::vector<std::pair<std::uint32_t, double>> units;
  double count = 0.0;
  for (const Posting& posting : postings_.of(term)) {
    const double occurrences = weights_[posting.member] * posting.count;
    units.emplace_back(unit_of_[posting.member], occurrences);
    count += occurrences;
  }
  std::ranges::stable_sort(units, {}, &std::pair<std::uint32_t, double>::first);
  RatioEstimate estimate;
  estimate.ratio = count / tokens_;
  // A unit without the term has the residual -R n; the others replace theirs.
  double squares = estimate.ratio * estimate.ratio * squared_tokens_;
  for (std::size_t i = 0; i < units.size();) {
    const double expected = estimate.ratio * unit_tokens_[units[i].first];
    double occurrences = 0.0;
    for (const std::uint32_t unit = units[i].first; i < units.size() && units[i].first == unit; ++i)
      occurrences += units[i].second;
    squares += (occurrences - expected) * (occurrences - expected) - expected * expected;
  }
  const auto k = static_cast<double>(unit_tokens_.size());
  estimate.standard_error = std::sqrt(k / (k - 1.0) * std::max(squares, 0.0)) / tokens_;
  const double half = t_ * estimate.standard_error;
  estimate.interval = {estimate.ratio - half, estimate.ratio + half};
  return estimate;
}

}  // namespace sahafa
