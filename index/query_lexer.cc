#include "index/query_lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "index/query_error.h"
#include "index/query_fields.h"
#include "index/query_operators.h"
#include "index/query_phrase.h"
#include "index/query_words.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

using Kind = QueryNode::Kind;
using Type = QueryPiece::Type;

constexpr std::string_view kArabicComma = "،";

class Lexer {
 public:
  Lexer(std::string_view query, const Codebook& codebook) : query_(query), codebook_(codebook) {}

  std::vector<QueryPiece> run() {
    while (skip_space(), at_ < query_.size()) lex_piece();
    flush_plain();
    pieces_.push_back({.type = Type::end, .at = query_.size()});
    return std::move(pieces_);
  }

 private:
  char32_t peek(std::size_t at) const { return decode_utf8(query_, at); }
  bool quote_at(std::size_t at) const { return at < query_.size() && is_query_quote(peek(at)); }

  void skip_space() {
    while (at_ < query_.size()) {
      std::size_t next = at_;
      if (!is_query_space(decode_utf8(query_, next))) return;
      at_ = next;
    }
  }

  void lex_piece() {
    const char32_t c = peek(at_);
    if (c == '(' || c == ')') return push_mark(c == '(' ? Type::open : Type::close, 1);
    if (is_query_quote(c)) return lex_phrase("", at_, false);
    const std::string_view chunk = query_.substr(at_, chunk_end(at_) - at_);
    if (const auto found = find_operator(query_, at_, chunk))
      return push_mark(found->type, chunk.size(), found->distance);
    if (chunk.starts_with('-') && begins_operand(at_ + 1)) return push_mark(Type::minus, 1);
    if (chunk.starts_with('=') && begins_operand(at_ + 1)) return lex_exact();
    if (lex_field(chunk)) return;
    if (chunk.find('*') != std::string_view::npos) return lex_pattern("", at_, chunk);
    if (plain_end_ == 0) plain_begin_ = at_;
    plain_end_ = at_ += chunk.size();
  }

  /// Where the run of characters without space, parenthesis or quote ends.
  std::size_t chunk_end(std::size_t at) const {
    while (at < query_.size()) {
      std::size_t next = at;
      const char32_t c = decode_utf8(query_, next);
      if (is_query_space(c) || c == '(' || c == ')' || is_query_quote(c)) break;
      at = next;
    }
    return at;
  }

  bool begins_operand(std::size_t at) const {
    if (at >= query_.size()) return false;
    const char32_t c = peek(at);
    return !is_query_space(c) && c != '-' && c != ')';
  }

  void push_mark(Type type, std::size_t bytes, std::uint32_t distance = 0) {
    flush_plain();
    pieces_.push_back({.type = type, .at = at_, .distance = distance});
    at_ += bytes;
  }

  void push_operand(std::size_t at, QueryNode node) {
    flush_plain();
    pieces_.push_back({.type = Type::operand, .at = at, .operand = std::move(node)});
  }

  /// Plain words are tokenized together, so that 500 000 is one number. Words that touch make one operand.
  void flush_plain() {
    if (plain_end_ == 0) return;
    const std::string_view text = query_.substr(plain_begin_, plain_end_ - plain_begin_);
    const std::size_t base = plain_begin_;
    plain_end_ = 0;
    std::uint32_t last_end = 0;
    for (const Token& token : query_words(text)) {
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
    QueryNode node{.kind = Kind::word, .text = is_operator(word) ? fold(word) : word};
    if (touches) return join_operand(pieces_.back().operand, std::move(node));
    pieces_.push_back({.type = Type::operand, .at = at, .operand = std::move(node)});
  }

  static void join_operand(QueryNode& group, QueryNode node) {
    if (group.kind != Kind::all_of) {
      QueryNode all{.kind = Kind::all_of};
      all.children.push_back(std::exchange(group, {}));
      group = std::move(all);
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
      append_utf8(text, is_query_quote(c) || is_query_space(c) ? U' ' : c);
    }
    return text;
  }

  void lex_phrase(std::string_view field, std::size_t begin, bool exact) {
    const std::size_t quote = at_;
    const std::string quoted = take_quoted();
    std::optional<QueryNode> phrase =
        exact ? QueryNode{.kind = Kind::phrase, .text = trim_phrase(quoted), .exact = true}
              : read_phrase(query_, quote, field, quoted);
    if (!phrase || (exact && phrase->text.empty())) return flush_plain();
    push_operand(begin, *std::move(phrase));
  }

  /// =word or ="a phrase".
  void lex_exact() {
    const std::size_t begin = at_++;
    if (quote_at(at_)) return lex_phrase("", begin, true);
    const std::size_t end = chunk_end(at_);
    const std::string_view written = query_.substr(at_, end - at_);
    std::string text = trim_phrase(std::string(written));
    if (text.empty() || written.find_first_of("*:") != std::string_view::npos) {
      fail_query(query_, begin, "= stands before one word or a phrase", "write =données or =\"les données\"");
    }
    at_ = end;
    push_operand(begin, {.kind = Kind::phrase, .text = std::move(text), .exact = true});
  }

  void lex_pattern(std::string_view field, std::size_t begin, std::string_view chunk) {
    at_ += chunk.size();
    if (chunk == "*" && field.empty()) return push_operand(begin, {});
    push_operand(begin, make_pattern(query_, begin, field, chunk));
  }

  /// `name:value`, when the chunk begins with the name of a field; false when it is something else (a URL, a
  /// time).
  bool lex_field(std::string_view chunk) {
    const std::size_t colon = chunk.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view name = chunk.substr(0, colon);
    const bool latin =
        std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    const std::string_view field = find_query_field(fold(name));
    if ((!latin && field.empty()) || chunk.substr(colon).starts_with("://")) return false;
    const std::size_t begin = at_;
    if (field.empty()) {
      fail_query(
          query_, begin, fmt::format("there is no field \"{}\"", name),
          fmt::format("the fields are {}; to search the words themselves, put them in quotes", kQueryFields));
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
    if (quote_at(at_)) return lex_phrase("title", begin, false);
    const std::size_t end = chunk_end(at_);
    const std::string_view text = query_.substr(at_, end - at_);
    if (text.find('*') != std::string_view::npos) return lex_pattern("title", begin, text);
    const std::vector<Token> tokens = query_words(text);
    if (tokens.empty()) {
      fail_query(query_, begin, "title: takes a word or a phrase",
                 "write title:fuite or title:\"fuite de données\"");
    }
    at_ = end;
    const Span whole{tokens.front().begin, tokens.back().end};
    push_operand(begin, {.kind = tokens.size() == 1 ? Kind::word : Kind::phrase,
                         .field = "title",
                         .text = std::string(slice(text, whole))});
  }

  /// The values behind `field:`, one filter or several joined by commas.
  QueryNode take_filter(std::string_view field, std::size_t begin) {
    QueryNode any{.kind = Kind::any_of};
    do {
      if (!any.children.empty()) at_ += comma_at(at_);
      any.children.push_back(
          {.kind = Kind::filter, .field = std::string(field), .text = take_value(field, begin)});
    } while (comma_at(at_) > 0);
    return any.children.size() == 1 ? std::move(any.children.front()) : std::move(any);
  }

  /// Bytes of the comma that stands there, of either script; 0: none.
  std::size_t comma_at(std::size_t at) const {
    const std::string_view rest = query_.substr(std::min(at, query_.size()));
    return rest.starts_with(',') ? 1 : rest.starts_with(kArabicComma) ? kArabicComma.size() : 0;
  }

  std::string take_value(std::string_view field, std::size_t begin) {
    const std::size_t value_at = at_;
    std::string value;
    if (quote_at(at_)) {
      value = collapse_spaces(take_quoted());
    } else {
      const std::size_t end =
          std::min({chunk_end(at_), query_.find(',', at_), query_.find(kArabicComma, at_)});
      value = query_.substr(at_, end - at_);
      at_ = end;
    }
    const auto is_outer = [](char c) { return c == ' ' || c == ','; };
    while (!value.empty() && is_outer(value.front())) value.erase(0, 1);
    while (!value.empty() && is_outer(value.back())) value.pop_back();
    if (value.empty())
      fail_query(query_, begin, fmt::format("{}: has no value", field), "write it right behind the colon");
    return check_query_value(query_, value_at, field, std::move(value), codebook_);
  }

  std::string_view query_;
  const Codebook& codebook_;
  std::size_t at_ = 0;
  std::size_t plain_begin_ = 0;
  std::size_t plain_end_ = 0;  ///< 0: no plain text pending
  std::vector<QueryPiece> pieces_;
};

}  // namespace

std::vector<QueryPiece> lex_query(std::string_view query, const Codebook& codebook) {
  return Lexer(query, codebook).run();
}

}  // namespace sahafa
