#include "analysis/learning/examples.h"

#include <fmt/format.h>

#include <istream>
#include <nlohmann/json.hpp>

#include "text/error.h"
#include "text/normalize.h"

namespace sahafa {
namespace {

using nlohmann::json;

[[noreturn]] void fail(std::string_view origin, std::size_t line, std::string_view what) {
  throw Error(
      ErrorCode::malformed,
      fmt::format("{}, line {}: {}; write one object {{\"id\", \"text\", \"target\", \"label\"}} a line",
                  origin, line, what));
}

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? normalize_stored(found->get<std::string>())
                                                     : std::string();
}

}  // namespace

std::vector<Example> read_examples(std::istream& in, std::string_view origin) {
  std::vector<Example> examples;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      continue;
    }
    const json object = json::parse(line, nullptr, false);
    if (!object.is_object()) {
      fail(origin, number, "no JSON object");
    }
    Example example{text_of(object, "id"), text_of(object, "text"), text_of(object, "target"),
                    text_of(object, "label")};
    if (example.text.empty()) {
      fail(origin, number, "no text");
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace sahafa
