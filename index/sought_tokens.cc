#include "index/sought_tokens.h"

#include <algorithm>

#include "index/corpus_places.h"
#include "index/index_schema.h"
#include "index/snippet.h"
#include "index/word_places.h"
#include "text/utf8.h"

namespace sahafa {
namespace {

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

SoughtTokens::SoughtTokens(const QueryPlan& plan, Analyzer& analyzer, SearchKeys& keys)
    : plan_(&plan), analyzer_(&analyzer), keys_(&keys), texts_(plan, analyzer, keys, TitleWords::anywhere) {}

bool SoughtTokens::is_marked(std::size_t word) const { return !plan_->words[word].negated; }

void SoughtTokens::read_positions(const WordStore& words, std::span<const Xapian::docid> articles) {
  if (articles.empty()) return;
  DocumentSet set(std::ranges::max(articles));
  for (const Xapian::docid article : articles) set.add(article);
  const CorpusPlaces corpus(*plan_, words);
  for (std::size_t word = 0; word < plan_->words.size(); ++word) {
    if (!is_marked(word)) continue;
    for (const Extent& extent : corpus.find_word(word, set, TitleWords::anywhere)) {
      for (std::uint64_t place = extent.begin; place < extent.end; ++place) places_.push_back({place, word});
    }
  }
  std::ranges::sort(places_);
  has_positions_ = true;
}

SoughtNumbers SoughtTokens::find_in_text(const Article& article, std::size_t tokens) {
  SoughtNumbers numbers(tokens, kNotSought);
  const ReadArticle read = texts_.read(article);
  for (std::size_t word = 0; word < plan_->words.size(); ++word) {
    if (!is_marked(word)) continue;
    auto at = read.text.words.begin();
    for (const Extent& extent : read.places.words[word]) {
      while (at != read.text.words.end() && end_of(*at) <= extent.begin) ++at;
      for (auto marked = at; marked != read.text.words.end() && marked->position < extent.end; ++marked)
        numbers[marked->token] = std::min(numbers[marked->token], word);
    }
  }
  return numbers;
}

std::optional<std::uint32_t> SoughtTokens::count_positions(std::string_view word) {
  if (is_plain_word(word)) return 1;
  const AnalyzedText analyzed = analyzer_->analyze(word);
  const bool same = analyzed.tokens.size() == 1 && analyzed.tokens.front().end == word.size();
  if (!same) return std::nullopt;
  return static_cast<std::uint32_t>(keys_->get(analyzed.forms.front(), analyzed.stems.front()).parts.size());
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
    const std::optional<std::uint32_t> parts = count_positions(slice(text, token.span()));
    if (!parts || !visit(i, position, position + *parts)) return false;
    position += *parts;
  }
  position += kPositionGap;
  return true;
}

std::optional<SoughtNumbers> SoughtTokens::find_by_positions(const Article& article,
                                                             std::span<const Token> tokens) {
  if (!has_positions_) return std::nullopt;
  const auto id = static_cast<std::uint32_t>(article.id.value);
  SoughtNumbers numbers(tokens.size(), kNotSought);
  std::uint32_t position = kFirstPosition;
  const auto pass = [](std::size_t, std::uint32_t, std::uint32_t) { return true; };
  if (!walk(article.title, tokenize(article.title), position, pass)) return std::nullopt;
  auto next = std::ranges::lower_bound(places_, place_in(id, position), {}, &Place::place);
  const auto last = std::ranges::lower_bound(places_, place_in(id + 1, 0), {}, &Place::place);
  const bool complete =
      walk(article.text, tokens, position, [&](std::size_t i, std::uint32_t begin, std::uint32_t end) {
        for (; next != last && next->place < place_in(id, end); ++next) {
          if (next->place < place_in(id, begin)) return false;  // in a gap: the index is of another text
          numbers[i] = std::min(numbers[i], next->word);
        }
        return true;
      });
  if (!complete || next != last) return std::nullopt;
  return numbers;
}

}  // namespace sahafa
