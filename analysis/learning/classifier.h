// A trained classifier of texts: features, linear model and the names of its labels; learned from examples, kept as a text file.
#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/learning/linear_model.h"

namespace sahafa {

struct Decision {
  std::size_t label = 0;  ///< index into labels()
  double score = 0.0;
  double margin = 0.0;  ///< to the second best: small means that a person should look
};

/// Constant after training; usable from several threads.
class Classifier {
 public:
  /// Throws Error(usage) unless at least two labels occur.
  static Classifier train(std::span<const Example> examples, const TrainingOptions& options);
  /// Reads what save() wrote. Throws Error(malformed), naming origin and remedy.
  static Classifier load(std::istream& in, std::string_view origin);
  void save(std::ostream& out) const;

  Decision classify(const Example& example) const;
  const std::vector<std::string>& labels() const { return labels_; }

 private:
  Classifier(std::vector<std::string> labels, FeatureSpace space, LinearModel model);

  std::vector<std::string> labels_;  ///< sorted
  FeatureSpace space_;
  LinearModel model_;
};

}  // namespace sahafa
