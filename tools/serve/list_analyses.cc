#include <nlohmann/json.hpp>

#include "analysis/analysis.h"
#include "tools/serve/endpoints.h"
#include "tools/serve/routes.h"

namespace sahafa::tools {

Answer list_analyses(const std::filesystem::path& /*corpus*/, const Request& /*request*/,
                     std::string_view /*variable*/) {
  using Json = nlohmann::ordered_json;
  Json list = Json::array();
  for (const Analysis& analysis : analyses()) {
    Json options = Json::array();
    for (const OptionSpec& spec : analysis.options) {
      if (!is_served(spec)) continue;
      options.push_back({{"name", spec.name},
                         {"value", spec.value},
                         {"help", spec.help},
                         {"default", spec.default_value},
                         {"required", spec.positional}});
    }
    list.push_back({{"name", analysis.name},
                    {"summary", analysis.summary},
                    {"options", options},
                    {"drawn", analysis.plot != nullptr},
                    {"opened", analysis.evidence != nullptr}});
  }
  Answer answer;
  answer.body = (Json{{"version", SAHAFA_VERSION}, {"analyses", list}}).dump();
  return answer;
}

}  // namespace sahafa::tools
