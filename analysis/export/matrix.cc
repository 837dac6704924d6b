#include "analysis/export/matrix.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string_view>

#include <fmt/format.h>

#include "analysis/export/zip.h"
#include "analysis/report/number.h"
#include "index/npy_file.h"

namespace sahafa {
namespace {

template <class T>
std::string_view as_bytes(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

void add_array(ZipWriter& zip, std::string_view name, std::string_view type, std::size_t count,
               std::string_view bytes) {
  const std::string header = npy_header(type, count);
  const std::array<std::string_view, 2> pieces = {header, bytes};
  zip.add(name, pieces);
}

void add_names(ZipWriter& zip, std::string_view name, std::span<const std::string> names) {
  std::size_t longest = 1;
  for (const std::string& one : names) longest = std::max(longest, one.size());
  std::string bytes;
  bytes.reserve(longest * names.size());
  for (const std::string& one : names) {
    bytes += one;
    bytes.append(longest - one.size(), '\0');
  }
  add_array(zip, name, fmt::format("|S{}", longest), names.size(), bytes);
}

}  // namespace

void write_matrix_market(const SparseMatrix& matrix, std::ostream& out) {
  out << "%%MatrixMarket matrix coordinate real general\n";
  for (std::size_t i = 0; i < matrix.rows.size(); ++i)
    out << fmt::format("%row {} {}\n", i + 1, matrix.rows[i]);
  for (std::size_t i = 0; i < matrix.columns.size(); ++i)
    out << fmt::format("%column {} {}\n", i + 1, matrix.columns[i]);
  out << fmt::format("{} {} {}\n", matrix.rows.size(), matrix.columns.size(), matrix.values.size());
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    for (auto at = static_cast<std::size_t>(matrix.offsets[row]);
         at < static_cast<std::size_t>(matrix.offsets[row + 1]); ++at) {
      out << fmt::format("{} {} {}\n", row + 1, matrix.indices[at] + 1, format_number(matrix.values[at]));
    }
  }
}

void write_npz(const SparseMatrix& matrix, std::ostream& out) {
  ZipWriter zip(out);
  // A scalar of three bytes, as numpy.save writes it.
  std::string format = npy_header("|S3", 1);
  format.replace(format.find("(1,)"), 4, "()  ");
  const std::array<std::string_view, 2> scalar = {format, "csr"};
  const std::vector<std::int64_t> shape = {static_cast<std::int64_t>(matrix.rows.size()),
                                           static_cast<std::int64_t>(matrix.columns.size())};
  add_array(zip, "indices.npy", "<i4", matrix.indices.size(), as_bytes(matrix.indices));
  add_array(zip, "indptr.npy", "<i8", matrix.offsets.size(), as_bytes(matrix.offsets));
  zip.add("format.npy", scalar);
  add_array(zip, "shape.npy", "<i8", 2, as_bytes(shape));
  add_array(zip, "data.npy", "<f8", matrix.values.size(), as_bytes(matrix.values));
  add_names(zip, "rows.npy", matrix.rows);
  add_names(zip, "columns.npy", matrix.columns);
  zip.finish();
}

}  // namespace sahafa
