#include <nlohmann/json.hpp>
#include <ostream>

#include "analysis/list_tokens.h"
#include "ingest/ingest_options.h"
#include "tools/messages.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

constexpr auto kOptions = join_options(kReadingOptions, kTokenOptions);

void write_object(std::ostream& out, const std::string& doc, const std::string& lang,
                  const AnalyzedText& analyzed) {
  nlohmann::ordered_json object = {{"doc", doc}, {"lang", lang}};
  auto& sentences = object["sentences"] = nlohmann::ordered_json::array();
  for (const Span sentence : analyzed.sentences) sentences.push_back({sentence.begin, sentence.end});
  auto& tokens = object["tokens"] = nlohmann::ordered_json::array();
  for (const Token& token : analyzed.tokens) tokens.push_back({token.begin, token.end});
  out << object.dump() << '\n';
}

int run(const Verb& /*verb*/, Invocation& call) {
  TokenLister lister(call.options);
  // As JSON Lines the tokens come an object a document, which is what programs that compare tokenisers read.
  const bool objects = call.format == Format::jsonl && lister.shows_tokens();
  const auto show = [&](const Intake& intake) {
    if (!objects) return lister.add(intake);
    lister.visit(intake, [&](const std::string& doc, const Article& article, const AnalyzedText& text) {
      write_object(call.out, doc, article.lang, text);
    });
  };
  IngestOptions options = make_reading_options(call.options);
  options.jobs = call.jobs;
  options.progress = call.progress;
  const auto issues = extract(call.arguments, options, show);
  report_issues(call.err, issues);
  if (!objects) write_table(lister.finish(), call.format, call.out);
  return issues.empty() ? kOk : kFailed;
}

}  // namespace

Verb tokens_verb() {
  return {
      .name = "tokens",
      .summary =
          "Shows what the text layer sees: tokens, forms, stems, sentences, languages, clitics; offsets are "
          "bytes of the stored text",
      .example = "sahafa tokens corpus/cnss/divers/windows-1256.txt",
      .corpus = false,
      .arguments = "PATH...",
      .options = kOptions,
      .run = run};
}

}  // namespace sahafa::tools
