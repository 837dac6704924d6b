#include <ostream>

#include "ingest/ingest_options.h"
#include "tools/messages.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

int run(const Verb& /*verb*/, Invocation& call) {
  using enum TableBuilder::Type;
  TableBuilder table{{"source", text}, {"key", text},     {"lang", text}, {"outlet", text}, {"date", text},
                     {"title", text},  {"authors", text}, {"url", text},  {"genre", text},  {"text", text}};
  const auto add = [&table](const Intake& intake) {
    for (const Intake::Item& item : intake.items) {
      const Article& article = item.article;
      table.add(intake.source.path).add(article.key).add(article.lang).add(article.outlet).add(article.date);
      table.add(article.title).add(article.authors).add(article.url).add(article.genre).add(article.text);
    }
  };
  IngestOptions options = make_reading_options(call.options);
  options.jobs = call.jobs;
  options.progress = call.progress;
  const auto issues = extract(call.arguments, options, add);
  report_issues(call.err, issues);
  write_table(table.finish(), call.format, call.out);
  return issues.empty() ? kOk : kFailed;
}

}  // namespace

Verb extract_verb() {
  return {.name = "extract",
          .summary = "Reads files as ingest would and prints the articles; nothing is stored",
          .example = "sahafa extract corpus/cnss/divers/page-ar.html",
          .corpus = false,
          .arguments = "PATH...",
          .options = kReadingOptions,
          .run = run};
}

}  // namespace sahafa::tools
