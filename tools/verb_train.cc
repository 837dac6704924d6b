#include <ostream>

#include "analysis/label_texts.h"
#include "tools/output.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

int train(const Verb& /*verb*/, Invocation& call) {
  const std::string path = get_model_path(call.options);
  const Trained trained = train_on_files(call.arguments, call.options);
  Output out(path);
  trained.classifier.save(out.stream());
  out.finish();
  if (trained.judged) {
    write_table(*trained.judged, call.format, call.out);
    for (const std::string& note : trained.judged->notes) call.err << note << '\n';
  }
  return kOk;
}

int classify(const Verb& /*verb*/, Invocation& call) {
  write_table(classify_files(call.arguments, call.options), call.format, call.out);
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
