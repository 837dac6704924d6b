// Complaints about a query that point at the place.
#pragma once

#include <cstddef>
#include <string_view>

namespace sahafa {

/// Throws Error(usage): the character at byte `at` of `query`, what is wrong there, what to write instead.
[[noreturn]] void fail_query(std::string_view query, std::size_t at, std::string_view problem,
                             std::string_view remedy);

}  // namespace sahafa
