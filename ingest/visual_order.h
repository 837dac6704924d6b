// From the order in which a line is seen, from left to right, to the order in which it is read. PDFs keep the first, and
// of Arabic that is the wrong way round. All functions may be called from several threads.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sahafa {

/// In a line as it is seen, stands before characters that belong to one sign (lam alef, the name of God) and that are
/// therefore in reading order already: kSign + 2 before two of them. From a private block, so that no text holds it.
constexpr char32_t kSign = 0xF8E0;
constexpr std::size_t kLongestSign = 4;

/// How many characters the mark `c` joins; 0 if it is none.
constexpr std::size_t sign_length(char32_t c) {
  return c > kSign && c <= kSign + kLongestSign ? c - kSign : 0;
}

/// What the lines of one document, all together, say about how it was set.
struct OrderVotes {
  std::size_t brackets_open = 0;  ///< brackets that are a pair when the line is turned
  std::size_t brackets_shut = 0;  ///< ... and when they are mirrored as well
};

struct OrderChoice {
  bool mirror_brackets = false;  ///< brackets are kept as they are drawn
  bool as_seen = false;          ///< nothing is turned: the lines were set without regard to direction
};

/// True when more Arabic than other letters stand in the line.
bool is_right_to_left(std::u32string_view seen, bool if_none);

void count_votes(std::u32string_view seen, bool right_to_left, OrderVotes& votes);
OrderChoice choose_order(const OrderVotes& votes);

/// The line in reading order, presentation forms as letters. Words and numbers of the other direction keep their own order. O(n).
std::string in_reading_order(std::u32string_view seen, bool right_to_left, const OrderChoice& choice);

/// How many words of a text look as Arabic words do, and how many as they do backwards: the article ال at their beginning or ة at
/// their end, against لا at the end or ة at the beginning.
struct WordOrder {
  std::size_t forwards = 0;
  std::size_t backwards = 0;
  bool is_doubtful() const { return backwards >= 5 && backwards * 5 >= forwards; }
  bool is_reversed() const { return backwards >= 10 && backwards >= 20 * forwards; }
};
void count_word_order(std::string_view text, WordOrder& order);

}  // namespace sahafa
