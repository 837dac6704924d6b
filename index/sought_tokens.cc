#include "index/sought_tokens.h"

#include <algorithm>

#include "index/index_schema.h"
#include "index/snippet.h"
#include "index/word_places.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

// To read the positions of a term in an article takes as long as to analyse some ten words.
constexpr std::size_t kMostTerms = 32;

/// Letters of which none parts a word or is ignored: such a token takes one position. Much quicker than its keys, and
/// true of nearly all words.
bool is_plain_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = decode_utf8(word, at);
    const bool latin = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
                       (c >= U'\u00C0' && c <= U'\u00FF' && c != U'\u00D7' && c != U'\u00F7');
    const bool arabic = c >= U'\u0621' && c <= U'\u064A' && c != U'\u0640';
    if (!latin && !arabic) return false;
  }
  return true;
}

}  // namespace

SoughtTokens::SoughtTokens(const QueryPlan& plan, const Xapian::Database& database, Analyzer& analyzer,
                           SearchKeys& keys)
    : plan_(&plan), database_(&database), analyzer_(&analyzer), keys_(&keys), matcher_(plan) {
  for (const SoughtWord& word : plan.words) terms_ += word.negated ? 0 : word.keys.size();
}

SoughtNumbers SoughtTokens::find_in_text(std::string_view text, std::span<const Token> tokens) {
  const AnalyzedText analyzed = analyzer_->analyze(text);
  SoughtNumbers numbers(tokens.size(), kNotSought);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (tokens[i].kind == TokenKind::mark) continue;
    for (const WordMatch& match : matcher_.match(keys_->get(analyzed.forms[i], analyzed.stems[i]))) {
      if (!plan_->words[match.word].negated) numbers[i] = std::min<std::size_t>(numbers[i], match.word);
    }
  }
  return numbers;
}

SoughtTokens::Places SoughtTokens::read_places(Xapian::docid article) const {
  Places places;
  for (std::size_t number = 0; number < plan_->words.size(); ++number) {
    const SoughtWord& word = plan_->words[number];
    if (word.negated) continue;
    for (const std::string& key : word.keys) {
      const std::string term = make_term({}, key);
      const auto end = database_->positionlist_end(article, term);
      for (auto at = database_->positionlist_begin(article, term); at != end; ++at)
        places.emplace_back(*at, number);
    }
  }
  std::ranges::sort(places);
  return places;
}

const WordKeys* SoughtTokens::keys_of(std::string_view word) {
  const AnalyzedText analyzed = analyzer_->analyze(word);
  const bool same = analyzed.tokens.size() == 1 && analyzed.tokens.front().end == word.size();
  return same ? &keys_->get(analyzed.forms.front(), analyzed.stems.front()) : nullptr;
}

template <class Visit>
bool SoughtTokens::walk(std::string_view text, std::span<const Token> tokens, std::uint32_t& position,
                        const Visit& visit) {
  std::uint32_t last_end = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (text.substr(last_end, token.begin - last_end).find('\n') != std::string_view::npos)
      position += kPositionGap;
    last_end = token.end;
    if (token.kind == TokenKind::mark) continue;
    std::uint32_t parts = 1;
    if (const std::string_view word = slice(text, token.span()); !is_plain_word(word)) {
      const WordKeys* const keys = keys_of(word);
      if (keys == nullptr) return false;
      parts = static_cast<std::uint32_t>(keys->parts.size());
    }
    if (!visit(i, position, position + parts)) return false;
    position += parts;
  }
  position += kPositionGap;
  return true;
}

std::optional<SoughtNumbers> SoughtTokens::find_by_positions(const Article& article,
                                                             std::span<const Token> tokens) {
  if (!plan_->positions || terms_ > kMostTerms) return std::nullopt;
  const Places places = read_places(static_cast<Xapian::docid>(article.id.value));
  SoughtNumbers numbers(tokens.size(), kNotSought);
  std::uint32_t position = kFirstPosition;
  const auto pass = [](std::size_t, std::uint32_t, std::uint32_t) { return true; };
  if (!walk(article.title, tokenize(article.title), position, pass)) return std::nullopt;
  auto next = std::ranges::lower_bound(places, position, {}, &Places::value_type::first);
  const bool complete =
      walk(article.text, tokens, position, [&](std::size_t i, std::uint32_t begin, std::uint32_t end) {
        for (; next != places.end() && next->first < end; ++next) {
          if (next->first < begin) return false;  // in a gap: the index is of another text
          bool sought = !plan_->words[next->second].pattern;
          if (!sought) {  // the keys of a pattern are those of other words too
            const WordKeys* const keys = keys_of(slice(article.text, tokens[i].span()));
            if (keys == nullptr) return false;
            sought = std::ranges::any_of(matcher_.match(*keys),
                                         [&](const WordMatch& match) { return match.word == next->second; });
          }
          if (sought) numbers[i] = std::min(numbers[i], next->second);
        }
        return true;
      });
  if (!complete || next != places.end()) return std::nullopt;
  return numbers;
}

}  // namespace sahafa
