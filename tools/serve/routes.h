// Every address of the JSON interface. What the server answers, what /openapi.json documents and what the page asks for
// come from this list and from the list of analyses: a new analysis is served without a change here.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

#include "analysis/analysis.h"
#include "tools/serve/http.h"

namespace sahafa::tools {

struct Route {
  std::string_view path;     ///< "/api/articles/{id}"; the last part may be a variable
  std::string_view summary;  ///< one line, for the documentation
  std::span<const OptionSpec> parameters;
  /// `variable` is the last part of the path where the route has one.
  Answer (*answer)(const std::filesystem::path& corpus, const Request& request, std::string_view variable);
};

/// All but the analyses, which /api/analyses/{name} reaches.
std::span<const Route> routes();

/// Parameters of an analysis beside its own options: format and part of the result.
std::span<const OptionSpec> result_parameters();

/// Whether the web may set the option: not when its value is a file of this machine.
bool is_served(const OptionSpec& option);

/// Answers a request from the corpus as it is now. Never throws: what went wrong is an answer with a status.
Answer answer_request(const std::filesystem::path& corpus, const Request& request) noexcept;

}  // namespace sahafa::tools
