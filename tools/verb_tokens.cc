#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "ingest/ingest_options.h"
#include "text/analyze.h"
#include "text/clitics.h"
#include "text/error.h"
#include "text/language.h"
#include "text/t1.h"
#include "tools/messages.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

constexpr auto kOptions =
    join_options(kReadingOptions,
                 std::array<OptionSpec, 2>{{
                     {.name = "show",
                      .value = "WHAT",
                      .help = "tokens, paragraphs (their languages) or clitics (readings of Arabic words)",
                      .default_value = "tokens"},
                     {"tokenisation", "NAME", "sahafa, or T1: bare runs of letters and digits in lower case",
                      "sahafa", false},
                 }});

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

void add_tokens(TableBuilder& table, const std::string& doc, const std::string& text,
                const AnalyzedText& analyzed) {
  for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) {
    const Token& token = analyzed.tokens[i];
    table.add(doc).add(slice(text, token.span()));
    table.add(std::int64_t{token.begin}).add(std::int64_t{token.end});
    table.add(analyzed.forms[i]).add(analyzed.stems[i]).add(kind_name(token.kind));
    table.add(std::int64_t{analyzed.sentence_of[i]});
  }
}

void add_paragraphs(TableBuilder& table, const std::string& doc, const std::string& text,
                    const AnalyzedText& /*analyzed*/) {
  std::int64_t number = 0;
  for (const ParagraphLanguage& paragraph : detect_paragraph_languages(text)) {
    table.add(doc).add(number++);
    table.add(std::int64_t{paragraph.paragraph.begin}).add(std::int64_t{paragraph.paragraph.end});
    table.add(paragraph.lang);
  }
}

void add_clitics(TableBuilder& table, const std::string& doc, const std::string& text,
                 const AnalyzedText& analyzed) {
  for (std::size_t i = 0; i < analyzed.tokens.size(); ++i) {
    const std::vector<CliticReading> readings = read_clitics(analyzed.forms[i]);
    if (readings.size() < 2) continue;  // a word of which nothing can be taken off
    const Token& token = analyzed.tokens[i];
    for (const CliticReading& reading : readings) {
      table.add(doc).add(slice(text, token.span()));
      table.add(std::int64_t{token.begin}).add(std::int64_t{token.end});
      table.add(reading.conjunction).add(reading.preposition).add(reading.article);
      table.add(reading.host).add(reading.pronoun);
    }
  }
}

using enum TableBuilder::Type;

// What --show can list: a table each.
struct View {
  std::string_view name;
  TableBuilder (*columns)();
  void (*add)(TableBuilder&, const std::string& doc, const std::string& text, const AnalyzedText&);
};

constexpr View kViews[] = {
    {"tokens",
     [] {
       return TableBuilder{{"doc", text},  {"token", text}, {"begin", integer}, {"end", integer},
                           {"form", text}, {"stem", text},  {"kind", text},     {"sentence", integer}};
     },
     add_tokens},
    {"paragraphs",
     [] {
       return TableBuilder{
           {"doc", text}, {"paragraph", integer}, {"begin", integer}, {"end", integer}, {"lang", text}};
     },
     add_paragraphs},
    {"clitics",
     [] {
       return TableBuilder{{"doc", text},     {"token", text},       {"begin", integer},
                           {"end", integer},  {"conjunction", text}, {"preposition", text},
                           {"article", text}, {"host", text},        {"pronoun", text}};
     },
     add_clitics},
};

const View& find_view(std::string_view name) {
  for (const View& view : kViews)
    if (view.name == name) return view;
  throw Error(ErrorCode::usage, fmt::format("--show takes tokens, paragraphs or clitics, not \"{}\"", name));
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

// T1 knows no sentences, stems or marks; form and stem are the token in lower case.
AnalyzedText analyze_t1(std::string_view text, std::vector<T1Token>& kept) {
  kept = tokenize_t1(text);
  AnalyzedText analyzed;
  for (const T1Token& token : kept) {
    analyzed.tokens.push_back({token.span.begin, token.span.end, TokenKind::word});
    analyzed.forms.emplace_back(token.form);
    analyzed.stems.emplace_back(token.form);
    analyzed.sentence_of.push_back(0);
  }
  return analyzed;
}

bool wants_t1(const Options& options) {
  const std::string_view name = options.get("tokenisation");
  if (name != kT1 && name != "sahafa") {
    throw Error(ErrorCode::usage, fmt::format("--tokenisation takes sahafa or T1, not \"{}\"", name));
  }
  return name == kT1;
}

int run(const Verb& /*verb*/, Invocation& call) {
  const bool t1 = wants_t1(call.options);
  const View& view = find_view(call.options.get("show"));
  TableBuilder table = view.columns();
  // As JSON Lines the tokens come an object a document, which is what programs that compare tokenisers read.
  const bool objects = call.format == Format::jsonl && &view == kViews;
  Analyzer analyzer;
  const auto show = [&](const Intake& intake) {
    for (std::size_t i = 0; i < intake.items.size(); ++i) {
      const Article& article = intake.items[i].article;
      std::vector<T1Token> kept;
      const AnalyzedText analyzed = t1 ? analyze_t1(article.text, kept) : analyzer.analyze(article.text);
      if (objects) {
        write_object(call.out, name_of(intake, i), article.lang, analyzed);
      } else {
        view.add(table, name_of(intake, i), article.text, analyzed);
      }
    }
  };
  IngestOptions options = make_reading_options(call.options);
  options.jobs = call.jobs;
  options.progress = call.progress;
  const auto issues = extract(call.arguments, options, show);
  report_issues(call.err, issues);
  if (!objects) write_table(table.finish(), call.format, call.out);
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
