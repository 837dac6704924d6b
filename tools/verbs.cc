#include "tools/verbs.h"

#include <vector>

namespace sahafa::tools {
namespace {

std::string_view arguments_of(const Analysis& analysis) {
  for (const OptionSpec& option : analysis.options) {
    if (option.positional) return option.value;
  }
  return {};
}

Verb from_analysis(const Analysis& analysis) {
  return {.name = analysis.name,
          .summary = analysis.summary,
          .example = analysis.example,
          .corpus = true,
          .arguments = arguments_of(analysis),
          .options = analysis.options,
          .run = run_analysis};
}

// The order of --help follows the work: bring texts in, look at them, count, compare, keep in order.
std::vector<Verb> make_verbs() {
  std::vector<Verb> list = {ingest_verb(), extract_verb(), tokens_verb()};
  for (const Analysis& analysis : analyses()) list.push_back(from_analysis(analysis));
  for (const Verb& verb : {show_verb(), report_verb(), serve_verb(), export_verb(), codebook_verb(),
                           train_verb(), classify_verb(), index_verb(), remove_verb(), check_verb()})
    list.push_back(verb);
  return list;
}

}  // namespace

std::span<const Verb> verbs() {
  static const std::vector<Verb> list = make_verbs();
  return list;
}

}  // namespace sahafa::tools
