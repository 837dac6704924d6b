#include "ingest/figures.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace sahafa {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What may stand between the digits of one number. Arabic signs are two bytes: U+066B decimal, U+066C grouping.
std::size_t separator_size(std::string_view rest) {
  if (rest.starts_with("٫") || rest.starts_with("٬")) return 2;
  return !rest.empty() && (rest[0] == ' ' || rest[0] == '.' || rest[0] == ',' || rest[0] == '\'') ? 1 : 0;
}

struct Parts {
  std::vector<std::string> digits;
  std::vector<std::string_view> separators;  // between them
};

// Three digits behind a sign are a group (500.000), unless another sign groups already (1,234.567) or nothing
// but a zero stands before it (0,125).
bool is_decimal(const Parts& parts) {
  if (parts.separators.empty()) return false;
  const std::string_view last = parts.separators.back();
  if (last == "٫") return true;
  if (last == " " || last == "٬" || last == "'") return false;
  if (std::ranges::count(parts.separators, last) > 1) return false;
  return parts.separators.size() > 1 || parts.digits.back().size() != 3 || parts.digits.front() == "0";
}

// Groups behind the first have three digits; 25.01.2006 is a date.
bool is_one_number(const Parts& parts) {
  const std::size_t groups = parts.digits.size() - (is_decimal(parts) ? 1 : 0);
  for (std::size_t i = 1; i < groups; ++i)
    if (parts.digits[i].size() != 3) return false;
  return true;
}

std::string join(const Parts& parts) {
  const bool decimal = is_decimal(parts);
  std::string number;
  for (std::size_t i = 0; i + (decimal ? 1 : 0) < parts.digits.size(); ++i) number += parts.digits[i];
  number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
  if (!decimal) return number;
  std::string fraction = parts.digits.back();
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return fraction.empty() ? number : number + '.' + fraction;
}

}  // namespace

std::vector<std::string> plain_numbers(std::string_view folded_token) {
  std::vector<std::string> numbers;
  for (std::size_t at = 0; at < folded_token.size();) {
    if (!is_digit(folded_token[at])) {
      ++at;
      continue;
    }
    Parts parts;
    while (true) {
      const std::size_t begin = at;
      while (at < folded_token.size() && is_digit(folded_token[at])) ++at;
      parts.digits.emplace_back(folded_token.substr(begin, at - begin));
      const std::size_t size = separator_size(folded_token.substr(at));
      if (size == 0 || at + size >= folded_token.size() || !is_digit(folded_token[at + size])) break;
      parts.separators.push_back(folded_token.substr(at, size));
      at += size;
    }
    if (is_one_number(parts)) {
      numbers.push_back(join(parts));
    } else {
      std::ranges::move(parts.digits, std::back_inserter(numbers));
    }
  }
  return numbers;
}

}  // namespace sahafa
