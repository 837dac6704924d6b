#include "tools/serve/routes.h"

#include <fmt/format.h>

#include <array>
#include <exception>
#include <new>
#include <optional>

#include "text/error.h"
#include "text/utf8.h"
#include "tools/serve/endpoints.h"

namespace sahafa::tools {
namespace {

constexpr std::size_t kLongestValue = 16'384;  // bytes; a query has its own, lower limit

constexpr std::array kRoutes = {
    Route{"/api/analyses", "The analyses that can be run, with their options", {}, list_analyses},
    Route{"/api/analyses/{name}", "Runs an analysis and returns its table", {}, answer_analysis},
    Route{"/api/articles/{id}",
          "An article with its text, copies, cluster, claims and what it shares with others",
          {},
          answer_article},
    Route{
        "/api/names", "Names of actors, frames and outlets in French, Arabic and English", {}, answer_names},
    Route{"/openapi.json", "This interface as an OpenAPI 3.0 document", {}, answer_openapi},
};

std::optional<std::string_view> match(std::string_view pattern, std::string_view path) {
  const std::size_t variable = pattern.find('{');
  if (variable == std::string_view::npos)
    return pattern == path ? std::optional(std::string_view{}) : std::nullopt;
  if (!path.starts_with(pattern.substr(0, variable))) return std::nullopt;
  const std::string_view value = path.substr(variable);
  if (value.empty() || value.find('/') != std::string_view::npos) return std::nullopt;
  return value;
}

void check_parameters(const Request& request) {
  for (const auto& [name, value] : request.parameters) {
    if (value.size() > kLongestValue || name.size() > kLongestValue)
      throw Error(ErrorCode::usage, fmt::format("a parameter may have {} bytes", kLongestValue));
    if (!is_valid_utf8(name) || !is_valid_utf8(value))
      throw Error(ErrorCode::usage, "a parameter is not valid UTF-8");
  }
}

Answer find_answer(const std::filesystem::path& corpus, const Request& request) {
  check_parameters(request);
  for (const Route& route : kRoutes) {
    if (const auto variable = match(route.path, request.path))
      return route.answer(corpus, request, *variable);
  }
  return make_failure(
      404, fmt::format("{}: there is nothing here; /openapi.json says what there is", request.path));
}

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return 400;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::locked:
      return 503;
    default:
      return 500;
  }
}

}  // namespace

std::span<const Route> routes() { return kRoutes; }

Answer answer_request(const std::filesystem::path& corpus, const Request& request) noexcept {
  try {
    return find_answer(corpus, request);
  } catch (const Error& error) {
    return make_failure(status_of(error.code()), error.what());
  } catch (const std::bad_alloc&) {
    return make_failure(
        503, "this needs more memory than the server allows; ask for less, or use the command line");
  } catch (const std::exception& error) {
    return make_failure(500,
                        fmt::format("internal error: {}; please report it with the address", error.what()));
  }
}

}  // namespace sahafa::tools
