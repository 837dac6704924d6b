#include <ostream>

#include "ingest/pipeline.h"
#include "tools/map_option.h"
#include "tools/messages.h"
#include "tools/outlets_option.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

constexpr OptionSpec kOptions[] = {kMapOption, kOutletsOption};

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
  const OutletRegistry outlets = outlet_registry(call.options);
  const IngestOptions options{
      .jobs = call.jobs, .progress = call.progress, .columns = column_map(call.options), .outlets = &outlets};
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
          .options = kOptions,
          .run = run};
}

}  // namespace sahafa::tools
