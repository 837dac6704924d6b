#include "index/query.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "index/date_range.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/normalize.h"
#include "text/tokenize.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

using Kind = QueryNode::Kind;

/// A piece of the query: a mark of the language, or an operand that is ready.
struct Piece {
  enum class Type { open, close, conjunction, disjunction, negation, minus, operand, end };
  Type type = Type::end;
  std::size_t at = 0;  ///< byte in the query
  QueryNode operand;
};

[[noreturn]] void fail(std::string_view query, std::size_t at, std::string_view problem,
                       std::string_view remedy) {
  std::size_t end = at;
  for (int i = 0; i < 12 && end < query.size(); ++i) decode_utf8(query, end);
  const std::string_view near = query.substr(at, end - at);
  const std::string place =
      near.empty() ? "at its end"
                   : fmt::format("at character {} ({})", count_code_points(query.substr(0, at)) + 1, near);
  throw Error(ErrorCode::usage, fmt::format("query, {}: {}; {}", place, problem, remedy));
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0x202f ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x3000;
}

/// The closing partners of a quotation mark; empty when `c` is none. Double marks close one another: people
/// mix them.
std::u32string_view closing_quotes(char32_t c) {
  constexpr std::u32string_view kDouble = U"\"“”„‟″＂";
  if (kDouble.find(c) != std::u32string_view::npos) return kDouble;
  switch (c) {
    case U'«':
      return U"»";
    case U'»':
      return U"«";
    case U'‹':
      return U"›";
    default:
      return {};
  }
}

bool is_quote(char32_t c) { return !closing_quotes(c).empty() || c == U'›'; }

struct Operator {
  std::string_view word;
  Piece::Type type;
};
constexpr std::array kOperators = {
    Operator{"AND", Piece::Type::conjunction}, Operator{"ET", Piece::Type::conjunction},
    Operator{"/و/", Piece::Type::conjunction}, Operator{"OR", Piece::Type::disjunction},
    Operator{"OU", Piece::Type::disjunction},  Operator{"/أو/", Piece::Type::disjunction},
    Operator{"NOT", Piece::Type::negation},    Operator{"SAUF", Piece::Type::negation},
    Operator{"/ليس/", Piece::Type::negation}};

constexpr std::string_view kFields = "title, outlet, lang, date, month, genre, cluster, id";

/// The field that a name means; French names are understood too. Empty: none.
std::string_view find_field(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kNames = {{{"title", "title"},
                                                                                     {"titre", "title"},
                                                                                     {"outlet", "outlet"},
                                                                                     {"lang", "lang"},
                                                                                     {"langue", "lang"},
                                                                                     {"date", "date"},
                                                                                     {"month", "month"},
                                                                                     {"mois", "month"},
                                                                                     {"genre", "genre"},
                                                                                     {"cluster", "cluster"},
                                                                                     {"id", "id"}}};
  const auto* found = std::ranges::find(kNames, name, &std::pair<std::string_view, std::string_view>::first);
  return found == kNames.end() ? std::string_view() : found->second;
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The words of a stretch of plain text. Elided articles (l', d') say nothing and are left out where a word
/// stands beside them.
std::vector<Token> words_of(std::string_view text) {
  std::vector<Token> tokens = tokenize(text);
  std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::mark; });
  const auto is_elision = [&](const Token& token) { return fold(slice(text, token.span())).ends_with('\''); };
  if (!std::ranges::all_of(tokens, is_elision)) std::erase_if(tokens, is_elision);
  return tokens;
}

/// A token as the words that it is when it stands alone, as it does in the text of the query: beside others it may have kept
/// a full stop, or letters behind its figures, that it loses then.
std::vector<std::string> words_alone(std::string_view token) {
  token.remove_prefix(std::min(token.find_first_not_of('-'), token.size()));
  const std::vector<Token> words = words_of(token);
  if (words.empty() || words.front().span().size() == token.size()) return {std::string(token)};
  std::vector<std::string> alone;
  for (const Token& word : words)
    std::ranges::move(words_alone(slice(token, word.span())), std::back_inserter(alone));
  return alone;
}

/// Cuts a query into pieces.
class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Piece> run() {
    while (skip_space(), at_ < query_.size()) lex_piece();
    flush_plain();
    pieces_.push_back({Piece::Type::end, query_.size(), {}});
    return std::move(pieces_);
  }

 private:
  char32_t peek(std::size_t at) const { return decode_utf8(query_, at); }

  void skip_space() {
    while (at_ < query_.size()) {
      std::size_t next = at_;
      if (!is_space(decode_utf8(query_, next))) return;
      at_ = next;
    }
  }

  void lex_piece() {
    const char32_t c = peek(at_);
    if (c == '(' || c == ')') return push_mark(c == '(' ? Piece::Type::open : Piece::Type::close, 1);
    if (is_quote(c)) return lex_phrase("");
    const std::string_view chunk = query_.substr(at_, chunk_end(at_) - at_);
    const auto* found = std::ranges::find(kOperators, chunk, &Operator::word);
    if (found != kOperators.end()) return push_mark(found->type, chunk.size());
    if (chunk.starts_with('-') && begins_operand(at_ + 1)) return push_mark(Piece::Type::minus, 1);
    if (lex_field(chunk)) return;
    if (chunk.find('*') != std::string_view::npos) return lex_pattern(chunk);
    if (plain_end_ == 0) plain_begin_ = at_;
    plain_end_ = at_ += chunk.size();
  }

  /// Where the run of characters without space, parenthesis or quote ends.
  std::size_t chunk_end(std::size_t at) const {
    while (at < query_.size()) {
      std::size_t next = at;
      const char32_t c = decode_utf8(query_, next);
      if (is_space(c) || c == '(' || c == ')' || is_quote(c)) break;
      at = next;
    }
    return at;
  }

  bool begins_operand(std::size_t at) const {
    if (at >= query_.size()) return false;
    const char32_t c = peek(at);
    return !is_space(c) && c != '-' && c != ')';
  }

  void push_mark(Piece::Type type, std::size_t bytes) {
    flush_plain();
    pieces_.push_back({type, at_, {}});
    at_ += bytes;
  }

  void push_operand(std::size_t at, QueryNode node) {
    flush_plain();
    pieces_.push_back({Piece::Type::operand, at, std::move(node)});
  }

  /// Plain words are tokenized together, so that 500 000 is one number. Words that touch make one operand.
  void flush_plain() {
    if (plain_end_ == 0) return;
    const std::string_view text = query_.substr(plain_begin_, plain_end_ - plain_begin_);
    const std::size_t base = plain_begin_;
    plain_end_ = 0;
    std::uint32_t last_end = 0;
    for (const Token& token : words_of(text)) {
      const std::string_view between = text.substr(last_end, token.begin - last_end);
      bool touches = last_end > 0 && between.find_first_of(" \t\n\r") == std::string_view::npos;
      last_end = token.end;
      for (const std::string& word : words_alone(slice(text, token.span()))) {
        push_word(base + token.begin, word, touches);
        touches = true;
      }
    }
  }

  void push_word(std::size_t at, const std::string& word, bool touches) {
    // A mark beside it made it a word (AND?); in lower case it stays one.
    const bool is_operator = std::ranges::find(kOperators, word, &Operator::word) != kOperators.end();
    QueryNode node{Kind::word, "", is_operator ? fold(word) : word, {}};
    if (touches) return join_operand(pieces_.back().operand, std::move(node));
    pieces_.push_back({Piece::Type::operand, at, std::move(node)});
  }

  static void join_operand(QueryNode& group, QueryNode node) {
    if (group.kind != Kind::all_of) {
      QueryNode first = std::move(group);
      group = {Kind::all_of, "", "", {}};
      group.children.push_back(std::move(first));
    }
    group.children.push_back(std::move(node));
  }

  /// The text between the quotation mark at the cursor and its partner, or the end; the cursor moves behind
  /// it.
  std::string take_quoted() {
    const std::u32string_view closing = closing_quotes(decode_utf8(query_, at_));
    std::string text;
    while (at_ < query_.size()) {
      const char32_t c = decode_utf8(query_, at_);
      if (closing.find(c) != std::u32string_view::npos) break;
      append_utf8(text, is_quote(c) || is_space(c) ? U' ' : c);
    }
    return text;
  }

  void lex_phrase(std::string_view field) {
    const std::size_t begin = at_;
    std::string phrase = from_first_to_last_word(take_quoted());
    if (phrase.empty()) return flush_plain();
    push_operand(begin, {Kind::phrase, std::string(field), std::move(phrase), {}});
  }

  /// Again until nothing changes: without the marks behind it the last word may end otherwise (etc. and etc).
  static std::string from_first_to_last_word(std::string text) {
    while (true) {
      const std::vector<Token> words = words_of_phrase(text);
      if (words.empty()) return {};
      std::string trimmed =
          collapse_spaces(text.substr(words.front().begin, words.back().end - words.front().begin));
      if (trimmed == text) return text;
      text = std::move(trimmed);
    }
  }

  static std::vector<Token> words_of_phrase(std::string_view text) {
    std::vector<Token> tokens = tokenize(text);
    std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::mark; });
    return tokens;
  }

  static std::string collapse_spaces(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c != ' ' || !out.ends_with(' ')) out += c;
    }
    return out;
  }

  void lex_pattern(std::string_view chunk) {
    const std::size_t begin = at_;
    at_ += chunk.size();
    if (chunk == "*") return push_operand(begin, {});
    std::string_view core = chunk;
    const bool open_begin = core.starts_with('*');
    const bool open_end = core.ends_with('*');
    if (open_begin) core.remove_prefix(1);
    if (open_end) core.remove_suffix(core.empty() ? 0 : 1);
    if (core.find('*') != std::string_view::npos) {
      fail(query_, begin, "* may stand at the beginning or at the end of a word",
           "write the beginning of the word and then *");
    }
    const std::vector<Token> tokens = words_of_phrase(core);
    if (tokens.size() != 1 || count_code_points(fold(core)) < 2) {
      fail(query_, begin, "* needs one word of at least two letters beside it",
           "write more of the word, as in cyber*");
    }
    push_operand(begin, {Kind::pattern, "", std::string(chunk), {}});
  }

  /// `name:value`, when the chunk begins with the name of a field; false when it is something else (a URL, a
  /// time).
  bool lex_field(std::string_view chunk) {
    const std::size_t colon = chunk.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view name = chunk.substr(0, colon);
    const bool letters =
        std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    if (!letters || chunk.substr(colon).starts_with("://")) return false;
    const std::string_view field = find_field(fold(name));
    const std::size_t begin = at_;
    if (field.empty()) {
      fail(query_, begin, fmt::format("there is no field \"{}\"", name),
           fmt::format("the fields are {}; to search the words themselves, put them in quotes", kFields));
    }
    at_ += colon + 1;
    if (field == "title") {
      lex_title(begin);
    } else {
      push_operand(begin, take_filter(field, begin));
    }
    return true;
  }

  void lex_title(std::size_t begin) {
    if (at_ < query_.size() && is_quote(peek(at_))) return lex_phrase("title");
    const std::size_t end = chunk_end(at_);
    const std::string_view text = query_.substr(at_, end - at_);
    const std::vector<Token> tokens = words_of(text);
    if (tokens.empty() || text.find('*') != std::string_view::npos) {
      fail(query_, begin, "title: takes a word or a phrase",
           "write title:fuite or title:\"fuite de données\"");
    }
    at_ = end;
    if (tokens.size() == 1) {
      return push_operand(begin, {Kind::word, "title", std::string(slice(text, tokens.front().span())), {}});
    }
    const Span whole{tokens.front().begin, tokens.back().end};
    push_operand(begin, {Kind::phrase, "title", std::string(slice(text, whole)), {}});
  }

  /// The values behind `field:`, one filter or several joined by commas.
  QueryNode take_filter(std::string_view field, std::size_t begin) {
    QueryNode any{Kind::any_of, "", "", {}};
    do {
      if (!any.children.empty()) ++at_;
      any.children.push_back({Kind::filter, std::string(field), take_value(field, begin), {}});
    } while (at_ < query_.size() && query_[at_] == ',');
    return any.children.size() == 1 ? std::move(any.children.front()) : std::move(any);
  }

  std::string take_value(std::string_view field, std::size_t begin) {
    const std::size_t value_at = at_;
    std::string value;
    if (at_ < query_.size() && is_quote(peek(at_))) {
      value = collapse_spaces(take_quoted());
    } else {
      const std::size_t end = std::min(chunk_end(at_), query_.find(',', at_));
      value = query_.substr(at_, end - at_);
      at_ = end;
    }
    const auto is_outer = [](char c) { return c == ' ' || c == ','; };
    while (!value.empty() && is_outer(value.front())) value.erase(0, 1);
    while (!value.empty() && is_outer(value.back())) value.pop_back();
    if (value.empty())
      fail(query_, begin, fmt::format("{}: has no value", field), "write it right behind the colon");
    check_value(field, value, value_at);
    return value;
  }

  void check_value(std::string_view field, std::string& value, std::size_t at) const {
    if (field == "date" || field == "month") {
      value = fold(value);
      const bool fits = field == "date" || (value.size() == 7 && value.find("..") == std::string::npos);
      if (fits && parse_date_range(value)) return;
      const std::string_view remedy =
          field == "date" ? "write date:2025-04-08, date:2025-04, date:2025, or a range from the earlier to "
                            "the later as date:2025-04-08..2025-04-12; either end may be left out"
                          : "write it as month:2025-04";
      fail(query_, at, fmt::format("\"{}\" is no {}", value, field), remedy);
    }
    if (field == "lang") {
      value = fold(value);
      const bool code = (value.size() == 2 || value.size() == 3) &&
                        value.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
      if (!code)
        fail(query_, at, fmt::format("\"{}\" is no language code", value), "write lang:fr or lang:ar");
    }
    if (field == "cluster" || field == "id") {
      value = fold(value);
      if (!is_digits(value))
        fail(query_, at, fmt::format("\"{}\" is no article id", value),
             fmt::format("write a number, as {}:12", field));
    }
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::size_t plain_begin_ = 0;
  std::size_t plain_end_ = 0;  ///< 0: no plain text pending
  std::vector<Piece> pieces_;
};

/// Recursive descent over the pieces. Operands that held no word leave nothing behind.
class Parser {
 public:
  explicit Parser(std::string_view query) : query_(query), pieces_(Lexer(query).run()) {}

  QueryNode run() {
    std::optional<QueryNode> root = parse_any(0);
    if (now().type == Piece::Type::close) {
      fail(query_, now().at, "this parenthesis closes nothing", "remove it or open one before");
    }
    if (!root)
      fail(query_, query_.size(), "there is no word to look for",
           "write a word, a \"phrase\" or a field such as outlet:hespress");
    return *std::move(root);
  }

 private:
  using Type = Piece::Type;

  const Piece& now() const { return pieces_[at_]; }
  bool take(Type type) {
    if (now().type != type) return false;
    ++at_;
    return true;
  }

  /// Where an operand has to stand.
  void need_operand(std::size_t operator_at) const {
    switch (now().type) {
      case Type::open:
      case Type::operand:
      case Type::minus:
      case Type::negation:
        return;
      default:
        fail(query_, operator_at, "this operator has nothing to join on one side",
             "write a word on each side, or put it in quotes to search for it as a word");
    }
  }

  static QueryNode combine(Kind kind, std::vector<QueryNode> children) {
    if (children.size() == 1) return std::move(children.front());
    QueryNode node{kind, "", "", {}};
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
    if (now().type == Type::conjunction || now().type == Type::disjunction) {
      fail(query_, now().at, "this operator has nothing before it",
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
    const Piece piece = now();
    ++at_;
    if (piece.type == Type::operand) return piece.operand;
    if (depth >= kMaxQueryDepth) {
      fail(query_, piece.at, fmt::format("more than {} levels", kMaxQueryDepth),
           "write fewer parentheses or NOT inside one another");
    }
    if (piece.type == Type::open) {
      auto inside = parse_any(depth + 1);
      if (!take(Type::close))
        fail(query_, piece.at, "this parenthesis is not closed", "write ) where the group ends");
      return inside;
    }
    need_operand(piece.at);
    auto inside = parse_one(depth + 1);
    if (!inside) return std::nullopt;
    if (inside->kind == Kind::none_of) return std::move(inside->children.front());
    QueryNode node{Kind::none_of, "", "", {}};
    node.children.push_back(*std::move(inside));
    return node;
  }

  std::string_view query_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
};

bool is_composite(const QueryNode& node) {
  return (node.kind == Kind::all_of || node.kind == Kind::any_of) && !node.children.empty();
}

void print(const QueryNode& node, std::string& out);

void print_operand(const QueryNode& node, std::string& out) {
  if (!is_composite(node)) return print(node, out);
  out += '(';
  print(node, out);
  out += ')';
}

void print_all(const QueryNode& node, std::string& out) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const bool negative = node.children[i].kind == Kind::none_of;
    if (i > 0) out += negative ? " " : " AND ";
    print_operand(node.children[i], out);
  }
}

void print_any(const QueryNode& node, std::string& out) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) out += " OR ";
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
      return print_any(node, out);
    case Kind::none_of:
      out += "NOT ";
      return print_operand(node.children.front(), out);
    case Kind::phrase:
      out += fmt::format("{}\"{}\"", field, node.text);
      return;
    case Kind::filter: {
      const bool plain = node.text.find_first_of(" ,()") == std::string::npos;
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

Query Query::parse(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    throw Error(ErrorCode::usage, fmt::format("query: {} bytes, at most {} are read; write a shorter one",
                                              text.size(), kMaxQueryBytes));
  }
  const std::string query = normalize_stored(repair_utf8(text).text);
  Query parsed;
  parsed.root_ = Parser(query).run();
  return parsed;
}

std::string Query::text() const {
  std::string out;
  print(root_, out);
  return out;
}

Query operator&(Query left, Query right) {
  Query both;
  for (Query* side : {&left, &right}) {
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
