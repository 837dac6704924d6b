// Any path and parameters are answered: lines "name=value", the first one the path. There is no corpus, so what is run is
// the reading of requests.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <nlohmann/json.hpp>

#include "tools/serve/routes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sahafa::tools;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const auto take_line = [&] {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() < rest.size() ? line.size() + 1 : rest.size());
    return line;
  };
  Request request{.path = std::string(take_line()), .parameters = {}};
  while (!rest.empty()) {
    const std::string_view line = take_line();
    const std::size_t sign = line.find('=');
    request.parameters[std::string(line.substr(0, sign))] = sign == line.npos ? "" : line.substr(sign + 1);
  }
  const Request arrived = unpack_request(pack(request));
  if (arrived.path != request.path || arrived.parameters != request.parameters) std::abort();
  const Answer answer = answer_request("/nowhere", request);
  if (answer.status != 200 && !nlohmann::json::accept(answer.body)) std::abort();
  return 0;
}
