#include "analysis/list_tokens.h"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/clitics.h"
#include "text/error.h"
#include "text/language.h"
#include "text/t1.h"

namespace sahafa {
namespace {

using enum TableBuilder::Type;

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
    throw Error(ErrorCode::usage, fmt::format("tokenisation takes sahafa or T1, not \"{}\"", name));
  }
  return name == kT1;
}

}  // namespace

// What the option show can list: a table each.
struct TokenLister::View {
  std::string_view name;
  TableBuilder (*columns)();
  void (*add)(TableBuilder&, const std::string& doc, const std::string& text, const AnalyzedText&);
};

const TokenLister::View TokenLister::kViews[] = {
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

const TokenLister::View& TokenLister::find_view(std::string_view name) {
  for (const View& view : kViews)
    if (view.name == name) return view;
  throw Error(ErrorCode::usage, fmt::format("show takes tokens, paragraphs or clitics, not \"{}\"", name));
}

TokenLister::TokenLister(const Options& options)
    : t1_(wants_t1(options)), view_(find_view(options.get("show"))), table_(view_.columns()) {}

bool TokenLister::shows_tokens() const { return &view_ == kViews; }

void TokenLister::visit(const Intake& intake, const Visit& visit) {
  for (std::size_t i = 0; i < intake.items.size(); ++i) {
    const Article& article = intake.items[i].article;
    std::vector<T1Token> kept;
    visit(name_of(intake, i), article,
          t1_ ? analyze_t1(article.text, kept) : analyzer_.analyze(article.text));
  }
}

void TokenLister::add(const Intake& intake) {
  visit(intake, [this](const std::string& doc, const Article& article, const AnalyzedText& text) {
    view_.add(table_, doc, article.text, text);
  });
}

}  // namespace sahafa
