#include "index/query_error.h"

#include <fmt/format.h>

#include <string>

#include "text/error.h"
#include "text/utf8.h"

namespace sahafa {

void fail_query(std::string_view query, std::size_t at, std::string_view problem, std::string_view remedy) {
  std::size_t end = at;
  for (int i = 0; i < 12 && end < query.size(); ++i) decode_utf8(query, end);
  const std::string_view near = query.substr(at, end - at);
  const std::string place =
      near.empty() ? "at its end"
                   : fmt::format("at character {} ({})", count_code_points(query.substr(0, at)) + 1, near);
  throw Error(ErrorCode::usage, fmt::format("query, {}: {}; {}", place, problem, remedy));
}

}  // namespace sahafa
