#include "analysis/coding/coded_items.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_map>

#include "analysis/separated_lines.h"
#include "text/csv.h"
#include "text/error.h"
#include "text/trim.h"

namespace sahafa {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 4> kNone = {"none", "aucun", "لا شيء", "-"};

/// The claims of a cell `frames`; nothing where it has not been coded.
std::optional<std::vector<CodedClaim>> split_frames(std::string_view cell) {
  cell = trim(cell);
  if (cell.empty()) return std::nullopt;
  std::vector<CodedClaim> claims;
  if (std::ranges::find(kNone, cell) != kNone.end()) return claims;
  while (!cell.empty()) {
    const std::size_t end =
        std::min(cell.find_first_of(";\n"), cell.size());  // a spreadsheet's cell may have lines
    if (const std::string_view name = trim(cell.substr(0, end)); !name.empty())
      claims.push_back({.frame = std::string(name), .frame_alt = {}, .is_disputed = false});
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return claims;
}

class Items {
 public:
  /// Adds claims to the item, which the first call with its id makes.
  void add(CodedItem item) {
    const auto [at, fresh] = by_id_.emplace(item.id, items_.size());
    if (fresh) {
      items_.push_back(std::move(item));
      return;
    }
    std::vector<CodedClaim>& all = items_[at->second].claims;
    std::ranges::move(item.claims, std::back_inserter(all));
  }
  std::vector<CodedItem> finish() { return std::move(items_); }

 private:
  std::vector<CodedItem> items_;
  std::unordered_map<std::string, std::size_t> by_id_;
};

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

/// The claims of a line of JSON; nothing where it has not been coded.
std::optional<std::vector<CodedClaim>> claims_of(const json& object) {
  const auto claims = object.find("claims");
  if (claims != object.end() && claims->is_array()) {
    std::vector<CodedClaim> all;
    for (const json& claim : *claims) {
      if (claim.is_object()) all.push_back(claim_of(claim));
    }
    return all;
  }
  if (claims != object.end()) return std::nullopt;
  if (object.contains("frames")) return split_frames(text_of(object, "frames"));
  if (object.contains("frame")) return std::vector<CodedClaim>{claim_of(object)};
  return std::vector<CodedClaim>{};
}

std::vector<CodedItem> parse_lines(std::string_view sheet, std::string_view origin) {
  Items items;
  visit_lines(sheet, origin, [&](std::string_view line, std::size_t number) {
    if (trim(line).empty()) return;
    const json object = json::parse(line, nullptr, false);
    const std::string id = object.is_object() ? text_of(object, "id") : std::string();
    if (id.empty()) {
      throw Error(
          ErrorCode::malformed,
          fmt::format(
              "{}, line {}: no object with an id; write {{\"id\", \"lang\", \"claims\": [...]}} a line",
              origin, number));
    }
    if (auto claims = claims_of(object))
      items.add({id, text_of(object, "lang"), text_of(object, "part"), text_of(object, "text"),
                 std::move(*claims)});
  });
  return items.finish();
}

/// What separates the cells of a head that names `frames`.
char find_separator(std::string_view sheet) {
  const std::string_view head = sheet.substr(0, sheet.find('\n'));
  const auto cells = [&](char separator) { return std::ranges::count(head, separator); };
  return std::ranges::max(std::array{',', ';', '\t'}, {}, cells);
}

std::vector<CodedItem> parse_table(std::string_view sheet, std::string_view origin) {
  if (sheet.starts_with("\xEF\xBB\xBF")) sheet.remove_prefix(3);
  CsvRows rows(sheet, find_separator(sheet));
  CsvRow row;
  rows.next(row);
  const std::vector<std::string> head = row.cells;
  const auto cell = [&](std::string_view name) -> std::string_view {
    const auto at = static_cast<std::size_t>(std::ranges::find(head, name) - head.begin());
    return at < row.cells.size() ? std::string_view(row.cells[at]) : std::string_view();
  };
  for (const std::string_view name : {"id", "frames"}) {
    if (std::ranges::find(head, name) == head.end())
      throw Error(
          ErrorCode::malformed,
          fmt::format("{}, row 1: no column \"{}\"; code the sheet that `sahafa code CORPUS draw` writes",
                      origin, name));
  }
  Items items;
  for (std::size_t number = 2; rows.next(row); ++number) {
    auto claims = split_frames(cell("frames"));
    if (!claims) continue;
    if (row.unclosed || cell("id").empty()) {
      throw Error(ErrorCode::malformed, fmt::format("{}, row {}: {}", origin, number,
                                                    row.unclosed ? "a quote is not closed" : "no id"));
    }
    items.add({std::string(cell("id")), std::string(cell("lang")), std::string(cell("part")),
               std::string(cell("text")), std::move(*claims)});
  }
  return items.finish();
}

}  // namespace

std::vector<CodedItem> parse_coded_items(std::string_view sheet, std::string_view origin) {
  const std::size_t first = sheet.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (first == std::string_view::npos) return {};
  return sheet[first] == '{' ? parse_lines(sheet, origin) : parse_table(sheet, origin);
}

}  // namespace sahafa
