#include <fmt/format.h>

#include <string>
#include <string_view>

#include "index/query_parser.h"

namespace sahafa {
namespace {

using Kind = QueryNode::Kind;

bool is_composite(const QueryNode& node) {
  switch (node.kind) {
    case Kind::all_of:
    case Kind::any_of:
      return !node.children.empty();
    case Kind::near:
    case Kind::ordered:
    case Kind::sentence:
      return true;
    default:
      return false;
  }
}

void print(const QueryNode& node, std::string& out);

void print_operand(const QueryNode& node, std::string& out) {
  if (!is_composite(node)) return print(node, out);
  out += '(';
  print(node, out);
  out += ')';
}

void print_joined(const QueryNode& node, std::string_view joint, std::string& out) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) out += joint;
    print_operand(node.children[i], out);
  }
}

void print_all(const QueryNode& node, std::string& out) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const bool negative = node.children[i].kind == Kind::none_of;
    if (i > 0) out += negative ? " " : " AND ";
    print_operand(node.children[i], out);
  }
}

void print(const QueryNode& node, std::string& out) {
  const std::string field = node.field.empty() ? "" : node.field + ":";
  switch (node.kind) {
    case Kind::all_of:
      if (node.children.empty()) out += '*';
      return print_all(node, out);
    case Kind::any_of:
      return print_joined(node, " OR ", out);
    case Kind::near:
      return print_joined(node, fmt::format(" NEAR/{} ", node.distance), out);
    case Kind::ordered:
      return print_joined(node, fmt::format(" ADJ/{} ", node.distance), out);
    case Kind::sentence:
      return print_joined(node, " SENTENCE ", out);
    case Kind::none_of:
      out += "NOT ";
      return print_operand(node.children.front(), out);
    case Kind::phrase:
      out += fmt::format("{}{}\"{}\"", node.exact ? "=" : "", field, node.text);
      return;
    case Kind::filter: {
      const bool plain =
          node.text.find_first_of(" ,()") == std::string::npos && node.text.find("،") == std::string::npos;
      out += plain ? field + node.text : fmt::format("{}\"{}\"", field, node.text);
      return;
    }
    case Kind::word:
    case Kind::pattern:
      out += field + node.text;
      return;
  }
}

}  // namespace

std::string print_query_tree(const QueryNode& root) {
  std::string out;
  print(root, out);
  return out;
}

}  // namespace sahafa
