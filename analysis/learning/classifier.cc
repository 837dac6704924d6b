#include "analysis/learning/classifier.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "text/error.h"

namespace sahafa {
namespace {

constexpr std::string_view kFormat = "sahafa classifier";
constexpr int kVersion = 1;  // raised with every change of the features

[[noreturn]] void fail(std::string_view origin, std::string_view what) {
  throw Error(ErrorCode::malformed,
              fmt::format("{}: {}; train the model again with this version", origin, what));
}

/// The numbers of a line; stops at what is none.
std::vector<double> numbers_of(std::string_view line) {
  std::vector<double> numbers;
  while (!line.empty()) {
    double number = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
    if (error != std::errc()) {
      break;
    }
    numbers.push_back(number);
    line.remove_prefix(std::min(line.size(), static_cast<std::size_t>(end - line.data()) + 1));
  }
  return numbers;
}

}  // namespace

Classifier::Classifier(std::vector<std::string> labels, FeatureSpace space, LinearModel model)
    : labels_(std::move(labels)), space_(std::move(space)), model_(std::move(model)) {}

Classifier Classifier::train(std::span<const Example> examples, const TrainingOptions& options) {
  std::vector<std::string> labels;
  for (const Example& example : examples) {
    if (!example.label.empty()) labels.push_back(example.label);
  }
  std::ranges::sort(labels);
  const auto repeated = std::ranges::unique(labels);
  labels.erase(repeated.begin(), repeated.end());
  if (labels.size() < 2) {
    throw Error(ErrorCode::usage, "training needs examples of at least two labels; code more texts");
  }
  std::vector<FeatureRow> all;
  FeatureSpace space = FeatureSpace::fit(examples, all);
  std::vector<FeatureRow> rows;
  std::vector<std::size_t> classes;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const Example& example = examples[i];
    if (example.label.empty()) continue;
    rows.push_back(std::move(all[i]));
    classes.push_back(
        static_cast<std::size_t>(std::ranges::lower_bound(labels, example.label) - labels.begin()));
  }
  LinearModel model = LinearModel::train(rows, classes, labels.size(), options);
  return {std::move(labels), std::move(space), std::move(model)};
}

void Classifier::save(std::ostream& out) const {
  const nlohmann::ordered_json header = {{"format", kFormat},
                                         {"version", kVersion},
                                         {"buckets", kFeatureBuckets},
                                         {"text_targets", space_.has_text_targets()},
                                         {"labels", labels_}};
  out << header.dump() << '\n';
  const std::size_t classes = labels_.size();
  const auto weights = model_.weights();
  for (std::size_t bucket = 0; bucket <= kFeatureBuckets; ++bucket) {
    const bool is_bias = bucket == kFeatureBuckets;
    const float idf = is_bias ? 1.0F : space_.idf()[bucket];
    if (idf == 0.0F) continue;
    const auto row = weights.subspan(bucket * classes, classes);
    out << fmt::format("{} {} {}\n", bucket, idf, fmt::join(row, " "));
  }
}

Classifier Classifier::load(std::istream& in, std::string_view origin) {
  std::string line;
  std::getline(in, line);
  const auto header = nlohmann::json::parse(line, nullptr, false);
  if (!header.is_object() || header.value("format", "") != kFormat) fail(origin, "no model of sahafa train");
  if (header.value("version", 0) != kVersion || header.value("buckets", 0U) != kFeatureBuckets) {
    fail(origin, "a model of another version");
  }
  const auto labels = header.value("labels", std::vector<std::string>());
  if (labels.size() < 2) fail(origin, "a model without labels");
  std::vector<float> idf(kFeatureBuckets, 0.0F);
  std::vector<float> weights((std::size_t{kFeatureBuckets} + 1) * labels.size(), 0.0F);
  bool has_bias = false;
  while (std::getline(in, line)) {
    const std::vector<double> numbers = numbers_of(line);
    if (numbers.size() != labels.size() + 2 || numbers[0] < 0 || numbers[0] > kFeatureBuckets)
      fail(origin, "a damaged model");
    const auto bucket = static_cast<std::size_t>(numbers[0]);
    has_bias = has_bias || bucket == kFeatureBuckets;
    if (bucket < kFeatureBuckets) idf[bucket] = static_cast<float>(numbers[1]);
    std::transform(numbers.begin() + 2, numbers.end(),
                   weights.begin() + static_cast<std::ptrdiff_t>(bucket * labels.size()),
                   [](double number) { return static_cast<float>(number); });
  }
  if (!has_bias) fail(origin, "a model that was cut off");
  return {labels, FeatureSpace(header.value("text_targets", false), std::move(idf)),
          LinearModel(labels.size(), std::move(weights))};
}

Decision Classifier::classify(const Example& example) const {
  const std::vector<double> scores = model_.scores(space_.row(example));
  const auto best = std::ranges::max_element(scores);
  double second = -1e300;
  for (auto other = scores.begin(); other != scores.end(); ++other) {
    if (other != best) second = std::max(second, *other);
  }
  return {static_cast<std::size_t>(best - scores.begin()), *best, *best - second};
}

}  // namespace sahafa
