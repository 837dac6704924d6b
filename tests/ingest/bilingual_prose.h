// Stories told twice, for tests of translations: a French text, its Arabic translation, the French text in other words,
// and another article about the same event. Made up; sentences pair in order, the second Arabic story joins two.
#pragma once

#include <array>
#include <string>

namespace sahafa::test {

struct Story {
  std::string french;
  std::string arabic;
  std::string rewritten;   ///< the French text, sentence for sentence in other words
  std::string other_text;  ///< same event and people, another French article
};

const std::array<Story, 3>& stories();

}  // namespace sahafa::test
