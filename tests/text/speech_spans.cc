// Prints the direct speech of texts, for speech_gate.py. Input: JSON Lines {id, text}; output: {id, spans: [[begin, end], ...]} in bytes.
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "text/direct_speech.h"

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const auto item = nlohmann::json::parse(line);
    auto spans = nlohmann::json::array();
    for (const sahafa::Span span : sahafa::find_direct_speech(item["text"].get_ref<const std::string&>())) {
      spans.push_back({span.begin, span.end});
    }
    std::cout << nlohmann::json{{"id", item["id"]}, {"spans", spans}}.dump() << '\n';
  }
}
