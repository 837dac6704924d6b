#include "analysis/coding/coded_items.h"

#include <fmt/format.h>

#include <istream>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "text/error.h"

namespace sahafa {
namespace {

using nlohmann::json;

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_number_integer()) return std::to_string(found->get<std::int64_t>());
  return found->is_string() ? found->get<std::string>() : std::string();
}

CodedClaim claim_of(const json& object) {
  CodedClaim claim{.frame = text_of(object, "frame"), .frame_alt = {}, .is_disputed = false};
  if (const auto alt = object.find("frame_alt"); alt != object.end() && alt->is_array()) {
    for (const json& frame : *alt) {
      if (frame.is_string()) claim.frame_alt.push_back(frame.get<std::string>());
    }
  }
  if (const auto disputed = object.find("disputed"); disputed != object.end() && disputed->is_boolean()) {
    claim.is_disputed = disputed->get<bool>();
  }
  return claim;
}

}  // namespace

std::vector<CodedItem> read_coded_items(std::istream& in, std::string_view origin) {
  std::vector<CodedItem> items;
  std::unordered_map<std::string, std::size_t> by_id;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const json object = json::parse(line, nullptr, false);
    const std::string id = object.is_object() ? text_of(object, "id") : std::string();
    if (id.empty()) {
      throw Error(
          ErrorCode::malformed,
          fmt::format(
              "{}, line {}: no object with an id; write {{\"id\", \"lang\", \"claims\": [...]}} a line",
              origin, number));
    }
    const auto claims = object.find("claims");
    if (claims != object.end() && claims->is_null()) continue;
    const auto [at, fresh] = by_id.emplace(id, items.size());
    if (fresh) {
      items.push_back({id, text_of(object, "lang"), text_of(object, "part"), text_of(object, "text"), {}});
    }
    std::vector<CodedClaim>& all = items[at->second].claims;
    if (claims != object.end() && claims->is_array()) {
      for (const json& claim : *claims) {
        if (claim.is_object()) all.push_back(claim_of(claim));
      }
    } else if (object.contains("frame")) {
      all.push_back(claim_of(object));
    }
  }
  return items;
}

}  // namespace sahafa
