#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "tools/serve/endpoints.h"
#include "tools/serve/routes.h"

namespace sahafa::tools {
namespace {

using Json = nlohmann::ordered_json;

Json schema_of(const OptionSpec& spec) {
  if (spec.value.empty()) return {{"type", "boolean"}, {"default", false}};
  const bool is_number = spec.value == "N";
  Json schema = {{"type", is_number ? "number" : "string"}};
  if (!spec.default_value.empty())
    schema["default"] = is_number ? Json::parse(spec.default_value) : Json(spec.default_value);
  return schema;
}

Json parameter(const OptionSpec& spec, std::string_view place) {
  return {{"name", spec.name},
          {"in", place},
          {"required", spec.positional || place == "path"},
          {"description", spec.help},
          {"schema", schema_of(spec)}};
}

Json failure(std::string_view description) {
  return {{"description", description},
          {"content", {{"application/json", {{"schema", {{"$ref", "#/components/schemas/Failure"}}}}}}}};
}

Json responses(Json content) {
  return {
      {"200", {{"description", "The result"}, {"content", std::move(content)}}},
      {"400", failure("The parameters made no sense; the message says where and what to do")},
      {"404", failure("No such thing")},
      {"413", failure("The result is too large")},
      {"503", failure("It took longer or needed more memory than the server allows, or the server is busy")}};
}

Json json_content(Json schema) { return {{"application/json", {{"schema", std::move(schema)}}}}; }

Json table_content() {
  Json content = json_content({{"$ref", "#/components/schemas/Table"}});
  for (const char* type : {"text/csv", "text/tab-separated-values", "application/jsonl", "image/svg+xml"})
    content[type] = {{"schema", {{"type", "string"}}}};
  return content;
}

Json analysis_path(const Analysis& analysis) {
  Json parameters = Json::array();
  for (const OptionSpec& spec : analysis.options) {
    if (is_served(spec)) parameters.push_back(parameter(spec, "query"));
  }
  for (const OptionSpec& spec : result_parameters()) parameters.push_back(parameter(spec, "query"));
  return {{"get",
           {{"operationId", analysis.name},
            {"summary", analysis.summary},
            {"description", fmt::format("On the command line: {}", analysis.example)},
            {"parameters", parameters},
            {"responses", responses(table_content())}}}};
}

// The name of a route's last variable: "id" of "/api/articles/{id}".
std::string variable_of(std::string_view path) {
  const std::size_t open = path.find('{');
  if (open == std::string_view::npos) return {};
  return std::string(path.substr(open + 1, path.find('}') - open - 1));
}

Json route_path(const Route& route) {
  Json parameters = Json::array();
  if (const std::string variable = variable_of(route.path); !variable.empty())
    parameters.push_back(parameter({variable, "N", "of the article", "", true}, "path"));
  return {{"get",
           {{"summary", route.summary},
            {"parameters", parameters},
            {"responses", responses(json_content({{"type", "object"}}))}}}};
}

Json schemas() {
  const Json text = {{"type", "string"}};
  const Json count = {{"type", "integer"}};
  const Json column = {
      {"type", "object"},
      {"properties",
       {{"name", text}, {"type", {{"type", "string"}, {"enum", {"text", "integer", "number"}}}}}}};
  const Json table = {
      {"type", "object"},
      {"description",
       "Rows [first, first + length) of a table of total_rows; options are those that were used; a missing "
       "value is null; notes say what a reader of the numbers must know"},
      {"properties",
       {{"schema_version", count},
        {"analysis", text},
        {"options", {{"type", "object"}, {"additionalProperties", text}}},
        {"columns", {{"type", "array"}, {"items", column}}},
        {"total_rows", count},
        {"first", count},
        {"rows", {{"type", "array"}, {"items", {{"type", "object"}}}}},
        {"notes", {{"type", "array"}, {"items", text}}}}}};
  const Json failure = {
      {"type", "object"},
      {"properties",
       {{"error", {{"type", "object"}, {"properties", {{"status", count}, {"message", text}}}}}}}};
  return {{"Table", table}, {"Failure", failure}};
}

}  // namespace

Answer answer_openapi(const std::filesystem::path& /*corpus*/, const Request& /*request*/,
                      std::string_view /*variable*/) {
  Json paths = Json::object();
  for (const Route& route : routes()) {
    if (route.answer != answer_analysis) paths[std::string(route.path)] = route_path(route);
  }
  for (const Analysis& analysis : analyses())
    paths[fmt::format("/api/analyses/{}", analysis.name)] = analysis_path(analysis);
  const Json document = {
      {"openapi", "3.0.3"},
      {"info",
       {{"title", "sahafa"},
        {"version", SAHAFA_VERSION},
        {"description",
         "Read-only access to a corpus of French and Arabic press. Every analysis of the command line is an "
         "address; its options are parameters."},
        {"license", {{"name", "GPL-3.0-or-later"}}}}},
      {"paths", paths},
      {"components", {{"schemas", schemas()}}}};
  Answer answer;
  answer.body = document.dump(2);
  return answer;
}

}  // namespace sahafa::tools
