// What the web interface is asked and what it answers, without a server: routes and tests speak these types.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace sahafa::tools {

struct Request {
  std::string path;                                            ///< decoded, begins with /
  std::map<std::string, std::string, std::less<>> parameters;  ///< decoded, each name once

  /// The value, or empty.
  std::string_view get(std::string_view name) const {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string_view{} : std::string_view(found->second);
  }
};

struct Answer {
  int status = 200;
  std::string type = "application/json";  ///< media type
  std::string body;
  std::string file;  ///< name under which a browser saves it; empty: it is shown
};

/// The JSON that every refusal and failure has: {"error": {"status", "message"}}.
Answer make_failure(int status, std::string_view message);

/// A request or an answer as bytes and back, for the way to the process that works on it. `unpack_answer`
/// takes only what `pack` made.
std::string pack(const Request& request);
Request unpack_request(std::string_view bytes);
std::string pack(const Answer& answer);
Answer unpack_answer(std::string_view bytes);

}  // namespace sahafa::tools
