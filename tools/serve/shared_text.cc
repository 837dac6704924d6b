#include "tools/serve/shared_text.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "text/fold.h"
#include "text/tokenize.h"

namespace sahafa::tools {
namespace {

// Places of one run of words that are tried: a text that repeats a sentence a thousand times costs no more.
constexpr std::size_t kMostPlaces = 8;

struct Word {
  Span span;
  std::uint32_t id;  ///< the same for the same folded form
};

using Ids = std::unordered_map<std::string, std::uint32_t>;

std::vector<Word> read_words(std::string_view text, Ids& ids) {
  std::vector<Word> words;
  for (const Token& token : tokenize(text)) {
    if (token.kind == TokenKind::mark) continue;
    const auto id = static_cast<std::uint32_t>(ids.size());
    words.push_back({token.span(), ids.try_emplace(fold(slice(text, token.span())), id).first->second});
  }
  return words;
}

std::uint64_t hash_run(const Word* word) {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a over the ids
  for (std::size_t i = 0; i < kFewestSharedWords; ++i) hash = (hash ^ word[i].id) * 1099511628211U;
  return hash;
}

std::size_t common_length(const std::vector<Word>& a, std::size_t i, const std::vector<Word>& b,
                          std::size_t j) {
  std::size_t length = 0;
  while (i + length < a.size() && j + length < b.size() && a[i + length].id == b[j + length].id) ++length;
  return length;
}

using Places = std::unordered_map<std::uint64_t, std::vector<std::size_t>>;

Places index_runs(const std::vector<Word>& words) {
  Places places;
  for (std::size_t i = 0; i + kFewestSharedWords <= words.size(); ++i) {
    auto& list = places[hash_run(&words[i])];
    if (list.size() < kMostPlaces) list.push_back(i);
  }
  return places;
}

}  // namespace

std::vector<SharedText> find_shared_text(std::string_view here, std::string_view there) {
  Ids ids;
  const std::vector<Word> a = read_words(here, ids);
  const std::vector<Word> b = read_words(there, ids);
  const Places places = index_runs(b);
  std::vector<SharedText> shared;
  for (std::size_t i = 0; i + kFewestSharedWords <= a.size();) {
    std::size_t length = 0;
    std::size_t at = 0;
    if (const auto found = places.find(hash_run(&a[i])); found != places.end()) {
      for (const std::size_t j : found->second) {
        if (const std::size_t common = common_length(a, i, b, j); common > length) {
          length = common;
          at = j;
        }
      }
    }
    if (length < kFewestSharedWords) {
      ++i;
      continue;
    }
    shared.push_back(
        {{a[i].span.begin, a[i + length - 1].span.end}, {b[at].span.begin, b[at + length - 1].span.end}});
    i += length;
  }
  return shared;
}

}  // namespace sahafa::tools
