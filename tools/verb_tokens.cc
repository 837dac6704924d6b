#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "ingest/pipeline.h"
#include "text/analyze.h"
#include "tools/map_option.h"
#include "tools/messages.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

constexpr OptionSpec kOptions[] = {kMapOption};

// The name of a document: the id that the input gave, else its path, numbered where a file holds several.
std::string name_of(const Intake& intake, std::size_t item) {
  const std::string& key = intake.items[item].article.key;
  if (!key.empty()) return key;
  return intake.items.size() == 1 ? intake.source.path : fmt::format("{}#{}", intake.source.path, item + 1);
}

std::string_view kind_name(TokenKind kind) {
  switch (kind) {
    case TokenKind::word:
      return "word";
    case TokenKind::number:
      return "number";
    case TokenKind::mark:
      return "mark";
  }
  return {};
}

void add_rows(TableBuilder& table, const std::string& doc, const std::string& text,
              const AnalyzedText& analyzed) {
  for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) {
    const Token& token = analyzed.tokens[i];
    table.add(doc).add(slice(text, token.span()));
    table.add(std::int64_t{token.begin}).add(std::int64_t{token.end});
    table.add(analyzed.forms[i]).add(analyzed.stems[i]).add(kind_name(token.kind));
    table.add(std::int64_t{analyzed.sentence_of[i]});
  }
}

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
  using enum TableBuilder::Type;
  TableBuilder table{{"doc", text},  {"token", text}, {"begin", integer}, {"end", integer},
                     {"form", text}, {"stem", text},  {"kind", text},     {"sentence", integer}};
  Analyzer analyzer;
  const auto show = [&](const Intake& intake) {
    for (std::size_t i = 0; i < intake.items.size(); ++i) {
      const Article& article = intake.items[i].article;
      const AnalyzedText analyzed = analyzer.analyze(article.text);
      if (call.format == Format::jsonl) {
        write_object(call.out, name_of(intake, i), article.lang, analyzed);
      } else {
        add_rows(table, name_of(intake, i), article.text, analyzed);
      }
    }
  };
  const auto issues =
      extract(call.arguments,
              {.jobs = call.jobs, .progress = call.progress, .columns = column_map(call.options)}, show);
  report_issues(call.err, issues);
  if (call.format != Format::jsonl) write_table(table.finish(), call.format, call.out);
  return issues.empty() ? kOk : kFailed;
}

}  // namespace

Verb tokens_verb() {
  return {.name = "tokens",
          .summary =
              "Shows what the text layer sees: tokens, forms, stems, sentences; offsets are bytes of the "
              "stored text",
          .example = "sahafa tokens corpus/cnss/divers/windows-1256.txt",
          .corpus = false,
          .arguments = "PATH...",
          .options = kOptions,
          .run = run};
}

}  // namespace sahafa::tools
