// What stands between quotation marks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "index/query.h"

namespace sahafa {

/// The phrase `quoted`, which stands at byte `at` of `query`: plain words, or words side by side with patterns
/// (donn*) and alternatives in parentheses, between bars or OR. nullopt when it has no word. Throws Error(usage)
/// for a * that is no pattern.
std::optional<QueryNode> read_phrase(std::string_view query, std::size_t at, std::string_view field,
                                     const std::string& quoted);

}  // namespace sahafa
