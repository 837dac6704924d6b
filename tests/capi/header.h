// The prototypes of sahafa.h, read from it: a test that has a line for each function learns of one that was forgotten.
#pragma once

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace sahafa::test {

struct Prototype {
  std::string name;
  std::vector<std::string> parameters;  ///< "const char* path", blanks made one
};

inline std::string one_line(std::string_view text) {
  std::istringstream words{std::string(text)};
  std::string line;
  for (std::string word; words >> word;) line.append(line.empty() ? "" : " ").append(word);
  return line;
}

/// What stands between SAHAFA_API and the semicolon.
inline Prototype parse_prototype(const std::string& declaration) {
  const std::size_t open = declaration.find('(');
  const std::size_t close = declaration.rfind(')');
  const std::size_t name = declaration.find_last_of(" *", open) + 1;
  Prototype prototype{.name = declaration.substr(name, open - name), .parameters = {}};
  std::istringstream list(declaration.substr(open + 1, close - open - 1));
  for (std::string parameter; std::getline(list, parameter, ',');)
    prototype.parameters.push_back(one_line(parameter));
  return prototype;
}

/// Tests run in the root of the sources.
inline std::vector<Prototype> read_prototypes() {
  constexpr std::string_view kMark = "\nSAHAFA_API ";
  std::ifstream file("capi/sahafa.h");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::vector<Prototype> prototypes;
  for (std::size_t at = text.find(kMark); at != std::string::npos; at = text.find(kMark, at + 1)) {
    const std::size_t begin = at + kMark.size();
    prototypes.push_back(parse_prototype(one_line(text.substr(begin, text.find(';', begin) - begin))));
  }
  return prototypes;
}

}  // namespace sahafa::test
