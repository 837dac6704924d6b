#include "index/word_matcher.h"

#include <algorithm>

namespace sahafa {

WordMatcher::WordMatcher(const QueryPlan& plan) {
  for (std::uint32_t number = 0; number < plan.words.size(); ++number) {
    const SoughtWord& word = plan.words[number];
    Numbers& numbers = word.pattern ? by_form_ : by_key_;
    for (const std::string& term : word.pattern ? word.forms : word.keys) numbers[term].push_back(number);
  }
}

void WordMatcher::add(const Numbers& numbers, std::string_view term, WordMatch like,
                      std::vector<WordMatch>& matches) {
  const auto found = numbers.find(term);
  if (found == numbers.end()) return;
  for (const std::uint32_t word : found->second) {
    like.word = word;
    const auto same = [&](const WordMatch& match) {
      return match.word == word && match.first_part == like.first_part && match.whole == like.whole;
    };
    if (std::ranges::none_of(matches, same)) matches.push_back(like);
  }
}

std::vector<WordMatch> WordMatcher::make(const WordKeys& keys) const {
  std::vector<WordMatch> matches;
  for (std::uint8_t part = 0; part < keys.parts.size() && part < UINT8_MAX; ++part) {
    for (const std::string& key : keys.parts[part]) add(by_key_, key, {0, part, part, false}, matches);
  }
  const auto last = static_cast<std::uint8_t>(std::min<std::size_t>(keys.parts.size(), UINT8_MAX) - 1);
  if (!keys.closed.empty()) add(by_key_, keys.closed, {0, 0, 0, true}, matches);
  for (const std::string& form : keys.forms) add(by_form_, form, {0, 0, last, true}, matches);
  return matches;
}

const std::vector<WordMatch>& WordMatcher::match(const WordKeys& keys) {
  auto found = known_.find(&keys);
  if (found == known_.end()) found = known_.emplace(&keys, make(keys)).first;
  return found->second;
}

}  // namespace sahafa
