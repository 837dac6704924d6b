// Labels of texts in files: what the verbs train and classify of the command line and of the C API do.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>

#include "analysis/learning/classifier.h"
#include "analysis/table.h"
#include "corpus/options.h"

namespace sahafa {

inline constexpr std::array<OptionSpec, 4> kTrainOptions = {{
    {"model", "FILE", "file that takes the model; required", "", false},
    {"judge", "FILE", "coded examples that it is judged on", "", false},
    {"cost", "C", "the larger, the closer to the training examples", "0.2", false},
    {"seed", "N", "of the order in which examples are visited", "1", false},
}};
inline constexpr std::array<OptionSpec, 1> kClassifyOptions = {
    {{"model", "FILE", "model that train made; required", "", false}}};

struct Trained {
  Classifier classifier;
  std::optional<Table> judged;  ///< with the option judge: precision, recall and F1 of each label
};

/// The path that the option model names. Throws Error(usage) where it is missing.
std::string get_model_path(const Options& options);

/// Learns from files of coded examples (learning/examples.h); the caller keeps the classifier. Throws Error: unreadable, malformed, and
/// usage unless at least two labels occur.
Trained train_on_files(std::span<const std::string> paths, const Options& options);

/// A row a text: id, label, score, margin. Throws as train_on_files does.
Table classify_files(std::span<const std::string> paths, const Options& options);

}  // namespace sahafa
