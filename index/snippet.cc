#include "index/snippet.h"

#include <algorithm>
#include <set>
#include <utility>

#include "text/fold.h"
#include "text/stop_words.h"

namespace sahafa {
namespace {

struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A quarter of the window goes before the first sought word, so that it is read in its sentence.
Window window_around(std::size_t hit, std::size_t tokens, std::size_t length) {
  const std::size_t lead = std::min(hit, length / 4);
  const std::size_t end = std::min(tokens, hit - lead + length);
  return {end - std::min(end, length), end};
}

Window best_window(std::span<const std::size_t> sought, std::size_t length) {
  Window best = window_around(0, sought.size(), length);
  std::pair<std::size_t, std::size_t> best_worth{0, 0};
  for (std::size_t hit = 0; hit < sought.size(); ++hit) {
    if (sought[hit] == kNotSought) continue;
    const Window window = window_around(hit, sought.size(), length);
    std::set<std::size_t> different;
    std::size_t all = 0;
    for (std::size_t i = window.begin; i < window.end; ++i) {
      if (sought[i] == kNotSought) continue;
      different.insert(sought[i]);
      ++all;
    }
    const std::pair worth{different.size(), all};
    if (worth > best_worth) {
      best = window;
      best_worth = worth;
    }
  }
  return best;
}

}  // namespace

Snippet make_snippet(std::string_view text, std::span<const Token> tokens,
                     std::span<const std::size_t> sought, std::size_t length) {
  Snippet snippet;
  const Window window = best_window(sought, std::max<std::size_t>(length, 1));
  if (window.begin == window.end) return snippet;
  snippet.source = {tokens[window.begin].begin, tokens[window.end - 1].end};
  snippet.text = slice(text, snippet.source);
  std::ranges::replace(snippet.text, '\n', ' ');
  snippet.cut_before = window.begin > 0;
  snippet.cut_after = window.end < tokens.size();
  for (std::size_t i = window.begin; i < window.end; ++i) {
    if (sought[i] == kNotSought) continue;
    snippet.marks.push_back({tokens[i].begin - snippet.source.begin, tokens[i].end - snippet.source.begin});
  }
  return snippet;
}

void drop_lone_stop_words(std::string_view text, std::span<const Token> tokens,
                          std::span<std::size_t> sought) {
  std::vector<std::size_t> lone;
  bool any_other = false;
  for (std::size_t i = 0; i < tokens.size();) {
    const std::size_t begin = i;
    bool says_something = false;
    for (; i < tokens.size() && sought[i] != kNotSought; ++i)
      says_something = says_something || !is_stop_word(fold(slice(text, tokens[i].span())));
    any_other = any_other || says_something;
    for (std::size_t at = begin; at < i && !says_something; ++at) lone.push_back(at);
    if (i == begin) ++i;
  }
  if (!any_other) return;
  for (const std::size_t at : lone) sought[at] = kNotSought;
}

std::string mark_up(const Snippet& snippet, std::string_view open, std::string_view close) {
  std::string out = snippet.cut_before ? "… " : "";
  std::uint32_t at = 0;
  for (const Span mark : snippet.marks) {
    out.append(snippet.text, at, mark.begin - at).append(open);
    out.append(slice(snippet.text, mark)).append(close);
    at = mark.end;
  }
  out.append(snippet.text, at);
  return snippet.cut_after ? out + " …" : out;
}

}  // namespace sahafa
