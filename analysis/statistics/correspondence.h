// Correspondence analysis (Benzécri 1973; Greenacre 2017): rows and columns of a table of counts as points, so that rows with similar
// profiles lie together.
#pragma once

#include <cstddef>
#include <vector>

namespace sahafa {

/// Counts, row by row. Every row and column has a count above 0.
struct CountTable {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<double> counts;

  double at(std::size_t row, std::size_t column) const { return counts[row * columns + column]; }
};

/// Points of the rows or of the columns.
struct CaPoints {
  std::vector<double> masses;
  std::vector<std::vector<double>> principal;  ///< per axis, by point
  std::vector<double> quality;  ///< share of a point's inertia that the first two axes show, 0 to 1
};

struct CorrespondenceAnalysis {
  std::vector<double> singular_values;  ///< falling; at most min(rows, columns) - 1
  double inertia = 0.0;                 ///< of the whole table: chi-square / n
  CaPoints rows;
  CaPoints columns;
  std::vector<std::vector<double>>
      standard;  ///< of the columns, per axis: a row profile times these is its place
};

/// SVD of (P - r c') / sqrt(r c'), P the table over its sum. Principal coordinates. Signs are arbitrary, so a rule fixes them: on each axis the row
/// with the largest absolute coordinate lies on the positive side. O(min(rows, columns)^2 max(rows, columns)).
CorrespondenceAnalysis analyze_correspondence(const CountTable& table);

}  // namespace sahafa
