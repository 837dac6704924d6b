// The functions behind the addresses of routes.cc. All read the corpus as it is now; Errors become answers there.
#pragma once

#include <filesystem>
#include <string_view>

#include "tools/serve/http.h"

namespace sahafa::tools {

/// {"version", "analyses": [{"name", "summary", "options": [{"name", "value", "help", "default", "required"}],
/// "drawn"}]}; drawn: there is a picture, format=svg.
Answer list_analyses(const std::filesystem::path& corpus, const Request& request, std::string_view variable);

/// The table of the analysis called `name`, in the format asked for. As JSON: {"schema_version", "analysis", "options",
/// "columns": [{"name", "type"}], "total_rows", "first", "rows": [{column: value}], "notes"}.
Answer answer_analysis(const std::filesystem::path& corpus, const Request& request, std::string_view name);

/// The article with text, claims (spans in bytes of the text), cluster and passages that it shares with its cluster.
Answer answer_article(const std::filesystem::path& corpus, const Request& request, std::string_view id);

/// {"actors": {id: {lang: label}}, "frames": [{"id", "label", "definition"}], "outlets": {id: {"name", "names"}}}.
Answer answer_names(const std::filesystem::path& corpus, const Request& request, std::string_view variable);

/// OpenAPI 3.0, made from routes() and analyses().
Answer answer_openapi(const std::filesystem::path& corpus, const Request& request, std::string_view variable);

}  // namespace sahafa::tools
