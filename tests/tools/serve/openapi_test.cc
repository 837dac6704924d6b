#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "analysis/analysis.h"
#include "tools/serve/endpoints.h"
#include "tools/serve/routes.h"

namespace sahafa::tools {
namespace {

using nlohmann::json;

json document() { return json::parse(answer_openapi({}, {}, {}).body); }

TEST(OpenApi, EveryAnalysisAndOptionIsDocumented) {
  const json paths = document()["paths"];
  for (const Analysis& analysis : analyses()) {
    const json& get = paths.at("/api/analyses/" + std::string(analysis.name)).at("get");
    EXPECT_EQ(get["summary"], analysis.summary);
    std::set<std::string> documented;
    for (const json& parameter : get["parameters"]) documented.insert(parameter["name"]);
    for (const OptionSpec& spec : analysis.options)
      EXPECT_EQ(documented.contains(std::string(spec.name)), is_served(spec))
          << analysis.name << " " << spec.name;
    for (const OptionSpec& spec : result_parameters())
      EXPECT_TRUE(documented.contains(std::string(spec.name)));
  }
}

TEST(OpenApi, EveryOtherAddressIsDocumented) {
  const json paths = document()["paths"];
  for (const Route& route : routes()) {
    if (route.path == "/api/analyses/{name}") continue;
    EXPECT_TRUE(paths.contains(route.path)) << route.path;
  }
  const json id = paths["/api/articles/{id}"]["get"]["parameters"][0];
  EXPECT_EQ(id["in"], "path");
  EXPECT_EQ(id["required"], true);
}

// What validators look for first: version, info, and that every reference leads somewhere.
TEST(OpenApi, TheDocumentIsWhole) {
  const json all = document();
  EXPECT_EQ(all["openapi"], "3.0.3");
  EXPECT_TRUE(all["info"].contains("title") && all["info"].contains("version"));
  std::size_t references = 0;
  const json flat = all.flatten();
  for (const auto& [pointer, value] : flat.items()) {
    if (!pointer.ends_with("/$ref")) continue;
    ++references;
    EXPECT_TRUE(all.contains(json::json_pointer(value.get<std::string>().substr(1)))) << value;
  }
  EXPECT_GT(references, 10U);
  for (const auto& [path, item] : all["paths"].items()) {
    for (const json& parameter : item["get"]["parameters"]) {
      EXPECT_TRUE(parameter["schema"].is_object()) << path;
      EXPECT_TRUE(parameter["required"].is_boolean()) << path;
    }
    EXPECT_TRUE(item["get"]["responses"]["200"]["content"]["application/json"]["schema"].is_object()) << path;
  }
}

}  // namespace
}  // namespace sahafa::tools
