#include <nlohmann/json.hpp>

#include "corpus/codebook.h"
#include "corpus/corpus.h"
#include "corpus/outlet.h"
#include "tools/serve/endpoints.h"

namespace sahafa::tools {

Answer answer_names(const std::filesystem::path& corpus, const Request& /*request*/,
                    std::string_view /*variable*/) {
  using Json = nlohmann::ordered_json;
  Json names = {{"actors", Json::object()}, {"frames", Json::array()}, {"outlets", Json::object()}};
  const Corpus opened = Corpus::open(corpus);
  for (const Actor& actor : opened.codebook().actors()) names["actors"][actor.id] = {{"label", actor.label}};
  for (const Frame& frame : opened.codebook().frames())
    names["frames"].push_back({{"id", frame.id}, {"label", frame.label}, {"definition", frame.definition}});
  for (const Outlet& outlet : opened.outlets().outlets())
    names["outlets"][outlet.id] = {
        {"name", outlet.name}, {"names", outlet.names}, {"country", outlet.country}};
  Answer answer;
  answer.body = names.dump();
  return answer;
}

}  // namespace sahafa::tools
