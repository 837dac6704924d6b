#include "analysis/statistics/correspondence.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace sahafa {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

constexpr double kZeroSingular = 1e-12;  // of the largest

std::vector<double> to_vector(const Vector& values) { return {values.begin(), values.end()}; }

CaPoints make_points(const Vector& masses, const Matrix& vectors, const Vector& singular,
                     const Matrix& residuals) {
  CaPoints points{to_vector(masses), {}, {}};
  const Vector scale = masses.array().sqrt().inverse();
  Matrix principal = scale.asDiagonal() * vectors * singular.asDiagonal();
  for (Eigen::Index axis = 0; axis < principal.cols(); ++axis)
    points.principal.push_back(to_vector(principal.col(axis)));
  // The inertia of a point is the squared length of its residuals.
  const Eigen::Index shown = std::min<Eigen::Index>(2, principal.cols());
  for (Eigen::Index i = 0; i < masses.size(); ++i) {
    const double all = residuals.row(i).squaredNorm();
    const double seen = masses(i) * principal.row(i).head(shown).squaredNorm();
    points.quality.push_back(all > 0.0 ? std::min(1.0, seen / all) : 1.0);
  }
  return points;
}

}  // namespace

CorrespondenceAnalysis analyze_correspondence(const CountTable& table) {
  using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::Map<const RowMajor> counts(table.counts.data(), static_cast<Eigen::Index>(table.rows),
                                          static_cast<Eigen::Index>(table.columns));
  const Matrix share = counts / counts.sum();
  const Vector row_masses = share.rowwise().sum();
  const Vector column_masses = share.colwise().sum();
  const Matrix expected = row_masses * column_masses.transpose();
  const Matrix residuals = ((share - expected).array() / expected.array().sqrt()).matrix();
  const Eigen::BDCSVD<Matrix> svd(residuals, Eigen::ComputeThinU | Eigen::ComputeThinV);

  const Vector& all_values = svd.singularValues();
  Eigen::Index axes = std::max<Eigen::Index>(1, all_values.size() - 1);
  while (axes > 1 && all_values(axes - 1) <= kZeroSingular * all_values(0)) --axes;
  Matrix u = svd.matrixU().leftCols(axes);
  Matrix v = svd.matrixV().leftCols(axes);
  const Vector values = all_values.head(axes);
  for (Eigen::Index axis = 0; axis < axes; ++axis) {
    Eigen::Index largest = 0;
    (u.col(axis).array().abs() / row_masses.array().sqrt()).maxCoeff(&largest);
    if (u(largest, axis) >= 0.0) continue;
    u.col(axis) *= -1.0;
    v.col(axis) *= -1.0;
  }
  CorrespondenceAnalysis result;
  result.singular_values = to_vector(values);
  result.inertia = residuals.squaredNorm();
  result.rows = make_points(row_masses, u, values, residuals);
  result.columns = make_points(column_masses, v, values, residuals.transpose());
  const Matrix standard = column_masses.array().sqrt().inverse().matrix().asDiagonal() * v;
  for (Eigen::Index axis = 0; axis < axes; ++axis) result.standard.push_back(to_vector(standard.col(axis)));
  return result;
}

}  // namespace sahafa
