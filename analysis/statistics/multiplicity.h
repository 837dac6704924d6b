// p-values of many tests at once, adjusted; as p.adjust() in R. The order of the input is kept. O(n log n).
#pragma once

#include <span>
#include <vector>

namespace sahafa {

/// False discovery rate (Benjamini and Hochberg 1995): q of the i-th smallest p is min over j >= i of p_j n /
/// j. {0.01, 0.04, 0.03} gives {0.03, 0.04, 0.04}.
std::vector<double> adjust_benjamini_hochberg(std::span<const double> p);

/// Family-wise error (Holm 1979): of the i-th smallest p, max over j <= i of min(1, (n - j + 1) p_j).
/// {0.01, 0.04, 0.03} gives {0.03, 0.06, 0.06}.
std::vector<double> adjust_holm(std::span<const double> p);

}  // namespace sahafa
