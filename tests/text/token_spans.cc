// Standard input: one JSON object a line, {doc, lang, text}. Standard output: {doc, lang, sentences, tokens},
// spans in bytes: the format that score_tokens.py reads.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "text/sentences.h"
#include "text/tokenize.h"

namespace {

nlohmann::json spans_of(const auto& items, auto span_of) {
  auto spans = nlohmann::json::array();
  for (const auto& item : items) {
    const sahafa::Span span = span_of(item);
    spans.push_back({span.begin, span.end});
  }
  return spans;
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    auto record = nlohmann::json::parse(line);
    const std::string text = record["text"];
    record.erase("text");
    const auto tokens = sahafa::tokenize(text);
    record["tokens"] = spans_of(tokens, [](const sahafa::Token& token) { return token.span(); });
    record["sentences"] =
        spans_of(sahafa::split_sentences(text, tokens), [](sahafa::Span span) { return span; });
    std::cout << record.dump() << '\n';
  }
}
