// Confidence intervals in closed form: of a share, and of a rate whose sampling unit is the article.
#pragma once

#include <span>

namespace sahafa {

struct Interval {
  double low = 0.0;
  double high = 0.0;
};

/// Part of a ratio that one sampling unit (an article, a duplicate cluster) brings: e.g. hits and tokens, or
/// articles with a claim and articles.
struct RatioUnit {
  double numerator = 0.0;
  double denominator = 0.0;
};

/// Wilson's score interval of k out of n without continuity correction (Wilson 1927), n > 0. 1 of 10 at 0.95:
/// [0.0179, 0.4042].
Interval wilson_interval(double k, double n, double confidence = 0.95);

/// Clopper and Pearson's (1934) exact interval of k out of n, n > 0. 1 of 10 at 0.95: [0.0025, 0.4450].
Interval clopper_pearson_interval(double k, double n, double confidence = 0.95);

/// Sum of numerators over sum of denominators.
double ratio(std::span<const RatioUnit> units);

struct RatioEstimate {
  double ratio = 0.0;
  double standard_error = 0.0;
  Interval interval;  ///< may pass 0: show it clipped, test it unclipped
};

/// Ratio estimator R = sum y / sum n over k units with standard error sqrt(k/(k-1) sum (y - R n)^2) / sum n
/// and interval R +- t(k-1) se (Cochran 1977, chapter 6). Needs two units. Units (3, 100), (1, 100): R 0.02,
/// se 0.01.
RatioEstimate ratio_estimate(std::span<const RatioUnit> units, double confidence = 0.95);

}  // namespace sahafa
