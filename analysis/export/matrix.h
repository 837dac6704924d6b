// The article x term matrix for other programs: Matrix Market (R, Julia, MATLAB) and SciPy's .npz.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace sahafa {

/// Compressed sparse rows; the columns of each row ascend.
struct SparseMatrix {
  std::vector<std::string> rows;      ///< names
  std::vector<std::string> columns;   ///< names
  std::vector<std::int64_t> offsets;  ///< rows + 1
  std::vector<std::int32_t> indices;  ///< columns
  std::vector<double> values;
};

/// Coordinate format, from 1; names of rows and columns stand in comments "%row 1 ..." and "%column 1 ...".
void write_matrix_market(const SparseMatrix& matrix, std::ostream& out);

/// What scipy.sparse.load_npz opens as csr_matrix; beside it, arrays rows and columns with the names (UTF-8 bytes,
/// numpy.char.decode).
void write_npz(const SparseMatrix& matrix, std::ostream& out);

}  // namespace sahafa
