#include "analysis/label_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

#include "analysis/statistics/agreement.h"
#include "text/error.h"

namespace sahafa {
namespace {

std::ifstream open_file(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw Error(ErrorCode::unreadable, fmt::format("cannot read {}", path));
  return file;
}

std::vector<Example> read_files(std::span<const std::string> paths) {
  std::vector<Example> examples;
  for (const std::string& path : paths) {
    std::ifstream file = open_file(path);
    std::ranges::move(read_examples(file, path), std::back_inserter(examples));
  }
  return examples;
}

// Mean F1 and accuracy are notes.
Table judge(const Classifier& classifier, const std::vector<Example>& examples) {
  std::map<std::string, Hits> by_label;
  for (const std::string& label : classifier.labels()) by_label[label];
  std::size_t right = 0;
  for (const Example& example : examples) {
    const std::string& found = classifier.labels()[classifier.classify(example).label];
    right += found == example.label ? 1 : 0;
    by_label[found].found += 1;
    by_label[example.label].gold += 1;
    if (found == example.label) by_label[found].both += 1;
  }
  using enum TableBuilder::Type;
  TableBuilder table{{"label", text},       {"coded", integer}, {"found", integer},
                     {"precision", number}, {"recall", number}, {"f1", number}};
  double sum = 0.0;
  for (const auto& [label, hits] : by_label) {
    table.add(label).add(hits.gold).add(hits.found).add(hits.precision()).add(hits.recall()).add(hits.f1());
    sum += hits.f1();
  }
  table.note(
      fmt::format("macro-F1 {:.4f}, accuracy {:.4f}, {} examples", sum / static_cast<double>(by_label.size()),
                  static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(examples.size(), 1)),
                  examples.size()));
  return table.finish();
}

}  // namespace

std::string get_model_path(const Options& options) {
  if (!options.has("model"))
    throw Error(ErrorCode::usage, "the option model is missing: the file of the model");
  return std::string(options.get("model"));
}

Trained train_on_files(std::span<const std::string> paths, const Options& options) {
  const TrainingOptions training{.cost = options.get_number("cost"),
                                 .seed = static_cast<std::uint64_t>(options.get_integer("seed"))};
  Trained trained{.classifier = Classifier::train(read_files(paths), training), .judged = {}};
  if (options.has("judge")) {
    const std::string coded(options.get("judge"));
    trained.judged = judge(trained.classifier, read_files({&coded, 1}));
  }
  return trained;
}

Table classify_files(std::span<const std::string> paths, const Options& options) {
  const std::string path = get_model_path(options);
  std::ifstream file = open_file(path);
  const Classifier classifier = Classifier::load(file, path);
  using enum TableBuilder::Type;
  TableBuilder table{{"id", text}, {"label", text}, {"score", number}, {"margin", number}};
  for (const Example& example : read_files(paths)) {
    const Decision decision = classifier.classify(example);
    table.add(example.id).add(classifier.labels()[decision.label]).add(decision.score).add(decision.margin);
  }
  return table.finish();
}

}  // namespace sahafa
