#include "index/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "corpus/codebook.h"
#include "index/query_parser.h"
#include "text/error.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

using Kind = QueryNode::Kind;

bool is_setting(const QueryNode& node) { return node.kind == Kind::filter && node.field == "duplicates"; }

bool has_setting(const QueryNode& node) {
  return is_setting(node) || std::ranges::any_of(node.children, has_setting);
}

/// Takes duplicates: out of the groups of AND, however deep: `fuite OR vol duplicates:all` means the whole query.
void take_settings(QueryNode& node, std::optional<bool>& all) {
  if (node.kind != Kind::none_of) {
    for (QueryNode& child : node.children) take_settings(child, all);
  }
  if (node.kind != Kind::all_of) return;
  const auto settings = std::ranges::stable_partition(node.children, std::not_fn(is_setting));
  if (settings.empty()) return;
  all = settings.back().text == "all";
  node.children.erase(settings.begin(), settings.end());
  if (node.children.size() == 1) node = QueryNode(node.children.front());
}

QueryNode without_settings(QueryNode root, std::optional<bool>& all, const Codebook& codebook) {
  if (is_setting(root)) {
    all = root.text == "all";
    return {};
  }
  take_settings(root, all);
  // Groups that were left with one member are gone in the text.
  std::vector<std::string> none;
  return has_setting(root) ? root : parse_query_tree(print_query_tree(root), codebook, none);
}

}  // namespace

Query Query::parse(std::string_view text) { return parse(text, Codebook::bundled()); }

Query Query::parse(std::string_view text, const Codebook& codebook) {
  if (text.size() > kMaxQueryBytes) {
    throw Error(ErrorCode::usage, fmt::format("query: {} bytes, at most {} are read; write a shorter one",
                                              text.size(), kMaxQueryBytes));
  }
  const std::string query = normalize_stored(repair_utf8(text).text);
  Query parsed;
  parsed.root_ = parse_query_tree(query, codebook, parsed.remarks_);
  if (has_setting(parsed.root_))
    parsed.root_ = without_settings(std::move(parsed.root_), parsed.all_copies_, codebook);
  if (has_setting(parsed.root_)) {
    throw Error(
        ErrorCode::usage,
        "query: duplicates: is for the whole query; write it once, outside of parentheses and operators");
  }
  return parsed;
}

std::string Query::text() const {
  std::string out = print_query_tree(root_);
  if (!all_copies_) return out;
  const std::string_view setting = *all_copies_ ? "duplicates:all" : "duplicates:collapse";
  if (root_.kind == Kind::all_of && root_.children.empty()) return std::string(setting);
  return fmt::format("{} AND {}", root_.kind == Kind::any_of ? "(" + out + ")" : out, setting);
}

Query operator&(Query left, Query right) {
  Query both;
  both.all_copies_ = right.all_copies_ ? right.all_copies_ : left.all_copies_;
  for (Query* side : {&left, &right}) {
    std::ranges::move(side->remarks_, std::back_inserter(both.remarks_));
    QueryNode& root = side->root_;
    if (root.kind == Kind::all_of) {
      std::ranges::move(root.children, std::back_inserter(both.root_.children));
    } else {
      both.root_.children.push_back(std::move(root));
    }
  }
  if (both.root_.children.size() == 1) {
    QueryNode only = std::move(both.root_.children.front());
    both.root_ = std::move(only);
  }
  return both;
}

}  // namespace sahafa
