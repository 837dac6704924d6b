#include "index/query_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index/query_error.h"
#include "index/query_lexer.h"
#include "index/query_words.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

using Kind = QueryNode::Kind;
using Type = QueryPiece::Type;

bool is_proximity(Type type) { return type == Type::near || type == Type::ordered || type == Type::sentence; }

/// Whether a node has places in a text, as what NEAR joins must have.
bool has_places(const QueryNode& node) {
  switch (node.kind) {
    case Kind::word:
    case Kind::phrase:
    case Kind::pattern:
      return true;
    case Kind::any_of:
    case Kind::near:
    case Kind::ordered:
    case Kind::sentence:
      return std::ranges::all_of(node.children, has_places);
    default:
      return false;
  }
}

/// Words that touch (C.N.S.S./ANAM) are a phrase where their places count.
QueryNode as_phrase(QueryNode group) {
  std::string text;
  for (const QueryNode& word : group.children) text.append(text.empty() ? "" : " ").append(word.text);
  return {.kind = Kind::phrase, .text = trim_phrase(std::move(text))};
}

/// Leaves out a parenthesis that closes nothing, and closes at the end what is open there.
void balance_parentheses(std::string_view query, std::vector<QueryPiece>& pieces,
                         std::vector<std::string>& remarks) {
  const auto remark = [&](const QueryPiece& piece, std::string_view what) {
    remarks.push_back(
        fmt::format("at character {}: {}", count_code_points(query.substr(0, piece.at)) + 1, what));
  };
  std::vector<QueryPiece> open;
  std::vector<QueryPiece> kept;
  for (QueryPiece& piece : pieces) {
    if (piece.type == Type::close && open.empty()) {
      remark(piece, "a parenthesis that closes nothing was left out");
      continue;
    }
    if (piece.type == Type::open) open.push_back(piece);
    if (piece.type == Type::close) open.pop_back();
    if (piece.type == Type::end) {
      for (const QueryPiece& left : open) {
        remark(left, "a parenthesis that is not closed was taken to end with the query");
        kept.push_back({.type = Type::close, .at = piece.at});
      }
    }
    kept.push_back(std::move(piece));
  }
  pieces = std::move(kept);
}

/// Recursive descent over the pieces. Operands that held no word leave nothing behind.
class Parser {
 public:
  Parser(std::string_view query, const Codebook& codebook, std::vector<std::string>& remarks)
      : query_(query), pieces_(lex_query(query, codebook)) {
    balance_parentheses(query, pieces_, remarks);
  }

  QueryNode run() {
    std::optional<QueryNode> root = parse_any(0);
    if (!root)
      fail_query(query_, query_.size(), "there is no word to look for",
                 "write a word, a \"phrase\" or a field such as outlet:hespress");
    return *std::move(root);
  }

 private:
  const QueryPiece& now() const { return pieces_[at_]; }

  /// Where an operand has to stand.
  void need_operand(std::size_t operator_at) const {
    switch (now().type) {
      case Type::open:
      case Type::operand:
      case Type::minus:
      case Type::negation:
        return;
      default:
        fail_query(query_, operator_at, "this operator has nothing to join on one side",
                   "write a word on each side, or put it in quotes to search for it as a word");
    }
  }

  static QueryNode combine(Kind kind, std::vector<QueryNode> children) {
    if (children.size() == 1) return std::move(children.front());
    QueryNode node{.kind = kind};
    for (QueryNode& child : children) {
      if (child.kind == kind && !child.children.empty()) {
        std::ranges::move(child.children, std::back_inserter(node.children));
      } else {
        node.children.push_back(std::move(child));
      }
    }
    return node;
  }

  std::optional<QueryNode> parse_any(std::size_t depth) {
    std::vector<QueryNode> children;
    if (auto child = parse_all(depth)) children.push_back(*std::move(child));
    while (now().type == Type::disjunction) {
      const std::size_t at = now().at;
      ++at_;
      need_operand(at);
      if (auto child = parse_all(depth)) children.push_back(*std::move(child));
    }
    if (children.empty()) return std::nullopt;
    return combine(Kind::any_of, std::move(children));
  }

  std::optional<QueryNode> parse_all(std::size_t depth) {
    std::vector<QueryNode> children;
    if (now().type == Type::conjunction || now().type == Type::disjunction || is_proximity(now().type)) {
      fail_query(query_, now().at, "this operator has nothing before it",
                 "write a word on each side, or put it in quotes to search for it as a word");
    }
    while (now().type != Type::end && now().type != Type::close && now().type != Type::disjunction) {
      if (now().type == Type::conjunction) {
        const std::size_t at = now().at;
        ++at_;
        need_operand(at);
      }
      if (auto child = parse_one(depth)) children.push_back(*std::move(child));
    }
    if (children.empty()) return std::nullopt;
    return combine(Kind::all_of, std::move(children));
  }

  std::optional<QueryNode> parse_one(std::size_t depth) {
    if (now().type != Type::negation && now().type != Type::minus) return parse_proximity(depth);
    const std::size_t at = now().at;
    check_depth(depth, at);
    ++at_;
    need_operand(at);
    auto inside = parse_one(depth + 1);
    if (!inside) return std::nullopt;
    if (inside->kind == Kind::none_of) return std::move(inside->children.front());
    QueryNode node{.kind = Kind::none_of};
    node.children.push_back(*std::move(inside));
    return node;
  }

  std::optional<QueryNode> parse_proximity(std::size_t depth) {
    std::size_t side = at_;
    std::optional<QueryNode> left = parse_primary(depth);
    for (std::size_t levels = depth; is_proximity(now().type);) {
      const QueryPiece joint = now();
      ++at_;
      if (now().type != Type::open && now().type != Type::operand) need_operand_of_proximity(joint.at);
      if (left) need_places(*left, side);
      side = at_;
      std::optional<QueryNode> right = parse_primary(depth);
      if (right) need_places(*right, side);
      if (!left || !right) {
        left = left ? std::move(left) : std::move(right);
        continue;
      }
      QueryNode joined = join(joint, *std::move(left), *std::move(right));
      if (joined.children.size() == 2) check_depth(++levels, joint.at);
      left = std::move(joined);
    }
    return left;
  }

  [[noreturn]] void need_operand_of_proximity(std::size_t at) const {
    fail_query(query_, at, "this operator has nothing to join on one side",
               "write a word, a \"phrase\" or a group such as (fuite OR vol) on each side");
  }

  /// A chain of one operator is one node.
  static QueryNode join(const QueryPiece& joint, QueryNode left, QueryNode right) {
    const Kind kind = joint.type == Type::near      ? Kind::near
                      : joint.type == Type::ordered ? Kind::ordered
                                                    : Kind::sentence;
    if (left.kind != kind || left.distance != joint.distance) {
      QueryNode node{.kind = kind, .distance = joint.distance};
      node.children.push_back(std::move(left));
      left = std::move(node);
    }
    left.children.push_back(std::move(right));
    return left;
  }

  void need_places(QueryNode& node, std::size_t piece) const {
    const bool touching =
        node.kind == Kind::all_of && pieces_[piece].type == Type::operand && !node.children.empty();
    if (touching &&
        std::ranges::all_of(node.children, [](const auto& child) { return child.kind == Kind::word; }))
      node = as_phrase(std::move(node));
    if (has_places(node)) return;
    fail_query(query_, pieces_[piece].at,
               "NEAR, ADJ and SENTENCE join words, phrases and groups of alternatives",
               "write AND between them, or OR inside the group");
  }

  void check_depth(std::size_t depth, std::size_t at) const {
    if (depth < kMaxQueryDepth) return;
    fail_query(query_, at, fmt::format("more than {} levels", kMaxQueryDepth),
               "write fewer parentheses or NOT inside one another");
  }

  std::optional<QueryNode> parse_primary(std::size_t depth) {
    const QueryPiece piece = now();
    ++at_;
    if (piece.type == Type::operand) return piece.operand;
    check_depth(depth, piece.at);
    auto inside = parse_any(depth + 1);
    ++at_;  // the parenthesis that closes it
    return inside;
  }

  std::string_view query_;
  std::vector<QueryPiece> pieces_;
  std::size_t at_ = 0;
};

}  // namespace

QueryNode parse_query_tree(std::string_view query, const Codebook& codebook,
                           std::vector<std::string>& remarks) {
  return Parser(query, codebook, remarks).run();
}

}  // namespace sahafa
