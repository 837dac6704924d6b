// Texts of a column as numbers: what groups and filters by a field of a hundred thousand articles looks at each value once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/string_ids.h"

namespace sahafa {

struct NumberedTexts {
  std::vector<std::uint32_t> numbers;  ///< by row: index into `values`
  std::vector<std::string> values;     ///< by first appearance
};

/// Numbers `at(row)` of `rows` rows, views that stay valid meanwhile. O(rows).
template <class At>
NumberedTexts number_texts(std::size_t rows, const At& at) {
  NumberedTexts texts;
  texts.numbers.reserve(rows);
  StringIds ids;
  std::string_view before;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string_view text = at(row);
    // Articles that come together are often alike.
    texts.numbers.push_back(row > 0 && text == before ? texts.numbers.back() : ids.intern(text));
    before = text;
  }
  for (std::uint32_t id = 0; id < ids.size(); ++id) texts.values.emplace_back(ids.get(id));
  return texts;
}

}  // namespace sahafa
