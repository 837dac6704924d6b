// The measures of keyness by name, beyond those that every table of it has: what `keyness --show` can add.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/statistics/contrast.h"

namespace sahafa {

/// The prior of Fightin' Words, by name: "pooled:100" or "flat:0.01".
struct PriorChoice {
  bool pooled = true;
  double size = 100.0;

  /// Throws Error(usage).
  static PriorChoice parse(std::string_view name);
  TermPrior of(const Contrast& term, double terms) const;
  std::string name() const;
};

/// What a measure may depend on besides the counts of its term.
struct ContrastFamily {
  double terms = 1.0;  ///< of the comparison, also those not shown
  PriorChoice prior;
};

struct KeynessMeasure {
  std::string_view name;     ///< of the column
  std::string_view formula;  ///< id, printed with the table
  double (*compute)(const Contrast& term, const ContrastFamily& family);
};

std::span<const KeynessMeasure> keyness_measures();

/// The measures of a list of names; "all" for every one. Throws Error(usage) for an unknown name.
std::vector<KeynessMeasure> choose_measures(std::span<const std::string_view> names);

/// Rows whose counts are the same share every measure. Of a quarter of a million terms some thousand differ.
struct ContrastClasses {
  std::vector<Contrast> distinct;
  std::vector<std::uint32_t> of_row;

  /// The next row. The totals n1 and n2 are the same for all rows.
  void add(const Contrast& row);

  /// Value by row of a function of the counts, computed once a class on `jobs` threads.
  std::vector<double> spread(std::size_t jobs, const std::function<double(const Contrast&)>& function) const;

 private:
  std::vector<std::uint32_t> slots_;  // open addressing: one more than the class, 0 where free

  void grow();
  std::size_t find_slot(const Contrast& row) const;
};

/// The column of a measure. O(classes) computations.
std::vector<double> compute_measure(const ContrastClasses& classes, const KeynessMeasure& measure,
                                    const ContrastFamily& family, std::size_t jobs);

}  // namespace sahafa
