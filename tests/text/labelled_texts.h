// The open texts of ../shared/data/text, with their language.
#pragma once

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/shared.h"

namespace sahafa::test {

struct LabelledText {
  std::string lang;
  std::string text;
};

/// The records of one file of data/text; Moroccan Arabic (ary) counts as ar, Canadian French as fr.
inline std::vector<LabelledText> read_texts(const std::string& name) {
  std::vector<LabelledText> texts;
  std::istringstream lines(read_file(shared("data/text/" + name)));
  for (std::string line; std::getline(lines, line);) {
    const auto record = nlohmann::json::parse(line);
    texts.push_back({record["lang"].get<std::string>().substr(0, 2), record["text"]});
  }
  return texts;
}

}  // namespace sahafa::test
