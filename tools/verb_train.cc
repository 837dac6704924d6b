#include <fmt/format.h>

#include <fstream>
#include <map>
#include <ostream>

#include "analysis/learning/classifier.h"
#include "analysis/statistics/agreement.h"
#include "text/error.h"
#include "tools/output.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

constexpr OptionSpec kTrainOptions[] = {
    {"model", "FILE", "file that takes the model; required", ""},
    {"judge", "FILE", "coded examples that it is judged on", ""},
    {"cost", "C", "the larger, the closer to the training examples", "0.2"},
    {"seed", "N", "of the order in which examples are visited", "1"},
};
constexpr OptionSpec kClassifyOptions[] = {{"model", "FILE", "model that train made; required", ""}};

std::vector<Example> read_files(const std::vector<std::string>& paths) {
  std::vector<Example> examples;
  for (const std::string& path : paths) {
    std::ifstream file(path);
    if (!file) throw Error(ErrorCode::unreadable, fmt::format("cannot read {}", path));
    std::vector<Example> more = read_examples(file, path);
    std::ranges::move(more, std::back_inserter(examples));
  }
  return examples;
}

std::string required(const Options& options, std::string_view name) {
  if (!options.has(name)) throw Error(ErrorCode::usage, fmt::format("give --{} FILE", name));
  return std::string(options.get(name));
}

/// Precision, recall and F1 of each label on coded examples; mean F1 and accuracy as notes.
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

void print(const Table& table, Invocation& call) {
  write_table(table, call.format, call.out);
  for (const std::string& note : table.notes) call.err << note << '\n';
}

int train(const Verb& /*verb*/, Invocation& call) {
  const TrainingOptions options{.cost = call.options.get_number("cost"),
                                .seed = static_cast<std::uint64_t>(call.options.get_integer("seed"))};
  const std::string path = required(call.options, "model");
  const Classifier classifier = Classifier::train(read_files(call.arguments), options);
  Output out(path);
  classifier.save(out.stream());
  out.finish();
  if (call.options.has("judge")) {
    print(judge(classifier, read_files({std::string(call.options.get("judge"))})), call);
  }
  return kOk;
}

int classify(const Verb& /*verb*/, Invocation& call) {
  const std::string path = required(call.options, "model");
  std::ifstream file(path);
  if (!file) throw Error(ErrorCode::unreadable, fmt::format("cannot read {}", path));
  const Classifier classifier = Classifier::load(file, path);
  using enum TableBuilder::Type;
  TableBuilder table{{"id", text}, {"label", text}, {"score", number}, {"margin", number}};
  for (const Example& example : read_files(call.arguments)) {
    const Decision decision = classifier.classify(example);
    table.add(example.id).add(classifier.labels()[decision.label]).add(decision.score).add(decision.margin);
  }
  write_table(table.finish(), call.format, call.out);
  return kOk;
}

}  // namespace

Verb train_verb() {
  return {
      .name = "train",
      .summary =
          "Learns labels of texts (stance, topic) from coded examples: JSON Lines {id, text, target, label}",
      .example =
          "sahafa train tests/data/learning/train.jsonl --model stance.model --judge "
          "tests/data/learning/judge.jsonl",
      .corpus = false,
      .arguments = "PATH...",
      .options = kTrainOptions,
      .run = train};
}

Verb classify_verb() {
  return {.name = "classify",
          .summary = "Labels texts with a model that train made",
          .example = "sahafa classify tests/data/learning/judge.jsonl --model stance.model",
          .corpus = false,
          .arguments = "PATH...",
          .options = kClassifyOptions,
          .run = classify};
}

}  // namespace sahafa::tools
