// The prototypes of sahafa.h, read from it: a test that has a line for each function learns of one that was forgotten.
#pragma once

#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace sahafa::test {

struct Prototype {
  std::string name;
  std::vector<std::string> parameters;
};

/// Tests run in the root of the sources.
inline std::vector<Prototype> read_prototypes() {
  std::ifstream file("capi/sahafa.h");
  std::string text{std::istreambuf_iterator<char>(file), {}};
  static const std::regex declaration("SAHAFA_API[^(;]*\\b(sahafa_\\w+)\\(([^;]*)\\);");
  static const std::regex comma("\\s*,\\s*");
  std::vector<Prototype> prototypes;
  for (std::sregex_iterator it(text.begin(), text.end(), declaration), end; it != end; ++it) {
    const std::string list = std::regex_replace((*it)[2].str(), std::regex("\\s+"), " ");
    prototypes.push_back({(*it)[1], {std::sregex_token_iterator(list.begin(), list.end(), comma, -1), {}}});
  }
  return prototypes;
}

}  // namespace sahafa::test
