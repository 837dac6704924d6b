#include <fmt/format.h>

#include <array>
#include <cmath>
#include <ostream>

#include "text/error.h"
#include "tools/serve/server.h"
#include "tools/verbs.h"

namespace sahafa::tools {
namespace {

constexpr std::array<OptionSpec, 4> kOptions = {{
    {"listen", "ADDRESS", "address of this machine to listen on; 0.0.0.0 lets other machines in", "127.0.0.1",
     false},
    {"port", "N", "port to listen on; 0 for one that is free", "8080", false},
    {"time-limit", "SECONDS", "a request that takes longer is ended", "30", false},
    {"memory", "MB", "a request that needs more is ended", "2048", false},
}};

std::int64_t get_between(const Options& options, std::string_view name, std::int64_t least,
                         std::int64_t most) {
  const std::int64_t value = options.get_integer(name);
  if (value < least || value > most)
    throw Error(ErrorCode::usage, fmt::format("--{} {}: must be from {} to {}", name, value, least, most));
  return value;
}

ServerOptions read_options(const Invocation& call) {
  const double seconds = call.options.get_number("time-limit");
  if (!(seconds >= 0.1 && seconds <= 86'400))
    throw Error(ErrorCode::usage, fmt::format("--time-limit {}: must be from 0.1 to 86400", seconds));
  return {.address = std::string(call.options.get("listen")),
          .port = static_cast<int>(get_between(call.options, "port", 0, 65'535)),
          .limits = {.time = std::chrono::milliseconds(std::llround(seconds * 1000)),
                     .memory_bytes =
                         static_cast<std::size_t>(get_between(call.options, "memory", 64, 1 << 20)) << 20,
                     .at_once = call.jobs}};
}

int run(const Verb& /*verb*/, Invocation& call) {
  Corpus::open(call.corpus);  // what is wrong with it is said now, not to the first student
  Server server(call.corpus, read_options(call));
  call.err << fmt::format("sahafa: {} shows {}; Ctrl-C ends it\n", server.url(), call.corpus.string())
           << std::flush;
  server.run();
  if (!call.quiet) call.err << "sahafa: ended\n";
  return kOk;
}

}  // namespace

Verb serve_verb() {
  return {.name = "serve",
          .summary = "A web page for students and a JSON interface, on this machine",
          .example = "sahafa serve cnss-corpus --port 8080",
          .corpus = true,
          .arguments = {},
          .options = kOptions,
          .run = run};
}

}  // namespace sahafa::tools
